import { fork } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { damageOf, openDatabase } from '../../../main/database/open.ts';
import { replay } from '../../../main/log/replay.ts';
import { addDays, CivilDate } from '../../../shared/model/dates.ts';
import type { PersonId, SessionId } from '../../../shared/model/ids.ts';
import { hashOfRows, openTestDatabase } from '../database-for-test.ts';
import { openTestDesk } from '../open-desk.ts';
import { plan, seedPeople, startProgram } from '../seed.ts';

const RUNS = 20;
const PEOPLE = 200;

test(`killed during ${PEOPLE} check-ins, ${RUNS} times over, has every acknowledged one on the disk`, async () => {
  const { file, sessions } = await seedDoor();
  for (const [run, sessionId] of sessions.entries()) {
    const acknowledged = await checkInUntilKilled(file, sessionId, 1 + Math.floor(Math.random() * (PEOPLE - 1)));
    const opened = openDatabase(file);
    if (!opened.ok) throw new Error(opened.problem.sentence);
    const database = opened.value;
    expect(damageOf(database), `after run ${run}`).toEqual([]);
    const kept = database.all<{ personId: PersonId }>(
      "SELECT personId FROM attendanceEvent WHERE sessionId = ? AND kind = 'check-in'",
      sessionId,
    );
    const ids = new Set<string>(kept.map(({ personId }) => personId));
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(
      acknowledged.filter((personId) => !ids.has(personId)),
      'every acknowledged check-in is there',
    ).toEqual([]);
    // Nobody twice, and no command without its one entry.
    expect(ids.size).toBe(kept.length);
    const broken = database.all(
      `SELECT logCommand.id FROM logCommand LEFT JOIN logEntry ON commandSequence = logCommand.sequence
       WHERE call = 'attendance.checkIn' GROUP BY logCommand.sequence HAVING count(logEntry.sequence) <> 1`,
    );
    expect(broken).toEqual([]);
    database.close();
  }
  const whole = openTestDatabase(file);
  const again = openTestDatabase();
  replay(whole, again);
  expect(hashOfRows(again)).toBe(hashOfRows(whole));
}, 240_000);

const addressOf = (number: number): string => `person${number}@example.org`;

/** A program with 200 people in a cohort, and a session a run. */
async function seedDoor(): Promise<{ file: string; sessions: readonly SessionId[] }> {
  const seeding = openTestDesk();
  const cohortId = await startProgram(seeding);
  await seedPeople(
    seeding,
    Array.from({ length: PEOPLE }, (_, number) => ({
      name: [`Given${number}`, `Family${number}`] as const,
      email: addressOf(number),
      cohortId,
    })),
  );
  const sessions: SessionId[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    sessions.push(await plan(seeding, cohortId, { on: addDays(CivilDate.parse('2024-06-03'), run) }));
  }
  // The killed process is the only one that has the file open: what it leaves behind is read by the next.
  await seeding.desk.close();
  return { file: seeding.databaseFile, sessions };
}

/** Starts the child, kills it once it has acknowledged so many, and returns whom it had acknowledged by then. */
async function checkInUntilKilled(file: string, sessionId: SessionId, most: number): Promise<readonly string[]> {
  const people = Array.from({ length: PEOPLE }, (_, number) => addressOf(number));
  const child = fork(path.join(import.meta.dirname, 'check-in-everyone.ts'), [file, sessionId, ...people], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const acknowledged: string[] = [];
  const gone = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  child.on('message', (personId) => {
    acknowledged.push(String(personId));
    // It goes on checking people in until the signal reaches it.
    if (acknowledged.length === most) child.kill('SIGKILL');
  });
  expect(await gone, 'the child ended by the kill, not by itself').toBe('SIGKILL');
  return acknowledged;
}
