import type { CivilDate } from '../../../shared/model/dates.ts';
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
  return rulesFor === null || !record ? null : explainStanding(factsOn(record, on), rulesFor, on);
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

const hasDueDates = ({ policy }: PolicyInForce): boolean => policy.recertification.rules === null;
