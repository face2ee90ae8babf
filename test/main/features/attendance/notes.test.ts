import { describe, expect, it } from 'vitest';
import { ClockTime } from '../../../../shared/model/dates.ts';
import type { PersonId, SessionId } from '../../../../shared/model/ids.ts';
import type { AttendeeRow } from '../../../../shared/views/attendance.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { plan, seedPeople, startProgram } from '../../seed.ts';

interface Door {
  readonly test: TestDesk;
  readonly session: SessionId;
  readonly ann: PersonId;
  readonly ben: PersonId;
}

/** A session of this morning, 8:00 to 15:30, with two people expected. */
async function openDoor(on = '2024-06-03'): Promise<Door> {
  const test = openTestDesk();
  const cohortId = await startProgram(test);
  const session = await plan(test, cohortId, { on });
  const [ann, ben] = await seedPeople(test, [
    { name: ['Ann', 'One'], cohortId },
    { name: ['Ben', 'Two'], cohortId },
  ]);
  if (!ann || !ben) throw new Error('No one was seeded.');
  return { test, session, ann: ann.personId, ben: ben.personId };
}

const at = (time: string) => ClockTime.parse(time);
const rowOf = async ({ test, session }: Door, personId: PersonId): Promise<AttendeeRow> => {
  const { people } = await test.call('attendance.session', { sessionId: session });
  const row = people.find((each) => each.personId === personId);
  if (!row) throw new Error('Not on the list.');
  return row;
};
const note = ({ test, session }: Door, personIds: PersonId[], what: Parameters<typeof saying>[0]) =>
  test.call('attendance.note', { sessionId: session, personIds, what });
const refused = ({ test, session }: Door, personIds: PersonId[], what: Parameters<typeof saying>[0]) =>
  test.refusal('attendance.note', { sessionId: session, personIds, what });
const saying = (
  what:
    | { kind: 'late' | 'left'; clock: ClockTime }
    | { kind: 'hours'; hours: number; reason: string }
    | { kind: 'excused'; reason: string },
) => what;
const come = ({ test, session }: Door, personId: PersonId) =>
  test.call('attendance.checkIn', { sessionId: session, personId, method: 'typed' });
const lastLabel = async ({ test }: Door) => (await test.call('history.list', {})).rows[0]?.label;

describe('noting what happened besides', () => {
  it.each([
    [
      saying({ kind: 'late', clock: at('09:30') }),
      'partly',
      6,
      'Marked Ann One late for Data Management and Governance, at 9:30 AM',
    ],
    [
      saying({ kind: 'left', clock: at('14:00') }),
      'partly',
      6,
      'Marked that Ann One left Data Management and Governance early, at 2:00 PM',
    ],
    [
      saying({ kind: 'hours', hours: 4.5, reason: 'Online in part' }),
      'partly',
      4.5,
      'Counted 4.5 hours of Data Management and Governance for Ann One',
    ],
  ])('%j', async (what, standing, hours, label) => {
    const door = await openDoor();
    await come(door, door.ann);
    await note(door, [door.ann], what);
    expect((await rowOf(door, door.ann)).presence).toMatchObject({ standing, hours, ofHours: 7.5 });
    expect(await lastLabel(door)).toBe(label);
    await door.test.call('history.undo', {});
    expect((await rowOf(door, door.ann)).presence).toMatchObject({ standing: 'present', hours: 7.5 });
  });

  it('takes who was there for a part for present, as one command for several people', async () => {
    const door = await openDoor();
    await come(door, door.ann);
    await note(door, [door.ann, door.ben], { kind: 'left', clock: at('14:00') });
    expect(await rowOf(door, door.ben)).toMatchObject({ present: true, method: 'sheet', presence: { hours: 6 } });
    expect((await door.test.call('attendance.session', { sessionId: door.session })).session.present).toBe(2);
    await door.test.call('history.undo', {});
    expect(await rowOf(door, door.ben)).toMatchObject({ present: false, presence: { standing: 'not-in' } });
  });

  it('excuses someone who is not here, also ahead of the session', async () => {
    const door = await openDoor('2024-06-10');
    await note(door, [door.ann], { kind: 'excused', reason: 'Called in ill' });
    expect(await rowOf(door, door.ann)).toMatchObject({
      present: false,
      presence: { standing: 'excused', hours: 0, reason: 'Called in ill' },
    });
    expect(await lastLabel(door)).toBe('Excused Ann One from Data Management and Governance');
  });

  it('excuses from the rest who was there for a part', async () => {
    const door = await openDoor();
    await come(door, door.ann);
    await note(door, [door.ann], { kind: 'left', clock: at('10:00') });
    await note(door, [door.ann], { kind: 'excused', reason: 'Called away' });
    expect((await rowOf(door, door.ann)).presence).toMatchObject({ standing: 'partly', hours: 2 });
    expect(await lastLabel(door)).toBe('Excused Ann One from Data Management and Governance');
  });

  it('keeps a coming early out of what a check-in says: an excuse gives way to it', async () => {
    const door = await openDoor();
    await note(door, [door.ann], { kind: 'excused', reason: 'Called in ill' });
    await come(door, door.ann);
    expect((await rowOf(door, door.ann)).presence.standing).toBe('present');
  });

  it.each([
    [saying({ kind: 'late', clock: at('07:30') }), 'from 8:00 AM to 3:30 PM'],
    [saying({ kind: 'left', clock: at('16:00') }), 'from 8:00 AM to 3:30 PM'],
    [saying({ kind: 'hours', hours: 9, reason: 'A long day' }), 'counts for 7.5 hours'],
  ])('refuses what can’t be: %j', async (what, sentence) => {
    const door = await openDoor();
    expect((await refused(door, [door.ann], what)).sentence).toContain(sentence);
  });

  it('refuses to excuse who came, and to let someone leave before they came', async () => {
    const door = await openDoor();
    await come(door, door.ann);
    const excuse = await refused(door, [door.ann, door.ben], { kind: 'excused', reason: 'Called in ill' });
    expect(excuse.reasons).toEqual([
      'Ann One came: undo the check-in, or first mark them as late or as leaving early.',
    ]);
    await note(door, [door.ann], { kind: 'late', clock: at('10:00') });
    const left = await refused(door, [door.ann], { kind: 'left', clock: at('09:00') });
    expect(left.reasons).toEqual(['Ann One came at 10:00 AM.']);
  });

  it('refuses all but an excuse before the day', async () => {
    const door = await openDoor('2024-06-10');
    const refusal = await refused(door, [door.ann], { kind: 'late', clock: at('09:00') });
    expect(refusal.sentence).toContain('Until then, only an excuse can be recorded.');
  });
});

