import { describe, expect, it } from 'vitest';
import { insert } from '../../../main/changes/change.ts';
import { type CohortId, ParticipantId, type PersonId, type SessionId } from '../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../open-desk.ts';
import { plan, type SeededPerson, seedChanges, seedCheckIn, seedPeople, seedPerson, startProgram } from '../seed.ts';

interface Door {
  readonly test: TestDesk;
  readonly foxtrot: CohortId;
  readonly session: SessionId;
  readonly keisha: PersonId;
}

const keishaGarrett = {
  name: ['Keisha', 'Garrett'],
  organization: 'Opelika City Schools',
  email: 'kgarrett@opelika.example.org',
} as const satisfies SeededPerson;

/** A session of today with one person expected. The clock stands at 9:00 in the morning of Mon, Jun 3, 2024. */
async function openDoor(): Promise<Door> {
  const test = openTestDesk();
  const foxtrot = await startProgram(test);
  const session = await plan(test, foxtrot);
  const { personId: keisha } = await seedPerson(test, { ...keishaGarrett, cohortId: foxtrot });
  return { test, foxtrot, session, keisha };
}

const lastLabel = async (test: TestDesk) => (await test.call('history.list', {})).rows[0]?.label;
const commands = async (test: TestDesk) => (await test.call('history.list', {})).total;
const scan = (door: Door, code: string, more: { confirmed?: boolean; session?: SessionId } = {}) =>
  door.test.call('attendance.checkIn', {
    sessionId: more.session ?? door.session,
    code,
    method: 'scanned',
    confirmed: more.confirmed ?? false,
  });
const pick = (door: Door, personId: PersonId, confirmed = false) =>
  door.test.call('attendance.checkIn', { sessionId: door.session, personId, method: 'typed', confirmed });
const countsOf = async (door: Door) => {
  const { session } = await door.test.call('attendance.session', { sessionId: door.session });
  return { expected: session.expected, present: session.present, guests: session.guests };
};

