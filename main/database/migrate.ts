import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { WritableDatabase } from './handles.ts';
import { foundation } from './migrations/001-foundation.ts';
import { fees } from './migrations/002-fees.ts';
import { letters } from './migrations/003-letters.ts';
import { duplicates } from './migrations/004-duplicates.ts';
import { offers } from './migrations/005-offers.ts';
import { savedMappings } from './migrations/006-saved-mappings.ts';
import { badgesAndMakeUps } from './migrations/007-badges-and-make-ups.ts';
import { columnSets } from './migrations/008-column-sets.ts';
import { attendanceCodes } from './migrations/009-attendance-codes.ts';
import { planInTheLog } from './migrations/010-plan-in-the-log.ts';
import { graduationDecisions } from './migrations/011-graduation-decisions.ts';
import { namesTakenOut } from './migrations/014-names-taken-out.ts';
import { listsByIndex } from './migrations/015-lists-by-index.ts';

/** One step of the tables' history: runs once, whole or not at all, and is never edited after a release. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** Every step of the tables' history, oldest first. */
export const migrations: readonly Migration[] = [
  foundation,
  fees,
  letters,
  duplicates,
  offers,
  savedMappings,
  badgesAndMakeUps,
  columnSets,
  attendanceCodes,
  planInTheLog,
  graduationDecisions,
  namesTakenOut,
  listsByIndex,
];

/** The tables' version that this app writes. */
export const latestVersion = migrations.at(-1)?.version ?? 0;

/** Brings the tables up to date, each step in a transaction of its own; a copy is written before the first step. */
export function migrate(database: WritableDatabase, steps: readonly Migration[] = migrations): void {
  const version = database.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  const pending = steps.filter((step) => step.version > version);
  if (pending.length === 0) return;
  if (version > 0) copyBefore(database, version);
  for (const step of pending) {
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(step.sql);
      database.exec(`PRAGMA user_version = ${step.version}`);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }
}

function copyBefore(database: WritableDatabase, version: number): void {
  const folder = path.join(path.dirname(database.file), 'backups');
  mkdirSync(folder, { recursive: true });
  const base = path.join(folder, `${path.basename(database.file, '.db')}-before-version-${version + 1}`);
  let file = `${base}.db`;
  for (let count = 2; existsSync(file); count += 1) file = `${base}-${count}.db`;
  database.run('VACUUM INTO ?', file);
}
