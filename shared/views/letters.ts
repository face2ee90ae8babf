import type { CivilDate, Instant } from '../model/dates.ts';
import type { CohortId, PersonId } from '../model/ids.ts';
import type { LetterChannel, LetterField, LetterKind, LetterText } from '../model/letters.ts';
import type { ListSlice } from './page.ts';

export const letterShows = ['to-write', 'written', 'everyone'] as const;
export type LetterShow = (typeof letterShows)[number];

/** How the parts of the list are called. */
export const sayLetterShow: Record<LetterShow, string> = {
  'to-write': 'To write',
  written: 'Written',
  everyone: 'Everyone',
};

/** Someone who is to get a letter, or has it. */
export interface LetterRow {
  readonly personId: PersonId;
  readonly name: string;
  readonly organization: string;
  /** Empty: none is known. */
  readonly email: string;
  /** Whether a mail draft can be written to the address. */
  readonly mailable: boolean;
  readonly place: number | null;
  /** False where it was written before and is not for this person any more. */
  readonly isToGet: boolean;
  /** Whether the letter was written on this occasion: for this offer, for this due date. */
  readonly hasIt: boolean;
  /** The last time that it was written; null: not yet. */
  readonly writtenAt: Instant | null;
  /** How often it was written. */
  readonly times: number;
  /** When it was written on this occasion by a step that was undone since: it may have been sent. Null: it was not. */
  readonly undoneAt: Instant | null;
  /** A sentence for each field without a value, the reply-by day left aside; empty: the letter can be written. */
  readonly missing: readonly string[];
}

/** How many are to get a kind of letter and have none, and how many have it. */
export interface LetterCounts {
  readonly toWrite: number;
  readonly written: number;
}

export interface LettersAnswer extends ListSlice<LetterRow> {
  readonly cohort: { readonly id: CohortId; readonly name: string };
  readonly kind: LetterKind;
  readonly counts: Readonly<Record<LetterKind, LetterCounts>>;
  /** Of those who have no letter of this kind: to whom it was written before, by a step that was undone since. */
  readonly undone: number;
  /** Of those who have no letter of this kind yet: without an address that a draft can go to. */
  readonly withoutEmail: number;
  readonly template: LetterText & {
    /** Whether the leads changed the words. */
    readonly changed: boolean;
    /** The words that came with the app. */
    readonly original: LetterText;
  };
  /** The fields that this kind of letter knows. */
  readonly fields: readonly LetterField[];
  /** Whether the template asks for a day to reply by. */
  readonly asksReplyBy: boolean;
  /** A day to reply by, two weeks from today, to begin with. */
  readonly usualReplyBy: CivilDate;
}

/** A letter as it would be written to one person now. */
export interface LetterPreview {
  readonly personId: PersonId;
  readonly name: string;
  readonly organization: string;
  readonly email: string;
  readonly mailable: boolean;
  readonly subject: string;
  readonly body: string;
  /** A sentence for each field without a value. */
  readonly missing: readonly string[];
  /** What is wrong with the words themselves. */
  readonly problems: readonly string[];
  /** Letters of this kind that were written, newest first. */
  readonly written: readonly {
    readonly at: Instant;
    readonly channel: LetterChannel;
    readonly file: string;
    readonly subject: string;
    readonly body: string;
    /** Whether its step was undone since; its file had left by then. */
    readonly isUndone: boolean;
  }[];
}
