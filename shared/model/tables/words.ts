import { type ApplicationStatus, type SubmittedDoubt, sayStatus } from '../applicants.ts';
import { type CohortStatus, type ParticipantStatus, sayCohortStatus, sayParticipantStatus } from '../cohorts.ts';
import { CivilDate, ClockTime, Instant, sayClock, sayDate, sayInstant } from '../dates.ts';
import { Cents, sayCents } from '../money.ts';
import { sayPhone } from '../people.ts';
import { saySubmittedDoubt } from '../submitted.ts';
import type { TableName } from '../tables.ts';

/** What the ids and codes in a row are called; who reads the log provides it. */
export interface RowNames {
  readonly zone: string;
  /** What a row is called, by its table's own words, also when it is no longer there. */
  of(table: TableName, id: string | number | null): string;
  /** The walk-in behind the code of a badge: `Anna Ohne, badge 61`; null where the code is no walk-in’s. */
  walkIn(code: string | null): string | null;
  membership(id: string | number): string;
  /** A requirement for graduation by its key. */
  requirement(id: string | number): string;
}

/** How a value of the log reads. */
export type SayValue = (value: string | number, names: RowNames) => string;

/** How the log reads for the rows of one table. Texts begin in lower case: a subject may stand before them. */
export interface RowWords<Row> {
  /** Whose row it is, said before the text; null: the text stands alone. */
  readonly about: (row: Row, names: RowNames) => string | null;
  /** What other rows' sentences call it, where that is not what `about` says. */
  readonly called?: (row: Row, names: RowNames) => string;
  /** What it is called when no one can tell any more. */
  readonly gone?: string;
  readonly added: (row: Row, names: RowNames) => string;
  readonly removed: (row: Row, names: RowNames) => string;
  /** The fields that are told when they change: what to call them, and how their values read. */
  readonly fields: { readonly [Field in keyof Row]?: readonly [word: string, say: SayValue] };
}

export const plain: SayValue = (value) => String(value);
export const quoted: SayValue = (value) => `“${value}”`;
export const day: SayValue = (value) => sayDate(CivilDate.parse(value));
export const clock: SayValue = (value) => sayClock(ClockTime.parse(value));
export const money: SayValue = (value) => sayCents(Cents.parse(value));
export const phone: SayValue = (value) => sayPhone(String(value));
export const yesNo: SayValue = (value) => (value === 'yes' ? 'yes' : 'no');
export const moment: SayValue = (value, names) => sayInstant(Instant.parse(value), names.zone);
/** The word of a code, or the code where a later version of the app has one more. */
const wordOf =
  (words: Readonly<Record<string, string>>): SayValue =>
  (value) =>
    (words[String(value)] ?? String(value)).toLowerCase();
export const status: SayValue = wordOf(sayStatus satisfies Record<ApplicationStatus, string>);
export const cohortStatus: SayValue = wordOf(sayCohortStatus satisfies Record<CohortStatus, string>);
export const participantStatus: SayValue = wordOf(sayParticipantStatus satisfies Record<ParticipantStatus, string>);
/** Why a time of submission is not relied on. */
export const doubt: SayValue = wordOf(saySubmittedDoubt satisfies Record<SubmittedDoubt, string>);
/** The name of the row that an id belongs to. */
export const nameIn =
  (table: TableName): SayValue =>
  (value, names) =>
    names.of(table, value);
/** A document that is too long to be told. */
export const unsaid: SayValue = () => '';

/** One changed field: `status submitted → accepted`; a value that came or went alone says so. */
export function sayField(
  word: string,
  say: SayValue,
  before: string | number | null,
  after: string | number | null,
  names: RowNames,
): string {
  if (say === unsaid) return word;
  const value = (of: string | number): string => say(of, names);
  if (before === null) return after === null ? word : `${word} ${value(after)}`;
  return `${word} ${value(before)} → ${after === null ? 'none' : value(after)}`;
}
