import { create } from 'zustand';
import {
  type CertificateDesignDocument,
  certificatePapers,
  type DesignChoice,
} from '../../../shared/model/certificate-designs.ts';
import type { DesignFileLine, DesignSample, OpenedDesign } from '../../../shared/views/certificate-designs.ts';
import { call } from '../../kit/client.ts';
import { perform } from '../../kit/perform.ts';
import { type DesignDraft, edited, redone, undone } from './draft.ts';

interface Designs {
  /** The design that is being changed; it outlives a visit to another screen. */
  readonly draft: DesignDraft | null;
  /** The field that the inspector shows, by its name. */
  readonly selected: string | null;
  /** Whose certificate is looked at. */
  readonly sample: DesignSample;
  /** The design that is open in the list. */
  readonly openId: string | null;
  readonly look: (part: Partial<Pick<Designs, 'selected' | 'sample' | 'openId'>>) => void;
  readonly begin: (opened: OpenedDesign) => void;
  readonly edit: (
    change: (document: CertificateDesignDocument) => CertificateDesignDocument,
    about?: string | null,
  ) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly discard: () => void;
}

const nothingOpen = { draft: null, selected: null };

/** What is looked at of the certificate designs, and the draft of one. */
export const useDesigns = create<Designs>((set) => {
  const step = (next: (draft: DesignDraft) => DesignDraft): void =>
    set(({ draft, selected }) => {
      if (draft === null) return {};
      const after = next(draft);
      const isThere = after.document.fields.some(({ id }) => id === selected);
      return { draft: after, selected: isThere ? selected : null };
    });
  return {
    ...nothingOpen,
    sample: 'usual',
    openId: null,
    look: (part) => set(part),
    begin: ({ choice, name, version, document }) =>
      set({
        draft: { choice, name, version, base: document, document, past: [], future: [], about: null },
        selected: null,
      }),
    edit: (change, about = null) => step((draft) => edited(draft, change, about)),
    undo: () => step(undone),
    redo: () => step(redone),
    discard: () => set(nothingOpen),
  };
});

/** The path of the editor on a design. */
export const editorOf = (choice: DesignChoice): string => `/certificate-designs/${choice}`;

/** Adds a file that is chosen, or that was dropped; null where the person thought better of it, or it was refused. */
export async function addDesignFile(
  use: 'background' | 'picture' | 'font',
  file: string | null = null,
): Promise<DesignFileLine | null> {
  const added = await perform('certificateDesigns.addFile', { use, file });
  return added.ok ? added.value : null;
}

/**
 * Begins a design over a background of one's own: the plain fields on it, on the paper that is of its shape. Gives back
 * the design that it was begun from; null where there is none.
 */
export async function beginOver({ id, facts }: DesignFileLine): Promise<DesignChoice | null> {
  const shape = facts.width / facts.height;
  const off = (paper: keyof typeof certificatePapers): number =>
    Math.abs(certificatePapers[paper].width / certificatePapers[paper].height - shape);
  const choice = off('a4') < off('letter') ? 'plain-a4' : 'plain';
  const opened = await call('certificateDesigns.open', { choice });
  if (!opened.ok) return null;
  const { begin, edit } = useDesigns.getState();
  begin(opened.value);
  edit((document) => ({ ...document, background: { kind: 'file', file: id } }));
  return choice;
}

/**
 * Takes a file that was dropped: as the background of the draft that isn't saved yet or is open, else of a new design.
 * Gives back the path of the editor; null where the file was refused.
 */
export async function takeBackground(path: string): Promise<string | null> {
  const file = await addDesignFile('background', path);
  if (file === null) return null;
  const { draft, edit } = useDesigns.getState();
  if (draft !== null) {
    edit((document) => ({ ...document, background: { kind: 'file', file: file.id } }));
    return editorOf(draft.choice);
  }
  const choice = await beginOver(file);
  return choice && editorOf(choice);
}
