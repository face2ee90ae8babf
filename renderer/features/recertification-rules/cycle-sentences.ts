import { sayDate } from '../../../shared/model/dates.ts';
import { sayMonth } from '../../../shared/model/months.ts';
import { saySpan } from '../../../shared/model/recertification/amounts.ts';
import type { Adjustment, CycleRules } from '../../../shared/model/recertification/cycle.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import { sayAsked } from './asked-sentences.ts';
import type { RuleSentence } from './rule-sentence.ts';
import { inARow, sayBegins, sayEarly, sayLate, sayMissed } from './words.ts';

/** When cycles begin and end, and how one follows another. */
export function cycleSentences({ cycle }: RecertificationRules): RuleSentence[] {
  const lines: RuleSentence[] = [];
  const add = (sentence: string, clause: string) => lines.push({ sentence: `${sentence}.`, clause, depth: 0 });
  add(sayLength(cycle), cycle.clause);
  if (cycle.length !== null && cycle.ends.kind !== 'anniversary') add(sayFirstCycle(cycle), cycle.firstClause);
  if (cycle.firstAsks === 'in-proportion') {
    add('A first cycle that is shorter than others asks for its share, by months', cycle.firstClause);
  }
  if (cycle.firstAsks === 'nothing') add('The first cycle asks for nothing', cycle.firstClause);
  add(cycle.repeats ? 'The next cycle begins by itself' : 'No cycle follows by itself', cycle.repeatsClause);
  if (cycle.length !== null) {
    add(
      cycle.windowOpens === null
        ? 'A cycle can be completed from its first day on'
        : `A cycle can be completed in its last ${saySpan(cycle.windowOpens)}`,
      cycle.windowClause,
    );
  }
  if (cycle.repeats) {
    add(`After an early completion: ${lower(sayEarly[cycle.early])}`, cycle.earlyClause);
    add(`After a late completion: ${lower(sayLate[cycle.late])}${sayShortest(cycle)}`, cycle.lateClause);
    add(`When a cycle isn’t completed: ${lower(sayMissed[cycle.missed])}`, cycle.missedClause);
  }
  return lines;
}

const lower = (sentence: string): string => `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`;

function sayLength({ begins, length, ends }: CycleRules): string {
  if (length === null) return 'Each graduate’s cycle ends on the day that the leads set';
  const from = `A cycle lasts ${saySpan(length)}, counted from ${sayBegins[begins]}`;
  switch (ends.kind) {
    case 'anniversary':
      return ends.lastDay === 'same-day'
        ? `${from}, and ends on that same date`
        : `${from}, and ends on the day before that date`;
    case 'birth-month':
      return `${from}, and ends with the person’s birth month`;
    case 'year-end':
      return `${from}, and ends on ${sayMonth(ends.month)} ${ends.day}`;
  }
}

function sayFirstCycle({ first, ends }: CycleRules): string {
  const day = ends.kind === 'year-end' ? `a ${sayMonth(ends.month)} ${ends.day}` : 'the end of a birth month';
  switch (first) {
    case 'prolonged':
      return `The first cycle is extended to end on ${day}`;
    case 'shortened':
      return `The first cycle is shortened to end on ${day}`;
    case 'in-that-year':
      return `The first cycle ends on ${day} of the calendar year in which its full length is up`;
  }
}

const sayShortest = ({ late, shortest }: CycleRules): string =>
  late === 'keep-end' && !(shortest.unit === 'days' && shortest.count <= 1)
    ? `, but has at least ${saySpan(shortest)} left`
    : '';

/** Dates stated for a cohort, lines of a transition table, and reliefs. */
export function datesSentences(rules: RecertificationRules): RuleSentence[] {
  if (rules.adjustments.length === 0) {
    return [{ sentence: 'No dates are stated for anyone in particular.', clause: '', depth: 0 }];
  }
  return rules.adjustments.map((line) => ({
    sentence: `${sayWhom(line)}: ${sayChange(rules, line)}.`,
    clause: line.clause,
    depth: 0,
  }));
}

/** For whom, and for which cycles, a line holds. */
function sayWhom({ cohort, cycle, begins, ends }: Adjustment): string {
  const parts = [
    cohort,
    cycle === null ? null : `cycle ${cycle}`,
    begins === null ? null : `a cycle that begins ${sayDays(begins)}`,
    ends === null ? null : `a cycle that would end ${sayDays(ends)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'Everyone' : parts.join(', ');
}

function sayDays({ from, to }: NonNullable<Adjustment['begins']>): string {
  if (from !== null && to !== null) return `from ${sayDate(from)} to ${sayDate(to)}`;
  if (from !== null) return `on ${sayDate(from)} or later`;
  return to === null ? 'on any day' : `on ${sayDate(to)} or earlier`;
}

function sayChange(rules: RecertificationRules, { endOn, longer, requirement }: Adjustment): string {
  const parts = [
    endOn === null ? null : `it ends on ${sayDate(endOn)}`,
    longer.count === 0 ? null : `it is ${saySpan(longer)} longer`,
    requirement === null ? null : `it asks for ${sayAsked(rules, requirement)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'nothing is different' : inARow(parts);
}
