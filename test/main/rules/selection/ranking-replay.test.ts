import { describe, expect, it } from 'vitest';
import { replayRanking } from '../../../../main/rules/selection/ranking.ts';
import type { Ranking, RankingFacts, StoredRanking } from '../../../../shared/model/applicants.ts';
import { PolicyVersionId } from '../../../../shared/model/ids.ts';
import { applicant, at, day, policy } from '../al-cto.ts';
import { rankAndSeat } from './ranked.ts';

const decided = (facts: RankingFacts): Ranking => {
  const ranking = rankAndSeat(policy, 30, [facts]).get(facts.applicationId);
  if (!ranking) throw new Error('Every application gets a decision.');
  return ranking;
};

const stored = (facts: RankingFacts, ranking: Ranking): StoredRanking => ({
  facts,
  ranking,
  seats: 30,
  policyVersionId: PolicyVersionId.parse('0190a3c4-0000-7000-8000-000000000001'),
  decidedAt: at('2024-06-01T12:00:00.000Z'),
});

const inOrder = applicant();
const tooNew = applicant({ yearsInEducation: 1 });
const tooLate = applicant({ windowClosesOn: day('2024-01-01') });

describe('A stored decision is made again, and each thing that was stored otherwise is noticed:', () => {
  it.each<[string, RankingFacts, Partial<Ranking>]>([
    ['another verdict', tooNew, { verdict: 'needs-a-look' }],
    ['another tier', inOrder, { tier: 3 }],
    ['a place of someone who had withdrawn', applicant({ stands: false }), { place: 4 }],
    ['late, who was in time', inOrder, { late: true }],
    ['in time, who was late', tooLate, { late: false }],
    ['overruled, whom no one did', inOrder, { overruled: true }],
    [
      'by the rule, whom a lead overruled',
      applicant({ overrule: { tier: 3, reason: 'Joined' } }),
      { overruled: false },
    ],
  ])('%s', (_what, facts, changed) => {
    const ranking = decided(facts);
    expect(replayRanking(policy, stored(facts, ranking)).agrees, 'as it was stored').toBe(true);
    expect(replayRanking(policy, stored(facts, { ...ranking, ...changed })).agrees).toBe(false);
  });
});
