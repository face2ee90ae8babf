import { describe, expect, it } from 'vitest';
import { CivilDate, ClockTime } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import { CourseId } from '../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../open-desk.ts';
import { plan, seedPerson, startProgram } from '../seed.ts';

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
});
