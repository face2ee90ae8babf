import type { EvidenceAsked, EvidenceDocument, KeptEvidenceItem } from '../model/evidence.ts';
import type { CohortId, ParticipantId, PersonId } from '../model/ids.ts';
import type { HistoryLine, ListSlice } from './page.ts';

/** A document as a screen shows it. */
export interface EvidenceDocumentRow extends EvidenceDocument {
  /** `PDF, 2.1 MB`, `link`, `note`. */
  readonly about: string;
}

/** A piece of evidence with whose it is. */
export interface EvidenceRow extends KeptEvidenceItem {
  readonly name: string;
  /** The place that the person is known by here: where they graduated, else the latest; null: none. */
  readonly cohort: string | null;
  readonly cohortId: CohortId | null;
  readonly participantId: ParticipantId | null;
  /** What the policy calls its category, strand and checklist item; the key where it no longer has one. */
  readonly categoryTitle: string | null;
  readonly strandTitle: string | null;
  readonly checklistTitle: string | null;
  readonly documents: readonly EvidenceDocumentRow[];
}

/** What waits for review, oldest first. */
export interface EvidenceQueue extends ListSlice<EvidenceRow> {
  readonly asked: EvidenceAsked;
}

/** The evidence of one person, the newest activity first. */
export interface EvidenceOfPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly asked: EvidenceAsked;
  readonly items: readonly EvidenceRow[];
  readonly history: readonly HistoryLine[];
}

/** What can be shown of a document beside its review. */
export type EvidencePreview =
  /** Picture bytes as an address of their own: shown as an image, which runs nothing and asks for nothing. */
  | { readonly kind: 'picture'; readonly address: string }
  /** The bytes of a PDF in base64, to be drawn page by page; its scripts, forms and links are never run. */
  | { readonly kind: 'pdf'; readonly bytes: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Not shown here, and why; the file can be saved out. */
  | { readonly kind: 'not-shown'; readonly because: string }
  /** Missing from the store, or altered there. */
  | { readonly kind: 'lost'; readonly because: string };

/** Evidence that came in. */
export interface EvidenceAdded {
  readonly itemId: KeptEvidenceItem['id'];
  readonly files: number;
  /** How many of them the store had already. */
  readonly known: number;
}