describe('taking notes back', () => {
  const notesOf = ({ test, session }: Door, personId: PersonId) =>
    test.call('attendance.notes', { sessionId: session, personId });

  it('takes one note back with a reason and leaves the rest; both stay on record', async () => {
    const door = await openDoor();
    await come(door, door.ann);
    await note(door, [door.ann], { kind: 'late', clock: at('09:30') });
    const [late] = await notesOf(door, door.ann).then((notes) => notes.filter(({ kind }) => kind === 'late'));
    if (!late) throw new Error('Nothing was saved.');
    await door.test.call('attendance.annul', { eventId: late.eventId, reason: 'It was Anne' });
    expect((await rowOf(door, door.ann)).presence.standing).toBe('present');
    const after = await notesOf(door, door.ann);
    expect(after.map(({ kind, annulled }) => [kind, annulled?.reason ?? null]).toSorted()).toEqual([
      ['check-in', null],
      ['late', 'It was Anne'],
    ]);
    expect(
      (await door.test.refusal('attendance.annul', { eventId: late.eventId, reason: 'Again' })).sentence,
    ).toContain('already');
  });

  it('takes the lateness back with the check-in, as long as no other check-in stands', async () => {
    const door = await openDoor();
    const { eventId } = await come(door, door.ann);
    await note(door, [door.ann], { kind: 'late', clock: at('09:30') });
    if (!eventId) throw new Error('No one came.');
    await door.test.call('attendance.annul', { eventId, reason: 'Wrong Ann' });
    expect((await rowOf(door, door.ann)).presence.standing).toBe('not-in');
  });

  it('takes back all that is noted of several people at once', async () => {
    const door = await openDoor();
    await come(door, door.ann);
    await note(door, [door.ann], { kind: 'left', clock: at('14:00') });
    await note(door, [door.ben], { kind: 'excused', reason: 'Called in ill' });
    const personIds = [door.ann, door.ben];
    const input = { sessionId: door.session, personIds, reason: 'The wrong session' };
    expect(await door.test.call('attendance.takeBack', input)).toEqual({ takenBack: 2 });
    expect(await lastLabel(door)).toBe('Cleared what was recorded for 2 people at Data Management and Governance');
    expect((await rowOf(door, door.ann)).presence.standing).toBe('not-in');
    expect((await rowOf(door, door.ben)).presence.standing).toBe('not-in');
    expect((await door.test.refusal('attendance.takeBack', input)).sentence).toContain('Nothing is recorded');
    await door.test.call('history.undo', {});
    expect((await rowOf(door, door.ben)).presence.standing).toBe('excused');
  });
});
