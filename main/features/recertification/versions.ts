import type { ParticipantId, PolicyVersionId } from '../../../shared/model/ids.ts';
import { RecertificationPinId } from '../../../shared/model/recertification/facts.ts';
import type { ExplainedStanding } from '../../../shared/model/recertification/standing.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { VersionChoice, VersionMove } from '../../../shared/views/recertification-life.ts';
import type { Facts, PolicyInForce } from '../../call/facts.ts';
import type { Command, Handlers, Query } from '../../call/handler.ts';
import { insert } from '../../log/change.ts';
import { explainStanding } from '../../rules/recertification/explain.ts';
import { sayDifferences, whyNotMove } from '../../rules/recertification/version-move.ts';
import { type Certified, certifiedOn } from './certified.ts';
import { factsOn, recordsOf } from './record.ts';
import { rulesOn, withPins } from './standing.ts';

const moved = ({ number, effectiveOn, policy }: PolicyInForce) => ({
  number,
  effectiveOn,
  hasRules: policy.recertification.rules !== null,
});

/** The version that someone's current cycle goes by; undefined: they are in none. */
const versionOf = ({ policies }: Facts, { standing }: Certified): PolicyInForce | undefined =>
  policies.find(({ versionId }) => versionId === standing.cycle?.version);

/** Where the current cycle's rules are, and the newer ones that it could be moved to. */
export function versionChoices(facts: Facts, certified: Certified): VersionChoice {
  const own = versionOf(facts, certified);
  const newer = facts.policies.filter(
    (to) => own && whyNotMove(certified.graduate.name, certified.standing, moved(own), moved(to), facts.today) === null,
  );
  const listed = ({ versionId, number, effectiveOn, note }: PolicyInForce) => ({
    versionId,
    number,
    effectiveOn,
    note,
  });
  return { own: own ? listed(own) : null, newer: newer.map(listed).toSorted((a, b) => b.number - a.number) };
}

interface Move {
  readonly name: string;
  readonly cycle: number;
  readonly to: PolicyInForce;
  readonly before: ExplainedStanding;
  readonly after: ExplainedStanding;
}

/** What a move of the current cycle to a version would make of someone today; or why it can't be. */
function moveTo(facts: Facts, participantId: ParticipantId, versionId: PolicyVersionId): Result<Move> {
  const now = certifiedOn(facts, participantId, facts.today);
  if (!now.ok) return now;
  const { graduate, standing } = now.value;
  const own = versionOf(facts, now.value);
  const to = facts.policies.find((each) => each.versionId === versionId);
  if (!to) return refuse('This version of the policy was undone. Choose another one.');
  if (!own || standing.cycle === null) return refuse(`${graduate.name} isn’t in a cycle, so there is none to move.`);
  const problem = whyNotMove(graduate.name, standing, moved(own), moved(to), facts.today);
  if (problem !== null) return { ok: false, problem };
  const record = recordsOf(facts.database, [participantId]).get(participantId);
  const usual = rulesOn(facts, facts.today);
  if (!record || usual === null) return refuse(`${graduate.name} isn’t in a cycle, so there is none to move.`);
  const cycle = standing.cycle.number;
  const pin = { cycle, policyVersionId: versionId, decidedOn: facts.today };
  const rulesFor = withPins(facts, usual, [...record.life.pins, pin], facts.today);
  const after = explainStanding(factsOn(record, facts.today), rulesFor, facts.today);
  return done({ name: graduate.name, cycle, to, before: standing, after });
}

const preview: Query<'recertification.previewMove'> = (facts, { participantId, versionId }) => {
  const move = moveTo(facts, participantId, versionId);
  if (!move.ok) return move;
  const { name, cycle, to, before, after } = move.value;
  const answer: VersionMove = { name, cycle, version: to.number, differences: sayDifferences(before, after) };
  return done(answer);
};

const move: Command<'recertification.moveVersion'> = (facts, { participantId, versionId, reason }) => {
  const found = moveTo(facts, participantId, versionId);
  if (!found.ok) return found;
  const { name, cycle, to } = found.value;
  return {
    ok: true,
    label: `Moved cycle ${cycle} of ${name} to version ${to.number} of the policy: “${reason}”`,
    changes: [
      insert('recertificationPin', {
        id: RecertificationPinId.parse(facts.newId()),
        participantId,
        cycle,
        policyVersionId: versionId,
        decidedOn: facts.today,
        reason,
      }),
    ],
    value: null,
  };
};

export const versionMoveQueries: Pick<Handlers, 'recertification.previewMove'> = {
  'recertification.previewMove': preview,
};
export const versionMoveCommands: Pick<Handlers, 'recertification.moveVersion'> = {
  'recertification.moveVersion': move,
};
