import { z } from 'zod';
import { countOf } from './counts.ts';
import type { Instant } from './dates.ts';
import type { CohortId, LetterId, LetterTemplateId, PersonId } from './ids.ts';

export const letterKinds = [
  'accepted',
  'waiting',
  'seat-offered',
  'declined',
  'fee-reminder',
  'recertification-reminder',
] as const;
export const LetterKind = z.enum(letterKinds);
export type LetterKind = z.infer<typeof LetterKind>;

/** How a kind of letter is called: `Accepted`. */
export const sayLetterKind: Record<LetterKind, string> = {
  accepted: 'Accepted',
  waiting: 'Waiting',
  'seat-offered': 'Seat offered',
  declined: 'Declined',
  'fee-reminder': 'Fee reminder',
  'recertification-reminder': 'Re-certification reminder',
};

const nouns: Record<LetterKind, string> = {
  accepted: 'accepted letter',
  waiting: 'waiting letter',
  'seat-offered': 'seat offer',
  declined: 'declined letter',
  'fee-reminder': 'fee reminder',
  'recertification-reminder': 're-certification reminder',
};

/** How letters of a kind are counted: `1 fee reminder`, `30 accepted letters`. */
export const sayLetters = (kind: LetterKind, count: number): string => countOf(count, nouns[kind]);

/** Letters of a kind in a sentence, uncounted: `accepted letters`. */
export const sayLettersOf = (kind: LetterKind): string => `${nouns[kind]}s`;

/** A letter of a kind in a sentence, with its article: `the accepted letter`, `the fee reminder`. */
export const sayTheLetter = (kind: LetterKind): string => `the ${nouns[kind]}`;

/** The fields that a template may hold in braces, in the order in which they are offered. */
export const letterFields = [
  'givenName',
  'name',
  'schoolSystem',
  'cohort',
  'program',
  'organization',
  'place',
  'seats',
  'fee',
  'owed',
  'startsOn',
  'replyBy',
  'reasons',
  'applyAgain',
  'dueOn',
  'leads',
  'contact',
] as const;
export type LetterField = (typeof letterFields)[number];

/** What each field is: what it is called on a chip, and which kinds of letter know it; without kinds, all do. */
export const aboutField: Record<LetterField, { readonly label: string; readonly kinds?: readonly LetterKind[] }> = {
  givenName: { label: 'First name' },
  name: { label: 'Full name' },
  schoolSystem: { label: 'School system' },
  cohort: { label: 'Cohort' },
  program: { label: 'Program' },
  organization: { label: 'Who runs it' },
  place: { label: 'Place in order', kinds: ['accepted', 'waiting', 'seat-offered'] },
  seats: { label: 'Seats' },
  fee: { label: 'Fee' },
  owed: { label: 'Still owed', kinds: ['fee-reminder'] },
  startsOn: { label: 'First day' },
  replyBy: { label: 'Reply by', kinds: ['accepted', 'waiting', 'seat-offered', 'fee-reminder'] },
  reasons: { label: 'Reasons', kinds: ['declined'] },
  applyAgain: { label: 'When to apply again', kinds: ['declined'] },
  dueOn: { label: 'Documents due', kinds: ['recertification-reminder'] },
  leads: { label: 'Program leads' },
  contact: { label: 'Contact' },
};

/** The fields that a kind of letter knows. */
export const fieldsOf = (kind: LetterKind): readonly LetterField[] =>
  letterFields.filter((field) => aboutField[field].kinds?.includes(kind) ?? true);

/** Fields whose value takes several lines: they stand in the letter, never in its subject. */
export const manyLines: readonly LetterField[] = ['reasons', 'leads'];

/** A letter's words, with fields in braces. Subject: one line, 200 characters; body: 8,000, lines end in LF. */
export const LetterText = z.strictObject({
  subject: z
    .string()
    .trim()
    .min(1, 'a subject')
    .max(200)
    .regex(/^[^\p{Cc}]*$/u, 'one line without control characters'),
  body: z
    .string()
    .min(1, 'a letter')
    .max(8_000)
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .refine((text) => text !== '', 'a letter'),
});
export type LetterText = z.infer<typeof LetterText>;

/** The letters that come with the app for a program. */
export const LetterDefaults = z.strictObject({ format: z.literal(1), letters: z.record(LetterKind, LetterText) });
export type LetterDefaults = z.infer<typeof LetterDefaults>;

/** A template that the leads changed; the others are those that come with the app. */
export interface LetterTemplate {
  readonly id: LetterTemplateId;
  /** One row a kind. */
  readonly kind: LetterKind;
  readonly subject: string;
  readonly body: string;
  readonly changedAt: Instant;
}

const letterChannels = ['eml', 'mail-merge'] as const;
export const LetterChannel = z.enum(letterChannels);
export type LetterChannel = z.infer<typeof LetterChannel>;

export const sayChannel: Record<LetterChannel, string> = { eml: 'mail draft', 'mail-merge': 'mail merge' };

/** A letter as it was written to someone: its words never change, also when the template, the person or the cohort does. */
export interface Letter {
  readonly id: LetterId;
  readonly kind: LetterKind;
  readonly personId: PersonId;
  readonly cohortId: CohortId;
  /** What may come round again, such as the due date `2026-06-01` of documents; empty: once in a cohort. */
  readonly occasion: string;
  readonly subject: string;
  readonly body: string;
  readonly writtenAt: Instant;
  readonly channel: LetterChannel;
  /** The file's name within the folder that was chosen; never a path of this laptop. */
  readonly file: string;
}
