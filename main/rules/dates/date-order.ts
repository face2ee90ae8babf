import { addYears, CivilDate, type Instant, sayDate } from '../../../shared/model/dates.ts';

/** Two days, or moments, of which the later one can't come first, and how that is said. Both may be the same. */
interface DatePair {
  /**
   * What a refusal says, such as `Documents can’t have come in on Jun 1, 2019, before the graduation on Jun 30, 2019.
   * Choose a later day.`; of a session, what follows its name and day.
   */
  readonly say: (earlier: string, later: string, about: string) => string;
  /** What an import notes of a cell that holds such a day; it goes on from what was typed. None: no import reads it. */
  readonly note?: string;
}

/**
 * Every two days that must follow each other, with the words of the refusal. Whatever takes a day, a command, a schedule
 * or an import, checks the pairs that it touches; a test goes through this table and holds something to each.
 */
export const datePairs = {
  /** The application window. */
  'window opens, closes': {
    say: (opens, closes) =>
      `The application window closes on ${closes}, before it opens on ${opens}. Change one of the two days.`,
  },
  'cohort starts, ends': {
    say: (starts, ends) => `The cohort ends on ${ends}, before it starts on ${starts}. Change one of the two days.`,
  },
  'window opens, cohort ends': {
    say: (opens, ends) =>
      `The cohort ends on ${ends}, before its applications open on ${opens}. Change one of the two days.`,
  },
  'conference starts, ends': {
    say: (starts, ends) => `It ends on ${ends}, before it begins on ${starts}. Change one of the days.`,
  },
  'seat offered, answer due': {
    say: (_, due) => `${due} has passed. Choose a day on which they can still answer.`,
  },
  'seat offered, answered': {
    say: (offered, answered) =>
      `By this laptop’s clock it is ${answered}, and the seat was offered on ${offered}. Set the clock in the system’s date and time settings, then record the answer.`,
  },
  'applied, paid': {
    say: (applied, paid) =>
      `The payment can’t be dated ${paid}, before applications opened on ${applied}. Check the year.`,
  },
  'long ago, paid': {
    say: (longAgo, paid) => `${paid} is more than ten years ago, before ${longAgo}. Check the year.`,
  },
  'paid, today': {
    say: (paid) => `The payment can’t be dated ${paid}, in the future. Choose today or earlier.`,
  },
  'paid, refunded': {
    say: (paid, refunded) =>
      `The refund can’t be dated ${refunded}, before the payment on ${paid}. Choose that day or a later one.`,
  },
  'refunded, today': {
    say: (refunded) => `The refund can’t be dated ${refunded}, in the future. Choose today or earlier.`,
  },
  'applied, invoiced': {
    say: (applied, invoiced) =>
      `An invoice can’t be dated ${invoiced}, before applications opened on ${applied}. Check the year.`,
  },
  'long ago, invoiced': {
    say: (longAgo, invoiced) => `${invoiced} is more than ten years ago, before ${longAgo}. Check the year.`,
  },
  'invoiced, a year ahead': {
    say: (invoiced) => `${invoiced} is more than a year ahead. Check the year.`,
  },
  'cohort starts, graduated': {
    say: (starts, graduated) =>
      `No one can have graduated on ${graduated}, before the cohort started on ${starts}. Choose a later day.`,
  },
  'course attended, graduated': {
    say: (attended, graduated) =>
      `No one can have graduated on ${graduated}, before the last course that they attended, on ${attended}. Choose that day or a later one.`,
  },
  'graduated, today': {
    say: (graduated) => `No one can have graduated on ${graduated}, in the future. Choose today or earlier.`,
    note: 'is in the future',
  },
  'requirement met, today': {
    say: (met) => `A requirement can’t have been met on ${met}, in the future. Choose today or earlier.`,
  },
  'graduated, documents received': {
    say: (graduated, received) =>
      `Documents can’t be received on ${received}, before the graduation on ${graduated}. Choose a later day.`,
    note: 'is before the graduation date',
  },
  'documents received, today': {
    say: (received) => `Documents can’t be received on ${received}, in the future. Choose today or earlier.`,
    note: 'is in the future',
  },
  'activity, today': {
    say: (activity) =>
      `The activity can’t be dated ${activity}, in the future. Add it once it is done, or choose an earlier day.`,
  },
  'long before, activity': {
    say: (_, activity) => `The activity can’t be dated ${activity}, more than 20 years ago. Check the year.`,
  },
  'approved beforehand, today': {
    say: (approved) => `An activity can’t be approved on ${approved}, in the future. Choose today or earlier.`,
  },
  'evidence received, today': {
    say: (received) => `Evidence can’t be received on ${received}, in the future. Choose today or earlier.`,
  },
  'graduated, documents due': {
    say: (graduated, due) =>
      `Documents can’t be due on ${due}, before the graduation on ${graduated}. Choose a later day.`,
  },
  'graduated, extension granted': {
    say: (graduated, granted) =>
      `More time can’t have been granted on ${granted}, before the graduation on ${graduated}. Choose a later day.`,
  },
  'extension granted, today': {
    say: (granted) => `More time can’t have been granted on ${granted}, in the future. Choose today or earlier.`,
  },
  'graduated, standing changed': {
    say: (graduated, changed) =>
      `The decision can’t hold from ${changed} on, before the graduation on ${graduated}. Choose a later day.`,
  },
  'standing changed, today': {
    say: (changed) => `The decision can’t hold from ${changed} on, in the future. Choose today or earlier.`,
  },
  'standing changed, a year ahead': {
    say: (changed) => `${changed} is more than a year ahead. Check the year.`,
  },
  'graduated, re-certification paid': {
    say: (graduated, paid) =>
      `A fee of re-certification can’t be dated ${paid}, before the graduation on ${graduated}. Choose a later day.`,
  },
  'exam, today': {
    say: (exam) => `The exam can’t be dated ${exam}, in the future. Choose today or earlier.`,
  },
  'long before, exam': {
    say: (_, exam) => `The exam can’t be dated ${exam}, long before any course. Check the year.`,
  },
  'audit drawn, answered': {
    say: (drawn, answered) =>
      `The answer can’t be dated ${answered}, before the audit began on ${drawn}. Choose that day or a later one.`,
  },
  'audit answered, today': {
    say: (answered) => `The answer can’t be dated ${answered}, in the future. Choose today or earlier.`,
  },
  'first course, graduated': {
    say: (_, graduated) => `No one can have graduated on ${graduated}, long before any course. Check the year.`,
    note: 'is long before any course',
  },
  'first course, documents received': {
    say: (_, received) => `Documents can’t be received on ${received}, long before any course. Check the year.`,
    note: 'is long before any course',
  },
  'cohort starts, session held': {
    say: (starts, _, cohort) =>
      `is before ${cohort} begins on ${starts}. Choose another day, or change the cohort’s dates.`,
  },
  'session held, cohort ends': {
    say: (_, ends, cohort) => `is after ${cohort} ends on ${ends}. Choose another day, or change the cohort’s dates.`,
  },
  'sent, now': {
    say: (sent) => `${sent} is in the future. Set the day and time when it was sent.`,
  },
  'first form, sent': {
    say: (_, sent) => `${sent} is too long ago. Set the day and time when it was sent.`,
  },
  'all sent, now': {
    say: (sent) => `${sent} is in the future. Under the columns, correct when all were sent.`,
  },
  'anyone could apply, all sent': {
    say: (_, sent) =>
      `${sent} is a year or more before anyone could apply. Under the columns, correct when all were sent.`,
  },
  'row sent, tomorrow': {
    say: (sent) => `The submission time, ${sent}, is in the future.`,
  },
  'anyone could apply, row sent': {
    say: (_, sent) => `The submission time, ${sent}, is a year or more before anyone could apply.`,
  },
} as const satisfies Readonly<Record<string, DatePair>>;

