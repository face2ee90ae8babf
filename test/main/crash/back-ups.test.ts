import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ReadableDatabase } from '../../../main/database/handles.ts';
import { damageOf, openDatabase, openForReading } from '../../../main/database/open.ts';
import { sweepFolder } from '../../../main/files/leftovers.ts';
import { insert } from '../../../main/log/change.ts';
import { replayLog } from '../../../main/log/replay.ts';
import { hashOfRows, make, openTestDatabase, somebody, worldAt } from '../database-for-test.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { after, killWhen, onceSaid, upTo } from './kill.ts';
import { KILLS } from './kills.ts';

const PEOPLE = 3_000;

const peopleIn = (database: ReadableDatabase): number =>
  database.get<{ n: number }>('SELECT count(*) AS n FROM person')?.n ?? 0;

test(`killed during backups, ${KILLS} times over, keeps the database and a whole backup`, async () => {
  const seeding = openTestDatabase();
  const people = Array.from({ length: PEOPLE }, () => insert('person', somebody()));
  await make(seeding, worldAt('2024-06-03T14:00:00.000Z'), 'Seeded', people);
  const { file } = seeding;
  // The killed process is the only one that has the file open: what it leaves behind is read by the next.
  seeding.close();
  const folder = temporaryFolder();
  const backup = path.join(folder, 'backup.db');
  let added = PEOPLE;
  let backedUp = 0;
  for (let run = 0; run < KILLS; run += 1) {
    // The first one is killed after a backup that counts, whatever the luck of the others.
    const moment = run === 0 ? onceSaid('backed up') : after(upTo(20));
    const said = await killWhen(moment, 'back-up-forever', [file, backup]);
    const sum = (words: readonly string[]): number => words.filter((word) => word === 'added').length;
    const last = said.lastIndexOf('backed up');
    // A backup that was acknowledged holds at least what was acknowledged before it began.
    if (last >= 0) backedUp = added + sum(said.slice(0, said.lastIndexOf('added', last))) - 1;
    added += sum(said);

    await sweepFolder(folder);
    expect(readdirSync(folder).filter((name) => name !== 'backup.db')).toEqual([]);
    if (existsSync(backup)) {
      const copy = openForReading(backup);
      expect(damageOf(copy), `the backup after run ${run}`).toEqual([]);
      expect(peopleIn(copy)).toBeGreaterThanOrEqual(backedUp);
      copy.close();
    } else expect(backedUp).toBe(0);
    const opened = openDatabase(file);
    if (!opened.ok) throw new Error(opened.problem.sentence);
    expect(damageOf(opened.value), `the database after run ${run}`).toEqual([]);
    expect(peopleIn(opened.value), 'everyone who was acknowledged is there').toBeGreaterThanOrEqual(added);
    added = peopleIn(opened.value);
    opened.value.close();
  }
  expect(backedUp).toBeGreaterThanOrEqual(PEOPLE);
  const whole = openTestDatabase(file);
  const again = openTestDatabase();
  replayLog(whole, again);
  expect(hashOfRows(again)).toBe(hashOfRows(whole));
});
