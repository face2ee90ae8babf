import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runDesk } from '../../../../main/headless.ts';
import { insert } from '../../../../main/log/change.ts';
import { api, type CallName } from '../../../../shared/api.ts';
import { badgeCodeOf } from '../../../../shared/model/badges.ts';
import { instantOf } from '../../../../shared/model/dates.ts';
import { BadgeId, type CohortId, type PersonId, type SessionId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { plan, seedChanges, seedPeople, seedPerson, startProgram } from '../../seed.ts';

const pin = '240610';

interface Room {
  readonly test: TestDesk;
  readonly foxtrot: CohortId;
  readonly session: SessionId;
  readonly ada: PersonId;
}

/** A session of today with Ada and two others; a kiosk once `start` was called. */
async function openRoom(): Promise<Room> {
  const test = openTestDesk();
  const foxtrot = await startProgram(test);
  const session = await plan(test, foxtrot);
  const { personId: ada } = await seedPerson(test, {
    name: ['Ada', 'Lovelace'],
    email: 'ada@example.org',
    cohortId: foxtrot,
  });
  await seedPeople(test, [
    { name: ['Bea', 'Ray'], email: 'office@example.org', cohortId: foxtrot },
    { name: ['Cal', 'Orr'], email: 'office@example.org', cohortId: foxtrot },
    { name: ['Dan', 'Poe'], email: 'dan@example.org', cohortId: foxtrot, status: 'withdrawn' },
  ]);
  return { test, foxtrot, session, ada };
}

async function startKiosk(): Promise<Room> {
  const room = await openRoom();
  await room.test.call('kiosk.start', { sessionId: room.session, pin });
  return room;
}

const badgeOf = (number: number, personId: PersonId | null) => {
  const id = BadgeId.parse(`018f0000-0000-7000-8000-0000000000${number}`);
  const issuedAt = instantOf(new Date('2024-06-03T12:00:00Z'));
  return {
    id,
    number,
    code: badgeCodeOf(id),
    name: personId ? null : `Walk-in ${number}`,
    organization: null,
    personId,
    issuedAt,
  };
};

/** What stands in the session’s door list, read by whoever has the laptop’s own account. */
async function recent({ test, session }: Room) {
  const result = await test.desk.callAsOwner('attendance.session', { sessionId: session });
  if (!result.ok) throw new Error(result.problem.sentence);
  return (result.value as { recent: { name: string; code: string | null; method: string }[] }).recent;
}

describe('a kiosk', () => {
  it.each([
    ['the code of a badge', (code: string) => code],
    ['the code in small letters and with spaces', (code: string) => code.toLowerCase().replace(/(.{4})/g, '$1 ')],
    ['the number of a badge and the last name', () => '61 Lovelace'],
    ['the number with a sign and the whole name', () => '#61, ada lovelace'],
    ['the number of a badge and the e-mail address', () => '61 ada@example.org'],
    ['the whole e-mail address', () => 'Ada@example.org'],
  ])('lets someone in by %s, and greets them by their first name', async (_, typed) => {
    const room = await startKiosk();
    const badge = badgeOf(61, room.ada);
    await seedChanges(room.test, [insert('badge', badge)]);
    expect(await room.test.call('kiosk.checkIn', { code: typed(badge.code) })).toEqual({
      answer: 'welcome',
      sentence: 'Welcome, Ada. You’re checked in.',
      next: '',
    });
    expect(await recent(room)).toMatchObject([{ name: 'Ada Lovelace', method: 'kiosk' }]);
    expect(await room.test.call('kiosk.checkIn', { code: typed(badge.code) })).toMatchObject({
      answer: 'already-in',
      sentence: 'You are already checked in, Ada.',
    });
    expect(await recent(room)).toHaveLength(1);
  });

  it.each([
    ['an address that two people share', 'office@example.org'],
    ['an address of someone who has withdrawn', 'dan@example.org'],
    ['an address of no one', 'nobody@example.org'],
    ['the code of another program', 'https://example.org/ticket?name=Ada'],
  ])('says nothing of anybody for %s, and keeps it for a lead', async (_, code) => {
    const room = await startKiosk();
    const answer = await room.test.call('kiosk.checkIn', { code });
    expect(answer.answer).toBe('see-a-lead');
    expect(JSON.stringify(answer)).not.toMatch(/Ada|Bea|Cal|Dan|Lovelace|Foxtrot/);
    expect(await recent(room)).toMatchObject([{ name: '', code, method: 'kiosk' }]);
    await room.test.call('kiosk.checkIn', { code });
    expect(await recent(room)).toHaveLength(1);
  });

  it.each([
    ['three letters of a name', 'lov', 'see-a-lead'],
    ['a whole name', 'Ada Lovelace', 'see-a-lead'],
    ['the beginning of an address', 'ada@', 'see-a-lead'],
    ['a number that no badge has', '4711', 'more-needed'],
    ['the number of a badge alone', '61', 'more-needed'],
    ['a number with another name', '61 Ray', 'see-a-lead'],
    ['a number with a part of the name', '61 Love', 'see-a-lead'],
    ['a number with a first name, which stands on the badge too', '61 Ada', 'see-a-lead'],
    ['a command', "' OR 1=1 --", 'see-a-lead'],
  ])('lets nobody in for %s, tells nothing, and keeps nothing', async (_, code, expected) => {
    const room = await startKiosk();
    await seedChanges(room.test, [insert('badge', badgeOf(61, room.ada))]);
    const answer = await room.test.call('kiosk.checkIn', { code });
    expect(answer.answer).toBe(expected);
    expect(JSON.stringify(answer)).not.toMatch(/Ada|Bea|Cal|Dan|Lovelace|Foxtrot/);
    expect(await recent(room)).toEqual([]);
  });

  it('slows down whoever tries: one after another checks nobody in, and a badge is read all the same', async () => {
    const room = await startKiosk();
    const badge = badgeOf(61, room.ada);
    await seedChanges(room.test, [insert('badge', badge)]);
    const guesses = Array.from({ length: 400 }, (_, at) => `${at + 1} Smith`);
    const answers = await Promise.all(guesses.map((code) => room.test.call('kiosk.checkIn', { code })));
    const judged = answers.filter(({ answer }) => answer === 'see-a-lead');
    expect(judged).toHaveLength(5);
    expect(answers.at(-1)).toMatchObject({ answer: 'wait', next: 'Try again in 5 seconds, or see a lead.' });
    expect((await room.test.call('kiosk.checkIn', { code: badge.code })).answer).toBe('welcome');
    // The wait is longer after each, a minute at most, and holds after a restart.
    room.test.now = new Date(Date.parse(room.test.now) + 5_000).toISOString();
    expect((await room.test.call('kiosk.checkIn', { code: 'zzz' })).answer).toBe('see-a-lead');
    await room.test.desk.close();
    const again = openTestDesk(room.test.databaseFile);
    again.now = room.test.now;
    expect((await again.call('kiosk.checkIn', { code: 'zzz' })).next).toContain('in 10 seconds');
  });

  it('makes nobody wait for mistypes of long ago, nor after somebody came in', async () => {
    const room = await startKiosk();
    for (const code of ['a', 'b', 'c', 'd']) await room.test.call('kiosk.checkIn', { code });
    expect((await room.test.call('kiosk.checkIn', { code: 'ada@example.org' })).answer).toBe('welcome');
    for (const code of ['a', 'b', 'c', 'd', 'e']) {
      expect((await room.test.call('kiosk.checkIn', { code })).answer).toBe('see-a-lead');
    }
    room.test.now = new Date(Date.parse(room.test.now) + 601_000).toISOString();
    for (const code of ['a', 'b']) expect((await room.test.call('kiosk.checkIn', { code })).answer).toBe('see-a-lead');
  });

  it('is in History and can be undone like anything else, under no lead’s name', async () => {
    const room = await openRoom();
    await room.test.call('desk.nameLead', { name: 'Mara Lindqvist' });
    await room.test.call('kiosk.start', { sessionId: room.session, pin });
    await room.test.call('kiosk.checkIn', { code: 'ada@example.org' });
    await room.test.call('kiosk.leave', { pin });
    const [newest] = (await room.test.call('history.list', {})).rows;
    expect(newest).toMatchObject({ label: 'Checked in Ada Lovelace at the kiosk', who: null });
    await room.test.call('history.undo', { commandId: null });
    expect(await recent(room)).toEqual([]);
  });

  it('sends someone of another cohort to a lead', async () => {
    const room = await openRoom();
    const { cohortId: golf } = await room.test.call('cohorts.create', { name: 'Golf' });
    await seedPerson(room.test, { name: ['Gil', 'Fox'], email: 'gil@example.org', cohortId: golf });
    await room.test.call('kiosk.start', { sessionId: room.session, pin });
    const answer = await room.test.call('kiosk.checkIn', { code: 'gil@example.org' });
    expect(answer).toMatchObject({ answer: 'see-a-lead', sentence: 'Please see a lead' });
  });

  it('is for a session of today, and lets no one in on another day', async () => {
    const room = await openRoom();
    const later = await plan(room.test, room.foxtrot, { course: 'it-management', on: '2024-06-04' });
    expect((await room.test.refusal('kiosk.start', { sessionId: later, pin })).sentence).toContain('still to come');
    await room.test.call('kiosk.start', { sessionId: room.session, pin });
    expect(await room.test.call('kiosk.state', {})).toMatchObject({ open: true });
    room.test.now = '2024-06-04T14:00:00.000Z';
    expect(await room.test.call('kiosk.state', {})).toMatchObject({ open: false });
    expect((await room.test.call('kiosk.checkIn', { code: 'ada@example.org' })).answer).toBe('see-a-lead');
    expect(await recent(room)).toEqual([]);
  });

  it('checks no one in where there is none', async () => {
    const { test } = await openRoom();
    expect(await test.call('kiosk.state', {})).toBeNull();
    expect((await test.refusal('kiosk.checkIn', { code: 'ada@example.org' })).sentence).toContain('not in kiosk mode');
  });
});

describe('its gate', () => {
  it('refuses every call but the kiosk’s own three, known or not, in the same words', async () => {
    const { test, session } = await startKiosk();
    const own: readonly CallName[] = ['kiosk.state', 'kiosk.checkIn', 'kiosk.leave'];
    // Object.keys forgets that these are the names of calls.
    const others = (Object.keys(api) as CallName[]).filter((name) => !own.includes(name));
    const said = new Set<string>();
    for (const name of [...others, 'no.such.call']) {
      for (const input of [{}, { text: 'ada' }, { sessionId: session, text: 'ada' }]) {
        const result = await test.desk.call(name, input);
        expect(result.ok, name).toBe(false);
        if (!result.ok) said.add(JSON.stringify(result.problem));
      }
    }
    expect([...said]).toEqual([expect.stringContaining('This laptop is in kiosk mode')]);
    expect(await test.call('kiosk.state', {})).not.toBeNull();
  });

  it('tells its window nothing of who came in', async () => {
    const { test } = await startKiosk();
    test.events.length = 0;
    await test.call('kiosk.checkIn', { code: 'ada@example.org' });
    expect(test.events).toEqual([{ kind: 'changed', tables: [], calls: ['kiosk.state'], label: '', commandId: null }]);
  });

  it('says what the kiosk is, and no more', async () => {
    const { test } = await startKiosk();
    await test.call('kiosk.checkIn', { code: 'ada@example.org' });
    expect(await test.call('kiosk.state', {})).toEqual({
      session: {
        title: 'Data Management and Governance',
        heldOn: '2024-06-03',
        startsAt: '08:00',
        endsAt: '15:30',
        room: 'Ballroom B',
      },
      open: true,
      waitUntil: null,
    });
  });

  it('holds after a restart', async () => {
    const { test } = await startKiosk();
    await test.desk.close();
    const again = openTestDesk(test.databaseFile);
    again.now = test.now;
    expect(again.desk.isKiosk()).toBe(true);
    expect((await again.refusal('people.search', { text: 'ada' })).sentence).toContain('kiosk');
    await again.call('kiosk.leave', { pin });
    expect(await again.call('people.search', { text: 'ada' })).toHaveLength(1);
  });
});

describe('its PIN', () => {
  it('is the way out, and is nowhere in the file', async () => {
    const { test, session } = await startKiosk();
    const bytes =
      readFileSync(test.databaseFile).toString('latin1') + readFileSync(`${test.databaseFile}-wal`).toString('latin1');
    expect(bytes).toContain('"hash"');
    expect(bytes).not.toContain(pin);
    expect((await test.refusal('kiosk.leave', { pin: '000000' })).sentence).toContain('not the PIN');
    await test.call('kiosk.leave', { pin });
    expect(test.events.filter(({ kind }) => kind === 'kiosk')).toEqual([
      { kind: 'kiosk', on: true },
      { kind: 'kiosk', on: false },
    ]);
    expect((await test.call('attendance.session', { sessionId: session })).session.present).toBe(0);
  });

  it.each(['', '123', '1234', '12345', '1234567890123', '12a456', ' 123456', '١٢٣٤٥٦'])('is not %j', async (bad) => {
    const { test, session } = await openRoom();
    await test.refusal('kiosk.start', { sessionId: session, pin: bad });
    expect(test.desk.isKiosk()).toBe(false);
  });

  it('waits longer after each wrong one, also over a restart, and counts no try that it did not judge', async () => {
    const { test } = await startKiosk();
    const wrong = async () => (await test.refusal('kiosk.leave', { pin: '9999' })).sentence;
    const wait = (seconds: number) => {
      test.now = new Date(Date.parse(test.now) + seconds * 1_000).toISOString();
    };
    expect(await wrong()).toContain('Try it again');
    expect(await wrong()).toContain('Try it again');
    expect(await wrong()).toContain('in 5 seconds');
    expect(await wrong()).toContain('Too many wrong PINs. The next can be tried in 5 seconds.');
    expect((await test.refusal('kiosk.leave', { pin })).sentence).toContain('Too many');
    wait(5);
    expect(await wrong()).toContain('in 10 seconds');
    await test.desk.close();
    const again = openTestDesk(test.databaseFile);
    again.now = test.now;
    expect((await again.refusal('kiosk.leave', { pin })).sentence).toContain('in 10 seconds');
    again.now = new Date(Date.parse(test.now) + 10_000).toISOString();
    await again.call('kiosk.leave', { pin });
    expect(again.desk.isKiosk()).toBe(false);
  });

  it('judges one at a time, however many are tried at once', async () => {
    const { test } = await startKiosk();
    const tries = Array.from({ length: 12 }, (_, at) => test.ask('kiosk.leave', { pin: String(1_000 + at) }));
    const said = (await Promise.all(tries)).map((result) => (result.ok ? 'open' : result.problem.sentence));
    expect(said.filter((sentence) => sentence.includes('not the PIN'))).toHaveLength(3);
    expect(said.filter((sentence) => sentence.startsWith('Too many'))).toHaveLength(9);
  });

  it('waits no longer for a clock that was set back', async () => {
    const { test } = await startKiosk();
    for (const _ of [1, 2, 3]) await test.refusal('kiosk.leave', { pin: '9999' });
    test.now = '2020-01-01T08:00:00.000Z';
    expect((await test.refusal('kiosk.leave', { pin })).sentence).toContain('in 5 seconds');
  });

  it('is not needed at a terminal, where the laptop’s own account is', async () => {
    const { test } = await startKiosk();
    const inWindow = await test.refusal('kiosk.release', {});
    expect(inWindow.sentence).toContain('kiosk');
    const released = await runDesk(['kiosk.release', '--db', test.databaseFile]);
    expect(released.exitCode).toBe(0);
    // The window notices at its next look.
    expect(await test.call('kiosk.state', {})).toBeNull();
    expect(test.events.at(-1)).toEqual({ kind: 'kiosk', on: false });
    expect((await runDesk(['kiosk.release', '--db', test.databaseFile])).stderr).toContain('not in kiosk mode');
  });
});
