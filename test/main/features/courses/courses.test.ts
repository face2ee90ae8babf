import { describe, expect, it } from 'vitest';
import { ClockTime } from '../../../../shared/model/dates.ts';
import type { CohortId } from '../../../../shared/model/ids.ts';
import { plan, seedPeople, seedPerson } from '../../seed.ts';
import { day, planning, started } from './planning.ts';

describe('planning a session', () => {
  it('puts a course on a day', async () => {
    const { test, foxtrot } = await started();
    await test.call('courses.planSession', planning(foxtrot));
    expect((await test.call('history.list', {})).rows[0]?.label).toBe(
      'Scheduled Data Management and Governance on Mon, Oct 21, 2024',
    );
    const { sessions, courses } = await test.call('courses.year', { cohortId: foxtrot });
    expect(courses).toHaveLength(6);
    expect(sessions).toMatchObject([{ courseNumber: 3, heldOn: '2024-10-21', when: 'coming', expected: 0 }]);
  });

  it('refuses a session that ends before it begins', async () => {
    const { test, foxtrot } = await started();
    const problem = await test.refusal('courses.planSession', planning(foxtrot, { from: '15:30', to: '15:30' }));
    expect(problem.sentence).toContain('begins at 3:30 PM');
  });

  it('refuses the same course twice on a day for a cohort, and lets another cohort have it', async () => {
    const { test, foxtrot } = await started();
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    await test.call('courses.planSession', planning(foxtrot, { to: '10:00' }));
    const twice = planning(foxtrot, { from: '13:00' });
    expect((await test.refusal('courses.planSession', twice)).sentence).toBe(
      'Data Management and Governance is already scheduled for Foxtrot on Mon, Oct 21, 2024. Change that session instead.',
    );
    await test.call('courses.planSession', planning(golf));
  });

  it('refuses to have a cohort in two places at once, and lets sessions follow each other', async () => {
    const { test, foxtrot } = await started();
    await test.call('courses.planSession', planning(foxtrot, { to: '12:00' }));
    const clash = planning(foxtrot, { course: 'law-ethics', from: '11:00' });
    const { sentence } = await test.refusal('courses.planSession', clash);
    expect(sentence).toContain('Foxtrot has Data Management and Governance from 8:00 AM to 12:00 PM');
    await test.call('courses.planSession', planning(foxtrot, { course: 'law-ethics', from: '12:00' }));
  });

  it('refuses a course that the policy does not have', async () => {
    const { test, foxtrot } = await started();
    const problem = await test.refusal('courses.planSession', planning(foxtrot, { course: 'knitting' }));
    expect(problem.sentence).toContain('not in the program’s policy');
  });
});

describe('moving a session', () => {
  it('moves it, with the rest as it was', async () => {
    const { test, foxtrot } = await started();
    const { sessionId } = await test.call('courses.planSession', planning(foxtrot));
    await test.call('courses.reviseSession', { sessionId, heldOn: day('2024-10-25') });
    expect((await test.call('history.list', {})).rows[0]?.label).toBe(
      'Moved Data Management and Governance from Oct 21 to Fri, Oct 25, 2024',
    );
    const { sessions } = await test.call('courses.year', { cohortId: foxtrot });
    expect(sessions).toMatchObject([{ heldOn: '2024-10-25', startsAt: '08:00', cohorts: [{ name: 'Foxtrot' }] }]);
  });

  it('is not in its own way', async () => {
    const { test, foxtrot } = await started();
    const { sessionId } = await test.call('courses.planSession', planning(foxtrot));
    await test.call('courses.reviseSession', { sessionId, endsAt: ClockTime.parse('16:00'), room: 'Ballroom B' });
  });

  it('keeps a cohort whose people attended', async () => {
    const { test, foxtrot } = await started();
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    const sessionId = await plan(test, [foxtrot, golf]);
    const { personId } = await seedPerson(test, { name: ['Ann', 'Young'], cohortId: golf });
    await test.call('attendance.mark', { sessionId, personIds: [personId] });
    const problem = await test.refusal('courses.reviseSession', { sessionId, cohortIds: [foxtrot] });
    expect(problem.sentence).toContain('One participant of Golf attended');
    await test.call('courses.reviseSession', { sessionId, cohortIds: [golf] });
  });
});

