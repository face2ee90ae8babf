import { z } from 'zod';
import type { Instant } from './dates.ts';
import { type ApplicationId, type ParticipantId, type PersonId, rowId } from './ids.ts';
import type { JsonText } from './json.ts';

export const ImportNoteId = rowId('ImportNoteId');
export type ImportNoteId = z.infer<typeof ImportNoteId>;

/**
 * What a note is about: a fact of the person, of the application, or of the place in a cohort, whose change settles it;
 * `other`: nothing that could be compared, so that a lead says when it was looked at.
 */
export const notedFields = [
  'name',
  'certificateName',
  'email',
  'phone',
  'jobTitle',
  'organization',
  'membership',
  'highestPost',
  'yearsInEducation',
  'payment',
  'needs',
  'submittedAt',
  'status',
  'graduatedOn',
  'received',
  'other',
] as const;
export const NotedField = z.enum(notedFields);
export type NotedField = z.infer<typeof NotedField>;

/** What was on record when an import noted something: text, a number, or nothing. */
export const NotedValue = z.union([z.string(), z.number(), z.null()]);
export type NotedValue = z.infer<typeof NotedValue>;

/** What an import could not take as it was typed. It is open until what is on record changes, or a lead settles it. */
export interface ImportNote {
  readonly id: ImportNoteId;
  readonly personId: PersonId;
  /** Null unless the note is about the application. */
  readonly applicationId: ApplicationId | null;
  /** Null unless the note is about the place in a cohort. */
  readonly participantId: ParticipantId | null;
  readonly field: NotedField;
  /** As the import said it. */
  readonly sentence: string;
  /** What was on record right after the import; once it is something else, the note is settled. */
  readonly value: JsonText<NotedValue>;
  /** When a lead said that it is right as it is; null: no one has. */
  readonly settledAt: Instant | null;
}
