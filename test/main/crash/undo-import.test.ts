import path from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../../main/database/back-up.ts';
import { damageOf, openDatabase } from '../../../main/database/open.ts';
import { replayLog } from '../../../main/log/replay.ts';
import { hashOfRows, openTestDatabase } from '../database-for-test.ts';
import { openFoxtrot } from '../foxtrot.ts';
import { after, killWhen, onceSaid, upTo } from './kill.ts';
import { KILLS } from './kills.ts';

const PEOPLE = 600;

test(`killed during the undo of a large import, ${KILLS} times over, has all of it or nothing`, async () => {
  const desk = await openFoxtrot();
  const without = desk.hash();
  const { readingId, kind, mappings } = await desk.read(
    Array.from({ length: PEOPLE }, (_, number) => ({
      name: `Person ${inLetters(number)}`,
      email: `p${number}@example.org`,
    })),
  );
  await desk.call('imports.apply', { readingId, kind, mappings: [...mappings], cohortId: desk.cohortId });
  const withAll = desk.hash();
  await desk.desk.close();
  // A file that no one else has open: what a killed process leaves behind is read by the next.
  const file = path.join(desk.folder, 'alone.db');
  expect(await backUp({ database: desk.databaseFile, file })).toMatchObject({ ok: true });
  let acknowledged = 0;
  for (let run = 0; run < KILLS; run += 1) {
    // The first one is killed after a command that counts, whatever the luck of the others.
    const moment = run === 0 ? onceSaid('acknowledged') : after(upTo(40));
    const said = await killWhen(moment, 'undo-forever', [file]);
    acknowledged += said.filter((word) => word === 'acknowledged').length;
    const opened = openDatabase(file);
    if (!opened.ok) throw new Error(opened.problem.sentence);
    const database = opened.value;
    expect(damageOf(database), `after run ${run}`).toEqual([]);
    expect([without, withAll]).toContain(hashOfRows(database));
    const commands = database.all<{ entries: number }>(
      `SELECT count(logEntry.sequence) AS entries FROM logCommand LEFT JOIN logEntry ON commandSequence = logCommand.sequence
       WHERE call IN ('imports.apply', 'history.undo', 'history.redo') GROUP BY logCommand.sequence`,
    );
    // Each of them touches what the import touched, all of it.
    expect(new Set(commands.map(({ entries }) => entries)).size).toBe(1);
    expect(commands.length - 1, 'every acknowledged command is there').toBeGreaterThanOrEqual(acknowledged);
    acknowledged = commands.length - 1;
    database.close();
  }
  expect(acknowledged, 'some were acknowledged before a kill').toBeGreaterThan(0);
  const whole = openTestDatabase(file);
  const again = openTestDatabase();
  replayLog(whole, again);
  expect(hashOfRows(again)).toBe(hashOfRows(whole));
});

/** Names that no search takes for one another: letters, for a digit is no name. */
const inLetters = (number: number): string =>
  [...String(number)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');
