import path from 'node:path';
import { expect, test } from 'vitest';
import { damageOf, openDatabase } from '../../../main/database/open.ts';
import { replayLog } from '../../../main/log/replay.ts';
import { hashOfRows, openTestDatabase } from '../database-for-test.ts';
import { seedApplicants } from '../seed-applicants.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { KILLS } from './kills.ts';
import { runUntilKilled } from './run-until-killed.ts';

const SEATS = 100;
/** Twice as often as elsewhere: each is at another statement, and there are many of those. */
const PLACES = 2 * KILLS;

test(`killed at ${PLACES} places all through bulk accepts and their undo, holds each command wholly or not at all`, async () => {
  const file = path.join(temporaryFolder(), 'program.db');
  const cohortId = await seedApplicants(file, SEATS);
  // Places are counted in statements, not in milliseconds: a slow machine is killed at the same ones as a fast one.
  const [, first = ''] = acknowledgements(await runUntilKilled('accept-forever', [file, cohortId], secondTime));
  const acceptAndUndo = Number(first.split(' ').at(-1));
  let acknowledged = 2;
  for (let run = 0; run < PLACES; run += 1) {
    const place = Math.ceil(((run + 1) / PLACES) * 2 * acceptAndUndo);
    // Every other process kills itself right before the statement; the rest are killed from outside soon after it has
    // begun, so that some kills fall within SQLite's own work.
    const killer = run % 2 === 0 ? 'the test' : 'itself';
    const words = [file, cohortId, String(place), killer];
    const now = acknowledgements(await runUntilKilled('accept-forever', words, (line) => line === 'reached')).length;
    if (place > acceptAndUndo) expect(now, `acknowledged before statement ${place}`).toBeGreaterThan(0);
    acknowledged += now;
    const opened = openDatabase(file);
    if (!opened.ok) throw new Error(opened.problem.sentence);
    const database = opened.value;
    expect(damageOf(database), `after run ${run}`).toEqual([]);
    const commands = database.all<{ call: string; entries: number }>(
      `SELECT call, count(logEntry.sequence) AS entries FROM logCommand LEFT JOIN logEntry ON commandSequence = logCommand.sequence
       WHERE call IN ('applicants.accept', 'history.undo') GROUP BY logCommand.sequence`,
    );
    // An accept changes each application and enrols each person; its undo takes both back.
    expect(commands.filter((command) => command.entries !== 2 * SEATS)).toEqual([]);
    expect(commands.length, 'every acknowledged command is there').toBeGreaterThanOrEqual(acknowledged);
    acknowledged = commands.length;
    const { accepted = 0 } =
      database.get<{ accepted: number }>("SELECT count(*) AS accepted FROM application WHERE status = 'accepted'") ??
      {};
    const { enrolled = 0 } = database.get<{ enrolled: number }>('SELECT count(*) AS enrolled FROM participant') ?? {};
    expect([0, SEATS]).toContain(accepted);
    expect(enrolled).toBe(accepted);
    database.close();
  }
  const whole = openTestDatabase(file);
  const again = openTestDatabase();
  replayLog(whole, again);
  expect(hashOfRows(again)).toBe(hashOfRows(whole));
});

const acknowledgements = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line.startsWith('acknowledged'));

const secondTime = (_: string, count: number): boolean => count === 2;