describe('checking in', () => {
  it('checks in a person picked by name and counts', async () => {
    const door = await openDoor();
    expect(await countsOf(door)).toEqual({ expected: 1, present: 0, guests: 0 });
    const answer = await pick(door, door.keisha);
    expect(answer).toMatchObject({ answer: 'checked-in', name: 'Keisha Garrett', present: 1, expected: 1, guests: 0 });
    expect(await countsOf(door)).toEqual({ expected: 1, present: 1, guests: 0 });
    expect(await lastLabel(door.test)).toBe('Checked in Keisha Garrett');
  });

  it.each([
    ['the e-mail address in capitals, with spaces', () => '  KGarrett@Opelika.Example.org '],
    ['the person’s id', (door: Door) => door.keisha],
    ['the person’s id in capitals', (door: Door) => door.keisha.toUpperCase()],
  ])('knows a person by %s', async (_, codeOf) => {
    const door = await openDoor();
    expect(await scan(door, codeOf(door))).toMatchObject({ answer: 'checked-in', personId: door.keisha });
  });

  it('answers already in and writes nothing on a double scan', async () => {
    const door = await openDoor();
    const first = await scan(door, keishaGarrett.email);
    const before = await commands(door.test);
    const second = await scan(door, keishaGarrett.email);
    expect(second).toMatchObject({ answer: 'already-in', eventId: first.eventId, mayConfirm: false, present: 1 });
    expect(second.sentence).toContain('9:00 a');
    expect(await scan(door, keishaGarrett.email, { confirmed: true })).toMatchObject({ answer: 'already-in' });
    expect(await commands(door.test)).toBe(before);
  });

  it('keeps a code that nobody has', async () => {
    const door = await openDoor();
    const answer = await scan(door, ' 7K3M-9 ');
    expect(answer).toMatchObject({ answer: 'not-on-the-list', name: null, personId: null, present: 0 });
    expect(answer.sentence).toContain('kept');
    expect(await lastLabel(door.test)).toBe('Kept the code 7K3M-9');
    const { recent } = await door.test.call('attendance.session', { sessionId: door.session });
    expect(recent).toMatchObject([{ code: '7K3M-9', personId: null, name: '', annulled: false }]);
    const before = await commands(door.test);
    expect(await scan(door, '7k3m-9')).toMatchObject({ answer: 'not-on-the-list', eventId: answer.eventId });
    expect(await commands(door.test)).toBe(before);
  });

  it('gives a kept code to its person, at the time of the scan, and knows it from then on', async () => {
    const door = await openDoor();
    const kept = await scan(door, '7K3M-9');
    door.test.now = '2024-06-03T14:20:00.000Z';
    const answer = await door.test.call('attendance.checkIn', {
      sessionId: door.session,
      personId: door.keisha,
      method: 'typed',
      keptEventId: kept.eventId,
    });
    expect(answer.answer).toBe('checked-in');
    const { people, recent } = await door.test.call('attendance.session', { sessionId: door.session });
    expect(people[0]).toMatchObject({ present: true, at: '2024-06-03T14:00:00.000Z' });
    expect(recent.filter(({ annulled }) => !annulled)).toMatchObject([{ name: 'Keisha Garrett', code: '7K3M-9' }]);
    const later = await plan(door.test, door.foxtrot, { course: 'law-ethics', from: '16:00', to: '17:00' });
    expect(await scan(door, '7k3m-9', { session: later })).toMatchObject({
      answer: 'checked-in',
      name: 'Keisha Garrett',
    });
  });

  it('asks before it lets in somebody of another cohort, and then counts a guest', async () => {
    const door = await openDoor();
    const { cohortId: echo } = await door.test.call('cohorts.create', { name: 'Echo' });
    const { personId } = await seedPerson(door.test, { name: ['María', 'García-Núñez'], cohortId: echo });
    const before = await commands(door.test);
    const held = await pick(door, personId);
    expect(held).toMatchObject({ answer: 'wrong-cohort', mayConfirm: true, eventId: null, present: 0 });
    expect(held.sentence).toContain('Echo');
    expect(await commands(door.test)).toBe(before);
    expect(await pick(door, personId, true)).toMatchObject({
      answer: 'checked-in',
      present: 0,
      guests: 1,
      expected: 1,
    });
    expect(await countsOf(door)).toEqual({ expected: 1, present: 0, guests: 1 });
    const { people } = await door.test.call('attendance.session', { sessionId: door.session });
    expect(people.map(({ name, expected }) => [name, expected])).toEqual([
      ['Keisha Garrett', true],
      ['María García-Núñez', false],
    ]);
  });

  it('asks before it commits to a session of another day', async () => {
    const door = await openDoor();
    const session = await plan(door.test, door.foxtrot, { course: 'law-ethics', on: '2024-06-10' });
    const held = await scan(door, keishaGarrett.email, { session });
    expect(held).toMatchObject({ answer: 'wrong-day', mayConfirm: true, eventId: null });
    expect(held.sentence).toContain('Mon, Jun 10, 2024');
    expect(await scan(door, keishaGarrett.email, { session, confirmed: true })).toMatchObject({ answer: 'checked-in' });
  });

  it('goes by the day of the program’s zone: late in the evening is still today', async () => {
    const door = await openDoor();
    door.test.now = '2024-06-04T04:30:00.000Z';
    expect(await pick(door, door.keisha)).toMatchObject({ answer: 'checked-in' });
  });

  it.each([['withdrawn'], ['deferred']] as const)(
    'says clearly that somebody has %s, and lets nobody confirm',
    async (status) => {
      const door = await openDoor();
      const { personId } = await seedPerson(door.test, { name: ['Wanda', 'Pettus'], cohortId: door.foxtrot, status });
      expect(await pick(door, personId, true)).toMatchObject({ answer: 'withdrawn', mayConfirm: false, eventId: null });
      expect(await countsOf(door)).toEqual({ expected: 1, present: 0, guests: 0 });
    },
  );

  it('takes who deferred from this cohort and is enrolled in the next for one of the next', async () => {
    const door = await openDoor();
    const { cohortId: golf } = await door.test.call('cohorts.create', { name: 'Golf' });
    const { personId } = await seedPerson(door.test, { name: ['Wanda', 'Pettus'], cohortId: golf });
    const id = ParticipantId.parse('0190163d-0000-7000-8000-000000000001');
    const place = { id, personId, cohortId: door.foxtrot, applicationId: null, graduatedOn: null, remark: null };
    await seedChanges(door.test, [insert('participant', { ...place, status: 'deferred' })]);
    expect(await pick(door, personId)).toMatchObject({ answer: 'wrong-cohort', mayConfirm: true });
  });

  it('knows an applicant without a cohort, and does not let the person in', async () => {
    const door = await openDoor();
    const { personId } = await seedPerson(door.test, { name: ['José', 'García'] });
    expect(await pick(door, personId, true)).toMatchObject({
      answer: 'not-on-the-list',
      name: 'José García',
      eventId: null,
    });
  });

  it('asks for a name where an address is shared', async () => {
    const door = await openDoor();
    const office = 'office@opelika.example.org';
    await seedPeople(door.test, [
      { name: ['Ann', 'One'], email: office, cohortId: door.foxtrot },
      { name: ['Ben', 'Two'], email: office, cohortId: door.foxtrot },
    ]);
    const refusal = await door.test.refusal('attendance.checkIn', {
      sessionId: door.session,
      code: office,
      method: 'scanned',
    });
    expect(refusal.reasons).toEqual(['Ann One', 'Ben Two']);
  });
});

