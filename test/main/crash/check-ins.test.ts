import { expect, test } from 'vitest';
import { damageOf, openDatabase } from '../../../main/database/open.ts';
import { replayLog } from '../../../main/log/replay.ts';
import { addDays, CivilDate } from '../../../shared/model/dates.ts';
import type { PersonId, SessionId } from '../../../shared/model/ids.ts';
import { hashOfRows, openTestDatabase } from '../database-for-test.ts';
import { openTestDesk } from '../open-desk.ts';
import { plan, seedPeople, startProgram } from '../seed.ts';
import { KILLS } from './kills.ts';
import { runUntilKilled } from './run-until-killed.ts';

const PEOPLE = 100;

test(`killed during ${PEOPLE} check-ins, ${KILLS} times over, has every acknowledged one on the disk`, async () => {
  const { file, sessions } = await seedDoor();
  for (const [run, sessionId] of sessions.entries()) {
    // Spread over all the people, and for the most part in the middle of a check-in: it goes on until the signal reaches it.
    const most = 1 + ((run * 67) % (PEOPLE - 1));
    const words = [file, sessionId, ...people];
    const acknowledged = await runUntilKilled('check-in-everyone', words, (_, count) => count === most);
    const opened = openDatabase(file);
    if (!opened.ok) throw new Error(opened.problem.sentence);
    const database = opened.value;
    expect(damageOf(database), `after run ${run}`).toEqual([]);
    const kept = database.all<{ personId: PersonId }>(
      "SELECT personId FROM attendanceEvent WHERE sessionId = ? AND kind = 'check-in'",
      sessionId,
    );
    const ids = new Set<string>(kept.map(({ personId }) => personId));
    expect(acknowledged.length).toBeGreaterThanOrEqual(most);
    expect(
      acknowledged.filter((personId) => !ids.has(personId)),
      'every acknowledged check-in is there',
    ).toEqual([]);
    // No one twice, and no command without its one entry.
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
  replayLog(whole, again);
  expect(hashOfRows(again)).toBe(hashOfRows(whole));
});

const people = Array.from({ length: PEOPLE }, (_, number) => `person${number}@example.org`);

/** A program with so many people in a cohort, and a session a run. */
async function seedDoor(): Promise<{ file: string; sessions: readonly SessionId[] }> {
  const seeding = openTestDesk();
  const cohortId = await startProgram(seeding);
  await seedPeople(
    seeding,
    people.map((email, number) => ({ name: [`Given${number}`, `Family${number}`] as const, email, cohortId })),
  );
  const sessions: SessionId[] = [];
  for (let run = 0; run < KILLS; run += 1) {
    sessions.push(await plan(seeding, cohortId, { on: addDays(CivilDate.parse('2024-06-03'), run) }));
  }
  // The killed process is the only one that has the file open: what it leaves behind is read by the next.
  await seeding.desk.close();
  return { file: seeding.databaseFile, sessions };
}
