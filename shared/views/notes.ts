import type { Instant } from '../model/dates.ts';
import type { NoteId } from '../model/notes.ts';

/** A note as a screen shows it, with who wrote it. */
export interface NoteView {
  readonly noteId: NoteId;
  readonly text: string;
  readonly at: Instant;
  /** The lead who wrote it; null: no one was named at that laptop. */
  readonly who: string | null;
  /** When it was last changed, and by whom; null: it is as it was written. */
  readonly changed: { readonly at: Instant; readonly who: string | null } | null;
}
