import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { foldName } from '../../../shared/model/people.ts';
import { noTime, type Span } from '../../../shared/model/recertification/amounts.ts';
import type { Contradiction } from '../../../shared/model/recertification/contradiction.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import { dayOfYear, later } from './calendar.ts';
import { inCarryOver, inCredit } from './contradicting-credit.ts';
import { isLonger, samples, wholeMonthsOf } from './lengths.ts';
import { circlesIn, unknownNames } from './unknown-names.ts';

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

const isNone = ({ count }: Span): boolean => count === 0;
const both = (one: Span, other: Span) => (day: CivilDate) => later(later(day, one), other);

function inCycle({ cycle, clocks }: RecertificationRules): Contradiction[] {
  const { length, ends, windowOpens, shortest } = cycle;
  const found: Contradiction[] = [];
  const add = (at: string, clause: string, sentence: string) => found.push({ at: `cycle.${at}`, clause, sentence });
  if (length !== null && isNone(length))
    add('length', cycle.clause, 'A cycle that lasts no time can’t be completed. Give it a length.');
  if (length !== null && windowOpens !== null && isLonger(windowOpens, length)) {
    add(
      'windowOpens',
      cycle.windowClause,
      'Renewal opens before the cycle begins. Open it later, or make the cycle longer.',
    );
  }
  if (length !== null && isLonger(shortest, length)) {
    add(
      'shortest',
      cycle.lateClause,
      'After a late renewal more must be left of a cycle than it has in all. Ask for less.',
    );
  }
  if (
    ends.kind === 'year-end' &&
    ends.day > 29 &&
    dayOfYear(2028, ends.month, ends.day).slice(8) !== String(ends.day)
  ) {
    add(
      'ends',
      cycle.clause,
      `The month in which a cycle ends has no day ${ends.day}. Choose the last day of the month.`,
    );
  }
  if (ends.kind === 'year-end' && length !== null && length.unit !== 'years' && wholeMonthsOf(length) < 12) {
    add(
      'length',
      cycle.clause,
      'A cycle shorter than a year can’t end with a year. Make it a year or more, or let it end on its anniversary.',
    );
  }
  const late = samples.find(
    (day) => both(clocks.submit.after, clocks.submit.grace)(day) < both(clocks.earn.after, clocks.earn.grace)(day),
  );
  if (late !== undefined && clocks.submit.firm) {
    found.push({
      at: 'clocks.submit',
      clause: clocks.submit.clause,
      sentence:
        'Earning goes on after the last day to submit, so that what is earned last can’t be handed in. Let submitting end no earlier than earning.',
    });
  }
  return found;
}

function inClocks({ clocks, life, cycle }: RecertificationRules): Contradiction[] {
  const { earn, submit, pay, expire } = clocks;
  const found: Contradiction[] = [];
  if (life.lapse === null || life.afterLapse === 'completion-renews') return found;
  const lapses = (day: CivilDate): CivilDate =>
    later(later(both(expire.after, expire.grace)(day), life.suspension?.length ?? noTime), life.lapse ?? noTime);
  for (const [clock, what, at] of [
    [earn, 'earned', 'earn'],
    [submit, 'submitted', 'submit'],
    [pay, 'paid', 'pay'],
  ] as const) {
    const day = samples.find((end) => both(clock.after, clock.grace)(end) > lapses(end));
    if (day === undefined) continue;
    found.push({
      at: `clocks.${at}`,
      clause: clock.clause,
      sentence: `After a cycle that ends on ${sayDate(day)}, it can be ${what} until ${sayDate(both(clock.after, clock.grace)(day))}, but the certificate lapses after ${sayDate(lapses(day))}. Let it lapse later, or close this earlier.`,
    });
  }
  if (cycle.missed === 'goes-on') {
    found.push({
      at: 'cycle.missed',
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
      at: 'life.suspension',
      clause: suspension.clause,
      sentence: 'A suspension that lasts no time suspends no one. Give it a length, or leave it out.',
    });
  }
  if (suspension !== null && cycle.missed === 'goes-on') {
    found.push({
      at: 'life.suspension',
      clause: suspension.clause,
      sentence: 'A missed cycle gives way to the next one, so that no one is ever suspended. Choose one.',
    });
  }
  if (extension !== null && isNone(extension.longest)) {
    found.push({
      at: 'life.extension',
      clause: extension.clause,
      sentence: 'An extension of no time extends nothing. Give it a length, or leave it out.',
    });
  }
  if (audit !== null && isNone(audit.answerWithin)) {
    found.push({
      at: 'life.audit',
      clause: audit.clause,
      sentence: 'No one can answer an audit within no time. Give them some days.',
    });
  }
  for (const [at, { awayUpTo, clause }] of waysBack.entries()) {
    const earlier = waysBack
      .slice(0, at)
      .find((way) => way.awayUpTo === null || (awayUpTo !== null && !isLonger(awayUpTo, way.awayUpTo)));
    if (earlier) {
      found.push({
        at: `life.waysBack.${at}`,
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
          at: `adjustments.${at}`,
          clause,
          sentence: `It holds from ${sayDate(days.from)} to ${sayDate(days.to)}, which is before. Turn the two days around.`,
        });
      }
    }
    if (endOn !== null && begins?.from != null && endOn < begins.from) {
      found.push({
        at: `adjustments.${at}`,
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
        at: `adjustments.${at}`,
        clause,
        sentence: `${cohort} is to end on ${sayDate(rival.endOn)} and on ${sayDate(endOn)}. Keep one of the two.`,
      });
    }
  }
  return found;
}
