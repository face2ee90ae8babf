import { beforeEach, describe, expect, test } from 'vitest';
import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import type { CivilDate } from '../../../../shared/model/dates.ts';
import { type CohortId, CourseId } from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import type { Policy } from '../../../../shared/model/program.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

const cybersecurity = CourseId.parse('cybersecurity');
const year = ['2023-10-16', '2023-10-19', '2024-02-05', '2024-02-08', '2024-05-20', '2024-05-23'];

let desk: TestDesk;
let policy: Policy;
let foxtrot: Cohort;
let zoe: Participant;

/** The policy with a seventh course, and the first one under another name. */
const withSeven = (): Policy => ({
  ...policy,
  courses: [
    ...policy.courses.map((course) => (course.number === 1 ? { ...course, title: 'Leading Technology' } : course)),
    { id: cybersecurity, number: 7, title: 'Cybersecurity' },
  ],
  completion: { ...policy.completion, courses: [...policy.completion.courses, cybersecurity] },
});

const adopt = (changed: Policy, effectiveOn: CivilDate) => ({
  policy: changed,
  effectiveOn,
  note: 'The board decided',
});
const coursesIn = async (cohortId: CohortId) =>
  (await desk.call('courses.year', { cohortId })).courses.map(({ title }) => title);

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

describe('A version that takes effect in 2035', () => {
  test('shows neither its courses nor their names before, but to the cohorts that begin then', async () => {
    await desk.call('program.revise', adopt(withSeven(), day('2035-01-01')));
    expect((await desk.call('program.show', {}))?.policy.courses).toHaveLength(6);
    const [golf, hotel] = [
      await desk.call('cohorts.create', { name: 'Golf', startsOn: day('2024-10-01') }),
      await desk.call('cohorts.create', { name: 'Hotel', startsOn: day('2035-10-01') }),
    ];
    for (const cohortId of [foxtrot.id, golf.cohortId]) {
      const titles = await coursesIn(cohortId);
      expect(titles).toHaveLength(6);
      expect(titles[0]).toBe('CTO Roles and Responsibilities');
    }
    const rows = await desk.call('attendance.sessions', {});
    expect(rows.map(({ title }) => title)).toContain('CTO Roles and Responsibilities');
    expect(await coursesIn(hotel.cohortId)).toEqual([
      'Leading Technology',
      ...policy.courses.slice(1).map(({ title }) => title),
      'Cybersecurity',
    ]);
    const plan = await desk.call('courses.planSession', {
      courseId: cybersecurity,
      conferenceId: null,
      cohortIds: [hotel.cohortId],
      heldOn: day('2035-10-02'),
      startsAt: '08:00',
      endsAt: '15:30',
      room: null,
    } as never);
    expect(plan.sessionId).toBeTruthy();
    const problem = await desk.refusal('courses.planSession', {
      courseId: cybersecurity,
      conferenceId: null,
      cohortIds: [golf.cohortId],
      heldOn: day('2024-10-02'),
      startsAt: '08:00',
      endsAt: '15:30',
      room: null,
    } as never);
    expect(problem.sentence).toContain('That course is not in the program’s policy');
  });
});

describe('A new course', () => {
  test('changes nothing for a cohort that has begun: six of six are six of six', async () => {
    await desk.call('program.revise', adopt(withSeven(), day('2024-06-03')));
    const { rows } = await desk.call('graduates.list', { cohortId: foxtrot.id, show: 'may-graduate' });
    expect(rows.map(({ name, attended, courses }) => [name, attended, courses])).toEqual([['Zoë Adams', 6, 6]]);
    expect((await desk.call('progress.list', { cohortId: foxtrot.id })).courses).toHaveLength(6);
    expect((await desk.call('cohorts.participants', { cohortId: foxtrot.id })).courses).toHaveLength(6);
    await desk.call('graduates.graduate', {
      cohortId: foxtrot.id,
      participantIds: [zoe.id],
      graduatedOn: day('2024-06-01'),
    });
    expect((await desk.call('graduates.show', { participantId: zoe.id })).decided).toMatchObject({ agrees: true });
  });

  test('can’t be asked of a cohort that has begun by dating the version back', async () => {
    const problem = await desk.refusal('program.revise', adopt(withSeven(), day('2023-01-01')));
    expect(problem.sentence).toContain('A cohort that has begun keeps the courses that it was promised.');
    expect(problem.reasons).toEqual(['Foxtrot began on Oct 16, 2023']);
  });

  test('is asked of a cohort that begins later', async () => {
    await desk.call('program.revise', adopt(withSeven(), day('2024-06-03')));
    const golf = await desk.call('cohorts.create', { name: 'Golf', startsOn: day('2024-10-01') });
    expect(await coursesIn(golf.cohortId)).toContain('Cybersecurity');
  });
});

