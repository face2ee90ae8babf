import { describe, expect, it } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { Policy } from '../../../../shared/model/program.ts';
import { plan, seedCheckIn, seedPeople, seedPerson } from '../../seed.ts';
import { countsOf, type Door, lastLabel, openDoor, pick } from './a-door.ts';

/** Adopts the policy in force with a change, from today on. */
async function revise({ test }: Door, change: (policy: Policy) => Partial<Policy>): Promise<void> {
  const shown = await test.call('program.show', {});
  if (!shown) throw new Error('No program was started.');
  const revised = Policy.parse({ ...shown.policy, ...change(shown.policy) });
  await test.call('program.revise', {
    policy: revised,
    effectiveOn: CivilDate.parse('2024-06-03'),
    note: 'For the door',
  });
}

describe('what a lead is told besides', () => {
  it('lets in who owes the fee, and reminds of it; or asks first, where the policy says so', async () => {
    const door = await openDoor();
    const reminded = await pick(door, door.keisha);
    expect(reminded).toMatchObject({ answer: 'checked-in', owes: 7_500, participantId: expect.any(String) });
    expect(reminded.notes).toEqual([{ kind: 'fee-owed', sentence: '$75 of the course fee owed.' }]);
    const { personId, participantId } = await seedPerson(door.test, {
      name: ['Mei', 'Nguyễn'],
      cohortId: door.foxtrot,
    });
    await revise(door, ({ fee }) => ({ fee: { ...fee, atTheDoor: 'ask' } }));
    expect(await pick(door, personId)).toMatchObject({ answer: 'fee-owed', mayConfirm: true, eventId: null });
    if (!participantId) throw new Error('No one was seeded.');
    await door.test.call('fees.receive', {
      shares: { split: 'owed', participantIds: [participantId] },
      method: 'cash',
      receivedOn: CivilDate.parse('2024-06-03'),
    });
    expect(await pick(door, personId)).toMatchObject({ answer: 'checked-in', owes: 0, notes: [] });
  });

  it('notes by the clock that someone comes late, where the policy says from when on', async () => {
    const door = await openDoor();
    await revise(door, ({ door: atTheDoor }) => ({ door: { ...atTheDoor, lateAfterMinutes: 15 } }));
    const answer = await pick(door, door.keisha);
    expect(answer.notes).toContainEqual({ kind: 'late', sentence: 'Late, at 9:00 AM.' });
    const { people } = await door.test.call('attendance.session', { sessionId: door.session });
    expect(people[0]?.presence).toMatchObject({ standing: 'partly', hours: 6.5, ofHours: 7.5, cameAt: '09:00' });
    await door.test.call('history.undo', {});
    expect(await countsOf(door)).toMatchObject({ present: 0 });
  });
});

describe('taking back', () => {
  it('takes a check-in back with a reason, keeps both events, and lets the person in again', async () => {
    const door = await openDoor();
    const { eventId } = await pick(door, door.keisha);
    if (!eventId) throw new Error('no event');
    await door.test.call('attendance.annul', { eventId, reason: 'Wrong Keisha' });
    expect(await lastLabel(door.test)).toBe('Undid the check-in for Keisha Garrett');
    expect(await countsOf(door)).toEqual({ expected: 1, present: 0, guests: 0 });
    const { recent } = await door.test.call('attendance.session', { sessionId: door.session });
    expect(recent).toMatchObject([{ eventId, annulled: true }]);
    const again = await door.test.refusal('attendance.annul', { eventId, reason: 'Once more' });
    expect(again.sentence).toContain('already');
    expect(await pick(door, door.keisha)).toMatchObject({ answer: 'checked-in', present: 1 });
  });

  it('counts a person once whom two laptops checked in, and stays present until both are undone', async () => {
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
    if (!ann || !ben) throw new Error('no one');
    await pick(door, ann.personId);
    const personIds = [door.keisha, ann.personId, ben.personId, ben.personId];
    expect(await door.test.call('attendance.mark', { sessionId: door.session, personIds })).toEqual({ marked: 2 });
    expect(await lastLabel(door.test)).toBe('Marked 2 people present at Data Management and Governance');
    expect(await countsOf(door)).toEqual({ expected: 3, present: 3, guests: 0 });
  });

  it('marks no one where one of them has withdrawn, and says who', async () => {
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

  it('refuses the sheet of a session that is in the future', async () => {
    const door = await openDoor();
    const sessionId = await plan(door.test, door.foxtrot, { course: 'law-ethics', on: '2024-06-10' });
    const refusal = await door.test.refusal('attendance.mark', { sessionId, personIds: [door.keisha] });
    expect(refusal.sentence).toContain('hasn’t happened yet');
  });
});
