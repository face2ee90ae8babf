import { statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { BackupCompared, CommandLine, DatabaseContents } from '../../shared/model/backups.ts';
import { instantOf } from '../../shared/model/dates.ts';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { sayFolder, sayName } from '../files/say-name.ts';
import { isSidecarName } from '../files/sidecars.ts';
import { sqliteFileAt } from '../files/sqlite-file.ts';
import { APPLICATION_ID } from './application-id.ts';
import { explainStorageError } from './errors.ts';
import { type ReadableDatabase, wrap } from './handles.ts';
import { latestVersion } from './migrate.ts';
import { damageOf } from './open.ts';

/** So many of the commands that would be lost are listed, the newest ones. */
const mostListed = 200;

/**
 * Why a file can't be opened as a database of this app, as far as can be seen without opening it for writing; null: it
 * can be. Never for a file that is open in this process (see `sqliteFileAt`).
 */
export function whyNotOurs(file: string): string | null {
  const name = sayName(file);
  try {
    const there = statSync(file, { throwIfNoEntry: false });
    if (there === undefined) {
      return `${name} isn’t there any longer. It was in ${sayFolder(path.dirname(file))}: if that is on a stick or another disk, plug it in and try again.`;
    }
    if (there.isDirectory()) return `${name} is a folder. Choose a Cohort Desk database.`;
    if (!there.isFile()) return `${name} is a device or a pipe, not a file. Choose a Cohort Desk database.`;
    if (isSidecarName(path.basename(file))) {
      return `${name} is one of the files that SQLite keeps beside a database. Choose the database itself.`;
    }
    if (there.size === 0) return `${name} is empty: it holds no database. Choose another file.`;
    const found = sqliteFileAt(file);
    if (found === null) {
      return `${name} isn’t a Cohort Desk database, or it is damaged from its first page on. Nothing was changed. Choose another file.`;
    }
    return found.applicationId === APPLICATION_ID
      ? null
      : `${name} is another program’s database. Choose a Cohort Desk database.`;
  } catch (error) {
    const explained = explainStorageError(error, path.basename(file));
    if (explained === null) throw error;
    return `${name} can’t be read. Check that you may open it and that its disk is connected.`;
  }
}

/** What is looked at: a backup, and the database that is open; null: none is. */
export interface LookInsideInput {
  readonly backup: string;
  readonly open: string | null;
}

/**
 * Looks into a backup, checks every page of it, and compares its log with that of the open database. Reads both on
 * connections of its own, so that it runs in a thread. Neither file is changed.
 */
export async function lookInside({ backup, open }: LookInsideInput): Promise<Result<BackupCompared>> {
  const refused = whyNotOurs(backup);
  if (refused !== null) return refuse(refused);
  let of: Database.Database | undefined;
  let beside: Database.Database | undefined;
  try {
    of = openToLook(backup);
    const inside = wrap(of);
    const unusable = whyUnusable(inside, backup);
    if (unusable !== null) return unusable;
    if (open === null) return done({ ...contentsOf(inside, backup), ...nothingToCompare });
    beside = openToLook(open);
    return done({ ...contentsOf(inside, backup), ...compare(inside, wrap(beside)) });
  } catch (error) {
    if (error instanceof Database.SqliteError) return refuse(sayDamaged(backup), [error.message]);
    throw error;
  } finally {
    of?.close();
    beside?.close();
  }
}

const nothingToCompare = { isSameProgram: false, lost: 0, lostCommands: [], gained: 0 } as const;

function openToLook(file: string): Database.Database {
  const connection = new Database(file, { fileMustExist: true, readonly: true });
  connection.pragma('trusted_schema = OFF');
  connection.pragma('busy_timeout = 2000');
  return connection;
}

function whyUnusable(inside: ReadableDatabase, file: string) {
  const version = inside.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  if (version > latestVersion) {
    return refuse(
      `${sayName(file)} was written by a newer version of Cohort Desk (its tables are version ${version}, this app knows ${latestVersion}). Install the newer version; nothing was changed.`,
    );
  }
  const damage = damageOf(inside);
  return damage.length === 0 ? null : refuse(sayDamaged(file), damage.slice(0, 5));
}

const sayDamaged = (file: string): string =>
  `${sayName(file)} is damaged, so it can’t be restored. Nothing was changed. Choose another backup.`;

function contentsOf(database: ReadableDatabase, file: string): DatabaseContents {
  const count = (sql: string): number => database.get<{ n: number }>(sql)?.n ?? 0;
  return {
    program: programOf(database),
    people: count('SELECT count(*) AS n FROM person'),
    cohorts: count('SELECT count(*) AS n FROM cohort'),
    graduates: count("SELECT count(*) AS n FROM participant WHERE status = 'graduated'"),
    commands: count('SELECT count(*) AS n FROM logCommand'),
    last:
      database.get<CommandLine>(
        `SELECT label, at, who FROM logCommand ORDER BY clock DESC, deviceId DESC, deviceSequence DESC`,
      ) ?? null,
    madeAt: instantOf(statSync(file).mtime),
  };
}

/** The short name of the program in its newest policy. */
const programOf = (database: ReadableDatabase): string | null =>
  database.get<{ name: string | null }>(
    "SELECT document ->> '$.program.name' AS name FROM policyVersion ORDER BY number DESC",
  )?.name ?? null;

interface Logged extends CommandLine {
  readonly id: string;
}

/** Compares by the commands' own ids: those that both have, whatever came later, are the same. */
function compare(
  inside: ReadableDatabase,
  open: ReadableDatabase,
): Pick<BackupCompared, 'isSameProgram' | 'lost' | 'lostCommands' | 'gained'> {
  const ids = new Set(inside.all<{ id: string }>('SELECT id FROM logCommand').map(({ id }) => id));
  const lostCommands: CommandLine[] = [];
  let lost = 0;
  let shared = 0;
  for (const { id, ...line } of open.each<Logged>(
    'SELECT id, label, at, who FROM logCommand ORDER BY clock DESC, deviceId DESC, deviceSequence DESC',
  )) {
    if (ids.has(id)) {
      shared += 1;
      continue;
    }
    lost += 1;
    if (lostCommands.length < mostListed) lostCommands.push(line);
  }
  return {
    isSameProgram: programIdIn(inside) === programIdIn(open),
    lost,
    lostCommands,
    gained: ids.size - shared,
  };
}

/** The id of the program, also of a file from before the table that holds it: made there as migration 13 makes it. */
function programIdIn(database: ReadableDatabase): string | null {
  const hasTable = database.get("SELECT 1 FROM sqlite_schema WHERE name = 'logProgram'") !== undefined;
  const sql = hasTable
    ? 'SELECT id FROM logProgram'
    : `SELECT substr(id, 1, 14) || '8' || substr(id, 16) AS id FROM logCommand
       ORDER BY clock, deviceId, deviceSequence LIMIT 1`;
  return database.get<{ id: string }>(sql)?.id ?? null;
}