const table: Readonly<Record<keyof typeof datePairs, DatePair>> = datePairs;

/** Days before this are slips: no program of this kind is so old. */
export const firstCourse = CivilDate.parse('1980-01-01');

export type DatePairName = keyof typeof datePairs;

/** One pair as a command meets it; a day that is not known is in no one’s way. */
export interface DateCheck<Moment extends CivilDate | Instant = CivilDate> {
  readonly pair: DatePairName;
  /** The day that must come first, and the one that must not be before it. */
  readonly days: readonly [earlier: Moment | null, later: Moment | null];
  /** What the sentence is about beside the days, as the name of a cohort. */
  readonly about?: string;
  /** Whose days they are, where the command is about several people. */
  readonly whose?: string;
}

/** Whether the two are the wrong way around. */
const isReversed = ({ days: [earlier, later] }: DateCheck | DateCheck<Instant>): boolean =>
  earlier !== null && later !== null && earlier > later;

/** What speaks against some days: the pairs that are reversed, a sentence each, and no sentence twice. */
export const datesReversed = (checks: readonly DateCheck[], say = sayDate): readonly string[] => reversed(checks, say);

/** The same of moments. */
export const momentsReversed = (
  checks: readonly DateCheck<Instant>[],
  say: (at: Instant) => string,
): readonly string[] => reversed(checks, say);

/** What an import notes of a day: of the pairs that are reversed the first; null where none is. */
export const noteReversed = (checks: readonly DateCheck[]): string | null => {
  const found = checks.find(isReversed);
  return found ? (table[found.pair].note ?? null) : null;
};

function reversed<Moment extends CivilDate | Instant>(
  checks: readonly DateCheck<Moment>[],
  sayMoment: (at: Moment) => string,
): readonly string[] {
  const sentences = checks.flatMap(({ pair, days: [earlier, later], whose, about = '' }) => {
    if (earlier === null || later === null || earlier <= later) return [];
    const sentence = table[pair].say(sayMoment(earlier), sayMoment(later), about);
    return [whose === undefined ? sentence : `${whose}: ${sentence}`];
  });
  return [...new Set(sentences)];
}

/** So many years back a day of money is looked at before it is believed. */
const longAgoYears = 10;

/** The day before which money is more likely mistyped than late. */
export const longAgo = (today: CivilDate): CivilDate => addYears(today, -longAgoYears);

/** The earliest of some days; null where none is known. */
export const earliest = (days: readonly (CivilDate | null)[]): CivilDate | null =>
  days.reduce<CivilDate | null>((first, day) => (day !== null && (first === null || day < first) ? day : first), null);

/** The latest of some days; null where none is known. */
export const latest = (days: readonly (CivilDate | null)[]): CivilDate | null =>
  days.reduce<CivilDate | null>((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
