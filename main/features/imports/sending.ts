import type { Application, SubmittedDoubt } from '../../../shared/model/applicants.ts';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import { type CivilDate, ClockTime, type Instant, instantAt, sayInstant } from '../../../shared/model/dates.ts';
import type { SentAt, SheetMapping } from '../../../shared/model/imports.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { earliestSent, latestSent, saySubmittedDoubt } from '../../../shared/model/submitted.ts';
import { momentsReversed } from '../../rules/dates/date-order.ts';

/** When a row was sent, and whether that can be relied on. */
export interface Sending {
  /** As read; the moment of the import where nothing was. */
  readonly at: Instant;
  readonly doubt: SubmittedDoubt | null;
  /** Why it is doubted, where reading the cell does not say it; null: nothing to say. */
  readonly note: string | null;
  /** Whether someone said it for the whole file, as no column tells it. */
  readonly forAll: boolean;
}

/** What a moment of sending is judged by. */
interface SendingInput {
  readonly now: Instant;
  readonly cohort: Cohort;
  readonly policy: Policy;
  /** When all were sent where no column tells it; null: no one said. */
  readonly sentAt?: Instant | null;
}

/** When a row was sent: what was read from its cell, what was typed there, and whether there is such a column. */
export function sendingOf(
  read: Instant | null,
  typed: string,
  hasColumn: boolean,
  { now, cohort, sentAt = null }: SendingInput,
): Sending {
  if (read === null && typed.trim() !== '') return { at: now, doubt: 'unreadable', note: null, forAll: false };
  if (read === null && !hasColumn && sentAt !== null) return { at: sentAt, doubt: null, note: null, forAll: true };
  if (read === null) {
    const note = hasColumn ? null : 'The file has no column for the time of submission.';
    return { at: now, doubt: 'missing', note, forAll: false };
  }
  const [note] = momentsReversed(
    [
      { pair: 'row sent, tomorrow', days: [read, latestSent(now)] },
      { pair: 'anyone could apply, row sent', days: [earliestSent(cohort.opensOn), read] },
    ],
    (moment) => moment.slice(0, 10),
  );
  if (note === undefined) return { at: read, doubt: null, note: null, forAll: false };
  return { at: read, doubt: 'implausible', note, forAll: false };
}

/**
 * The moment at which all rows of a file were sent, as someone said it; null where no one did, or every sheet has a
 * column that tells it. Without a time it is the end of the day, so that no one whose time is known loses a place to
 * it; today, it is now. Refused where it can't be right: a moment for everyone at once is worth asking again.
 */
export function momentForAll(
  mappings: readonly SheetMapping[],
  sentAt: SentAt | null,
  opensOn: CivilDate | null,
  { now, today, zone }: { readonly now: Instant; readonly today: CivilDate; readonly zone: string },
): Result<Instant | null> {
  if (sentAt === null || mappings.every(({ fields }) => fields.includes('submittedAt'))) return done(null);
  const { day, time } = sentAt;
  const at = time === null && day === today ? now : instantAt(day, time ?? endOfDay, zone);
  const [wrong] = momentsReversed(
    [
      { pair: 'all sent, now', days: [at, now] },
      { pair: 'anyone could apply, all sent', days: [earliestSent(opensOn), at] },
    ],
    (moment) => sayInstant(moment, zone),
  );
  return wrong === undefined ? done(at) : refuse(wrong);
}

const endOfDay = ClockTime.parse('23:59');

/** `sent on Apr 3, 2024, 4:33 PM, as said for the whole file`. */
export const saySentForAll = (at: Instant, zone: string): string =>
  `sent on ${sayInstant(at, zone)}, as said for the whole file`;

/** The times of an application and what is wrong with them. */
type Times = Pick<Application, 'firstSubmittedAt' | 'latestSubmittedAt' | 'submittedDoubt'>;

/** The times of a new application: one that is doubtful has those of its import, which stand for nothing. */
export const timesOf = ({ at, doubt }: Sending, { now }: SendingInput): Times => {
  const moment = doubt === null ? at : now;
  return { firstSubmittedAt: moment, latestSubmittedAt: moment, submittedDoubt: doubt };
};

/** What one more sending makes of an application's times, and whether its answers are the latest. */
export function timesAfter(
  before: Times,
  { at, doubt }: Sending,
  { now, policy }: SendingInput,
): { readonly times: Partial<Times>; readonly isLatest: boolean } {
  if (doubt !== null) {
    // Times that can be relied on stand, unless the place in line hangs on the latest one, which no one knows now.
    const counts = before.submittedDoubt === null && policy.admission.withinTier === 'latest-submission';
    return { times: counts ? { latestSubmittedAt: now, submittedDoubt: doubt } : {}, isLatest: true };
  }
  if (before.submittedDoubt !== null) {
    const knowsFirst = before.firstSubmittedAt !== before.latestSubmittedAt && before.firstSubmittedAt < at;
    const firstSubmittedAt = knowsFirst ? before.firstSubmittedAt : at;
    return { times: { firstSubmittedAt, latestSubmittedAt: at, submittedDoubt: null }, isLatest: true };
  }
  const isLatest = at >= before.latestSubmittedAt;
  return {
    times: {
      ...(at < before.firstSubmittedAt && { firstSubmittedAt: at }),
      ...(isLatest && { latestSubmittedAt: at }),
    },
    isLatest,
  };
}

/** What a doubtful time means for who sent it, as the dry run says it; null where it means nothing. */
export function sayConsequence(
  { doubt }: Sending,
  before: Times | null,
  after: SubmittedDoubt | null,
  zone: string,
): string | null {
  if (doubt === null) return null;
  if (before !== null && after === null) {
    return `The time of the earlier submission, ${sayInstant(before.firstSubmittedAt, zone)}, is kept.`;
  }
  return 'Until you set when it was sent, it stays under Needs a look and has no place in the order.';
}

/** The time of submission as the dry run shows it where a sending settles it. */
export const differenceOfTimes = (before: Times, after: Times, zone: string) =>
  before.submittedDoubt !== null && after.submittedDoubt === null
    ? [
        {
          field: 'time of submission',
          before: saySubmittedDoubt[before.submittedDoubt],
          after: sayInstant(after.firstSubmittedAt, zone),
        },
      ]
    : [];
