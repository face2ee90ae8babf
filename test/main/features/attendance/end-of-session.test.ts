import { beforeEach, describe, expect, it } from 'vitest';
import { CivilDate, ClockTime, sayClock } from '../../../../shared/model/dates.ts';
import type { CohortId, PersonId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { plan, seedPerson, startProgram } from '../../seed.ts';

let test: TestDesk;
let foxtrot: CohortId;
let ann: PersonId;

beforeEach(async () => {
  test = openTestDesk();
  test.now = '2024-03-01T14:00:00.000Z';
  foxtrot = await startProgram(test);
  ann = (await seedPerson(test, { name: ['Ann', 'Young'], cohortId: foxtrot })).personId;
});

const standing = async (course: string): Promise<string | undefined> => {
  const { rows } = await test.call('progress.list', { cohortId: foxtrot });
  return rows[0]?.courses.find(({ courseId }) => courseId === course)?.standing;
};

describe('who is not in', () => {
  it('is absent when the session ends, not the next day', async () => {
    const sessionId = await plan(test, foxtrot, { on: '2024-06-03', from: '08:00', to: '15:30' });
    const isOver = async () => (await test.call('attendance.session', { sessionId })).session.isOver;
    test.now = '2024-06-03T20:29:00.000Z';
    expect([await isOver(), await standing('data-governance')]).toEqual([false, 'to-come']);
    test.now = '2024-06-03T20:30:00.000Z';
    expect([await isOver(), await standing('data-governance')]).toEqual([true, 'missed']);
    // Entered from the sheet afterwards, the same evening.
    await test.call('attendance.mark', { sessionId, personIds: [ann] });
    expect(await standing('data-governance')).toBe('attended');
  });

  it('is not absent after midnight while the session goes on', async () => {
    const sessionId = await plan(test, foxtrot, { on: '2024-06-03', from: '20:00', to: '01:00' });
    test.now = '2024-06-04T05:30:00.000Z';
    expect((await test.call('attendance.session', { sessionId })).session).toMatchObject({
      when: 'today',
      isOver: false,
    });
    expect(await standing('data-governance')).toBe('to-come');
    const came = await test.call('attendance.checkIn', { sessionId, personId: ann, method: 'typed' });
    expect(came.answer).toBe('checked-in');
    test.now = '2024-06-04T06:00:00.000Z';
    expect((await test.call('attendance.session', { sessionId })).session).toMatchObject({
      when: 'past',
      isOver: true,
    });
    expect(await standing('data-governance')).toBe('attended');
  });
});

describe('a time that the clock skips', () => {
  const skipped = ClockTime.parse('02:30');
  const said = sayClock(skipped);
  const forward = CivilDate.parse('2024-03-10');

  it('is told where a session is planned', async () => {
    const at = (from: string, to: string) =>
      test.refusal('courses.planSession', {
        courseId: 'data-governance' as never,
        cohortIds: [foxtrot],
        conferenceId: null,
        heldOn: forward,
        startsAt: ClockTime.parse(from),
        endsAt: ClockTime.parse(to),
        room: null,
      });
    const sentence = `There is no ${said} on Sun, Mar 10, 2024: clocks go forward then, to ${sayClock(ClockTime.parse('03:30'))}. Choose another time.`;
    expect((await at('02:30', '06:00')).sentence).toBe(sentence);
    expect((await at('00:30', '02:30')).sentence).toBe(sentence);
    expect((await at('08:00', '08:00')).sentence).toMatch(
      /^The session begins at 8:00 .* and would end at the same time/,
    );
  });

  it('is told where somebody is said to have come late', async () => {
    const sessionId = await plan(test, foxtrot, { on: '2024-03-10', from: '01:00', to: '06:00' });
    test.now = '2024-03-11T14:00:00.000Z';
    const note = { sessionId, personIds: [ann], what: { kind: 'late' as const, clock: skipped } };
    const { sentence } = await test.refusal('attendance.note', note);
    expect(sentence).toContain(`There was no ${said} on Sun, Mar 10, 2024`);
  });
});
