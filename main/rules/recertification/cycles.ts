import type { CivilDate } from '../../../shared/model/dates.ts';
import { foldName } from '../../../shared/model/people.ts';
import type { Adjustment } from '../../../shared/model/recertification/cycle.ts';
import type { Requirement } from '../../../shared/model/recertification/requirement.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { CertificationFacts, CycleDays } from '../../../shared/model/recertification/standing.ts';
import { dayAfter, dayBefore, later, wholeMonths, yearDayFrom, yearDayIn } from './calendar.ts';

/** The days of a cycle before anything is known of what happened in it. */
export interface Frame extends CycleDays {
  readonly number: number;
  /** What ends are counted from, and how many lengths on: always from the first day, so that February 29 comes again. */
  readonly grid: { readonly base: CivilDate; readonly times: number; readonly of: RecertificationRules } | null;
  /** The end that the next cycle counts from. */
  readonly countsFrom: CivilDate | null;
  /** What it asks for: the policy's, or an adjustment's. */
  readonly requirement: Requirement;
  /** The share of it, of 1: below that for a first cycle in proportion. */
  readonly share: number;
}

/** What the first cycle's end, or that after a return, counts from. */
export function anchorOf({ cycle }: RecertificationRules, facts: CertificationFacts): CivilDate | null {
  switch (cycle.begins) {
    case 'graduation':
      return facts.graduatedOn;
    case 'issue':
      return facts.issuedOn;
    case 'exam':
      return facts.examOn;
  }
}

/** The first cycle, or the one that begins with a return or a reinstatement. */
export function firstFrame(
  rules: RecertificationRules,
  facts: CertificationFacts,
  number: number,
  beginsOn: CivilDate | null,
): Frame {
  const { cycle } = rules;
  const grid = beginsOn === null || cycle.length === null ? null : { base: beginsOn, times: 1, of: rules };
  const endsOn = grid === null ? null : firstEnd(rules, facts, grid.base);
  return adjusted(rules, facts, { number, beginsOn, endsOn, grid, share: shareOf(rules, number, beginsOn, endsOn) });
}

/** The cycle after one that was completed on a day; null: after one that was missed or excused. */
export function nextFrame(
  rules: RecertificationRules,
  before: RecertificationRules,
  facts: CertificationFacts,
  prior: Frame & { readonly endsOn: CivilDate },
  completedOn: CivilDate | null,
): Frame {
  const number = prior.number + 1;
  const isLate = completedOn !== null && completedOn > prior.endsOn;
  const { early, late } = before.cycle;
  if (completedOn !== null && (isLate ? late : early) === 'move-end') {
    const grid = rules.cycle.length === null ? null : { base: gridBase(rules, completedOn), times: 1, of: rules };
    const endsOn = grid === null ? null : naturalEnd(rules, grid, 'prolonged', facts);
    return adjusted(rules, facts, { number, beginsOn: dayAfter(completedOn), endsOn, grid, share: 1 });
  }
  const startsNextDay = completedOn !== null && !isLate && early === 'next-day-keep-end';
  const beginsOn = dayAfter(startsNextDay ? completedOn : prior.endsOn);
  let grid = nextGrid(rules, prior);
  let endsOn = grid === null ? null : naturalEnd(rules, grid, 'prolonged', facts);
  const least = isLate ? later(completedOn, rules.cycle.shortest) : beginsOn;
  // A length of no time at all is refused with the policy, so that this ends.
  while (grid !== null && endsOn !== null && endsOn < least && grid.times < 2_000) {
    grid = { ...grid, times: grid.times + 1 };
    endsOn = naturalEnd(rules, grid, 'prolonged', facts);
  }
  return adjusted(rules, facts, { number, beginsOn, endsOn, grid, share: 1 });
}

/**
 * Anniversaries go on from the first day where the rules are the same and nothing moved the end; everything else counts
 * from the end before, as the ends of years do, which have no day to lose.
 */
function nextGrid(
  rules: RecertificationRules,
  { grid, countsFrom, endsOn }: Frame & { readonly endsOn: CivilDate },
): Frame['grid'] {
  if (rules.cycle.length === null) return null;
  const isByAnniversary = rules.cycle.ends.kind === 'anniversary';
  if (isByAnniversary && grid !== null && grid.of.cycle === rules.cycle) return { ...grid, times: grid.times + 1 };
  return { base: gridBase(rules, countsFrom ?? endsOn), times: 1, of: rules };
}

/** The day that lengths are added to, given the last day before: the day itself, or the first after it where ends are the day before. */
const gridBase = ({ cycle: { ends } }: RecertificationRules, last: CivilDate): CivilDate =>
  ends.kind === 'anniversary' && ends.lastDay === 'day-before' ? dayAfter(last) : last;

type FirstKind = RecertificationRules['cycle']['first'];

const firstEnd = (rules: RecertificationRules, facts: CertificationFacts, base: CivilDate): CivilDate | null =>
  naturalEnd(rules, { base, times: 1, of: rules }, rules.cycle.first, facts, true);

