import { describe, expect, it } from 'vitest';
import { admitting, applicant, at, day } from '../al-cto.ts';
import { decide, rankApplications, sentences } from './ranked.ts';

describe('An early application', () => {
  const opens = { windowOpensOn: day('2024-05-15') };
  // Chicago is five hours behind UTC in May: its midnight is 05:00.
  const early = applicant({ ...opens, firstSubmittedAt: at('2024-05-15T04:59:59.999Z') });
  const inTime = applicant({ ...opens, firstSubmittedAt: at('2024-05-15T05:00:00.000Z') });

  it('is one until midnight in Chicago, and none where the window was always open', () => {
    expect(decide(early).early).toBe(true);
    expect(decide(inTime).early).toBeUndefined();
    expect(decide({ ...early, windowOpensOn: null }).early).toBeUndefined();
  });

  it('is told and keeps its place, as the policy says by default', () => {
    const ranking = decide(early);
    expect(ranking).toMatchObject({ verdict: 'within-seats', place: 1, late: false });
    expect(ranking.reasons).toContainEqual({
      outcome: 'order',
      sentence: 'Sent before the window opened on May 15, 2024; it keeps its place in the order',
      seen: 'first sent May 14, 2024',
      clause: 'silent-early',
    });
  });

  it('needs a look where the policy says so', () => {
    const ranking = decide(early, admitting({ early: 'needs-a-look' }));
    expect(ranking).toMatchObject({ verdict: 'needs-a-look', place: null, early: true });
    expect(decide(inTime, admitting({ early: 'needs-a-look' })).verdict).toBe('within-seats');
  });
});

describe('Somebody who withdrew and came back', () => {
  const first = applicant({ firstSubmittedAt: at('2024-04-01T12:00:00.000Z') });
  const back = { ...first, returnedAt: at('2024-06-01T12:00:00.000Z') };
  const other = applicant({ firstSubmittedAt: at('2024-05-01T12:00:00.000Z') });
  const placeOf = (...[policy]: Parameters<typeof admitting>) =>
    rankApplications(admitting(policy), 30, [back, other]).get(back.applicationId);

  it('ranks by the day of the return, and the decision says so', () => {
    const ranking = placeOf({});
    expect(ranking?.place).toBe(2);
    expect(sentences(ranking)).toContain('Withdrew and came back on Jun 1, 2024; that day counts');
  });

  it('has the old place again where the policy says so', () => {
    const ranking = placeOf({ returning: 'old-place' });
    expect(ranking?.place).toBe(1);
    expect(sentences(ranking)).toContain('Withdrew and came back on Jun 1, 2024; the place is the one they had');
  });
});

it('somebody with less than a year is not told “0 years”', () => {
  const said = sentences(decide(applicant({ yearsInEducation: 0, membership: 'none' }))).join('; ');
  expect(said).toContain('Less than 1 year');
  expect(said).not.toContain('0 year');
});
