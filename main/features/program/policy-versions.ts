import { type Application, type Ranking, StoredRanking, sayVerdict } from '../../../shared/model/applicants.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import type { PolicyVersionId } from '../../../shared/model/ids.ts';
import { fromJson } from '../../../shared/model/json.ts';
import { Policy, type PolicyVersion } from '../../../shared/model/program.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { ReplayView } from '../../../shared/views/selection.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { replayRanking } from '../../rules/selection/ranking.ts';

const replayDecision: Query<'applicants.replay'> = (facts, { applicationId }) => {
  const application = facts.database.get<Pick<Application, 'decision'>>(
    'SELECT decision FROM application WHERE id = ?',
    applicationId,
  );
  if (!application) return refuse('This application no longer exists. Its import may have been undone.');
  if (application.decision === null) return done(null);
  const stored = fromJson(StoredRanking, application.decision);
  const version = policyVersionOf(facts, stored.policyVersionId);
  if (!version) return refuse('The policy version behind this decision no longer exists.');
  const { agrees, ranking } = replayRanking(version.policy, stored);
  const differences = agrees ? [] : differencesBetween(stored.ranking, ranking);
  return done<ReplayView>({ policyNumber: version.number, agrees, sentence: say(version.number, agrees), differences });
};

const say = (number: number, agrees: boolean): string =>
  `Decided under version ${sayNumber(number)}; the same rule gives ${agrees ? 'the same answer' : 'another answer'} today`;

/** The version that a decision was made under; its document is read once. */
export function policyVersionOf(
  { database, cached }: Facts,
  policyVersionId: PolicyVersionId,
): { readonly policy: Policy; readonly number: number } | null {
  return cached(`policy version ${policyVersionId}`, ['policyVersion'], () => {
    const row = database.get<PolicyVersion>('SELECT * FROM policyVersion WHERE id = ?', policyVersionId);
    return row ? { policy: fromJson(Policy, row.document), number: row.number } : null;
  });
}

/** What came out otherwise than it was stored. */
function differencesBetween(then: Ranking, now: Ranking): string[] {
  const tier = (value: number | null): string => (value === null ? 'no tier' : `tier ${value}`);
  const place = (value: number | null): string => (value === null ? 'no place' : `place ${value}`);
  const pairs: readonly (readonly [string, string])[] = [
    [sayVerdict[then.verdict].toLowerCase(), sayVerdict[now.verdict].toLowerCase()],
    [tier(then.tier), tier(now.tier)],
    [place(then.place), place(now.place)],
    [then.late ? 'late' : 'in time', now.late ? 'late' : 'in time'],
    [then.overruled ? 'overruled' : 'not overruled', now.overruled ? 'overruled' : 'not overruled'],
  ];
  return pairs.filter(([was, is]) => was !== is).map(([was, is]) => `Then ${was}, now ${is}.`);
}

export const replayQueries: Pick<Handlers, 'applicants.replay'> = { 'applicants.replay': replayDecision };
