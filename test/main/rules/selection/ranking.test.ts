import { describe, expect, it } from 'vitest';
import type { RankingFacts } from '../../../../shared/model/applicants.ts';
import { admitting, applicant, at, policy } from '../al-cto.ts';
import { decide, outcomes, rankApplications, sentences } from './ranked.ts';

describe('The order of acceptance', () => {
  it.each<[string, Partial<RankingFacts>, number | null]>([
    [
      'a Delegate in the highest position, new to education',
      { membership: 'delegate', highestPost: 'yes', yearsInEducation: 0 },
      1,
    ],
    [
      'a Delegate in the highest position whose years no one knows',
      { membership: 'delegate', highestPost: 'yes', yearsInEducation: null },
      1,
    ],
    [
      'a Delegate in another post with three years',
      { membership: 'delegate', highestPost: 'no', yearsInEducation: 3 },
      2,
    ],
    [
      'a Delegate in another post with 2.9 years',
      { membership: 'delegate', highestPost: 'no', yearsInEducation: 2.9 },
      null,
    ],
    ['a General Member with exactly three years', { membership: 'general', yearsInEducation: 3 }, 2],
    ['a General Member with 2.9 years', { membership: 'general', yearsInEducation: 2.9 }, null],
    [
      'a General Member in the highest position with two years',
      { membership: 'general', highestPost: 'yes', yearsInEducation: 2 },
      null,
    ],
    ['a General Member whose post no one knows', { membership: 'general', highestPost: null, yearsInEducation: 3 }, 2],
    ['a HigherEd member with three years', { membership: 'higher-ed', yearsInEducation: 3 }, 2],
    ['a HigherEd member with one year', { membership: 'higher-ed', yearsInEducation: 1 }, null],
    ['a non-member with three years', { membership: 'non-member', yearsInEducation: 3 }, 3],
    ['a non-member in the highest position', { membership: 'non-member', highestPost: 'yes', yearsInEducation: 21 }, 3],
    ['a non-member with less than a year', { membership: 'non-member', yearsInEducation: 0 }, null],
    [
      'someone new in another post, whatever the membership',
      { membership: null, highestPost: 'no', yearsInEducation: 1 },
      null,
    ],
  ])('places %s', (_who, facts, tier) => {
    const ranking = decide(applicant(facts));
    expect(ranking.tier).toBe(tier);
    expect(ranking.verdict).toBe(tier === null ? 'not-eligible' : 'within-seats');
    expect(ranking.place).toBe(tier === null ? null : 1);
  });

  it.each<[string, Partial<RankingFacts>, string]>([
    [
      'a General Member without years',
      { yearsInEducation: null },
      'Years in education not given; find out whether there are at least 3: tier 2 if so, not eligible if not',
    ],
    [
      'a General Member without years, whose post makes no difference',
      { highestPost: null, yearsInEducation: null },
      'Years in education not given; find out whether there are at least 3: tier 2 if so, not eligible if not',
    ],
    [
      'a General Member whose years were not understood',
      { yearsInEducation: null, answers: { yearsInEducation: 'a while' } },
      'Years in education not understood; find out whether there are at least 3: tier 2 if so, not eligible if not',
    ],
    [
      'a Delegate with ten years whose post no one knows',
      { membership: 'delegate', highestPost: null },
      'Highest EdTech position not given; find out whether it is held: tier 1 if so, tier 2 if not',
    ],
    [
      'a Delegate with one year whose post no one knows',
      { membership: 'delegate', highestPost: null, yearsInEducation: 1 },
      'Highest EdTech position not given; find out whether it is held: tier 1 if so, not eligible if not',
    ],
    [
      'a Delegate in another post without years',
      { membership: 'delegate', highestPost: 'no', yearsInEducation: null },
      'Years in education not given; find out whether there are at least 3: tier 2 if so, not eligible if not',
    ],
    ['someone without a membership', { membership: null }, 'Membership not given; find out which it is'],
    [
      'someone new in the highest position without a membership',
      { membership: null, highestPost: 'yes', yearsInEducation: 1 },
      'Membership not given; find out which it is',
    ],
    [
      'a membership that the policy has no more',
      { membership: 'gold', answers: { membership: 'Gold' } },
      'Membership not understood; find out which it is',
    ],
  ])('asks a lead to look at %s', (_who, facts, question) => {
    const ranking = decide(applicant(facts));
    expect(ranking).toMatchObject({ verdict: 'needs-a-look', tier: null, place: null });
    expect(ranking.reasons.filter((reason) => reason.outcome === 'unknown').map((reason) => reason.sentence)).toEqual([
      question,
    ]);
  });

  it('asks every question at once where two facts are missing', () => {
    const ranking = decide(applicant({ membership: 'delegate', highestPost: null, yearsInEducation: null }));
    expect(outcomes(ranking)).toEqual(['met', 'unknown', 'unknown']);
  });

  it('does not ask for a fact that changes nothing', () => {
    const bothInOne = admitting({
      tiers: [
        {
          rank: 1,
          name: 'Delegate Members',
          paths: [
            { membership: 'delegate', highestPost: 'required', minimumYears: null, clause: 'tier-1' },
            { membership: 'delegate', highestPost: 'not-held', minimumYears: null, clause: 'silent-delegate' },
          ],
        },
      ],
    });
    const ranking = decide(applicant({ membership: 'delegate', highestPost: null, yearsInEducation: null }), bothInOne);
    expect(ranking).toMatchObject({ verdict: 'within-seats', tier: 1 });
    expect(outcomes(ranking)).toEqual(['met', 'not-needed', 'not-needed', 'order', 'order']);
  });
});

