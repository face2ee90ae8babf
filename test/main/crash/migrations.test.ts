import { copyFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ReadableDatabase } from '../../../main/database/handles.ts';
import { latestVersion } from '../../../main/database/migrate.ts';
import { damageOf, openDatabase, openForReading } from '../../../main/database/open.ts';
import { sweepWorkplaces } from '../../../main/files/workplaces.ts';
import { makeOldDatabase } from '../old-database.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { after, killWhen, upTo } from './kill.ts';
import { KILLS } from './kills.ts';

const PEOPLE = 2_000;
const OLD = 3;

const versionOf = (database: ReadableDatabase): number =>
  database.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
const peopleIn = (database: ReadableDatabase): number =>
  database.get<{ n: number }>('SELECT count(*) AS n FROM person')?.n ?? 0;

test(`killed during a migration, ${KILLS} times over, is at the old version or the new one, and keeps a copy`, async () => {
  const old = path.join(temporaryFolder(), 'old.db');
  makeOldDatabase(old, OLD, PEOPLE);
  const versions = new Set<number>();
  for (let run = 0; run < KILLS; run += 1) {
    const file = path.join(temporaryFolder(), 'program.db');
    copyFileSync(old, file);
    await killWhen(after(upTo(latestVersion - OLD + 3)), 'migrate-once', [file]);
    const left = openForReading(file);
    const version = versionOf(left);
    expect([OLD, latestVersion], `the version after run ${run}`).toContain(version);
    versions.add(version);
    expect(damageOf(left)).toEqual([]);
    left.close();

    const opened = openDatabase(file);
    if (!opened.ok) throw new Error(opened.problem.sentence);
    expect(versionOf(opened.value)).toBe(latestVersion);
    expect(peopleIn(opened.value)).toBe(PEOPLE);
    expect(damageOf(opened.value)).toEqual([]);
    opened.value.close();

    await sweepWorkplaces(file);
    const backups = path.join(path.dirname(file), 'backups');
    const copies = readdirSync(backups);
    expect(copies.length).toBeGreaterThan(0);
    for (const name of copies) {
      expect(name).toMatch(/^program-before-version-4(-\d)?\.db$/);
      const copy = openForReading(path.join(backups, name));
      expect(damageOf(copy)).toEqual([]);
      expect([versionOf(copy), peopleIn(copy)]).toEqual([OLD, PEOPLE]);
      copy.close();
    }
  }
  expect(versions.size).toBeGreaterThan(0);
});