describe('What adopting would do', () => {
  const preview = async (changed: Policy, effectiveOn: CivilDate) =>
    desk.call('program.preview', { policy: changed, effectiveOn });

  test('names who would have more to complete where a rule of past days is corrected', async () => {
    const stricter = { ...policy, completion: { ...policy.completion, sessionsRequired: 2 } };
    const { isCorrection, effects } = await preview(stricter, day('2023-01-01'));
    expect(isCorrection).toBe(true);
    expect(effects).toMatchObject([
      {
        area: 'completion',
        kind: 'loss',
        sentence: 'Foxtrot: 2 people would have more to complete',
        names: ['Zoë Adams', 'Omar Reed'],
      },
    ]);
    expect((await preview(stricter, day('2024-06-03'))).effects).toEqual([]);
  });

  test('says that an asked fee stays, and what new cohorts would ask', async () => {
    const dearer = { ...policy, fee: { ...policy.fee, amount: 9_000 as typeof policy.fee.amount } };
    expect((await preview(dearer, day('2024-06-03'))).effects).toMatchObject([
      {
        area: 'fees',
        sentence:
          'New cohorts would ask $90 instead of $75. No one who has been asked already would owe more or less; these cohorts keep their fee: Foxtrot',
      },
    ]);
  });

  test('names who would gain or lose a seat in a cohort that has not begun', async () => {
    const seed = new Seed();
    const golf = seed.cohort('Golf', { status: 'open', seats: 1 });
    seed.application(golf, seed.person('Ana Alvarez'), '2024-04-01T15:00:00.000Z', 'general');
    seed.application(golf, seed.person('Beau Miller'), '2024-04-02T15:00:00.000Z', 'non-member');
    await seed.write(desk);
    const [general, none] = [policy.admission.tiers[1], policy.admission.tiers[2]];
    if (!general || !none) throw new Error('Tiers are missing.');
    const swapped = {
      ...policy,
      admission: {
        ...policy.admission,
        tiers: [...policy.admission.tiers.slice(0, 1), { ...none, rank: 2 }, { ...general, rank: 3 }],
      },
    };
    expect((await preview(swapped, day('2024-06-03'))).effects.map(({ sentence }) => sentence)).toEqual([
      'Golf: Beau Miller would gain a seat',
      'Golf: Ana Alvarez would lose the seat',
    ]);
  });

  test('names whose documents would stand otherwise', async () => {
    const seed = new Seed();
    const alpha = seed.cohort('Alpha', { status: 'finished' });
    seed.due(seed.graduate(alpha, 'Yolanda Quarles', '2019-06-01'), '2024-06-01');
    await seed.write(desk);
    const kinder = { ...policy, recertification: { ...policy.recertification, graceDays: 30 } };
    expect((await preview(kinder, day('2024-06-03'))).effects).toMatchObject([
      {
        area: 'recertification',
        kind: 'gain',
        sentence: 'Yolanda Quarles would change on Jun 3, 2024: overdue → in grace',
      },
    ]);
  });

  test('of a version that can’t be adopted says why, and nothing else', async () => {
    const { whyNot, effects } = await preview(withSeven(), day('2023-01-01'));
    expect(whyNot?.reasons).toEqual(['Foxtrot began on Oct 16, 2023']);
    expect(effects).toEqual([]);
  });

  test('tells who with an open fee would wait at the door, or come in, of cohorts that are not over', async () => {
    const seed = new Seed();
    const echo = seed.cohort('Echo', { startsOn: day('2023-10-16'), fee: Cents.parse(1) });
    seed.participant(echo, 'Ivy Owes');
    const delta = seed.cohort('Delta', { status: 'finished' });
    seed.participant(delta, 'Old Debt');
    await seed.write(desk);
    const at = (atTheDoor: 'ask' | 'remind') => ({ ...policy, fee: { ...policy.fee, atTheDoor } });
    const fees = async (changed: Policy) =>
      (await preview(changed, day('2024-06-03'))).effects.map(({ kind, sentence, names }) => ({
        kind,
        sentence,
        names,
      }));
    const [stricter, kinder] = policy.fee.atTheDoor === 'ask' ? [null, at('remind')] : [at('ask'), null];
    const names = ['Zoë Adams', 'Omar Reed', 'Ivy Owes'];
    const loss = { kind: 'loss', sentence: 'At the door, 3 people with an open fee would wait for a lead' };
    const gain = { kind: 'gain', sentence: 'At the door, 3 people with an open fee would come in with a reminder' };
    const first = stricter ?? kinder ?? policy;
    expect(await fees(first)).toEqual([{ ...(stricter ? loss : gain), names: expect.arrayContaining(names) }]);
    await desk.call('program.revise', adopt(first, day('2024-06-03')));
    expect(await fees(policy)).toEqual([{ ...(stricter ? gain : loss), names: expect.arrayContaining(names) }]);
  });
});
