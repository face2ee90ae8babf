import { realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { keepPrivate, makePrivateFile, makePrivateFolder, PRIVATE_FILE } from '../files/private.ts';
import { isSidecarName, SIDECARS } from '../files/sidecars.ts';
import { APPLICATION_ID } from './application-id.ts';
import { explainStorageError } from './errors.ts';
import { type ReadableDatabase, type WritableDatabase, wrap } from './handles.ts';
import { holdFiles } from './held-files.ts';
import { latestVersion, migrate } from './migrate.ts';
import { strangeSchema } from './schema-check.ts';

/**
 * Opens the program's database, making it when the file does not exist, and brings its tables up to date.
 * Refuses a file that is no database, another program's, damaged, or written by a newer version of the app.
 */
export function openDatabase(named: string): Result<WritableDatabase> {
  const name = path.basename(named);
  let connection: Database.Database | undefined;
  try {
    const there = statSync(named, { throwIfNoEntry: false });
    const unusable = unusableFile(there, named);
    if (unusable) return unusable;
    // An empty file is one that is being made, by this process or another.
    const isNew = !there?.size;
    const unmade = there ? null : makeEmpty(named);
    if (unmade) return unmade;
    // SQLite keeps its other files beside the real one, whatever link led there.
    const file = realpathSync(named);
    connection = new Database(file);
    // A file may come from anywhere: nothing in its schema may call what only the app itself may call.
    connection.pragma('trusted_schema = OFF');
    const database = wrap(connection);
    const refusal = isNew ? null : (strangeFile(connection, name) ?? strangeSchema(connection, name));
    if (refusal) {
      connection.close();
      return refusal;
    }
    for (const suffix of ['', ...SIDECARS]) keepPrivate(file + suffix, PRIVATE_FILE);
    configure(connection);
    markAsOurs(connection);
    migrate(database);
    const notAsMigrated = isNew ? null : strangeSchema(connection, name);
    if (notAsMigrated) {
      connection.close();
      return notAsMigrated;
    }
    // What a killed process left is carried over now: whoever watches the file can then tell what is written into it.
    connection.pragma('wal_checkpoint(PASSIVE)');
    holdFiles(database, file);
    return done(database);
  } catch (error) {
    connection?.close();
    const explained = explainStorageError(error, name);
    if (explained) return explained;
    throw error;
  }
}

/** Opens a connection that SQLite itself keeps from writing, beside the writer's; it sees what is committed. */
export function openForReading(file: string): ReadableDatabase & { close(): void } {
  const connection = new Database(file, { fileMustExist: true, readonly: true });
  connection.pragma('trusted_schema = OFF');
  connection.pragma('busy_timeout = 2000');
  connection.pragma('cache_size = -65536');
  const database = wrap(connection);
  holdFiles(database, file);
  return database;
}

/** Whether every page and every reference of a database is whole; a sentence for each thing that is not. */
export function damageOf(database: ReadableDatabase): readonly string[] {
  try {
    const broken = database
      .all<{ integrity_check: string }>('PRAGMA integrity_check')
      .map((row) => row.integrity_check);
    const dangling = database.all<{ table: string }>('PRAGMA foreign_key_check').map((row) => row.table);
    return [
      ...broken.filter((line) => line !== 'ok'),
      ...dangling.map((table) => `A row of ${table} points to nothing.`),
    ];
  } catch (error) {
    // Damaged so badly that SQLite can't even look for the damage.
    if (error instanceof Database.SqliteError) return [error.message];
    throw error;
  }
}

/** A path that SQLite would wait at, or that it would take apart: a folder, a pipe, a name of its own. */
function unusableFile(there: Stats | undefined, file: string) {
  const name = path.basename(file);
  if (there?.isDirectory()) return refuse(`“${name}” is a folder. Name a Cohort Desk database, or a new file.`);
  if (there && !there.isFile()) return refuse(`“${name}” is a device or a pipe, not a file. Name a file.`);
  if (name !== name.trim()) return refuse(`“${name}” begins or ends with a space. Choose a name without it.`);
  if (isSidecarName(name)) {
    return refuse(`SQLite keeps its own files under names like “${name}”. Name the database that it belongs to.`);
  }
  return null;
}

/** An empty file for this account alone: whatever SQLite makes beside it has its rights. */
function makeEmpty(file: string) {
  try {
    makePrivateFolder(path.dirname(file));
    makePrivateFile(file);
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    // Another process was faster: then the file is there.
    if (code === 'EEXIST') return null;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
    return refuse(
      `“${path.basename(file)}” can’t be opened. Check that its folder exists and that you may write there.`,
    );
  }
}

function configure(connection: Database.Database): void {
  connection.pragma('journal_mode = WAL');
  // FULL: an acknowledged command is on the disk, also when the battery goes.
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // Four times SQLite's default: the indexes of 100,000 people don’t fit into that, and are read again and again.
  connection.pragma('cache_size = -8192');
  // The space of a large import's write-ahead log is given back once it is in the database. Well below the length from
  // which a commit is a large one's (commit-large.ts): every small one that follows would be taken for that.
  connection.pragma('journal_size_limit = 4194304');
  connection.pragma('busy_timeout = 2000');
}

/** Only where the mark is missing: another process may be migrating, and this is a write. */
function markAsOurs(connection: Database.Database): void {
  if (ownerOf(connection) !== APPLICATION_ID) connection.pragma(`application_id = ${APPLICATION_ID}`);
}

const ownerOf = (connection: Database.Database): number =>
  Number(connection.pragma('application_id', { simple: true }));

function strangeFile(connection: Database.Database, name: string) {
  const version = Number(connection.pragma('user_version', { simple: true }));
  const tables = connection.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get()?.n ?? 0;
  if (tables > 0 && ownerOf(connection) !== APPLICATION_ID) {
    return refuse(`“${name}” is another program’s database. Choose a Cohort Desk database, or a new file name.`);
  }
  if (version > latestVersion) {
    return refuse(
      `“${name}” was written by a newer version of Cohort Desk (its tables are version ${version}, this app knows ${latestVersion}). Install the newer version; the file was not touched.`,
    );
  }
  return null;
}
