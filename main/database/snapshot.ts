import Database from 'better-sqlite3';
import { type ReadableDatabase, type WritableDatabase, wrap } from './handles.ts';
import { mustBeInPlace } from './held-files.ts';
import { migrate } from './migrate.ts';
import { schemaDifferences } from './schema-check.ts';

/** SQLite's own view into the index of names, for this connection alone: every word, in which entry and where. */
const searchWords = "CREATE VIRTUAL TABLE temp.searchWords USING fts5vocab ('main', 'personSearch', 'instance')";

/** A database at one moment. */
export interface Snapshot extends ReadableDatabase {
  /** What of it is not built as the migrations build its version. */
  schemaDifferences(): readonly string[];
  close(): void;
}

/**
 * Opens a database to look at one moment of it for as long as it takes, whatever is written meanwhile. SQLite itself
 * keeps this connection from writing. `temp.searchWords` shows the text of the index of names.
 */
export function openSnapshot(file: string): Snapshot {
  const connection = new Database(file, { fileMustExist: true, readonly: true });
  try {
    connection.pragma('trusted_schema = OFF');
    connection.pragma('busy_timeout = 2000');
    connection.pragma('cache_size = -65536');
    connection.exec(`${searchWords}; BEGIN`);
    return { ...wrap(connection), schemaDifferences: () => schemaDifferences(connection) };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** An empty database of ours in memory, to make something again beside the real one and compare. The caller closes it. */
export function openScratch(): WritableDatabase {
  const connection = new Database(':memory:');
  connection.pragma('trusted_schema = OFF');
  // It is filled in one go: larger pages halve the work of that.
  connection.pragma('page_size = 16384');
  const database = wrap(connection);
  migrate(database);
  database.exec(searchWords);
  return database;
}

/**
 * Lets a scratch database read a real one's committed rows while some work is done, as `live.person` and so on: SQLite
 * then copies rows by itself, several times as fast as carrying them over. Throws where the real one's file was moved or
 * written over, as a change to it would: its name would lead to other rows.
 */
export function withLive(scratch: WritableDatabase, real: ReadableDatabase, work: () => void): void {
  const { file = '' } = real.get<{ file: string }>("SELECT file FROM pragma_database_list WHERE name = 'main'") ?? {};
  // ATTACH makes a file that isn't there, so this is the last thing before it.
  mustBeInPlace(real);
  scratch.run('ATTACH ? AS live', file);
  try {
    work();
    scratch.exec('DETACH live');
  } catch (error) {
    // Half of it is of no use, and SQLite lets go of the real one with it.
    scratch.close();
    throw error;
  }
}
