import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { explainStorageError } from './errors.ts';
import { type ReadableDatabase, type WritableDatabase, wrap } from './handles.ts';
import { latestVersion, migrate } from './migrate.ts';
import { strangeSchema } from './schema-check.ts';

/** Marks a file as ours: “CDsk” in SQLite's application_id. */
const APPLICATION_ID = 0x4344736b;

/**
 * Opens the program's database, making it when the file does not exist, and brings its tables up to date.
 * Refuses a file that is no database, another program's, damaged, or written by a newer version of the app.
 */
export function openDatabase(file: string): Result<WritableDatabase> {
  const name = path.basename(file);
  let connection: Database.Database | undefined;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const isNew = !existsSync(file);
    connection = new Database(file);
    // A file may come from anywhere: nothing in its schema may call what only the app itself may call.
    connection.pragma('trusted_schema = OFF');
    const database = wrap(connection);
    const refusal = isNew ? null : (strangeFile(connection, name) ?? strangeSchema(connection, name));
    if (refusal) {
      connection.close();
      return refusal;
    }
    configure(connection);
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(database);
    const notAsMigrated = isNew ? null : strangeSchema(connection, name);
    if (notAsMigrated) {
      connection.close();
      return notAsMigrated;
    }
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
  return wrap(connection);
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

function strangeFile(connection: Database.Database, name: string) {
  const version = Number(connection.pragma('user_version', { simple: true }));
  const owner = Number(connection.pragma('application_id', { simple: true }));
  const tables = connection.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get()?.n ?? 0;
  if (tables > 0 && owner !== APPLICATION_ID) {
    return refuse(`“${name}” is a database of another program. Choose a Cohort Desk database, or a new file name.`);
  }
  if (version > latestVersion) {
    return refuse(
      `“${name}” was written by a newer version of Cohort Desk (its tables are version ${version}, this app knows ${latestVersion}). Install the newer version; the file was not touched.`,
    );
  }
  return null;
}