describe('taking a session off the schedule', () => {
  it('takes off one without attendance, and brings it back by undo', async () => {
    const { test, foxtrot } = await started();
    const { sessionId } = await test.call('courses.planSession', planning(foxtrot));
    await test.call('courses.removeSession', { sessionId });
    expect((await test.call('courses.year', { cohortId: foxtrot })).sessions).toEqual([]);
    await test.call('history.undo', {});
    expect((await test.call('courses.year', { cohortId: foxtrot })).sessions).toMatchObject([{ id: sessionId }]);
  });

  it('refuses one with attendance, and says what to do', async () => {
    const { test, foxtrot } = await started();
    const sessionId = await plan(test, foxtrot);
    const { personId } = await seedPerson(test, { name: ['Ann', 'Young'], cohortId: foxtrot });
    const { eventId } = await test.call('attendance.checkIn', { sessionId, personId, method: 'typed' });
    if (!eventId) throw new Error('no event');
    const problem = await test.refusal('courses.removeSession', { sessionId });
    expect(problem.sentence).toContain('One person is checked in');
    expect(problem.sentence).toContain('Change its day');
    await test.call('attendance.annul', { eventId, reason: 'Wrong session' });
    expect((await test.refusal('courses.removeSession', { sessionId })).sentence).toContain('undone');
  });
});

describe('what was planned for a session besides', () => {
  it('is kept, shown in the year, told in History and undone', async () => {
    const { test, foxtrot } = await started();
    const more = { instructors: 'Dr. Ada Birch', hours: 6, capacity: 30 };
    const { sessionId } = await test.call('courses.planSession', { ...planning(foxtrot), ...more });
    const planned = async () => (await test.call('courses.year', { cohortId: foxtrot })).sessions[0];
    expect(await planned()).toMatchObject(more);
    await test.call('courses.reviseSession', { sessionId, instructors: 'Owen Tate', hours: null, capacity: 24 });
    expect(await planned()).toMatchObject({ instructors: 'Owen Tate', hours: null, capacity: 24 });
    const [last] = (await test.call('history.list', {})).rows;
    if (!last) throw new Error('no history');
    const { sentences } = await test.call('history.show', { commandId: last.commandId });
    expect(sentences.join('; ')).toContain('instructors “Dr. Ada Birch” → “Owen Tate”');
    await test.call('history.undo', {});
    expect(await planned()).toMatchObject(more);
  });

  it('shows what is in the way: too many people, the room and the instructor taken by another cohort', async () => {
    const { test, foxtrot } = await started();
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    await seedPeople(test, [
      { name: ['Ann', 'Young'], cohortId: foxtrot },
      { name: ['Ben', 'Abbot'], cohortId: foxtrot },
    ]);
    const same = { room: 'Ballroom B', instructors: 'Dr. Birch', capacity: 1 };
    await test.call('courses.planSession', { ...planning(foxtrot), ...same });
    await test.call('courses.planSession', { ...planning(golf, { course: 'law-ethics' }), ...same });
    const kinds = async (cohortId: CohortId) =>
      (await test.call('courses.year', { cohortId })).conflicts.map(({ kind }) => kind);
    expect((await kinds(foxtrot)).toSorted()).toEqual(['instructor-twice', 'over-capacity', 'room-twice']);
    expect((await kinds(golf)).toSorted()).toEqual(['instructor-twice', 'room-twice']);
    test.now = '2024-10-22T14:00:00.000Z';
    expect(await kinds(foxtrot), 'once it was held').toEqual([]);
  });
});

describe('trading days', () => {
  it('swaps the days and conferences of two sessions in one step', async () => {
    const { test, foxtrot } = await started();
    const { sessionId } = await test.call('courses.planSession', planning(foxtrot, { on: '2024-10-21' }));
    const { sessionId: otherId } = await test.call(
      'courses.planSession',
      planning(foxtrot, { course: 'law-ethics', on: '2024-10-25' }),
    );
    await test.call('courses.swapSessions', { sessionId, otherId });
    const numbers = async () =>
      (await test.call('courses.year', { cohortId: foxtrot })).sessions.map(({ courseNumber }) => courseNumber);
    expect(await numbers()).toEqual([2, 3]);
    await test.call('history.undo', {});
    expect(await numbers()).toEqual([3, 2]);
  });

  it('is refused where one of the cohorts is elsewhere that day', async () => {
    const { test, foxtrot } = await started();
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    const { sessionId } = await test.call('courses.planSession', planning(foxtrot, { on: '2024-10-21' }));
    const { sessionId: otherId } = await test.call('courses.planSession', planning(golf, { on: '2024-10-25' }));
    await test.call('courses.planSession', planning(golf, { course: 'law-ethics', on: '2024-10-21' }));
    const { sentence } = await test.refusal('courses.swapSessions', { sessionId, otherId });
    expect(sentence).toContain('Golf has Law, Ethics, and Policies');
  });
});