/** Where a cycle ends by itself. `isFirst`: its base is its first day, else the last day of the one before. */
function naturalEnd(
  { cycle: { ends, length } }: RecertificationRules,
  { base, times }: NonNullable<Frame['grid']>,
  kind: FirstKind,
  { birthMonth }: CertificationFacts,
  isFirst = false,
): CivilDate | null {
  if (length === null) return null;
  const reached = later(base, length, times);
  if (ends.kind === 'anniversary') return ends.lastDay === 'same-day' ? reached : dayBefore(reached);
  if (ends.kind === 'birth-month' && birthMonth === null) return null;
  const [month, day] = ends.kind === 'birth-month' ? [birthMonth ?? 1, 31] : [ends.month, ends.day];
  const target = isFirst ? dayBefore(reached) : reached;
  const after = yearDayFrom(target, month, day);
  if (kind === 'prolonged' || after === target) return after;
  const chosen =
    kind === 'in-that-year'
      ? yearDayIn(reached, month, day)
      : yearDayIn(later(after, { unit: 'years', count: 1 }, -1), month, day);
  return chosen > base ? chosen : after;
}

/** How much of what is asked for a first cycle asks: by its whole months, of those that a full one has. */
function shareOf(
  { cycle }: RecertificationRules,
  number: number,
  beginsOn: CivilDate | null,
  endsOn: CivilDate | null,
): number {
  if (number > 1 || cycle.firstAsks === 'all') return 1;
  if (cycle.firstAsks === 'nothing') return 0;
  if (beginsOn === null || endsOn === null || cycle.length === null) return 1;
  const full = wholeMonths(beginsOn, dayBefore(later(beginsOn, cycle.length)));
  return full === 0 ? 1 : Math.min(1, wholeMonths(beginsOn, endsOn) / full);
}

type Bare = Pick<Frame, 'number' | 'beginsOn' | 'endsOn' | 'grid' | 'share'>;

/** A frame with what transition tables, reliefs, the leads' own dates and extensions make of it, in this order. */
function adjusted(rules: RecertificationRules, facts: CertificationFacts, bare: Bare): Frame {
  const { number } = bare;
  let { beginsOn, endsOn, grid } = bare;
  let clause = number === 1 ? rules.cycle.clause : rules.cycle.repeatsClause;
  let { requirement } = rules;
  const holds = (day: CivilDate): boolean => beginsOn === null || day >= beginsOn;
  for (const adjustment of rules.adjustments) {
    if (!fits(adjustment, facts.cohort, { number, beginsOn, endsOn })) continue;
    const stated = adjustment.endOn !== null && holds(adjustment.endOn) ? adjustment.endOn : endsOn;
    const moved = stated === null ? null : later(stated, adjustment.longer);
    if (moved !== endsOn) [endsOn, grid, clause] = [moved, null, adjustment.clause];
    requirement = adjustment.requirement ?? requirement;
  }
  const stated = facts.statedEnds.find((end) => end.cycle === number);
  if (stated && stated.endOn !== endsOn) {
    [endsOn, grid] = [stated.endOn, null];
    // A lead's date holds whatever the records say of the beginning.
    if (beginsOn !== null && beginsOn > endsOn) beginsOn = endsOn;
  }
  const frame = {
    number,
    beginsOn,
    endsOn,
    clause,
    grid,
    requirement,
    share: bare.share,
    countsFrom: endsOn,
    extendedFrom: null,
  };
  return extended(rules, facts, frame);
}

const folds = new Map<string, string>();

/** A cohort's name as it is compared; a program has few. */
function folded(name: string): string {
  let known = folds.get(name);
  if (known === undefined) {
    known = foldName(name);
    if (folds.size > 1_000) folds.clear();
    folds.set(name, known);
  }
  return known;
}

function fits(
  { cohort, cycle, begins, ends }: Adjustment,
  of: string,
  frame: Pick<Frame, 'number' | 'beginsOn' | 'endsOn'>,
): boolean {
  const within = (day: CivilDate | null, days: Adjustment['begins']): boolean =>
    days === null || (day !== null && (days.from === null || day >= days.from) && (days.to === null || day <= days.to));
  return (
    (cohort === null || folded(cohort) === folded(of)) &&
    (cycle === null || cycle === frame.number) &&
    within(frame.beginsOn, begins) &&
    within(frame.endsOn, ends)
  );
}

/** The latest extension granted holds; one that would shorten the cycle does nothing. */
function extended({ life }: RecertificationRules, facts: CertificationFacts, frame: Frame): Frame {
  const { endsOn } = frame;
  if (endsOn === null) return frame;
  const until = facts.extensions.reduce<CivilDate>(
    (last, { cycle, untilOn }) => (cycle === frame.number && untilOn > last ? untilOn : last),
    endsOn,
  );
  if (until === endsOn) return frame;
  const moves = life.extension?.next === 'from-extended-end';
  return {
    ...frame,
    endsOn: until,
    extendedFrom: endsOn,
    ...(moves ? { grid: null, countsFrom: until } : {}),
  };
}