describe('Places', () => {
  const sentAt = (hour: number) => at(`2024-04-10T${String(hour).padStart(2, '0')}:00:00.000Z`);

  it('go by tier first, then by the first sending', () => {
    const late = applicant({ membership: 'non-member', firstSubmittedAt: sentAt(1) });
    const general = applicant({ firstSubmittedAt: sentAt(3) });
    const again = applicant({ firstSubmittedAt: sentAt(2), latestSubmittedAt: sentAt(9) });
    const director = applicant({ membership: 'delegate', highestPost: 'yes', firstSubmittedAt: sentAt(8) });
    const rankings = rankApplications(policy, 3, [late, general, again, director]);
    expect([director, again, general, late].map(({ applicationId }) => rankings.get(applicationId)?.place)).toEqual([
      1, 2, 3, 4,
    ]);
    expect(sentences(rankings.get(general.applicationId))).toContain('2nd by date of application in the tier');
    expect(sentences(rankings.get(general.applicationId))).toContain('Place 3 of 3');
    expect(rankings.get(general.applicationId)?.verdict).toBe('within-seats');
    expect(rankings.get(late.applicationId)?.verdict).toBe('waiting');
    expect(sentences(rankings.get(late.applicationId))).toContain(
      '1st on the waiting list: place 4, past the last of 3 seats',
    );
  });

  it('go by the latest sending where the policy says so', () => {
    const again = applicant({ firstSubmittedAt: sentAt(2), latestSubmittedAt: sentAt(9) });
    const once = applicant({ firstSubmittedAt: sentAt(3) });
    const rankings = rankApplications(admitting({ withinTier: 'latest-submission' }), 30, [again, once]);
    expect(rankings.get(once.applicationId)?.place).toBe(1);
    expect(sentences(rankings.get(again.applicationId))).toContain('2nd by date of the latest form in the tier');
  });

  it('say so where only the order of the records decided', () => {
    const [first, second] = [applicant(), applicant()];
    const rankings = rankApplications(policy, 30, [second, first]);
    const tie = 'in the tier; another was sent at the same moment, so the order of the records decided';
    expect(rankings.get(first.applicationId)?.place).toBe(1);
    expect(sentences(rankings.get(first.applicationId))).toContain(`1st by date of application ${tie}`);
    expect(sentences(rankings.get(second.applicationId))).toContain(`2nd by date of application ${tie}`);
  });

  it('of one moment go by which was read first, which older applications say by their ids', () => {
    const old = applicant({ applicationId: '018f0000-0000-7000-8000-000000000001' });
    const second = applicant({ applicationId: '1', readOrder: '018f0000-0000-7000-8000-000000000003' });
    const first = applicant({ applicationId: '2', readOrder: '018f0000-0000-7000-8000-000000000002' });
    const rankings = rankApplications(policy, 30, [second, first, old]);
    expect([old, first, second].map(({ applicationId }) => rankings.get(applicationId)?.place)).toEqual([1, 2, 3]);
  });

  it('past the last seat are declined where the policy says so', () => {
    const rankings = rankApplications(admitting({ pastLastSeat: 'decline' }), 0, [applicant()]);
    const [ranking] = rankings.values();
    expect(ranking?.verdict).toBe('past-last-seat');
    expect(sentences(ranking)).toContain('Place 1, past the last of 0 seats; no seat is left');
  });

  it('are not taken by people who have withdrawn', () => {
    const gone = applicant({ stands: false, firstSubmittedAt: sentAt(1) });
    const here = applicant({ firstSubmittedAt: sentAt(2) });
    const rankings = rankApplications(policy, 30, [gone, here]);
    expect(rankings.get(here.applicationId)?.place).toBe(1);
    expect(rankings.get(gone.applicationId)).toMatchObject({ verdict: 'not-eligible', tier: null, place: null });
    expect(sentences(rankings.get(gone.applicationId))[0]).toBe('Not ranked: withdrawn, declined or deferred');
  });
});
