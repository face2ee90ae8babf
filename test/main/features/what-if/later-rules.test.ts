import { beforeEach, describe, expect, test } from 'vitest';
import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import { Cents } from '../../../../shared/model/money.ts';
import type { Policy } from '../../../../shared/model/program.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

const year = ['2023-10-16', '2023-10-19', '2024-02-05', '2024-02-08', '2024-05-20', '2024-05-23'];

let desk: TestDesk;
let policy: Policy;
let foxtrot: Cohort;
let zoe: Participant;

/** Zoë has attended all six courses of Foxtrot, Omar five of them; Ada of Alpha graduated two years and 30 days ago. */
beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const shown = await desk.call('program.show', {});
  if (!shown) throw new Error('No program');
  policy = shown.policy;
  const seed = new Seed();
  foxtrot = seed.cohort('Foxtrot', { startsOn: day('2023-10-16') });
  const sessions = seed.year(foxtrot, year);
  zoe = seed.participant(foxtrot, 'Zoë Adams');
  const omar = seed.participant(foxtrot, 'Omar Reed');
  for (const [at, session] of sessions.entries()) {
    seed.checkIn(session, zoe);
    if (at < 5) seed.checkIn(session, omar);
  }
  await seed.write(desk);
});

const tried = async (changes: {
  readonly completion?: Partial<Policy['completion']>;
  readonly fee?: Partial<Policy['fee']>;
  readonly recertification?: Partial<Policy['recertification']>;
}) => {
  const { effects } = await desk.call('program.whatIf', {
    cohortId: foxtrot.id,
    policy: {
      ...policy,
      completion: { ...policy.completion, ...changes.completion },
      fee: { ...policy.fee, ...changes.fee },
      recertification: { ...policy.recertification, ...changes.recertification },
    },
  });
  return effects.map(({ area, because, sentence }) => `${area}: ${because}: ${sentence}`);
};

describe('What if other rules had always held', () => {
  test('for completion: who of the cohort would be closer to graduating, or have more to complete', async () => {
    const before = await desk.call('desk.check', {});
    const five = policy.completion.courses.slice(0, 5);
    expect(await tried({ completion: { courses: five } })).toEqual([
      'completion: 5 courses needed instead of 6: Foxtrot: Omar Reed would be closer to graduating',
    ]);
    expect(await tried({ completion: { sessionsRequired: 2 } })).toEqual([
      'completion: What completes a course: Foxtrot: 2 people would have more to complete',
    ]);
    expect(await desk.call('desk.check', {})).toEqual(before);
  });

  test('and of several rules only those are named that made the difference', async () => {
    const five = policy.completion.courses.slice(0, 5);
    expect(await tried({ completion: { courses: five, excused: 'counts' } })).toEqual([
      'completion: 5 courses needed instead of 6: Foxtrot: Omar Reed would be closer to graduating',
    ]);
  });

  test('for fees: who would owe more or less, also where some has been paid', async () => {
    await desk.call('fees.receive', {
      shares: { split: 'owed', participantIds: [zoe.id] },
      method: 'cash',
      reference: null,
      receivedOn: day('2024-06-03'),
    });
    expect(await tried({ fee: { amount: Cents.parse(9_000) } })).toEqual([
      'fees: A fee of $90 instead of $75: Foxtrot: 2 people would owe $15 more each, $30 in all',
    ]);
    expect(await tried({ fee: { amount: Cents.parse(5_000) } })).toEqual([
      'fees: A fee of $50 instead of $75: Foxtrot: Omar Reed would owe $25 less',
    ]);
    expect(await tried({ fee: { atTheDoor: 'ask' } })).toEqual([
      'fees: What happens at the door: Foxtrot: at the door, Omar Reed with an open fee would wait for a lead',
    ]);
  });

  test('for re-certification: who of all graduates would stand otherwise today', async () => {
    const seed = new Seed();
    const alpha = seed.cohort('Alpha', { status: 'finished' });
    const ada = seed.participant(alpha, 'Ada Quill', { status: 'graduated', graduatedOn: day('2020-05-01') });
    seed.due(ada, '2024-05-20');
    await seed.write(desk);
    expect(await tried({ recertification: { graceDays: 30 } })).toEqual([
      'recertification: 30 days of grace instead of 0: Ada Quill would change on Jun 3, 2024: overdue → in grace',
    ]);
    expect(await tried({ recertification: { graceDays: policy.recertification.graceDays } })).toEqual([]);
  });
});