describe('taking back', () => {
  it('takes a check-in back with a reason, keeps both events, and lets the person in again', async () => {
    const door = await openDoor();
    const { eventId } = await pick(door, door.keisha);
    if (!eventId) throw new Error('no event');
    await door.test.call('attendance.annul', { eventId, reason: 'Wrong Keisha' });
    expect(await lastLabel(door.test)).toBe('Took back the check-in of Keisha Garrett');
    expect(await countsOf(door)).toEqual({ expected: 1, present: 0, guests: 0 });
    const { recent } = await door.test.call('attendance.session', { sessionId: door.session });
    expect(recent).toMatchObject([{ eventId, annulled: true }]);
    const again = await door.test.refusal('attendance.annul', { eventId, reason: 'Once more' });
    expect(again.sentence).toContain('already');
    expect(await pick(door, door.keisha)).toMatchObject({ answer: 'checked-in', present: 1 });
  });

  it('counts a person once whom two laptops checked in, and stays present until both are taken back', async () => {
    const door = await openDoor();
    const one = await seedCheckIn(door.test, door.session, door.keisha);
    const two = await seedCheckIn(door.test, door.session, door.keisha);
    expect(await countsOf(door)).toEqual({ expected: 1, present: 1, guests: 0 });
    await door.test.call('attendance.annul', { eventId: one, reason: 'Twice' });
    expect(await countsOf(door)).toMatchObject({ present: 1 });
    await door.test.call('attendance.annul', { eventId: two, reason: 'Not there' });
    expect(await countsOf(door)).toMatchObject({ present: 0 });
  });
});

describe('marking from a sign-in sheet', () => {
  it('marks those who are not in yet as one command', async () => {
    const door = await openDoor();
    const [ann, ben] = await seedPeople(door.test, [
      { name: ['Ann', 'One'], cohortId: door.foxtrot },
      { name: ['Ben', 'Two'], cohortId: door.foxtrot },
    ]);
    if (!ann || !ben) throw new Error('nobody');
    await pick(door, ann.personId);
    const personIds = [door.keisha, ann.personId, ben.personId, ben.personId];
    expect(await door.test.call('attendance.mark', { sessionId: door.session, personIds })).toEqual({ marked: 2 });
    expect(await lastLabel(door.test)).toBe('Marked 2 people present at Data Management and Governance');
    expect(await countsOf(door)).toEqual({ expected: 3, present: 3, guests: 0 });
  });

  it('marks nobody where one of them has withdrawn, and says who', async () => {
    const door = await openDoor();
    const { personId } = await seedPerson(door.test, {
      name: ['Wanda', 'Pettus'],
      cohortId: door.foxtrot,
      status: 'withdrawn',
    });
    const personIds = [door.keisha, personId];
    const refusal = await door.test.refusal('attendance.mark', { sessionId: door.session, personIds });
    expect(refusal.reasons).toEqual(['Wanda Pettus has withdrawn from Foxtrot.']);
    expect(await countsOf(door)).toMatchObject({ present: 0 });
  });

  it('refuses the sheet of a session that is still to come', async () => {
    const door = await openDoor();
    const sessionId = await plan(door.test, door.foxtrot, { course: 'law-ethics', on: '2024-06-10' });
    const refusal = await door.test.refusal('attendance.mark', { sessionId, personIds: [door.keisha] });
    expect(refusal.sentence).toContain('still to come');
  });
});
