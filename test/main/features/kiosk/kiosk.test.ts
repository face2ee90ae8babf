import { describe, expect, it } from 'vitest';
import { insert } from '../../../../main/log/change.ts';
import { badgeCodeOf } from '../../../../shared/model/badges.ts';
import { instantOf } from '../../../../shared/model/dates.ts';
import { BadgeId, type PersonId } from '../../../../shared/model/ids.ts';
import { openTestDesk } from '../../open-desk.ts';
import { plan, seedChanges, seedPerson } from '../../seed.ts';
import { openRoom, pin, type Room, startKiosk } from './a-kiosk.ts';

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

/** What is in the session’s door list, read by someone with the laptop’s own account. */
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
