import type { CivilDate } from '../../../shared/model/dates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { CertificationFacts, ExplainedStanding } from '../../../shared/model/recertification/standing.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import { noProgram } from '../../call/no-program.ts';
import { explainStanding } from '../../rules/recertification/explain.ts';
import { rulesUnder } from '../../rules/recertification/kept-rules.ts';
import type { LifeFacts } from './life-facts.ts';
import { factsOn, recordsOf } from './record.ts';
import { type Graduate, graduateBy } from './rows.ts';
import { rulesOn, withPins } from './standing.ts';

/** A graduate's certification on a day, with the rules of the cycle that it is in. */
export interface Certified {
  readonly graduate: Graduate;
  readonly facts: CertificationFacts;
  /** Its decisions and payments as rows. */
  readonly life: LifeFacts;
  readonly standing: ExplainedStanding;
  readonly rules: RecertificationRules;
}

/** What a decision about someone's certification on a day goes by; refuses whoever never graduated. */
export function certifiedOn(facts: Facts, participantId: ParticipantId, on: CivilDate): Result<Certified> {
  const graduate = graduateBy(facts, participantId, on);
  if (!graduate) {
    return refuse(
      'That person isn’t a graduate, maybe because the graduation was undone. Open the list and choose again.',
    );
  }
  const usual = rulesOn(facts, on);
  const record = recordsOf(facts.database, [participantId]).get(participantId);
  if (usual === null || !record) return noProgram();
  const rulesFor = withPins(facts, usual, record.life.pins, on);
  const certification = factsOn(record, on);
  const standing = explainStanding(certification, rulesFor, on);
  const own = facts.policies.find(({ versionId }) => versionId === standing.cycle?.version);
  const rules = own ? rulesUnder(own.policy) : rulesFor(1, null).rules;
  return done({ graduate, facts: certification, life: record.life, standing, rules });
}
