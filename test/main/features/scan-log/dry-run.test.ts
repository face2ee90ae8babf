import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { insert } from '../../../../main/log/change.ts';
import { badgeCodeOf } from '../../../../shared/model/badges.ts';
import { type Instant, instantOf } from '../../../../shared/model/dates.ts';
import { BadgeId } from '../../../../shared/model/ids.ts';
import { plan, seedChanges, seedPerson } from '../../seed.ts';
import { morning, openRoom, outcomes, read } from './scanned-room.ts';

describe('the dry run of a scanner log', () => {
  it('says of each scan what would become of it, and writes nothing', async () => {
    const { test, session } = await openRoom();
    const readingId = await read(test, morning);
    expect(await outcomes(test, readingId)).toEqual([
      'ada: check-in',
      'ADA: double',
      'bea: check-in',
      'cal: withdrawn',
      'dan: no-cohort',
      'nobody: keep-code',
      'nobody: double',
      'ada: double',
    ]);
    const { writes, sessions, notes } = await test.call('scanLog.preview', { readingId });
    expect(writes).toBe(3);
    expect(sessions).toMatchObject([{ sessionId: session, scans: 8 }]);
    expect(notes).toEqual(['The code is “code”. The time is “scanned_at”.']);
    expect((await test.call('attendance.session', { sessionId: session })).recent).toEqual([]);
  });

  it('finds scans by name and shows those of one kind', async () => {
    const { test } = await openRoom();
    const readingId = await read(test, morning);
    const found = await test.call('scanLog.preview', { readingId, search: 'lovel', show: 'double' });
    expect(found.rows.map(({ name, row }) => [name, row])).toEqual([
      ['Ada Lovelace', 3],
      ['Ada Lovelace', 9],
    ]);
  });

  it('gives each scan to the session that was on, the person’s own first', async () => {
    const { test, foxtrot, session } = await openRoom();
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    const next = await plan(test, golf, { course: 'it-management', from: '08:00', to: '15:30' });
    const evening = await plan(test, foxtrot, { course: 'it-management', from: '17:00', to: '18:00' });
    await seedPerson(test, { name: ['Gil', 'Fox'], email: 'gil@example.org', cohortId: golf });
    const readingId = await read(test, [
      'ada@example.org,2024-06-03T07:50:00-05:00',
      'gil@example.org,2024-06-03T07:51:00-05:00',
      'ada@example.org,2024-06-03T16:50:00-05:00',
    ]);
    const { rows } = await test.call('scanLog.preview', { readingId });
    expect(rows.map(({ sessionId, outcome }) => [sessionId, outcome])).toEqual([
      [session, 'check-in'],
      [next, 'check-in'],
      [evening, 'check-in'],
    ]);
    // For one session alone, the scans of the others say where they belong.
    const alone = await test.call('scanLog.preview', { readingId, sessionId: evening });
    expect(alone.rows.map(({ outcome }) => outcome)).toEqual(['other-session', 'other-session', 'check-in']);
    expect(alone.rows[0]?.note).toContain('Take each scan for its own session');
    expect(alone.sessions.map(({ sessionId, scans }) => [sessionId, scans])).toEqual(
      expect.arrayContaining([
        [session, 1],
        [next, 1],
        [evening, 1],
      ]),
    );
  });

  it('lets people of other cohorts in only where a lead says so', async () => {
    const { test } = await openRoom();
    const { cohortId: golf } = await test.call('cohorts.create', { name: 'Golf' });
    await seedPerson(test, { name: ['Gil', 'Fox'], email: 'gil@example.org', cohortId: golf });
    const readingId = await read(test, ['gil@example.org,2024-06-03T08:05:00-05:00']);
    expect(await outcomes(test, readingId)).toEqual(['gil: other-cohort']);
    expect(await outcomes(test, readingId, { guests: true })).toEqual(['gil: check-in']);
  });

  it('says what lies on another day, outside the hours, or ahead, and takes it where a lead says that the clock was wrong', async () => {
    const { test, session } = await openRoom();
    const readingId = await read(test, [
      'ada@example.org,2024-06-02T07:50:00-05:00',
      'bea@example.org,2024-06-03T03:00:00-05:00',
      'ada@example.org,2031-06-03T07:50:00-05:00',
    ]);
    const { rows } = await test.call('scanLog.preview', { readingId, sessionId: session });
    expect(rows.map(({ outcome }) => outcome)).toEqual(['no-session', 'no-session', 'no-session']);
    expect(rows.map(({ note }) => note)).toEqual([
      'No sessions yet on that day. If the scanner’s clock was wrong, choose the session and take every scan for it.',
      expect.stringContaining('The nearest that day is Data Management and Governance, 8:00 AM to 3:30 PM'),
      expect.stringContaining('Check the scanner’s clock'),
    ]);
    expect(await outcomes(test, readingId, { sessionId: session, anyTime: true })).toEqual([
      'ada: check-in',
      'bea: check-in',
      'ada: double',
    ]);
  });

  it('asks which session a log without times is of', async () => {
    const { test, session } = await openRoom();
    const file = path.join(test.folder, 'codes.txt');
    writeFileSync(file, 'ada@example.org\nbea@example.org\nada@example.org\n');
    test.desk.approve(file);
    const reading = await test.call('scanLog.read', { file });
    expect(reading).toMatchObject({ hasTimes: false, scans: 3 });
    const readingId = reading?.readingId ?? '';
    const { sentence } = await test.refusal('scanLog.preview', { readingId });
    expect(sentence).toContain('Choose the session');
    expect(await outcomes(test, readingId, { sessionId: session })).toEqual([
      'ada: check-in',
      'bea: check-in',
      'ada: double',
    ]);
    await test.call('scanLog.apply', { readingId, sessionId: session });
    const { people } = await test.call('attendance.session', { sessionId: session });
    expect(people.map(({ at }) => at)).toEqual(['2024-06-03T13:00:00.000Z', '2024-06-03T13:00:00.000Z']);
  });

  it('knows people by their badges, and walk-ins', async () => {
    const { test, foxtrot } = await openRoom();
    const { personId } = await seedPerson(test, { name: ['Eve', 'Fry'], cohortId: foxtrot });
    const badge = (number: number, name: string | null) => {
      const id = BadgeId.parse(`018f0000-0000-7000-8000-0000000000${number}`);
      const issuedAt: Instant = instantOf(new Date(test.now));
      return {
        id,
        number,
        code: badgeCodeOf(id),
        name,
        organization: name && 'Opelika',
        personId: name ? null : personId,
        issuedAt,
      };
    };
    const [own, guest] = [badge(61, null), badge(62, 'Mei Lund')];
    await seedChanges(test, [insert('badge', own), insert('badge', guest)]);
    const spaced = own.code
      .replace(/(.{4})/g, '$1 ')
      .toLowerCase()
      .trim();
    const readingId = await read(test, [
      `${own.code},2024-06-03T07:50:00-05:00`,
      `${spaced},2024-06-03T07:50:30-05:00`,
      `${guest.code},2024-06-03T07:51:00-05:00`,
      `https://example.org/ticket/9,2024-06-03T07:52:00-05:00`,
    ]);
    const { rows } = await test.call('scanLog.preview', { readingId });
    expect(rows.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['Eve Fry', 'check-in'],
      ['Eve Fry', 'double'],
      ['Mei Lund', 'keep-code'],
      ['', 'keep-code'],
    ]);
    expect(rows[3]?.note).toContain('Not a code from this program');
  });
});
