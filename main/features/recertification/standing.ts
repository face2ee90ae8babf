import type { CivilDate } from '../../../shared/model/dates.ts';
import type { RecertificationPin } from '../../../shared/model/recertification/facts.ts';
import type { ExplainedStanding } from '../../../shared/model/recertification/standing.ts';
import type { Facts, PolicyInForce } from '../../call/facts.ts';
import { explainStanding } from '../../rules/recertification/explain.ts';
import { rulesUnder } from '../../rules/recertification/kept-rules.ts';
import type { RulesFor } from '../../rules/recertification/walk.ts';
import { factsOn, recordsOf } from './record.ts';
import type { Graduate } from './rows.ts';

/** Where a graduate's certification stands on a day, and why; null without a program. */
export function standingOf(facts: Facts, graduate: Graduate, on: CivilDate): ExplainedStanding | null {
  const rulesFor = rulesOn(facts, on);
  const record = recordsOf(facts.database, [graduate.participantId]).get(graduate.participantId);
  if (rulesFor === null || !record) return null;
  return explainStanding(factsOn(record, on), withPins(facts, rulesFor, record.life.pins, on), on);
}

/**
 * Which version each cycle goes by: the one in force on the cycle's first day. A due date that the leads set, without
 * rules of its own, goes by the version of the day asked about, as the list does.
 */
export function rulesOn({ policies, policyOn }: Facts, on: CivilDate): RulesFor | null {
  const today = policyOn(on);
  const [first] = policies.toSorted((a, b) => a.number - b.number);
  if (today === null || first === undefined) return null;
  return (_cycle, beginsOn) => {
    const own = beginsOn === null ? first : (policyOn(beginsOn) ?? first);
    const version: PolicyInForce = own.policy.recertification.rules === null && hasDueDates(today) ? today : own;
    return { version: version.versionId, rules: rulesUnder(version.policy) };
  };
}

/** The same of someone of whom leads moved cycles to other versions: each from the day of the decision on, the latest one. */
export function withPins(
  { policies }: Facts,
  rulesFor: RulesFor,
  pins: readonly Pick<RecertificationPin, 'cycle' | 'policyVersionId' | 'decidedOn'>[],
  on: CivilDate,
): RulesFor {
  const made = pins.filter(({ decidedOn }) => decidedOn <= on);
  if (made.length === 0) return rulesFor;
  return (cycle, beginsOn) => {
    const pin = made.findLast((each) => each.cycle === cycle);
    const version = pin && policies.find(({ versionId }) => versionId === pin.policyVersionId);
    return version ? { version: version.versionId, rules: rulesUnder(version.policy) } : rulesFor(cycle, beginsOn);
  };
}

const hasDueDates = ({ policy }: PolicyInForce): boolean => policy.recertification.rules === null;
