import Database from 'better-sqlite3';
import { type ReadableDatabase, type WritableDatabase, wrap } from './handles.ts';
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
  const database = wrap(new Database(':memory:'));
  migrate(database);
  database.exec(searchWords);
  return database;
}
