import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { runDesk } from '../../../../main/headless.ts';
import { openTestDesk } from '../../open-desk.ts';
import { rowsRead } from '../../rows-read.ts';
import { seedPeople } from '../../seed.ts';
import { logFile, morning, openRoom, outcomes, read } from './scanned-room.ts';

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

  it.each<[string, readonly string[], string]>([
    ['one scan of another kind', ['cal@example.org,2024-06-03T07:42:00-05:00'], '1 scan left out.'],
    [
      'scans left out for several reasons',
      [
        'cal@example.org,2024-06-03T07:42:00-05:00',
        'dan@example.org,2024-06-03T07:43:00-05:00',
        'bea@example.org,2024-06-01T07:43:00-05:00',
        'bea@example.org,no time at all',
      ],
      '4 scans left out.',
    ],
    ['a double scan', ['ada@example.org,2024-06-03T07:40:20-05:00'], '1 double scan.'],
  ])('counts %s', async (_, more, rest) => {
    const { test } = await openRoom();
    const readingId = await read(test, ['ada@example.org,2024-06-03T07:40:12-05:00', ...more]);
    const { sentence } = await test.call('scanLog.apply', { readingId });
    expect(sentence).toMatch(/^Checked in 1 person /);
    expect(sentence.endsWith(` ${rest}`)).toBe(true);
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

  it('asks the database for each person and not for each scan, and for the next page nothing again', async () => {
    const { test } = await openRoom();
    const people = 3_000;
    const scans = (many: number) =>
      Array.from(
        { length: many },
        (_, at) => `stranger${at % people}@example.org,2024-06-03T07:${10 + (at % 50)}:12-05:00`,
      );
    const once = await read(test, scans(people));
    const forOnce = await rowsRead(() => test.call('scanLog.preview', { readingId: once }));
    const readingId = await read(test, scans(10_000));
    const forMore = await rowsRead(() => test.call('scanLog.preview', { readingId }));
    expect(forMore.statements).toBeLessThan(1.1 * forOnce.statements);
    const { statements } = await rowsRead(() => test.call('scanLog.preview', { readingId, offset: 200 }));
    expect(statements).toBeLessThan(50);
    expect((await test.call('scanLog.preview', { readingId })).writes).toBe(3_000);
  });

  it('refuses without a program, without a file, and a log that is held no more', async () => {
    const empty = openTestDesk();
    expect((await empty.refusal('scanLog.read', {})).sentence).toContain('No program has been started');
    const { test } = await openRoom();
    expect(await test.call('scanLog.read', {})).toBeNull();
    expect((await test.refusal('scanLog.apply', {})).sentence).toContain('No file was chosen');
    expect((await test.refusal('scanLog.preview', { readingId: 'gone' })).sentence).toContain('Choose it again');
  });
});
