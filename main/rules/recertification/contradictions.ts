import { CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { foldName } from '../../../shared/model/people.ts';
import { type Credit, noTime, type Span, sayCredit } from '../../../shared/model/recertification/amounts.ts';
import type { Requirement } from '../../../shared/model/recertification/requirement.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import { dayBefore, dayOfYear, later, wholeMonths } from './calendar.ts';
import { type Contradiction, circlesIn, unknownNames } from './unknown-names.ts';

/**
 * What in a policy contradicts itself, so that no date or amount could satisfy it, or names something that it doesn't
 * have. A policy with any of these never takes effect.
 */
export function contradictionsIn(rules: RecertificationRules): readonly Contradiction[] {
  const unknown = unknownNames(rules);
  // What can't be found can't be compared either.
  if (unknown.length > 0) return unknown;
  const circles = circlesIn(rules);
  if (circles.length > 0) return circles;
  return [
    ...inCycle(rules),
    ...inClocks(rules),
    ...inLife(rules),
    ...inAdjustments(rules),
    ...inCredit(rules),
    ...inCarryOver(rules),
  ];
}

/** Days that spans are compared on: an ordinary day, a leap day, and a month's last. */
const samples = ['2027-06-15', '2028-02-29', '2027-08-31'].map((day) => CivilDate.parse(day));

/** Whether one stretch is longer than another wherever it begins. */
const isLonger = (one: Span, other: Span): boolean => samples.every((day) => later(day, one) > later(day, other));
const isNone = ({ count }: Span): boolean => count === 0;
const both = (one: Span, other: Span) => (day: CivilDate) => later(later(day, one), other);

function inCycle({ cycle, clocks }: RecertificationRules): Contradiction[] {
  const { length, ends, windowOpens, shortest } = cycle;
  const found: Contradiction[] = [];
  const add = (clause: string, sentence: string) => found.push({ clause, sentence });
  if (length !== null && isNone(length))
    add(cycle.clause, 'A cycle that lasts no time can’t be completed. Give it a length.');
  if (length !== null && windowOpens !== null && isLonger(windowOpens, length)) {
    add(cycle.windowClause, 'Renewal opens before the cycle begins. Open it later, or make the cycle longer.');
  }
  if (length !== null && isLonger(shortest, length)) {
    add(cycle.lateClause, 'After a late renewal more must be left of a cycle than it has in all. Ask for less.');
  }
  if (
    ends.kind === 'year-end' &&
    ends.day > 29 &&
    dayOfYear(2028, ends.month, ends.day).slice(8) !== String(ends.day)
  ) {
    add(cycle.clause, `There is no day ${ends.day} in the month in which a cycle ends. Choose the month’s last day.`);
  }
  if (ends.kind === 'year-end' && length !== null && length.unit !== 'years' && wholeMonthsOf(length) < 12) {
    add(
      cycle.clause,
      'A cycle shorter than a year can’t end with a year. Make it a year or more, or let it end on its anniversary.',
    );
  }
  const late = samples.find(
    (day) => both(clocks.submit.after, clocks.submit.grace)(day) < both(clocks.earn.after, clocks.earn.grace)(day),
  );
  if (late !== undefined && clocks.submit.firm) {
    add(
      clocks.submit.clause,
      'Earning goes on after the last day to submit, so that what is earned last can’t be handed in. Let submitting end no earlier than earning.',
    );
  }
  return found;
}

const wholeMonthsOf = (length: Span): number => {
  const [day] = samples;
  return day === undefined ? 0 : wholeMonths(day, dayBefore(later(day, length)));
};

function inClocks({ clocks, life, cycle }: RecertificationRules): Contradiction[] {
  const { earn, submit, pay, expire } = clocks;
  const found: Contradiction[] = [];
  if (life.lapse === null || life.afterLapse === 'completion-renews') return found;
  const lapses = (day: CivilDate): CivilDate =>
    later(later(both(expire.after, expire.grace)(day), life.suspension?.length ?? noTime), life.lapse ?? noTime);
  for (const [clock, what] of [
    [earn, 'earned'],
    [submit, 'submitted'],
    [pay, 'paid'],
  ] as const) {
    const day = samples.find((end) => both(clock.after, clock.grace)(end) > lapses(end));
    if (day === undefined) continue;
    found.push({
      clause: clock.clause,
      sentence: `After a cycle that ends on ${sayDate(day)}, it can be ${what} until ${sayDate(both(clock.after, clock.grace)(day))}, but the certificate lapses after ${sayDate(lapses(day))}. Let it lapse later, or close this earlier.`,
    });
  }
  if (cycle.missed === 'goes-on') {
    found.push({
      clause: cycle.missedClause,
      sentence: 'A missed cycle gives way to the next one, and the certificate lapses for it too. Choose one.',
    });
  }
  return found;
}

function inLife({ life, cycle }: RecertificationRules): Contradiction[] {
  const found: Contradiction[] = [];
  const { suspension, extension, audit, waysBack } = life;
  if (suspension !== null && isNone(suspension.length)) {
    found.push({
      clause: suspension.clause,
      sentence: 'A suspension that lasts no time suspends no one. Give it a length, or leave it out.',
    });
  }
  if (suspension !== null && cycle.missed === 'goes-on') {
    found.push({
      clause: suspension.clause,
      sentence: 'A missed cycle gives way to the next one, so that no one is ever suspended. Choose one.',
    });
  }
  if (extension !== null && isNone(extension.longest)) {
    found.push({
      clause: extension.clause,
      sentence: 'An extension of no time extends nothing. Give it a length, or leave it out.',
    });
  }
  if (audit !== null && isNone(audit.answerWithin)) {
    found.push({ clause: audit.clause, sentence: 'No one can answer an audit within no time. Give them some days.' });
  }
  for (const [at, { awayUpTo, clause }] of waysBack.entries()) {
    const earlier = waysBack
      .slice(0, at)
      .find((way) => way.awayUpTo === null || (awayUpTo !== null && !isLonger(awayUpTo, way.awayUpTo)));
    if (earlier) {
      found.push({
        clause,
        sentence:
          'No one can come back this way: one before it fits everyone whom it fits. Put the shorter time away first.',
      });
    }
  }
  return found;
}

function inAdjustments({ adjustments }: RecertificationRules): Contradiction[] {
  const found: Contradiction[] = [];
  for (const [at, { clause, begins, ends, endOn, cohort, cycle }] of adjustments.entries()) {
    for (const days of [begins, ends]) {
      if (days?.from != null && days.to !== null && days.from > days.to) {
        found.push({
          clause,
          sentence: `It holds from ${sayDate(days.from)} to ${sayDate(days.to)}, which is before. Turn the two days around.`,
        });
      }
    }
    if (endOn !== null && begins?.from != null && endOn < begins.from) {
      found.push({
        clause,
        sentence: `A cycle that begins on ${sayDate(begins.from)} or later can’t end on ${sayDate(endOn)}, before it begins.`,
      });
    }
    const rival = adjustments
      .slice(0, at)
      .find(
        (other) =>
          cohort !== null &&
          other.cohort !== null &&
          foldName(other.cohort) === foldName(cohort) &&
          other.cycle === cycle &&
          other.endOn !== endOn,
      );
    if (rival?.endOn != null && endOn !== null && begins === null && rival.begins === null) {
      found.push({
        clause,
        sentence: `${cohort} is to end on ${sayDate(rival.endOn)} and on ${sayDate(endOn)}. Keep one of the two.`,
      });
    }
  }
  return found;
}

function inCredit(rules: RecertificationRules): Contradiction[] {
  const { categories, cycle, requirement, adjustments } = rules;
  const found: Contradiction[] = [];
  const byKey = new Map(categories.map((category) => [category.key, category]));
  const isYearly = (key: string | null): boolean => {
    const category = key === null ? undefined : byKey.get(key);
    return category !== undefined && (category.mostAYear !== null || isYearly(category.within));
  };
  for (const { title, most, within, overflow, clause } of categories) {
    if (most !== null && (isYearly(within) || (overflow !== null && isYearly(overflow)))) {
      found.push({
        clause,
        sentence: `${title} has a limit for the whole cycle and counts within one for each year, which can’t be counted the same in any order. Give it a yearly limit.`,
      });
    }
  }
  const years = cycle.length === null ? null : Math.max(1, Math.ceil(wholeMonthsOf(cycle.length) / 12));
  const mostOf = (key: string): number => {
    const category = byKey.get(key);
    if (!category) return Number.POSITIVE_INFINITY;
    const yearly =
      category.mostAYear === null || years === null ? Number.POSITIVE_INFINITY : category.mostAYear * years;
    return Math.min(
      category.most ?? Number.POSITIVE_INFINITY,
      yearly,
      category.within === null ? Number.POSITIVE_INFINITY : mostOf(category.within),
    );
  };
  const total = categories.filter(({ within }) => within === null).reduce((sum, { key }) => sum + mostOf(key), 0);
  const asks = [requirement, ...adjustments.flatMap((each) => each.requirement ?? [])];
  for (const leaf of asks.flatMap(creditsAlways)) {
    const most =
      leaf.of.kind === 'category'
        ? mostOf(leaf.of.category)
        : leaf.of.kind === 'total' && categories.length > 0
          ? total
          : Number.POSITIVE_INFINITY;
    if (leaf.per === 'cycle' && leaf.least > most) {
      found.push({
        clause: leaf.clause,
        sentence: `At least ${sayCredit(leaf.least)} are asked for, but no more than ${sayCredit(most as Credit)} can count. Ask for less, or let more count.`,
      });
    }
    if (leaf.per === 'year' && years !== null && wholeMonthsOf(cycle.length ?? noTime) < 12) {
      found.push({
        clause: leaf.clause,
        sentence: 'Something is asked of each year, but a cycle is shorter than one. Ask it of the cycle.',
      });
    }
  }
  return found;
}

type CreditLeaf = Extract<Requirement, { kind: 'credit' }>;

/** The credit that every way of meeting a requirement asks for, or any one of them. */
const creditsAlways = (requirement: Requirement): readonly CreditLeaf[] => {
  if (requirement.kind === 'credit') return [requirement];
  return requirement.kind === 'item' ? [] : requirement.of.flatMap(creditsAlways);
};

function inCarryOver({ carryOver, requirement, cycle }: RecertificationRules): Contradiction[] {
  if (carryOver === null) return [];
  const found: Contradiction[] = [];
  const asksTotal = creditsAlways(requirement).some(({ of, per }) => of.kind === 'total' && per === 'cycle');
  if (!asksTotal) {
    found.push({
      clause: carryOver.clause,
      sentence: 'What is past the total carries over, but no total is asked for. Ask for one, or carry nothing over.',
    });
  }
  if (carryOver.earnedWithin !== null && cycle.length !== null && isLonger(carryOver.earnedWithin, cycle.length)) {
    found.push({
      clause: carryOver.clause,
      sentence: 'It looks back further than a cycle is long. Look back less far.',
    });
  }
  return found;
}
