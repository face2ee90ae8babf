import { describe, expect, it } from 'vitest';
import type { RankingFacts } from '../../../../shared/model/applicants.ts';
import { admitting, applicant, day, policy } from '../al-cto.ts';
import { decide, rankApplications, sentences } from './ranked.ts';

describe('The reasons', () => {
  it('tell a Delegate in the highest position all that was asked and seen', () => {
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
        sentence: 'Holds the system’s highest EdTech position',
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

  it.each(
    ['delegate', 'general', 'higher-ed', 'non-member', null].flatMap((membership) =>
      (['yes', 'no', null] as const).flatMap((highestPost) =>
        [0, 2, 3, 10, null].map((yearsInEducation) => ({ membership, highestPost, yearsInEducation })),
      ),
    ),
  )('say nothing twice of $membership, $highestPost, $yearsInEducation', (facts) => {
    const said = sentences(decide(applicant(facts)));
    expect(said).toEqual([...new Set(said)]);
  });

  it('say of a Delegate whose years are unknown that the highest position is not held', () => {
    const { verdict, reasons } = decide(
      applicant({ membership: 'delegate', highestPost: 'no', yearsInEducation: null }),
    );
    expect(verdict).toBe('needs-a-look');
    expect(reasons[1]).toMatchObject({
      outcome: 'unmet',
      sentence: 'Does not hold the system’s highest EdTech position',
    });
  });

  it('show everyone their own words, where the facts are alike', () => {
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
        sentence: 'Does not hold the system’s highest EdTech position, which tier 1 requires',
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

  it('tell someone with too few years when to apply again', () => {
    const ranking = decide(applicant({ yearsInEducation: 2 }));
    expect(sentences(ranking)).toEqual([
      'ALET General Member',
      '2 years in education, 3 required; can apply again when 3 years are reached',
    ]);
  });

  it.each([
    [2, 'Foxtrot', '2 years in education, 3 required; can apply for Golf when 3 years are reached'],
    [2.5, 'foxtrot', '2.5 years in education, 3 required; can apply for Golf when 3 years are reached'],
    [1, 'Foxtrot', '1 year in education, 3 required; can apply again when 3 years are reached'],
    [2, 'Zulu', '2 years in education, 3 required; can apply again when 3 years are reached'],
    [2, 'The first', '2 years in education, 3 required; can apply again when 3 years are reached'],
  ])('name the next cohort to someone who can have enough years by then: %s years, %s', (years, cohort, sentence) => {
    expect(sentences(decide(applicant({ yearsInEducation: years, cohort })))[1]).toBe(sentence);
  });

  it('tell a Delegate who is not eligible both ways in', () => {
    expect(sentences(decide(applicant({ membership: 'delegate', yearsInEducation: 1 })))).toEqual([
      'ALET Delegate Member',
      'Does not hold the system’s highest EdTech position, which tier 1 requires',
      '1 year in education, 3 required; can apply again when 3 years are reached',
    ]);
  });

  it('tell a member whom no tier names what to do', () => {
    const [first, second] = policy.admission.tiers;
    const membersOnly = admitting({ tiers: [first, second].flatMap((tier) => tier ?? []) });
    expect(sentences(decide(applicant({ membership: 'non-member' }), membersOnly))).toEqual([
      'No tier names the membership “Not an ALET member”; can apply again with one that a tier names',
    ]);
  });

  it.each([
    ['10', 10, '10 years given'],
    ['7 years', 7, '7 years given'],
    ['1', 1, '1 year given'],
    ['less than 1', 0, 'less than 1 year, answered “less than 1”'],
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
