import type {
  CertificateDesignDocument,
  DesignChoice,
  DesignField,
  DesignFieldKind,
} from '../../../shared/model/certificate-designs.ts';

/** A design that is being changed, with the steps that led here. Nothing of it is saved. */
export interface DesignDraft {
  /** The design that it was begun from. */
  readonly choice: DesignChoice;
  /** What that is called, and its version; null: it comes with the app. */
  readonly name: string;
  readonly version: number | null;
  readonly base: CertificateDesignDocument;
  readonly document: CertificateDesignDocument;
  readonly past: readonly CertificateDesignDocument[];
  readonly future: readonly CertificateDesignDocument[];
  /** What the last step was about: one more of the same is part of it. */
  readonly about: string | null;
}

/** Whether it says anything that isn't saved. */
export const isChanged = ({ base, document }: Pick<DesignDraft, 'base' | 'document'>): boolean =>
  JSON.stringify(base) !== JSON.stringify(document);

/** One step further. Steps that are about the same, as when an arrow key is held down, are one step back. */
export function edited(
  draft: DesignDraft,
  change: (document: CertificateDesignDocument) => CertificateDesignDocument,
  about: string | null = null,
): DesignDraft {
  const document = change(draft.document);
  if (JSON.stringify(document) === JSON.stringify(draft.document)) return draft;
  const goesOn = about !== null && about === draft.about && draft.past.length > 0;
  return { ...draft, document, past: goesOn ? draft.past : [...draft.past, draft.document], future: [], about };
}

/** One step back; the draft as it is where there is none. */
export function undone(draft: DesignDraft): DesignDraft {
  const before = draft.past.at(-1);
  if (before === undefined) return draft;
  return {
    ...draft,
    document: before,
    past: draft.past.slice(0, -1),
    future: [draft.document, ...draft.future],
    about: null,
  };
}

/** The step that was last taken back, again. */
export function redone(draft: DesignDraft): DesignDraft {
  const [next, ...future] = draft.future;
  if (next === undefined) return draft;
  return { ...draft, document: next, past: [...draft.past, draft.document], future, about: null };
}

/** A document whose field of this name is changed. */
export const withField = (
  document: CertificateDesignDocument,
  id: string,
  change: (field: DesignField) => DesignField,
): CertificateDesignDocument => ({
  ...document,
  fields: document.fields.map((field) => (field.id === id ? change(field) : field)),
});

/** The same for fields of one kind: another kind stays as it is. */
export const withFieldOf = <Kind extends DesignFieldKind>(
  document: CertificateDesignDocument,
  id: string,
  kind: Kind,
  change: (field: Extract<DesignField, { kind: Kind }>) => DesignField,
): CertificateDesignDocument => withField(document, id, (field) => (isOfKind(field, kind) ? change(field) : field));

const isOfKind = <Kind extends DesignFieldKind>(
  field: DesignField,
  kind: Kind,
): field is Extract<DesignField, { kind: Kind }> => field.kind === kind;

export const withoutField = (document: CertificateDesignDocument, id: string): CertificateDesignDocument => ({
  ...document,
  fields: document.fields.filter((field) => field.id !== id),
});
