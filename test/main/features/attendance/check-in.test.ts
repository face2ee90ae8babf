import { describe, expect, it } from 'vitest';
import { insert } from '../../../../main/log/change.ts';
import { badgeCodeOf } from '../../../../shared/model/badges.ts';
import { Instant } from '../../../../shared/model/dates.ts';
import { AttendanceEventId, BadgeId, CourseId, MakeUpId, ParticipantId } from '../../../../shared/model/ids.ts';
import { plan, seedChanges, seedPeople, seedPerson } from '../../seed.ts';
import { commands, countsOf, type Door, keishaGarrett, lastLabel, openDoor, pick, scan } from './a-door.ts';

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
    expect(second.sentence).toContain('9:00 AM');
    expect(await scan(door, keishaGarrett.email, { confirmed: true })).toMatchObject({ answer: 'already-in' });
    expect(await commands(door.test)).toBe(before);
  });

  it('keeps a code that no one has', async () => {
    const door = await openDoor();
    const answer = await scan(door, ' 7K3M-9 ');
    expect(answer).toMatchObject({ answer: 'other-program', name: null, personId: null, present: 0 });
    expect(answer.sentence).toContain('saved');
    expect(await lastLabel(door.test)).toBe('Saved the code 7K3M-9');
    const { recent } = await door.test.call('attendance.session', { sessionId: door.session });
    expect(recent).toMatchObject([{ code: '7K3M-9', personId: null, name: '', annulled: false }]);
    const before = await commands(door.test);
    expect(await scan(door, '7k3m-9')).toMatchObject({ answer: 'other-program', eventId: answer.eventId });
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
    door.test.now = '2024-06-03T20:50:00.000Z';
    expect(await scan(door, '7k3m-9', { session: later })).toMatchObject({
      answer: 'checked-in',
      name: 'Keisha Garrett',
    });
  });

  it('does not give someone a kept code that is not there, or that was given to another already', async () => {
    const door = await openDoor();
    const kept = await scan(door, '7K3M-9');
    const give = (keptEventId: typeof kept.eventId) => ({
      sessionId: door.session,
      personId: door.keisha,
      method: 'typed' as const,
      keptEventId,
    });
    await door.test.call('attendance.checkIn', give(kept.eventId));
    const before = await commands(door.test);
    for (const eventId of [kept.eventId, AttendanceEventId.parse('018f0000-0000-7000-8000-00000000dead')]) {
      await door.test.refusal('attendance.checkIn', give(eventId));
    }
    expect(await commands(door.test)).toBe(before);
  });

  it('asks before it lets in someone of another cohort, and then counts a guest', async () => {
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
    const { personId } = await seedPerson(door.test, { name: ['José', 'García'], cohortId: door.foxtrot });
    const next = { sessionId: session, personId, method: 'typed' } as const;
    expect(await door.test.call('attendance.checkIn', next)).toMatchObject({ answer: 'wrong-day' });
    // What a lead has said of the day holds for whoever comes next.
    const granted = await door.test.call('attendance.checkIn', { ...next, granted: ['wrong-day'] });
    expect(granted).toMatchObject({ answer: 'checked-in' });
  });

  it('says that the laptop’s clock seems wrong where it is before the last entry', async () => {
    const door = await openDoor();
    door.test.now = '2024-06-03T13:49:00.000Z';
    const held = await pick(door, door.keisha);
    expect(held).toMatchObject({ answer: 'clock-wrong', mayConfirm: true, eventId: null });
    expect(held.sentence).toContain(
      'shows Mon, Jun 3, 2024, 8:49 AM, but the last entry was made on Jun 3, 2024, 9:00 AM',
    );
    door.test.now = '2024-06-03T13:51:00.000Z';
    expect(await pick(door, door.keisha)).toMatchObject({ answer: 'checked-in' });
  });

  it('sends someone who is expected at another session now to that one', async () => {
    const door = await openDoor();
    const { cohortId: echo } = await door.test.call('cohorts.create', { name: 'Echo' });
    const other = await plan(door.test, echo, { course: 'law-ethics', from: '08:30', to: '11:00' });
    const { personId } = await seedPerson(door.test, { name: ['María', 'García-Núñez'], cohortId: echo });
    const held = await pick(door, personId);
    expect(held).toMatchObject({ answer: 'wrong-session', mayConfirm: true, elsewhere: { sessionId: other } });
    expect(held.sentence).toContain('Law, Ethics, and Policies, 8:30 AM to 11:00 AM, Ballroom B');
    // That session is over: then it is a matter of the cohort.
    door.test.now = '2024-06-03T16:30:00.000Z';
    expect(await pick(door, personId)).toMatchObject({ answer: 'wrong-cohort', elsewhere: null });
  });

  it('tells someone of another cohort when their own has this course', async () => {
    const door = await openDoor();
    const { cohortId: echo } = await door.test.call('cohorts.create', { name: 'Echo' });
    await plan(door.test, echo, { on: '2024-04-01' });
    await plan(door.test, echo, { on: '2024-06-20', from: '13:00' });
    const { personId } = await seedPerson(door.test, { name: ['María', 'García-Núñez'], cohortId: echo });
    expect((await pick(door, personId)).sentence).toContain('Echo has it on Thu, Jun 20, 2024 at 1:00 PM, Ballroom B.');
  });

  it('expects whoever makes the course up here', async () => {
    const door = await openDoor();
    const { cohortId: echo } = await door.test.call('cohorts.create', { name: 'Echo' });
    const { personId, participantId } = await seedPerson(door.test, { name: ['Mei', 'Nguyễn'], cohortId: echo });
    if (!participantId) throw new Error('No one was seeded.');
    const makeUp = { id: MakeUpId.parse('0190163d-0000-7000-8000-0000000000a1'), participantId, note: null };
    const courseId = CourseId.parse('data-governance');
    const assignedAt = Instant.parse(door.test.now);
    await seedChanges(door.test, [insert('makeUp', { ...makeUp, courseId, sessionId: door.session, assignedAt })]);
    expect(await countsOf(door)).toEqual({ expected: 2, present: 0, guests: 0 });
    const answer = await pick(door, personId);
    expect(answer).toMatchObject({ answer: 'checked-in', present: 1, guests: 0 });
    expect(answer.sentence).toBe('Mei Nguyễn of Echo is checked in, to make up Data Management and Governance.');
    expect(await countsOf(door)).toEqual({ expected: 2, present: 1, guests: 0 });
    const { people } = await door.test.call('attendance.session', { sessionId: door.session });
    expect(people.map(({ name, expected, makesUp }) => [name, expected, makesUp])).toEqual([
      ['Keisha Garrett', true, false],
      ['Mei Nguyễn', true, true],
    ]);
  });

  it('goes by the day of the program’s zone: late in the evening is still today', async () => {
    const door = await openDoor();
    const evening = await plan(door.test, door.foxtrot, { course: 'law-ethics', from: '19:00', to: '22:00' });
    door.test.now = '2024-06-04T02:30:00.000Z';
    expect(await scan(door, keishaGarrett.email, { session: evening })).toMatchObject({ answer: 'checked-in' });
  });

  it.each([['withdrawn'], ['deferred']] as const)(
    'says clearly that someone has %s, and lets no one confirm',
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
    const place = {
      id,
      personId,
      cohortId: door.foxtrot,
      applicationId: null,
      graduatedOn: null,
      remark: null,
      cameFrom: null,
    };
    await seedChanges(door.test, [insert('participant', { ...place, status: 'deferred' })]);
    expect(await pick(door, personId)).toMatchObject({ answer: 'wrong-cohort', mayConfirm: true });
  });

  it('knows an applicant without a cohort, and lets the person in as a guest once a lead says so', async () => {
    const door = await openDoor();
    const { personId } = await seedPerson(door.test, { name: ['José', 'García'] });
    const held = { answer: 'not-on-the-list', name: 'José García', eventId: null, mayConfirm: true };
    expect(await pick(door, personId)).toMatchObject(held);
    const answer = await pick(door, personId, true);
    expect(answer).toMatchObject({
      answer: 'checked-in',
      guests: 1,
      sentence: 'José García is checked in as a guest.',
    });
  });

  it('says of a code that it is one of our badges misread, another program’s, or an address that no one has', async () => {
    const door = await openDoor();
    const broken = `${badgeCodeOf(BadgeId.parse('0190163d-0000-7000-8000-0000000000b1')).slice(0, -2)}`;
    expect(await scan(door, broken)).toMatchObject({ answer: 'misread', mayConfirm: false });
    expect(await scan(door, 'https://other.example.org/badge/9931')).toMatchObject({ answer: 'other-program' });
    expect(await scan(door, 'nobody@example.org')).toMatchObject({ answer: 'not-on-the-list' });
    const kept = await door.test.call('attendance.walkIns', { sessionId: door.session });
    expect(kept.map(({ code }) => code).toSorted()).toEqual(
      [broken, 'https://other.example.org/badge/9931', 'nobody@example.org'].toSorted(),
    );
  });

  it('knows a person by the badge, and says whose it is not', async () => {
    const door = await openDoor();
    const id = BadgeId.parse('0190163d-0000-7000-8000-0000000000b1');
    const code = badgeCodeOf(id);
    expect((await scan(door, code)).sentence).toContain('this laptop doesn’t know it');
    const badge = { id, number: 61, code, personId: door.keisha, name: null, organization: null };
    await seedChanges(door.test, [insert('badge', { ...badge, issuedAt: Instant.parse(door.test.now) })]);
    const typed = `${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`;
    expect(await scan(door, typed)).toMatchObject({ answer: 'checked-in', name: 'Keisha Garrett' });
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
