import { fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { damageOf, openDatabase } from '../../../main/database/open.ts';
import { replay } from '../../../main/log/replay.ts';
import { hashOfRows, openTestDatabase } from '../database-for-test.ts';
import { seedApplicants } from '../seed-applicants.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const RUNS = 40;
const SEATS = 100;

test(`killed at a random moment of a bulk accept, ${RUNS} times over, holds each command wholly or not at all`, async () => {
  const file = path.join(temporaryFolder(), 'program.db');
  const cohortId = await seedApplicants(file, SEATS);
  // How long a command takes on this machine now: kills fall before, within and after it.
  const first = await acceptUntil(file, cohortId, (acknowledgedOnce) => acknowledgedOnce);
  let { acknowledged } = first;
  for (let run = 0; run < RUNS; run += 1) {
    // Not a wait for something to be ready: the moment of the kill is what is random here.
    const moment = Math.random() * 2 * first.milliseconds;
    acknowledged += (await acceptUntil(file, cohortId, () => after(moment))).acknowledged;
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
  replay(whole, again);
  expect(hashOfRows(again)).toBe(hashOfRows(whole));
  expect(acknowledged, 'the runs did accept people before they were killed').toBeGreaterThan(RUNS / 4);
}, 240_000);

/** Starts the child, kills it at the moment given from when it is ready, and tells how much it acknowledged until then. */
async function acceptUntil(
  file: string,
  cohortId: string,
  moment: (acknowledgedOnce: Promise<unknown>) => Promise<unknown>,
): Promise<{ acknowledged: number; milliseconds: number }> {
  const child = fork(path.join(import.meta.dirname, 'accept-forever.ts'), [file, cohortId], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let acknowledged = 0;
  const acknowledgedOnce = new Promise<void>((resolve) => {
    child.on('message', (message) => {
      if (message !== 'acknowledged') return;
      acknowledged += 1;
      resolve();
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`The child ended by itself with code ${code}.`)));
  });
  child.removeAllListeners('exit');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const ready = performance.now();
  await moment(acknowledgedOnce);
  const milliseconds = performance.now() - ready;
  child.kill('SIGKILL');
  await gone;
  return { acknowledged, milliseconds };
}
