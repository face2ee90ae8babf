import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { runDesk } from '../../../../main/headless.ts';
import { insert } from '../../../../main/log/change.ts';
import { badgeCodeOf } from '../../../../shared/model/badges.ts';
import { type Instant, instantOf } from '../../../../shared/model/dates.ts';
import { BadgeId, type CohortId, type SessionId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { processorTime, yardstick } from '../../processor-time.ts';
import { plan, seedChanges, seedPeople, seedPerson, startProgram } from '../../seed.ts';

interface Room {
  readonly test: TestDesk;
  readonly foxtrot: CohortId;
  readonly session: SessionId;
}

/** Foxtrot's session of Jun 3, 8:00 AM to 3:30 PM, with three people; it is the evening of that day. */
async function openRoom(): Promise<Room> {
  const test = openTestDesk();
  test.now = '2024-06-03T23:00:00.000Z';
  const foxtrot = await startProgram(test);
  const session = await plan(test, foxtrot);
  await seedPeople(test, [
    { name: ['Ada', 'Lovelace'], email: 'ada@example.org', cohortId: foxtrot, organization: 'Opelika City Schools' },
    { name: ['Bea', 'Ray'], email: 'bea@example.org', cohortId: foxtrot },
    { name: ['Cal', 'Orr'], email: 'cal@example.org', cohortId: foxtrot, status: 'withdrawn' },
    { name: ['Dan', 'Poe'], email: 'dan@example.org' },
  ]);
  return { test, foxtrot, session };
}

function logFile(test: TestDesk, lines: readonly string[], name = 'scans.csv'): string {
  const file = path.join(test.folder, name);
  writeFileSync(file, `${['code,scanned_at', ...lines].join('\n')}\n`);
  test.desk.approve(file);
  return file;
}

async function read(test: TestDesk, lines: readonly string[]): Promise<string> {
  const reading = await test.call('scanLog.read', { file: logFile(test, lines) });
  if (!reading) throw new Error('Nothing was read.');
  return reading.readingId;
}

/** What would become of each line. */
const outcomes = async (
  test: TestDesk,
  readingId: string,
  wish: { sessionId?: SessionId; anyTime?: boolean; guests?: boolean } = {},
) =>
  (await test.call('scanLog.preview', { readingId, ...wish })).rows.map(
    ({ code, outcome }) => `${code.split('@')[0]}: ${outcome}`,
  );

const morning = [
  'ada@example.org,2024-06-03T07:40:12-05:00',
  'ADA@example.org,2024-06-03T07:40:12-05:00',
  'bea@example.org,2024-06-03T07:41:00-05:00',
  'cal@example.org,2024-06-03T07:42:00-05:00',
  'dan@example.org,2024-06-03T07:43:00-05:00',
  'nobody@example.org,2024-06-03T07:44:00-05:00',
  'nobody@example.org,2024-06-03T07:44:09-05:00',
  'ada@example.org,2024-06-03T12:58:00-05:00',
];

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
      'no one: keep-code',
      'no one: double',
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

describe('importing a scanner log', () => {
  it('checks people in at the moments of their scans, as one command with one undo', async () => {
    const { test, session } = await openRoom();
    const readingId = await read(test, morning);
    const { sentence } = await test.call('scanLog.apply', { readingId });
    expect(sentence).toBe(
      'Checked in 2 people at Data Management and Governance from the scanner log and kept 1 code. 3 double scans, 2 scans left out.',
    );
    const { people, recent } = await test.call('attendance.session', { sessionId: session });
    expect(people.map(({ name, present, at, method }) => [name, present, at, method])).toEqual([
      ['Ada Lovelace', true, '2024-06-03T12:40:12.000Z', 'log'],
      ['Bea Ray', true, '2024-06-03T12:41:00.000Z', 'log'],
    ]);
    expect(recent.filter(({ personId }) => personId === null).map(({ code }) => code)).toEqual(['nobody@example.org']);
    const { label } = await test.call('history.undo', { commandId: null });
    expect(label).toContain('Checked in 2 people');
    expect((await test.call('attendance.session', { sessionId: session })).recent).toEqual([]);
  });

  it('does nothing the second time', async () => {
    const { test } = await openRoom();
    await test.call('scanLog.apply', { readingId: await read(test, morning) });
    const before = (await test.call('desk.status', {})).counts.commands;
    const again = await read(test, morning);
    expect((await test.call('scanLog.preview', { readingId: again })).writes).toBe(0);
    const { sentence } = await test.call('scanLog.apply', { readingId: again });
    expect(sentence).toContain('nothing was saved');
    expect((await test.call('desk.status', {})).counts.commands).toBe(before);
  });

  it('checks no one in again who came in at the door meanwhile, or whose scan a lead took back', async () => {
    const { test, session } = await openRoom();
    const readingId = await read(test, morning);
    await test.call('scanLog.apply', { readingId });
    const { people } = await test.call('attendance.session', { sessionId: session });
    const eventId = people.find(({ name }) => name === 'Bea Ray')?.eventId;
    if (!eventId) throw new Error('Bea is not in.');
    await test.call('attendance.annul', { eventId, reason: 'Someone else had her badge' });
    expect((await test.call('scanLog.preview', { readingId })).rows[2]).toMatchObject({
      outcome: 'already-in',
      note: 'A lead undid this scan.',
    });
    expect((await test.call('scanLog.preview', { readingId })).writes).toBe(0);
  });

  it('takes the earlier scan for the check-in, wherever it stands in the file', async () => {
    const { test, session } = await openRoom();
    const lines = ['ada@example.org,2024-06-03T12:58:00-05:00', 'ada@example.org,2024-06-03T07:40:12-05:00'];
    const readingId = await read(test, lines);
    expect(await outcomes(test, readingId)).toEqual(['ada: double', 'ada: check-in']);
    await test.call('scanLog.apply', { readingId });
    const { people } = await test.call('attendance.session', { sessionId: session });
    expect(people.find(({ name }) => name === 'Ada Lovelace')?.at).toBe('2024-06-03T12:40:12.000Z');
  });

  it('keeps a code that a school office shares, unless the session expects just one of its people', async () => {
    const { test, foxtrot } = await openRoom();
    await seedPeople(test, [
      { name: ['Hal', 'Gee'], email: 'office@example.org', cohortId: foxtrot },
      { name: ['Ivy', 'Lee'], email: 'office@example.org', cohortId: foxtrot },
      { name: ['Jo', 'Kim'], email: 'desk@example.org', cohortId: foxtrot },
      { name: ['Kit', 'Low'], email: 'desk@example.org' },
    ]);
    const readingId = await read(test, [
      'office@example.org,2024-06-03T07:50:00-05:00',
      'desk@example.org,2024-06-03T07:51:00-05:00',
    ]);
    expect(await outcomes(test, readingId)).toEqual(['office: keep-code', 'desk: check-in']);
  });

  it('saves what is left out, each with its reason', async () => {
    const { test } = await openRoom();
    const readingId = await read(test, morning);
    test.answers.saveFile = path.join(test.folder, 'left-out.xlsx');
    const written = await test.call('scanLog.saveUnused', { readingId });
    expect(written?.holds).toBe('2 scans');
    const { sheets } = await readXlsx(readFileSync(test.answers.saveFile));
    const cells = (sheets[0]?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')));
    expect(cells.filter((row) => row.includes('cal@example.org'))[0]).toEqual(
      expect.arrayContaining([expect.stringContaining('Withdrawn. Has withdrawn')]),
    );
    await test.call('scanLog.apply', { readingId: await read(test, morning.slice(0, 1)) });
    const { sentence } = await test.refusal('scanLog.saveUnused', { readingId: await read(test, morning.slice(0, 1)) });
    expect(sentence).toContain('nothing to save');
  });

  it('is one call at the terminal', async () => {
    const { test, session } = await openRoom();
    const file = logFile(test, morning);
    const preview = await runDesk(['scanLog.preview', '{}', '--db', test.databaseFile, '--file', file]);
    expect(JSON.parse(preview.stdout)).toMatchObject({ writes: 3 });
    const applied = await runDesk([
      'scanLog.apply',
      JSON.stringify({ sessionId: session }),
      '--db',
      test.databaseFile,
      '--file',
      file,
    ]);
    expect(JSON.parse(applied.stdout).sentence).toContain('Checked in 2 people');
    expect((await test.call('attendance.session', { sessionId: session })).session.present).toBe(2);
  });

  it('plans a log of ten thousand scans in well under a second', async () => {
    const { test } = await openRoom();
    const lines = Array.from(
      { length: 10_000 },
      (_, at) => `stranger${at % 3_000}@example.org,2024-06-03T07:${10 + (at % 50)}:12-05:00`,
    );
    const readingId = await read(test, lines);
    const unit = await yardstick();
    expect(await processorTime(() => test.call('scanLog.preview', { readingId }))).toBeLessThan(1_500 * unit);
    expect(await processorTime(() => test.call('scanLog.preview', { readingId, offset: 200 }))).toBeLessThan(
      150 * unit,
    );
    expect((await test.call('scanLog.preview', { readingId })).writes).toBe(3_000);
  });

  it('refuses without a program, without a file, and a log that is held no more', async () => {
    const empty = openTestDesk();
    expect((await empty.refusal('scanLog.read', {})).sentence).toContain('no program');
    const { test } = await openRoom();
    expect(await test.call('scanLog.read', {})).toBeNull();
    expect((await test.refusal('scanLog.apply', {})).sentence).toContain('No file was chosen');
    expect((await test.refusal('scanLog.preview', { readingId: 'gone' })).sentence).toContain('Choose it again');
  });
});
