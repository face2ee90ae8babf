import { create } from 'zustand';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { EvidenceItemId } from '../../../shared/model/recertification/facts.ts';

/** Someone whose evidence is on the screen. */
export interface EvidencePerson {
  readonly personId: PersonId;
  readonly name: string;
}

/** A file that a person chose or dropped: where it lies, and what it is called. */
export interface ChosenFile {
  readonly path: string;
  readonly name: string;
}

/** What evidence is being added to. */
type Adding =
  | { readonly kind: 'new'; readonly person: EvidencePerson | null; readonly files: readonly ChosenFile[] }
  | {
      readonly kind: 'more';
      readonly itemId: EvidenceItemId;
      readonly title: string;
      readonly name: string;
      readonly files: readonly ChosenFile[];
    };

interface EvidenceStore {
  /** The evidence that is open in the queue; null: the first. */
  readonly openId: string | null;
  readonly search: string;
  /** The dialog that is open; null: none. */
  readonly adding: Adding | null;
  /** Whose evidence a dropped file would be; undefined: this screen shows no evidence, null: no one's yet. */
  readonly here: EvidencePerson | null | undefined;
  readonly look: (part: { readonly openId?: string | null; readonly search?: string }) => void;
  readonly add: (adding: Adding | null) => void;
  readonly showHere: (here: EvidencePerson | null | undefined) => void;
}

/** What is looked at in the review, and what is being added. */
export const useEvidence = create<EvidenceStore>((set) => ({
  openId: null,
  search: '',
  adding: null,
  here: undefined,
  look: (part) => set(part),
  add: (adding) => set({ adding }),
  showHere: (here) => set({ here }),
}));

/**
 * Where files lie that were chosen or dropped, and which the app may read from now on. What is no file of this laptop,
 * such as a picture dragged out of a web page, is left out.
 */
export async function chosenFiles(files: readonly File[]): Promise<readonly ChosenFile[]> {
  const chosen: ChosenFile[] = [];
  for (const file of files) {
    const path = await window.desk.pathOf(file);
    if (path !== '') chosen.push({ path, name: file.name });
  }
  return chosen;
}
