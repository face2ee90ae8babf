import { type ApplicationStatus, type SubmittedDoubt, sayStatus } from '../../../shared/model/applicants.ts';
import {
  type CohortStatus,
  type ParticipantStatus,
  sayCohortStatus,
  sayParticipantStatus,
} from '../../../shared/model/cohorts.ts';
import { CivilDate, ClockTime, Instant, sayClock, sayDate, sayInstant } from '../../../shared/model/dates.ts';
import { Cents, sayCents } from '../../../shared/model/money.ts';
import { sayPhone } from '../../../shared/model/people.ts';
import { saySubmittedDoubt } from '../../../shared/model/submitted.ts';
import type { LogNames } from './log-names.ts';

/** How a value of the log reads. */
export type Said = (value: string | number, names: LogNames) => string;

/** How the log reads for the rows of one table. Texts begin in lower case: a subject may stand before them. */
export interface LogWords<Row> {
  /** Whose row it is, said before the text; null: the text stands alone. */
  readonly about: (row: Row, names: LogNames) => string | null;
  readonly added: (row: Row, names: LogNames) => string;
  readonly removed: (row: Row, names: LogNames) => string;
  /** The fields that are told when they change: what to call them, and how their values read. */
  readonly fields: { readonly [Field in keyof Row]?: readonly [word: string, say: Said] };
}

export const plain: Said = (value) => String(value);
export const quoted: Said = (value) => `“${value}”`;
export const day: Said = (value) => sayDate(CivilDate.parse(value));
export const clock: Said = (value) => sayClock(ClockTime.parse(value));
export const money: Said = (value) => sayCents(Cents.parse(value));
export const phone: Said = (value) => sayPhone(String(value));
export const yesNo: Said = (value) => (value === 'yes' ? 'yes' : 'no');
export const moment: Said = (value, names) => sayInstant(Instant.parse(value), names.zone);
/** The word of a code, or the code where a later version of the app has one more. */
const wordOf =
  (words: Readonly<Record<string, string>>): Said =>
  (value) =>
    (words[String(value)] ?? String(value)).toLowerCase();
export const status: Said = wordOf(sayStatus satisfies Record<ApplicationStatus, string>);
export const cohortStatus: Said = wordOf(sayCohortStatus satisfies Record<CohortStatus, string>);
export const participantStatus: Said = wordOf(sayParticipantStatus satisfies Record<ParticipantStatus, string>);
/** Why a time of submission is not relied on. */
export const doubt: Said = wordOf(saySubmittedDoubt satisfies Record<SubmittedDoubt, string>);
export const person: Said = (value, names) => names.person(value);
export const applicant: Said = (value, names) => names.applicant(value);
export const participant: Said = (value, names) => names.participant(value);
export const organization: Said = (value, names) => names.organization(value);
/** A document that is too long to be told. */
export const unsaid: Said = () => '';
