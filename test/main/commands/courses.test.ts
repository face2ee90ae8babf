import { describe, expect, it } from 'vitest';
import type { InputOf, OutputOf } from '../../../shared/api.ts';
import { CivilDate, ClockTime } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import { CourseId } from '../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../open-desk.ts';
import { plan, seedPeople, seedPerson, startProgram } from '../seed.ts';

const day = (text: string) => CivilDate.parse(text);
const planning = (cohortId: CohortId, more: { course?: string; on?: string; from?: string; to?: string } = {}) => ({
  courseId: CourseId.parse(more.course ?? 'data-governance'),
  cohortIds: [cohortId],
  conferenceId: null,
  heldOn: day(more.on ?? '2024-10-21'),
  startsAt: ClockTime.parse(more.from ?? '08:00'),
  endsAt: ClockTime.parse(more.to ?? '15:30'),
  room: null,
});

async function started(): Promise<{ test: TestDesk; foxtrot: CohortId }> {
  const test = openTestDesk();
  return { test, foxtrot: await startProgram(test) };
}

describe('planning a session', () => {
  it('puts a course on a day', async () => {
    const { test, foxtrot } = await started();
    await test.call('courses.planSession', planning(foxtrot));
    expect((await test.call('history.list', {})).rows[0]?.label).toBe(
      'Planned Data Management and Governance on Mon, Oct 21, 2024',
    );
    const { sessions, courses } = await test.call('courses.year', { cohortId: foxtrot });
    expect(courses).toHaveLength(6);
    expect(sessions).toMatchObject([{ courseNumber: 3, heldOn: '2024-10-21', when: 'coming', expected: 0 }]);
  });

  it('refuses a session that ends before it begins', async () => {
    const { test, foxtrot } = await started();
    const problem = await test.refusal('courses.planSession', planning(foxtrot, { from: '15:30', to: '15:30' }));
    expect(problem.sentence).toContain('begins at 3:30 p');
  });

  it('refuses the same course twice on a day for a cohort, and lets another cohort have it', async () => {
    const { test, foxtrot } = await started();
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    await test.call('courses.planSession', planning(foxtrot, { to: '10:00' }));
    const twice = planning(foxtrot, { from: '13:00' });
    expect((await test.refusal('courses.planSession', twice)).sentence).toBe(
      'Data Management and Governance is planned for Foxtrot on Mon, Oct 21, 2024 already. Change that session instead.',
    );
    await test.call('courses.planSession', planning(golf));
  });

  it('refuses to have a cohort in two places at once, and lets sessions follow each other', async () => {
    const { test, foxtrot } = await started();
    await test.call('courses.planSession', planning(foxtrot, { to: '12:00' }));
    const clash = planning(foxtrot, { course: 'law-ethics', from: '11:00' });
    const { sentence } = await test.refusal('courses.planSession', clash);
    expect(sentence).toContain('Foxtrot has Data Management and Governance from 8:00 a to 12:00 p');
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

describe('taking a session off the plan', () => {
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
    expect((await test.refusal('courses.removeSession', { sessionId })).sentence).toContain('taken back');
  });
});

describe('conferences', () => {
  const fall = { name: 'Fall Conference', startsOn: day('2024-10-22'), endsOn: day('2024-10-24'), place: 'Mobile' };

  it('shows the day before and the day after, and which of them is free', async () => {
    const { test, foxtrot } = await started();
    const { conferenceId } = await test.call('courses.addConference', fall);
    const { sessionId } = await test.call('courses.planSession', { ...planning(foxtrot), conferenceId });
    const { conferences, slots, sessions } = await test.call('courses.year', { cohortId: foxtrot });
    expect(conferences).toMatchObject([{ name: 'Fall Conference' }]);
    expect(slots).toEqual([
      { conferenceId, side: 'before', day: '2024-10-21', sessionIds: [sessionId] },
      { conferenceId, side: 'after', day: '2024-10-25', sessionIds: [] },
    ]);
    expect(sessions[0]?.conference).toBe('Fall Conference');
  });

  it('refuses days in the wrong order, and the same conference twice', async () => {
    const { test } = await started();
    await test.refusal('courses.addConference', { ...fall, endsOn: day('2024-10-21') });
    await test.call('courses.addConference', fall);
    const again = await test.refusal('courses.addConference', { ...fall, name: 'fall conference' });
    expect(again.sentence).toContain('is noted already');
    await test.call('courses.addConference', { ...fall, startsOn: day('2025-10-20'), endsOn: day('2025-10-22') });
  });

  it('are changed, their overlap shown and not refused', async () => {
    const { test, foxtrot } = await started();
    const { conferenceId } = await test.call('courses.addConference', fall);
    await test.call('courses.addConference', { ...fall, name: 'Leaders’ Day', startsOn: fall.endsOn });
    await test.call('courses.reviseConference', { conferenceId, name: 'Autumn Conference', place: null });
    const { conferences, conflicts } = await test.call('courses.year', { cohortId: foxtrot });
    expect(conferences.map(({ name, place }) => [name, place])).toEqual([
      ['Autumn Conference', null],
      ['Leaders’ Day', 'Mobile'],
    ]);
    expect(conflicts).toMatchObject([{ kind: 'conferences-overlap', stops: false }]);
    expect((await test.call('history.list', {})).rows[0]?.label).toBe('Changed the conference Autumn Conference');
    await test.refusal('courses.reviseConference', { conferenceId, endsOn: day('2024-10-01') });
  });

  it('take their coming sessions along where a lead says so, and leave those that were held', async () => {
    const { test, foxtrot } = await started();
    const { conferenceId } = await test.call('courses.addConference', fall);
    await test.call('courses.planSession', { ...planning(foxtrot), conferenceId });
    await test.call('courses.planSession', {
      ...planning(foxtrot, { course: 'law-ethics', on: '2024-10-25' }),
      conferenceId,
    });
    await test.call('courses.planSession', {
      ...planning(foxtrot, { course: 'cto-roles', on: '2024-10-23' }),
      conferenceId,
    });
    const days = async () =>
      (await test.call('courses.year', { cohortId: foxtrot })).sessions.map(({ heldOn }) => heldOn);
    const later = { conferenceId, startsOn: day('2024-10-29'), endsOn: day('2024-10-31') };
    await test.call('courses.reviseConference', { ...later, moveSessions: true });
    expect(await days()).toEqual(['2024-10-23', '2024-10-28', '2024-11-01']);
    expect((await test.call('history.list', {})).rows[0]?.label).toBe(
      'Moved the conference Fall Conference and its 2 sessions to Tue, Oct 29, 2024',
    );
    await test.call('history.undo', {});
    await test.call('courses.reviseConference', later);
    expect(await days()).toEqual(['2024-10-21', '2024-10-23', '2024-10-25']);
    test.now = '2024-11-01T14:00:00.000Z';
    await test.call('courses.reviseConference', { conferenceId, startsOn: fall.startsOn, endsOn: fall.endsOn });
    await test.call('courses.reviseConference', { ...later, moveSessions: true });
    expect(await days(), 'what has passed').toEqual(['2024-10-21', '2024-10-23', '2024-10-25']);
  });

  it('stay while they have sessions, and the refusal says what to do', async () => {
    const { test, foxtrot } = await started();
    const { conferenceId } = await test.call('courses.addConference', fall);
    const { sessionId } = await test.call('courses.planSession', { ...planning(foxtrot), conferenceId });
    const { sentence, reasons } = await test.refusal('courses.removeConference', { conferenceId });
    expect(sentence).toBe(
      'One session is planned at Fall Conference. Give it another conference or none, or take it off the plan first.',
    );
    expect(reasons).toEqual(['Data Management and Governance, Mon, Oct 21, 2024: Foxtrot']);
    await test.call('courses.reviseSession', { sessionId, conferenceId: null });
    await test.call('courses.removeConference', { conferenceId });
    expect((await test.call('courses.year', { cohortId: foxtrot })).conferences).toEqual([]);
    await test.call('history.undo', {});
    expect((await test.call('courses.year', { cohortId: foxtrot })).conferences).toMatchObject([{ name: fall.name }]);
  });
});

describe('what was planned for a session besides', () => {
  it('is kept, shown in the year, told in History and taken back', async () => {
    const { test, foxtrot } = await started();
    const more = { instructors: 'Dr. Connie Bain', hours: 6, capacity: 30 };
    const { sessionId } = await test.call('courses.planSession', { ...planning(foxtrot), ...more });
    const planned = async () => (await test.call('courses.year', { cohortId: foxtrot })).sessions[0];
    expect(await planned()).toMatchObject(more);
    await test.call('courses.reviseSession', { sessionId, instructors: 'Tim Brothers', hours: null, capacity: 24 });
    expect(await planned()).toMatchObject({ instructors: 'Tim Brothers', hours: null, capacity: 24 });
    const [last] = (await test.call('history.list', {})).rows;
    if (!last) throw new Error('no history');
    const { sentences } = await test.call('history.show', { commandId: last.commandId });
    expect(sentences.join('; ')).toContain('instructors “Dr. Connie Bain” → “Tim Brothers”');
    await test.call('history.undo', {});
    expect(await planned()).toMatchObject(more);
  });

  it('shows what stands against it: too many people, the room and the instructor taken by another cohort', async () => {
    const { test, foxtrot } = await started();
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    await seedPeople(test, [
      { name: ['Ann', 'Young'], cohortId: foxtrot },
      { name: ['Ben', 'Abbot'], cohortId: foxtrot },
    ]);
    const same = { room: 'Ballroom B', instructors: 'Dr. Bain', capacity: 1 };
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

describe('planning a year', () => {
  const three = [
    { name: 'Summer Conference', startsOn: day('2024-06-11'), endsOn: day('2024-06-13'), place: 'Mobile' },
    { name: 'Fall Conference', startsOn: day('2024-10-22'), endsOn: day('2024-10-24'), place: 'Birmingham' },
    { name: 'Winter Conference', startsOn: day('2025-02-11'), endsOn: day('2025-02-13'), place: 'Huntsville' },
  ];
  async function withConferences() {
    const { test, foxtrot } = await started();
    for (const conference of three) await test.call('courses.addConference', conference);
    return { test, foxtrot };
  }
  type Laid = OutputOf<'courses.proposeYear'>['laid'];
  const written = (laid: Laid): InputOf<'courses.planYear'> => ({
    sessions: laid.flatMap(({ heldOn, cohortIds, ...rest }) =>
      heldOn === null ? [] : [{ ...rest, heldOn, cohortIds: [...cohortIds] }],
    ),
  });

  it('proposes six days for six courses, writes them in one step, and takes them back in one', async () => {
    const { test, foxtrot } = await withConferences();
    const proposal = await test.call('courses.proposeYear', { cohortIds: [foxtrot] });
    expect(proposal.conflicts).toEqual([]);
    expect(proposal.conferences.map(({ chosen }) => chosen)).toEqual([true, true, true]);
    await test.call('courses.planYear', written(proposal.laid));
    const { sessions } = await test.call('courses.year', { cohortId: foxtrot });
    expect(sessions.map(({ courseNumber, heldOn, conference }) => [courseNumber, heldOn, conference])).toEqual([
      [1, '2024-06-10', 'Summer Conference'],
      [2, '2024-06-14', 'Summer Conference'],
      [3, '2024-10-21', 'Fall Conference'],
      [4, '2024-10-25', 'Fall Conference'],
      [5, '2025-02-10', 'Winter Conference'],
      [6, '2025-02-14', 'Winter Conference'],
    ]);
    expect((await test.call('history.list', {})).rows[0]?.label).toBe('Planned the year of Foxtrot: 6 sessions');
    const again = await test.call('courses.proposeYear', { cohortIds: [foxtrot] });
    expect(again.laid).toEqual([]);
    expect(again.planned).toHaveLength(6);
    await test.call('history.undo', {});
    expect((await test.call('courses.year', { cohortId: foxtrot })).sessions).toEqual([]);
  });

  it('says what stands against another layout, of other cohorts’ sessions too, and writes nothing meanwhile', async () => {
    const { test, foxtrot } = await withConferences();
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    await test.call('courses.planSession', { ...planning(golf), instructors: 'Dr. Bain' });
    const { laid } = await test.call('courses.proposeYear', { cohortIds: [foxtrot] });
    const changed = laid.map((course, index) => ({
      ...course,
      cohortIds: [...course.cohortIds],
      ...(index === 2 ? { instructors: 'Dr. Bain' } : index === 3 ? { heldOn: day('2024-10-21') } : {}),
    }));
    const { conflicts } = await test.call('courses.proposeYear', { cohortIds: [foxtrot], laid: changed });
    expect(conflicts.map(({ kind }) => kind).toSorted()).toEqual(['cohort-twice', 'instructor-twice']);
    const { sentence, reasons } = await test.refusal('courses.planYear', written(changed));
    expect(sentence).toContain('nothing was written');
    expect(reasons).toHaveLength(1);
    expect((await test.call('courses.year', { cohortId: foxtrot })).sessions).toEqual([]);
  });

  it('refuses what became impossible since it was proposed', async () => {
    const { test, foxtrot } = await withConferences();
    const { laid } = await test.call('courses.proposeYear', { cohortIds: [foxtrot] });
    await test.call('courses.planSession', planning(foxtrot, { course: 'technology-planning', on: '2024-06-10' }));
    const { reasons } = await test.refusal('courses.planYear', written(laid));
    expect(reasons).toEqual([
      'CTO Roles and Responsibilities, Mon, Jun 10, 2024: On Mon, Jun 10, 2024, Foxtrot has Technology Planning from 8:00 a to 3:30 p. Choose other hours or another day.',
    ]);
  });

  it('lays a year for two cohorts in one room', async () => {
    const { test, foxtrot } = await withConferences();
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    const { laid } = await test.call('courses.proposeYear', { cohortIds: [foxtrot, golf] });
    await test.call('courses.planYear', written(laid));
    const { sessions } = await test.call('courses.year', { cohortId: golf });
    expect(sessions).toHaveLength(6);
    expect(sessions.every(({ cohorts }) => cohorts.length === 2)).toBe(true);
    expect((await test.call('history.list', {})).rows[0]?.label).toContain('Foxtrot and Golf');
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
