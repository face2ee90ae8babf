import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { replayRanking } from '../../../../main/rules/selection/ranking.ts';
import { type Ranking, StoredRanking, type SubmittedDoubt } from '../../../../shared/model/applicants.ts';
import { PolicyVersionId } from '../../../../shared/model/ids.ts';
import { earliestSent, latestSent } from '../../../../shared/model/submitted.ts';
import { admitting, applicant, at, day, policy } from '../al-cto.ts';
import { rankApplications } from './ranked.ts';

const decide = (changes: Parameters<typeof applicant>[0], under = policy): Ranking => {
  const facts = applicant(changes);
  const ranking = rankApplications(under, 30, [facts]).get(facts.applicationId);
  if (!ranking) throw new Error('No one was ranked.');
  return ranking;
};

describe('a time of submission that can’t be relied on', () => {
  test.each<[SubmittedDoubt, string | undefined, string, string]>([
    ['missing', undefined, 'The time of submission is missing', 'no time given'],
    ['unreadable', 'last week', 'The time of submission can’t be read', 'answered “last week”'],
    ['implausible', '4/1/2042 7:10', 'The time of submission can’t be right', 'answered “4/1/2042 7:10”'],
  ])('needs a look: %s, with what was typed and what to do', (submittedDoubt, typed, sentence, seen) => {
    const ranking = decide({ submittedDoubt, answers: typed === undefined ? {} : { submittedAt: typed } });
    expect(ranking).toMatchObject({ verdict: 'needs-a-look', place: null, tier: null });
    expect(ranking.reasons.at(-1)).toEqual({
      outcome: 'unknown',
      sentence: `${sentence}; find out when it was sent, and set the day and time`,
      seen,
      clause: policy.admission.withinTierClause,
    });
  });

  it('says nothing of lateness, whatever the policy makes of late ones', () => {
    const late = { firstSubmittedAt: at('2024-06-30T12:00:00.000Z'), windowClosesOn: day('2024-05-31') };
    for (const rule of ['needs-a-look', 'in-order', 'last', 'not-eligible'] as const) {
      expect(decide({ ...late, submittedDoubt: 'missing' }, admitting({ late: rule }))).toMatchObject({
        verdict: 'needs-a-look',
        late: false,
      });
    }
  });

  it('makes no one eligible, and a tier set by a lead gives no place without it', () => {
    expect(decide({ submittedDoubt: 'missing', yearsInEducation: 1 }).verdict).toBe('not-eligible');
    const overrule = { tier: 1, reason: 'The leads agreed' };
    expect(decide({ submittedDoubt: 'missing', overrule })).toMatchObject({
      verdict: 'needs-a-look',
      place: null,
      overruled: true,
    });
  });

  it('takes no place and moves no one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), { maxLength: 20 }), (people) => {
        const all = people.map(([hour, doubtful]) =>
          applicant({
            firstSubmittedAt: at(`2024-04-10T0${hour}:00:00.000Z`),
            submittedDoubt: doubtful ? 'implausible' : null,
          }),
        );
        const sure = all.filter(({ submittedDoubt }) => submittedDoubt === null);
        const among = rankApplications(policy, 5, all);
        for (const [id, ranking] of rankApplications(policy, 5, sure)) expect(among.get(id)).toEqual(ranking);
        for (const { applicationId, submittedDoubt } of all) {
          if (submittedDoubt !== null) expect(among.get(applicationId)?.place).toBeNull();
        }
      }),
    );
  });
});

test('a decision from before doubts were kept parses, and comes out as it was', () => {
  const facts = applicant();
  const ranking = rankApplications(policy, 30, [facts]).get(facts.applicationId);
  const { submittedDoubt: _, ...old } = facts;
  const stored = StoredRanking.parse({
    ranking,
    facts: old,
    seats: 30,
    policyVersionId: PolicyVersionId.parse('018f0000-0000-7000-8000-0000000000aa'),
    decidedAt: at('2024-06-03T14:00:00.000Z'),
  });
  expect(stored.facts.submittedDoubt).toBeNull();
  expect(replayRanking(policy, stored).agrees).toBe(true);
});

test.each<[string, string, string | null, 'early' | 'ahead' | null]>([
  ['in time', '2024-04-10T15:00:00.000Z', '2024-04-01', null],
  ['by a form whose clock is ahead', '2024-07-01T11:59:00.000Z', '2024-04-01', null],
  ['more than a day after the import', '2024-07-01T12:01:00.000Z', '2024-04-01', 'ahead'],
  ['in 2042', '2042-04-01T12:10:00.000Z', null, 'ahead'],
  ['in 1924', '1924-04-01T12:10:00.000Z', null, 'early'],
  ['eleven months before the window', '2023-05-01T12:00:00.000Z', '2024-04-01', null],
  ['two years before the window', '2022-04-01T12:00:00.000Z', '2024-04-01', 'early'],
  ['long ago, to a cohort without a window', '2018-04-01T12:00:00.000Z', null, null],
])('sent %s', (_, sent, opensOn, doubt) => {
  const opens = opensOn === null ? null : day(opensOn);
  const ahead = at(sent) > latestSent(at('2024-06-30T12:00:00.000Z'));
  expect(ahead ? 'ahead' : at(sent) < earliestSent(opens) ? 'early' : null).toBe(doubt);
});
