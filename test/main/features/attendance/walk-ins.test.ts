import { describe, expect, it } from 'vitest';
import { insert } from '../../../../main/log/change.ts';
import { badgeCodeOf, blankBadgeName } from '../../../../shared/model/badges.ts';
import { Instant } from '../../../../shared/model/dates.ts';
import { BadgeId, type CohortId, type SessionId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { plan, seedChanges, seedPeople, seedPerson, startProgram } from '../../seed.ts';

interface Door {
  readonly test: TestDesk;
  readonly foxtrot: CohortId;
  readonly session: SessionId;
}

async function openDoor(): Promise<Door> {
  const test = openTestDesk();
  const foxtrot = await startProgram(test);
  return { test, foxtrot, session: await plan(test, foxtrot) };
}

const comesIn = ({ test, session }: Door, name = 'Anna Ohne', organization = 'Opelika City Sch.') =>
  test.call('attendance.walkIn', { sessionId: session, name, organization });
const unmatched = ({ test }: Door) => test.call('attendance.walkIns', {});
const codeOf = async (door: Door) => (await unmatched(door))[0]?.code ?? '';
const viewOf = ({ test }: Door, sessionId: SessionId) => test.call('attendance.session', { sessionId });
const lastLabel = async ({ test }: Door) => (await test.call('history.list', {})).rows[0]?.label;

async function seedBlankBadge({ test }: Door, number: number): Promise<string> {
  const id = BadgeId.parse('0190163d-0000-7000-8000-0000000000b1');
  const code = badgeCodeOf(id);
  const badge = { id, number, code, personId: null, name: blankBadgeName(number), organization: null };
  await seedChanges(test, [insert('badge', { ...badge, issuedAt: Instant.parse(test.now) })]);
  return code;
}

describe('a walk-in', () => {
  it('is in at once with the next badge number, and is one of the last check-ins', async () => {
    const door = await openDoor();
    expect(await comesIn(door)).toMatchObject({ answer: 'checked-in', name: 'Anna Ohne', badgeNumber: 1, present: 0 });
    expect(await comesIn(door, 'Bert Ohne')).toMatchObject({ badgeNumber: 2 });
    expect(await lastLabel(door)).toBe('Checked in Bert Ohne as a walk-in, badge 2');
    const { recent, walkIns } = await viewOf(door, door.session);
    expect(walkIns).toBe(2);
    expect(recent.map(({ name, walkIn, personId }) => [name, walkIn, personId])).toEqual([
      ['Bert Ohne', 2, null],
      ['Anna Ohne', 1, null],
    ]);
    expect(await unmatched(door)).toMatchObject([
      { number: 1, name: 'Anna Ohne', organization: 'Opelika City Schools', at: [{ sessionId: door.session }] },
      { number: 2, name: 'Bert Ohne' },
    ]);
  });

  it('is known by badge, number and name at the next session, and is not counted twice', async () => {
    const door = await openDoor();
    await comesIn(door);
    const later = await plan(door.test, door.foxtrot, { course: 'law-ethics', from: '16:00', to: '17:00' });
    const code = await codeOf(door);
    door.test.now = '2024-06-03T20:50:00.000Z';
    for (const text of ['#1', '1', 'ann', 'ohne']) {
      const found = await door.test.call('attendance.find', { sessionId: later, text });
      expect(found, text).toMatchObject([{ personId: null, code, badgeNumber: 1, name: 'Anna Ohne' }]);
    }
    const scan = { sessionId: later, code, method: 'scanned' } as const;
    expect(await door.test.call('attendance.checkIn', scan)).toMatchObject({ answer: 'checked-in', badgeNumber: 1 });
    expect(await door.test.call('attendance.checkIn', scan)).toMatchObject({ answer: 'already-in' });
    expect((await unmatched(door))[0]?.at).toHaveLength(2);
  });

  it('takes the blank badge that they wear, whose scan asks for a name', async () => {
    const door = await openDoor();
    const code = await seedBlankBadge(door, 61);
    const asked = await door.test.call('attendance.checkIn', { sessionId: door.session, code, method: 'scanned' });
    expect(asked).toMatchObject({ answer: 'blank-badge', badgeNumber: 61, eventId: null });
    const input = { sessionId: door.session, name: 'Anna Ohne', code };
    expect(await door.test.call('attendance.walkIn', input)).toMatchObject({ badgeNumber: 61 });
    expect((await door.test.refusal('attendance.walkIn', input)).sentence).toBe(
      'Badge 61 already has a name. Scan it to check them in.',
    );
    expect(await comesIn(door)).toMatchObject({ badgeNumber: 62 });
  });

  it('is asked about at a session of another day, and let in once a lead has said that the day is right', async () => {
    const door = await openDoor();
    const sessionId = await plan(door.test, door.foxtrot, { course: 'law-ethics', on: '2024-06-10' });
    const input = { sessionId, name: 'Anna Ohne' };
    const held = await door.test.call('attendance.walkIn', input);
    expect(held).toMatchObject({ answer: 'wrong-day', mayConfirm: true, eventId: null, badgeNumber: null });
    expect(held.sentence).toContain('Check Anna Ohne in anyway?');
    expect((await viewOf(door, sessionId)).walkIns).toBe(0);
    expect(await door.test.call('attendance.walkIn', { ...input, granted: ['wrong-day'] })).toMatchObject({
      answer: 'checked-in',
      badgeNumber: 1,
    });
    expect((await viewOf(door, sessionId)).walkIns).toBe(1);
  });

  it('takes the blank badge that they wear also where its code came in small letters', async () => {
    const door = await openDoor();
    const code = (await seedBlankBadge(door, 61)).toLowerCase();
    expect(
      await door.test.call('attendance.walkIn', { sessionId: door.session, name: 'Anna Ohne', code }),
    ).toMatchObject({ answer: 'checked-in', badgeNumber: 61 });
  });
});

describe('saying who a walk-in is', () => {
  it('gives badge and check-ins of every session to the person, at their moments, as one command', async () => {
    const door = await openDoor();
    const { personId } = await seedPerson(door.test, { name: ['Anna', 'Oney'], cohortId: door.foxtrot });
    await comesIn(door);
    const code = await codeOf(door);
    const later = await plan(door.test, door.foxtrot, { course: 'law-ethics', from: '16:00', to: '17:00' });
    door.test.now = '2024-06-03T21:05:00.000Z';
    await door.test.call('attendance.checkIn', { sessionId: later, code, method: 'scanned' });
    door.test.now = '2024-06-03T22:30:00.000Z';
    const who = { is: 'known', personId } as const;
    expect(await door.test.call('attendance.match', { code, who })).toEqual({ sessions: 2 });
    expect(await lastLabel(door)).toBe('Matched the walk-in Anna Ohne to Anna Oney');
    expect((await viewOf(door, door.session)).people[0]).toMatchObject({
      present: true,
      at: '2024-06-03T14:00:00.000Z',
    });
    expect((await viewOf(door, later)).people[0]).toMatchObject({ present: true, at: '2024-06-03T21:05:00.000Z' });
    expect(await unmatched(door)).toEqual([]);
    // The badge is theirs from now on.
    const law = await plan(door.test, door.foxtrot, { course: 'it-management', from: '18:00', to: '19:00' });
    const scanned = await door.test.call('attendance.checkIn', { sessionId: law, code, method: 'scanned' });
    expect(scanned).toMatchObject({ answer: 'checked-in', name: 'Anna Oney' });
    expect((await door.test.refusal('attendance.match', { code, who })).sentence).toContain('already');
  });

  it('takes all of it back by one undo', async () => {
    const door = await openDoor();
    const { personId } = await seedPerson(door.test, { name: ['Anna', 'Oney'], cohortId: door.foxtrot });
    await comesIn(door);
    await door.test.call('attendance.match', { code: await codeOf(door), who: { is: 'known', personId } });
    await door.test.call('history.undo', {});
    expect((await viewOf(door, door.session)).people[0]).toMatchObject({ present: false });
    expect(await unmatched(door)).toMatchObject([{ name: 'Anna Ohne' }]);
  });

  it('reads in History as sentences', async () => {
    const door = await openDoor();
    const { personId } = await seedPerson(door.test, { name: ['Anna', 'Oney'], cohortId: door.foxtrot });
    await comesIn(door);
    await door.test.call('attendance.match', { code: await codeOf(door), who: { is: 'known', personId } });
    const { rows } = await door.test.call('history.list', {});
    const details = await Promise.all(
      rows.slice(0, 2).map(({ commandId }) => door.test.call('history.show', { commandId })),
    );
    const [matched, came] = details.map(({ sentences }) => sentences);
    expect(came).toContain(
      'Walk-in Anna Ohne, badge 1, checked in to Data Management and Governance, Mon, Jun 3, 2024',
    );
    expect(matched).toContain('Anna Ohne: the badge is of Anna Oney');
    expect(matched).toContain('Anna Oney: checked in to Data Management and Governance, Mon, Jun 3, 2024');
  });

  it('leaves a walk-in who was matched out of the last check-ins: the person stands there', async () => {
    const door = await openDoor();
    const { personId } = await seedPerson(door.test, { name: ['Anna', 'Oney'], cohortId: door.foxtrot });
    await comesIn(door);
    await door.test.call('attendance.match', { code: await codeOf(door), who: { is: 'known', personId } });
    expect((await viewOf(door, door.session)).recent.map(({ name }) => name)).toEqual(['Anna Oney']);
  });

  it('does not check in twice who is in already', async () => {
    const door = await openDoor();
    const { personId } = await seedPerson(door.test, { name: ['Anna', 'Oney'], cohortId: door.foxtrot });
    await comesIn(door);
    await door.test.call('attendance.checkIn', { sessionId: door.session, personId, method: 'typed' });
    await door.test.call('attendance.match', { code: await codeOf(door), who: { is: 'known', personId } });
    const notes = await door.test.call('attendance.notes', { sessionId: door.session, personId });
    expect(notes).toHaveLength(1);
  });

  it('makes a new person, with the school system that is known by that name', async () => {
    const door = await openDoor();
    await seedPeople(door.test, [{ name: ['Keisha', 'Garrett'], organization: 'Opelika City Schools' }]);
    const before = (await door.test.call('organizations.list', {})).rows.length;
    await comesIn(door);
    const code = await codeOf(door);
    const who = { is: 'new', givenName: 'Anna', familyName: 'Ohne', organization: 'Opelika City Sch.' } as const;
    await door.test.call('attendance.match', { code, who });
    const { people } = await viewOf(door, door.session);
    expect(people).toMatchObject([
      { name: 'Anna Ohne', organization: 'Opelika City Schools', cohort: '', expected: false, present: true },
    ]);
    expect((await door.test.call('organizations.list', {})).rows).toHaveLength(before);
  });

  it('refuses a new person with an address that someone has', async () => {
    const door = await openDoor();
    await seedPeople(door.test, [{ name: ['Keisha', 'Garrett'], email: 'kg@opelika.example.org' }]);
    await comesIn(door);
    const who = { is: 'new', givenName: 'Anna', familyName: 'Ohne', email: 'KG@opelika.example.org' } as const;
    const refusal = await door.test.refusal('attendance.match', { code: await codeOf(door), who });
    expect(refusal.sentence).toContain('Keisha Garrett already has the e-mail address');
  });

  it('gives a kept code to its owner at every session', async () => {
    const door = await openDoor();
    const { personId } = await seedPerson(door.test, { name: ['Anna', 'Oney'], cohortId: door.foxtrot });
    const scan = { sessionId: door.session, code: 'X-9931-Q', method: 'scanned' } as const;
    await door.test.call('attendance.checkIn', scan);
    await door.test.call('attendance.match', { code: 'X-9931-Q', who: { is: 'known', personId } });
    expect(await door.test.call('attendance.checkIn', scan)).toMatchObject({ answer: 'already-in', name: 'Anna Oney' });
  });
});
