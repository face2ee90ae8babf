import { describe, expect, it } from 'vitest';
import { day, planning, started } from './planning.ts';

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
    expect(again.sentence).toContain('is already listed');
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
      'One session is planned at Fall Conference. Give it another conference or none, or take it off the schedule first.',
    );
    expect(reasons).toEqual(['Data Management and Governance, Mon, Oct 21, 2024: Foxtrot']);
    await test.call('courses.reviseSession', { sessionId, conferenceId: null });
    await test.call('courses.removeConference', { conferenceId });
    expect((await test.call('courses.year', { cohortId: foxtrot })).conferences).toEqual([]);
    await test.call('history.undo', {});
    expect((await test.call('courses.year', { cohortId: foxtrot })).conferences).toMatchObject([{ name: fall.name }]);
  });
});
