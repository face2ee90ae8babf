import type Database from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** What SQLite stores in a column of ours. */
export type Scalar = string | number | null;

/**
 * A database that can be read, and no more. `Row` is what the caller knows of the columns: tables are STRICT and
 * a test holds `shared/model/tables.ts` against them, so a row is trusted here and nowhere parsed again.
 */
export interface ReadableDatabase {
  readonly [readable]: true;
  /** Every row of a query. */
  all<Row>(sql: string, ...values: Scalar[]): Row[];
  /** The first row of a query, or undefined. */
  get<Row>(sql: string, ...values: Scalar[]): Row | undefined;
  /**
   * Copies all that this connection sees into an empty file, some pages at a time; also where the name of its own
   * file leads nowhere any more.
   */
  copyTo(file: string, onProgress: (pages: number, of: number) => void): Promise<void>;
  /** Rows one at a time, for lists that need not stand in memory at once. */
  each<Row>(sql: string, ...values: Scalar[]): IterableIterator<Row>;
}

/** A database that can be written. Only `main/changes` and `main/database` hold one. */
export interface WritableDatabase extends ReadableDatabase {
  readonly [writable]: true;
  readonly file: string;
  run(sql: string, ...values: Scalar[]): void;
  exec(sql: string): void;
  isOpen(): boolean;
  close(): void;
}

/** So many pages are copied in one turn, half a megabyte: a screen that asks meanwhile waits no longer. */
const PAGES_AT_ONCE = 128;

/** Wraps an open connection; statements are prepared once and kept. */
export function wrap(connection: Database.Database): WritableDatabase {
  const statements = new Map<string, Database.Statement<Scalar[], unknown>>();
  const prepare = (sql: string): Database.Statement<Scalar[], unknown> => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = connection.prepare<Scalar[], unknown>(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const database = {
    file: connection.name,
    all: <Row>(sql: string, ...values: Scalar[]) => prepare(sql).all(...values) as Row[],
    get: <Row>(sql: string, ...values: Scalar[]) => prepare(sql).get(...values) as Row | undefined,
    copyTo: async (file: string, onProgress: (pages: number, of: number) => void) => {
      await connection.backup(file, {
        progress({ totalPages, remainingPages }) {
          onProgress(totalPages - remainingPages, totalPages);
          return PAGES_AT_ONCE;
        },
      });
    },
    each: <Row>(sql: string, ...values: Scalar[]) => prepare(sql).iterate(...values) as IterableIterator<Row>,
    run: (sql: string, ...values: Scalar[]) => void prepare(sql).run(...values),
    exec: (sql: string) => void connection.exec(sql),
    isOpen: () => connection.open,
    close: () => void connection.close(),
  };
  // The brands have no run-time part: this is the one place that gives them.
  return database as unknown as WritableDatabase;
}
