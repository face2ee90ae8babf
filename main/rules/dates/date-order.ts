import { addYears, type CivilDate, sayDate } from '../../../shared/model/dates.ts';

/** Two days of which the later one can't come first, and how the refusal says it. Both days may be the same. */
interface DatePair {
  /** Such as `Documents can’t have come in on Jun 1, 2019, before the graduation on Jun 30, 2019. Choose a later day.` */
  readonly say: (earlier: string, later: string) => string;
}

/**
 * Every two days that must follow each other, with the words of the refusal. Each command that takes a day checks the
 * pairs that it touches with `datesInOrder`; a test goes through this table and holds a command to each.
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
      `By this laptop’s clock it is ${answered}, and the seat was offered on ${offered}. Set the clock in the system’s date and time settings, then note the answer.`,
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
  },
  'requirement met, today': {
    say: (met) => `A requirement can’t have been met on ${met}, in the future. Choose today or earlier.`,
  },
  'graduated, documents received': {
    say: (graduated, received) =>
      `Documents can’t be received on ${received}, before the graduation on ${graduated}. Choose a later day.`,
  },
  'documents received, today': {
    say: (received) => `Documents can’t be received on ${received}, in the future. Choose today or earlier.`,
  },
  'graduated, documents due': {
    say: (graduated, due) =>
      `Documents can’t be due on ${due}, before the graduation on ${graduated}. Choose a later day.`,
  },
} as const satisfies Readonly<Record<string, DatePair>>;

export type DatePairName = keyof typeof datePairs;

/** One pair as a command meets it; a day that is not known is in no one’s way. */
export interface DateCheck {
  readonly pair: DatePairName;
  /** The day that must come first, and the one that must not be before it. */
  readonly days: readonly [earlier: CivilDate | null, later: CivilDate | null];
  /** Whose days they are, where the command is about several people. */
  readonly whose?: string;
}

/** What stands against some days: the pairs that are reversed, a sentence each, and no sentence twice. */
export function datesReversed(checks: readonly DateCheck[]): readonly string[] {
  const sentences = checks.flatMap(({ pair, days: [earlier, later], whose }) => {
    if (earlier === null || later === null || earlier <= later) return [];
    const sentence = datePairs[pair].say(sayDate(earlier), sayDate(later));
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
