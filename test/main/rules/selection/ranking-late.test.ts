import { describe, expect, it } from 'vitest';
import { admitting, applicant, at, day } from '../al-cto.ts';
import { decide, outcomes, rankApplications, sentences } from './ranked.ts';

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
      '1st by date of application among late applications in the tier',
    );
  });

  it('is refused where the policy says so, and no fact is asked for', () => {
    const ranking = decide({ ...late, yearsInEducation: null }, admitting({ late: 'not-eligible' }));
    expect(ranking.verdict).toBe('not-eligible');
    expect(sentences(ranking).at(-1)).toBe(
      'Sent after the window closed on May 15, 2024; can apply again when the next window opens',
    );
  });

  it('is late by the clock of winter and of summer', () => {
    const winter = { windowClosesOn: day('2024-12-01') };
    expect(decide(applicant({ ...winter, firstSubmittedAt: at('2024-12-02T05:30:00.000Z') })).late).toBe(false);
    expect(decide(applicant({ ...winter, firstSubmittedAt: at('2024-12-02T06:00:00.000Z') })).late).toBe(true);
  });
});
