import type { CivilDate } from '../../../shared/model/dates.ts';
import type { Span } from '../../../shared/model/recertification/amounts.ts';
import type { Clock } from '../../../shared/model/recertification/cycle.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import { dayAfter, earlier, later } from './calendar.ts';

/** The days that a cycle's end sets. `due`: in time without any grace; `last`: with it; null: no last day. */
export interface ClockDays {
  readonly windowOn: CivilDate | null;
  readonly earnDue: CivilDate;
  readonly earnLast: CivilDate | null;
  readonly submitDue: CivilDate;
  readonly submitGrace: CivilDate;
  readonly submitLast: CivilDate | null;
  readonly payDue: CivilDate;
  readonly payLast: CivilDate | null;
  /** The last day on which the certificate is good. */
  readonly goodDue: CivilDate;
  readonly goodLast: CivilDate;
  /** Null: no suspension. */
  readonly suspendedLast: CivilDate | null;
  /** The last day before it lapses; null: it doesn't by itself. */
  readonly lastBeforeLapse: CivilDate | null;
  /** Past this day a cycle that isn't completed is missed and the next one goes on; null: it holds. */
  readonly missedAfter: CivilDate | null;
}

/** The days of a cycle that ends on a day, under some rules. Remembered: graduates of a cohort share them. */
export function clockDays(rules: RecertificationRules, endsOn: CivilDate): ClockDays {
  let known = byRules.get(rules);
  if (!known) {
    known = new Map();
    byRules.set(rules, known);
  }
  let days = known.get(endsOn);
  if (!days) {
    days = reckon(rules, endsOn);
    known.set(endsOn, days);
  }
  return days;
}

const byRules = new WeakMap<RecertificationRules, Map<CivilDate, ClockDays>>();

function reckon({ clocks, cycle, life }: RecertificationRules, endsOn: CivilDate): ClockDays {
  const { earn, submit, pay, expire } = clocks;
  const due = ({ after }: Clock): CivilDate => later(endsOn, after);
  const graced = (clock: Clock): CivilDate => later(due(clock), clock.grace);
  const goodLast = graced(expire);
  const suspendedLast = life.suspension === null ? null : later(goodLast, life.suspension.length);
  const lastBeforeLapse = life.lapse === null ? null : later(suspendedLast ?? goodLast, life.lapse);
  const missedAfter = cycle.missed === 'holds' ? null : latest(goodLast, graced(submit), graced(pay));
  // Whoever is suspended may put right what was late; after a lapse only where completing it renews all the same.
  const ends = [life.afterLapse === 'reinstatement' ? lastBeforeLapse : null, missedAfter].filter(
    (day) => day !== null,
  );
  const lastOf = (clock: Clock, suspended: CivilDate | null): CivilDate | null => {
    const last = clock.firm ? latest(graced(clock), suspended ?? graced(clock)) : null;
    return [...ends, ...(last === null ? [] : [last])].toSorted()[0] ?? null;
  };
  const earning = life.suspension?.earning === 'counts' ? suspendedLast : null;
  return {
    windowOn: cycle.windowOpens === null ? null : firstOfLast(endsOn, cycle.windowOpens),
    earnDue: due(earn),
    earnLast: lastOf(earn, earning),
    submitDue: due(submit),
    submitGrace: graced(submit),
    submitLast: lastOf(submit, suspendedLast),
    payDue: due(pay),
    payLast: lastOf(pay, suspendedLast),
    goodDue: due(expire),
    goodLast,
    suspendedLast,
    lastBeforeLapse,
    missedAfter,
  };
}

/** The first day of so long a stretch up to an end: the six months to June 30 begin on January 1, not on December 31. */
export const firstOfLast = (endsOn: CivilDate, span: Span): CivilDate =>
  span.unit === 'days' ? earlier(endsOn, span) : earlier(dayAfter(endsOn), span);

const latest = (first: CivilDate, ...others: readonly CivilDate[]): CivilDate =>
  others.reduce((last, day) => (day > last ? day : last), first);

/** Whether a suspension that began on a day is the one that follows a cycle's end, and not a decision. */
export const isClockSuspension = (rules: RecertificationRules, endsOn: CivilDate, since: CivilDate | null): boolean => {
  const { goodLast, suspendedLast } = clockDays(rules, endsOn);
  return suspendedLast !== null && since === dayAfter(goodLast);
};
