import { describe, expect, it } from 'vitest';
import { replayRanking } from '../../../../main/rules/selection/ranking.ts';
import type { Ranking, RankingFacts } from '../../../../shared/model/applicants.ts';
import { PolicyVersionId } from '../../../../shared/model/ids.ts';
import { applicant, at, day, policy } from '../al-cto.ts';
import { decide, rankApplications, sentences } from './ranked.ts';

describe('A lead’s overrule', () => {
  it('sets the tier, with the lead’s words first and the rule’s own reasons after', () => {
    const facts = applicant({ yearsInEducation: 2, overrule: { tier: 2, reason: 'Two more years in Georgia' } });
    const ranking = decide(facts);
    expect(ranking).toMatchObject({ verdict: 'within-seats', tier: 2, place: 1, overruled: true });
    expect(ranking.reasons[0]).toEqual({
      outcome: 'overruled',
      sentence: 'In tier 2, set by a lead: “Two more years in Georgia”',
      seen: 'by the rule: not eligible',
      clause: '',
    });
    expect(sentences(ranking).slice(1, 3)).toEqual(sentences(decide({ ...facts, overrule: null })));
  });

  it('shuts out someone whom the rule would rank', () => {
    const ranking = decide(applicant({ overrule: { tier: null, reason: 'Applied by mistake' } }));
    expect(ranking).toMatchObject({ verdict: 'not-eligible', tier: null, place: null, overruled: true });
    expect(ranking.reasons[0]).toMatchObject({
      sentence: 'Not eligible, set by a lead: “Applied by mistake”',
      seen: 'by the rule: tier 2',
    });
  });

  it('settles a late application', () => {
    const facts = applicant({
      windowClosesOn: day('2024-01-01'),
      overrule: { tier: 2, reason: 'Our form was down that day' },
    });
    expect(decide(facts)).toMatchObject({ verdict: 'within-seats', tier: 2, late: true, overruled: true });
  });

  it('does not bring back someone who has withdrawn', () => {
    const facts = applicant({ stands: false, overrule: { tier: 1, reason: 'Director since May' } });
    expect(decide(facts)).toMatchObject({ place: null, tier: null });
  });
});

describe('A stored decision', () => {
  const versionId = PolicyVersionId.parse('0190a3c4-0000-7000-8000-000000000001');
  const people = [
    applicant({ membership: 'delegate', highestPost: 'yes' }),
    applicant(),
    applicant({ yearsInEducation: 1 }),
    applicant({ yearsInEducation: null }),
    applicant({ windowClosesOn: day('2024-01-01') }),
    applicant({ overrule: { tier: 3, reason: 'Joined last week' } }),
    applicant({ stands: false }),
  ];
  const stored = (facts: RankingFacts, ranking: Ranking) => ({
    facts,
    ranking,
    seats: 2,
    policyVersionId: versionId,
    decidedAt: at('2024-06-01T12:00:00.000Z'),
  });

  it('gives the old answer, with every reason, when it is made again', () => {
    const rankings = rankApplications(policy, 2, people);
    for (const facts of people) {
      const ranking = rankings.get(facts.applicationId);
      if (ranking === undefined) throw new Error('Every application gets a decision.');
      expect(replayRanking(policy, stored(facts, ranking))).toEqual({ agrees: true, ranking });
    }
  });

  it('does not agree with another tier, even where the seat is the same', () => {
    const facts = applicant();
    expect(replayRanking(policy, stored(facts, { ...decide(facts), tier: 3 })).agrees).toBe(false);
  });

  it('does not agree with a decision that the rule would not make', () => {
    const facts = applicant({ yearsInEducation: 1 });
    const wrong = { ...decide(applicant()), tier: 2 };
    expect(replayRanking(policy, stored(facts, wrong)).agrees).toBe(false);
  });
});
