import type { CivilDate } from '../../../shared/model/dates.ts';
import type {
  ExampleCycle,
  ExampleDays,
  ExampleStep,
  RecertificationExample,
} from '../../../shared/model/recertification/example.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { CertificationFacts, Cycle } from '../../../shared/model/recertification/standing.ts';
import { dayAfter } from './calendar.ts';
import { clockDays } from './clocks.ts';
import { type Frame, nextFrame } from './cycles.ts';
import { type ExampleInput, exampleFacts } from './example.ts';
import { explainStanding } from './explain.ts';
import { standingOf, trackOf } from './life.ts';
import { needsOf } from './needs.ts';
import { type RulesFor, type Walked, walkCycles } from './walk.ts';

/**
 * What one version of the rules would mean for somebody on a day: the days of their cycle, what it asks, where they would
 * be, and what comes next. The rules must not contradict themselves.
 */
export function exampleOf(rules: RecertificationRules, input: ExampleInput, on: CivilDate): RecertificationExample {
  const rulesFor: RulesFor = () => ({ version: '', rules });
  const facts = exampleFacts(rules, rulesFor, input);
  const standing = explainStanding(facts, rulesFor, on);
  const current = trackOf(facts, rulesFor, on).walked.at(-1);
  if (!current || standing.cycle === null) return { on, standing, cycle: null, next: null, asks: [], steps: [] };
  const { frame } = current.ground;
  return {
    on,
    standing,
    cycle: cycleOf(rules, frame, standing.cycle),
    next: nextOf(rules, facts, current),
    asks: asksOf(rulesFor, facts, frame),
    steps: stepsFrom(facts, rulesFor, current, on),
  };
}

const cycleOf = (rules: RecertificationRules, frame: Frame, cycle: Cycle | null): ExampleCycle => ({
  number: frame.number,
  beginsOn: frame.beginsOn,
  endsOn: frame.endsOn,
  clause: frame.clause,
  outcome: cycle?.outcome ?? 'to-come',
  completedOn: cycle?.completedOn ?? null,
  days: frame.endsOn === null ? null : daysOf(rules, frame.endsOn),
});

function daysOf(rules: RecertificationRules, endsOn: CivilDate): ExampleDays {
  const { missedAfter: _, submitGrace: __, ...days } = clockDays(rules, endsOn);
  return days;
}

/** The cycle after one: as it is completed, else as if it were by its end. */
function nextOf(
  rules: RecertificationRules,
  facts: CertificationFacts,
  { ground: { frame }, completedOn }: Walked,
): ExampleCycle | null {
  const { endsOn } = frame;
  if (endsOn === null || !rules.cycle.repeats) return null;
  return cycleOf(rules, nextFrame(rules, rules, facts, { ...frame, endsOn }, completedOn ?? endsOn), null);
}

/** What a cycle asks of somebody who has done nothing in it. */
function asksOf(rulesFor: RulesFor, facts: CertificationFacts, { number, beginsOn }: Frame) {
  if (beginsOn === null) return [];
  const bare = { ...facts, evidence: [], ticked: [], payments: [] };
  const [first] = walkCycles({ facts: bare, rulesFor, number, beginsOn, away: [], before: new Set() }, beginsOn);
  return first === undefined ? [] : needsOf(first, beginsOn);
}

/** The most steps that are worth reading. */
const mostSteps = 12;

/** The states from a cycle’s beginning on; each day on which one could change is asked about. */
function stepsFrom(facts: CertificationFacts, rulesFor: RulesFor, current: Walked, on: CivilDate): ExampleStep[] {
  const { frame, days } = current.ground;
  const start = frame.beginsOn ?? on;
  if (days === null || frame.endsOn === null) return [];
  const lastDays = [frame.endsOn, days.goodDue, days.goodLast, days.suspendedLast, days.lastBeforeLapse];
  const turns = [
    start,
    days.windowOn,
    days.submitDue,
    current.completedOn,
    ...lastDays.map((day) => (day === null ? null : dayAfter(day))),
    days.missedAfter === null ? null : dayAfter(days.missedAfter),
  ];
  const asked = [...new Set(turns.filter((day) => day !== null && day >= start))].toSorted();
  const steps: ExampleStep[] = [];
  for (const day of asked) {
    if (day === null) continue;
    const { life, cycle } = standingOf(trackOf(facts, rulesFor, day), day);
    const before = steps.at(-1);
    const number = cycle?.number ?? null;
    if (before?.life !== life || before.cycle !== number) steps.push({ life, cycle: number, from: day });
  }
  return steps.slice(0, mostSteps);
}
