import { countOf, sayCount } from '../../../shared/model/counts.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { Policy } from '../../../shared/model/program.ts';

/** One thing that a draft changes of what comes after admission, and the draft without it. */
export interface LaterLever {
  /** `30 days of grace instead of 60`. */
  readonly name: string;
  readonly without: Policy;
}

type Said<Part> = readonly (readonly [keys: readonly (keyof Part)[], say: (now: Part, then: Part) => string])[];

const completion: Said<Policy['completion']> = [
  [
    ['courses'],
    (now, then) => `${countOf(then.courses.length, 'course')} needed instead of ${sayCount(now.courses.length)}`,
  ],
  [['leastShare'], (now, then) => `attended from ${then.leastShare}% of the hours instead of ${now.leastShare}%`],
  [
    ['excused'],
    (_, then) => (then.excused === 'counts' ? 'excused absences count' : 'excused absences must be made up'),
  ],
  [
    ['otherCohortsSessions'],
    (_, then) =>
      then.otherCohortsSessions === 'count'
        ? 'sessions of other cohorts count'
        : 'sessions of other cohorts don’t count',
  ],
  [
    ['makeUpAssignment'],
    (_, then) =>
      then.makeUpAssignment === 'needed'
        ? 'make-ups count only where a lead assigned them'
        : 'make-ups count for anyone who attends them',
  ],
  [['measure', 'sessionsRequired', 'hoursRequired'], () => 'what completes a course'],
  [['partsOfSessions'], () => 'whether parts of sessions add up'],
  [['makeUpDays'], () => 'the last day for make-ups'],
];
const fee: Said<Policy['fee']> = [
  [['amount'], (now, then) => `a fee of ${sayCents(then.amount)} instead of ${sayCents(now.amount)}`],
  [['atTheDoor'], () => 'what happens at the door'],
];
const recertification: Said<Policy['recertification']> = [
  [['graceDays'], (now, then) => `${countOf(then.graceDays, 'day')} of grace instead of ${sayCount(now.graceDays)}`],
  [
    ['laterCohortsYears'],
    (now, then) =>
      `due after ${sayYearsOrNever(then.laterCohortsYears)} instead of ${sayYearsOrNever(now.laterCohortsYears)}`,
  ],
  [['dueDates'], () => 'the due dates of cohorts by name'],
];

const sayYearsOrNever = (years: number | null): string => (years === null ? 'no set time' : countOf(years, 'year'));

/** Everything that a draft changes of completion, fees or re-certification, one by one. */
export function laterLevers(
  now: Policy,
  then: Policy,
  area: 'completion' | 'fees' | 'recertification',
): readonly LaterLever[] {
  switch (area) {
    case 'completion':
      return levers(completion, now.completion, then.completion, (part) => ({ ...then, completion: part }));
    case 'fees':
      return levers(fee, now.fee, then.fee, (part) => ({ ...then, fee: part }));
    case 'recertification':
      return levers(recertification, now.recertification, then.recertification, (part) => ({
        ...then,
        recertification: part,
      }));
  }
}

function levers<Part extends object>(
  said: Said<Part>,
  now: Part,
  then: Part,
  within: (part: Part) => Policy,
): readonly LaterLever[] {
  return said.flatMap(([keys, say]) => {
    if (keys.every((key) => JSON.stringify(now[key]) === JSON.stringify(then[key]))) return [];
    const back = { ...then, ...Object.fromEntries(keys.map((key) => [key, now[key]])) };
    return [{ name: say(now, then), without: within(back) }];
  });
}
