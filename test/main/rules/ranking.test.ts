import { describe, expect, it } from 'vitest';
import { replayRanking } from '../../../main/rules/ranking.ts';
import type { Ranking, RankingFacts } from '../../../shared/model/applicants.ts';
import { PolicyVersionId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { admitting, applicant, at, day, policy } from './al-cto.ts';
import { rankApplications } from './said-rankings.ts';

function decide(facts: RankingFacts, under: Policy = policy): Ranking {
  const ranking = rankApplications(under, 30, [facts]).get(facts.applicationId);
  if (ranking === undefined) throw new Error('Every application gets a decision.');
  return ranking;
}
const sentences = (ranking: Ranking | undefined): string[] => (ranking?.reasons ?? []).map((reason) => reason.sentence);
const outcomes = (ranking: Ranking): string[] => ranking.reasons.map((reason) => reason.outcome);

describe('The order of acceptance', () => {
  it.each<[string, Partial<RankingFacts>, number | null]>([
    [
      'a Delegate in the highest post, new to education',
      { membership: 'delegate', highestPost: 'yes', yearsInEducation: 0 },
      1,
    ],
    [
      'a Delegate in the highest post whose years nobody knows',
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
      'a General Member in the highest post with two years',
      { membership: 'general', highestPost: 'yes', yearsInEducation: 2 },
      null,
    ],
    ['a General Member whose post nobody knows', { membership: 'general', highestPost: null, yearsInEducation: 3 }, 2],
    ['a HigherEd member with three years', { membership: 'higher-ed', yearsInEducation: 3 }, 2],
    ['a HigherEd member with one year', { membership: 'higher-ed', yearsInEducation: 1 }, null],
    ['a non-member with three years', { membership: 'non-member', yearsInEducation: 3 }, 3],
    ['a non-member in the highest post', { membership: 'non-member', highestPost: 'yes', yearsInEducation: 21 }, 3],
    ['a non-member with less than a year', { membership: 'non-member', yearsInEducation: 0 }, null],
    [
      'somebody new in another post, whatever the membership',
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
      'a Delegate with ten years whose post nobody knows',
      { membership: 'delegate', highestPost: null },
      'Highest EdTech post not given; find out whether it is held: tier 1 if so, tier 2 if not',
    ],
    [
      'a Delegate with one year whose post nobody knows',
      { membership: 'delegate', highestPost: null, yearsInEducation: 1 },
      'Highest EdTech post not given; find out whether it is held: tier 1 if so, not eligible if not',
    ],
    [
      'a Delegate in another post without years',
      { membership: 'delegate', highestPost: 'no', yearsInEducation: null },
      'Years in education not given; find out whether there are at least 3: tier 2 if so, not eligible if not',
    ],
    ['somebody without a membership', { membership: null }, 'Membership not given; find out which it is'],
    [
      'somebody new in the highest post without a membership',
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

describe('The reasons', () => {
  it('tell a Delegate in the highest post all that was asked and seen', () => {
    const answers = {
      membership: 'delegate member',
      highestPost: 'Yes ',
      jobTitle: 'Technology Director',
      yearsInEducation: '10',
    };
    const ranking = decide(applicant({ membership: 'delegate', highestPost: 'yes', answers }));
    expect(ranking.reasons).toEqual([
      { outcome: 'met', sentence: 'ALET Delegate Member', seen: 'answered “delegate member”', clause: 'tier-1' },
      {
        outcome: 'met',
        sentence: 'Holds the system’s highest EdTech post',
        seen: 'answered “Yes”; title Technology Director',
        clause: 'tier-1',
      },
      {
        outcome: 'not-needed',
        sentence: 'Years in education not required in tier 1',
        seen: '10 years given',
        clause: 'tier-1',
      },
      {
        outcome: 'order',
        sentence: '1st by date of application in the tier',
        seen: '',
        clause: 'silent-within-tier',
      },
      { outcome: 'order', sentence: 'Place 1 of 30', seen: '', clause: 'silent-seats' },
    ]);
  });

  it('show everybody their own words, where the facts are alike', () => {
    const director = applicant({ answers: { membership: 'General', jobTitle: 'CTO' } });
    const teacher = applicant({ answers: { membership: 'general member', jobTitle: 'Teacher' } });
    const rankings = rankApplications(policy, 30, [director, teacher]);
    const seen = ({ applicationId }: RankingFacts) => rankings.get(applicationId)?.reasons.map((reason) => reason.seen);
    expect(seen(director)?.slice(0, 2)).toEqual(['answered “General”', 'title CTO']);
    expect(seen(teacher)?.slice(0, 2)).toEqual(['answered “general member”', 'title Teacher']);
  });

  it('tell a Delegate in tier 2 what kept them out of tier 1', () => {
    expect(decide(applicant({ membership: 'delegate' })).reasons.slice(0, 3)).toEqual([
      { outcome: 'met', sentence: 'ALET Delegate Member', seen: '', clause: 'silent-delegate' },
      {
        outcome: 'unmet',
        sentence: 'Does not hold the system’s highest EdTech post, which tier 1 requires',
        seen: '',
        clause: 'tier-1',
      },
      {
        outcome: 'met',
        sentence: '10 years in education, 3 required',
        seen: '10 years given',
        clause: 'silent-delegate',
      },
    ]);
  });

  it('tell somebody with too few years when to apply again', () => {
    const ranking = decide(applicant({ yearsInEducation: 2 }));
    expect(sentences(ranking)).toEqual([
      'ALET General Member',
      '2 years in education, 3 required; may apply again when 3 years are reached',
    ]);
  });

  it('tell a Delegate who is not eligible both ways in', () => {
    expect(sentences(decide(applicant({ membership: 'delegate', yearsInEducation: 1 })))).toEqual([
      'ALET Delegate Member',
      'Does not hold the system’s highest EdTech post, which tier 1 requires',
      '1 year in education, 3 required; may apply again when 3 years are reached',
    ]);
  });

  it('tell a member whom no tier names what to do', () => {
    const [first, second] = policy.admission.tiers;
    const membersOnly = admitting({ tiers: [first, second].flatMap((tier) => tier ?? []) });
    expect(sentences(decide(applicant({ membership: 'non-member' }), membersOnly))).toEqual([
      'No tier names the membership “Not an ALET member”; may apply again with one that a tier names',
    ]);
  });

  it.each([
    ['10', 10, '10 years given'],
    ['7 years', 7, '7 years given'],
    ['1', 1, '1 year given'],
    ['less than 1', 0, '0 years, answered “less than 1”'],
    ['25+', 25, '25 years, answered “25+”'],
    ['5', 12, '12 years, answered “5”'],
    ['', 4, '4 years given'],
  ])('show the years typed as “%s” and taken for %d', (typed, years, seen) => {
    const ranking = decide(applicant({ yearsInEducation: years, answers: { yearsInEducation: typed } }));
    expect(ranking.reasons.map((reason) => reason.seen)).toContain(seen);
  });

  it('each name a clause that the policy has', () => {
    const people = [
      applicant({ membership: 'delegate', highestPost: 'yes' }),
      applicant({ membership: 'delegate' }),
      applicant({ membership: null }),
      applicant({ yearsInEducation: 1 }),
      applicant({ windowClosesOn: day('2024-01-01') }),
    ];
    const clauses = policy.clauses.map((clause) => clause.id);
    for (const ranking of rankApplications(policy, 1, people).values())
      for (const reason of ranking.reasons) expect(clauses).toContain(reason.clause);
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
    expect(sentences(rankings.get(late.applicationId))).toContain('Place 4, past the last of 3 seats; waits in order');
  });

  it('go by the latest sending where the policy says so', () => {
    const again = applicant({ firstSubmittedAt: sentAt(2), latestSubmittedAt: sentAt(9) });
    const once = applicant({ firstSubmittedAt: sentAt(3) });
    const rankings = rankApplications(admitting({ withinTier: 'latest-submission' }), 30, [again, once]);
    expect(rankings.get(once.applicationId)?.place).toBe(1);
    expect(sentences(rankings.get(again.applicationId))).toContain('2nd by date of the latest sending in the tier');
  });

  it('say so where only the order of the records decided', () => {
    const [first, second] = [applicant(), applicant()];
    const rankings = rankApplications(policy, 30, [second, first]);
    const tie = 'in the tier; another was sent at the same moment, and the order of the records decided';
    expect(rankings.get(first.applicationId)?.place).toBe(1);
    expect(sentences(rankings.get(first.applicationId))).toContain(`1st by date of application ${tie}`);
    expect(sentences(rankings.get(second.applicationId))).toContain(`2nd by date of application ${tie}`);
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

describe('A late application', () => {
  const closes = { windowClosesOn: day('2024-05-15') };
  // Chicago is five hours behind UTC in May: its midnight is 05:00.
  const inTime = applicant({ ...closes, firstSubmittedAt: at('2024-05-16T04:59:59.999Z') });
  const late = applicant({ ...closes, firstSubmittedAt: at('2024-05-16T05:00:00.000Z') });

  it('is none on the last day until midnight in Chicago, though UTC is a day further', () => {
    expect(decide(inTime)).toMatchObject({ late: false, verdict: 'within-seats' });
    expect(decide(applicant({ ...closes, firstSubmittedAt: at('2024-05-16T04:59:00.000Z') })).late).toBe(false);
    expect(decide(late).late).toBe(true);
  });

  it('is none where only a correction came after the window', () => {
    const corrected = { ...inTime, latestSubmittedAt: at('2024-06-01T12:00:00.000Z') };
    expect(decide(corrected).late).toBe(false);
  });

  it('needs a look under the default policy', () => {
    const ranking = decide(late);
    expect(ranking).toMatchObject({ verdict: 'needs-a-look', late: true, tier: null, place: null });
    expect(ranking.reasons.at(-1)).toEqual({
      outcome: 'unknown',
      sentence: 'Sent after the window closed on May 15, 2024; a lead decides whether it counts',
      seen: 'first sent May 16, 2024',
      clause: 'silent-late',
    });
  });

  it('is not worth a look where the person is not eligible anyway', () => {
    const ranking = decide({ ...late, yearsInEducation: 1 });
    expect(ranking).toMatchObject({ verdict: 'not-eligible', late: true });
    expect(outcomes(ranking)).not.toContain('unknown');
  });

  it('keeps its place where the policy says so', () => {
    const rankings = rankApplications(admitting({ late: 'in-order' }), 30, [
      late,
      { ...inTime, membership: 'non-member' },
    ]);
    expect(rankings.get(late.applicationId)).toMatchObject({ verdict: 'within-seats', place: 1, tier: 2, late: true });
  });

  it('gets the last places where the policy says so, whatever its tier', () => {
    const director = { ...late, membership: 'delegate', highestPost: 'yes' as const };
    const outsider = { ...inTime, membership: 'non-member' };
    const rankings = rankApplications(admitting({ late: 'last' }), 30, [director, outsider]);
    expect(rankings.get(outsider.applicationId)?.place).toBe(1);
    expect(rankings.get(director.applicationId)).toMatchObject({ place: 2, tier: 1, late: true });
    expect(sentences(rankings.get(director.applicationId))).toContain(
      '1st by date of application among the late in the tier',
    );
  });

  it('is refused where the policy says so, and no fact is asked for', () => {
    const ranking = decide({ ...late, yearsInEducation: null }, admitting({ late: 'not-eligible' }));
    expect(ranking.verdict).toBe('not-eligible');
    expect(sentences(ranking).at(-1)).toBe(
      'Sent after the window closed on May 15, 2024; may apply again when the next window opens',
    );
  });

  it('is late by the clock of winter and of summer', () => {
    const winter = { windowClosesOn: day('2024-12-01') };
    expect(decide(applicant({ ...winter, firstSubmittedAt: at('2024-12-02T05:30:00.000Z') })).late).toBe(false);
    expect(decide(applicant({ ...winter, firstSubmittedAt: at('2024-12-02T06:00:00.000Z') })).late).toBe(true);
  });
});

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

  it('shuts out somebody whom the rule would rank', () => {
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

  it('does not bring back somebody who has withdrawn', () => {
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
