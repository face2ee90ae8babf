import Database from 'better-sqlite3';

/** The part of a prepared statement that the watch looks at. */
interface Statement {
  readonly source: string;
}
type Run = (this: Statement, ...values: unknown[]) => unknown;
/** How a statement can be run for its rows. */
const ways = ['all', 'get', 'iterate'] as const;

/** What is read of an index made of other tables is read of these. */
const madeOf: Readonly<Record<string, readonly string[]>> = {
  personSearchKey: ['person', 'organization'],
  personSearch: ['person', 'organization'],
};

/** Tells which tables were read, by SQLite's own plan of every statement that runs in this process. */
export interface ReadsWatch {
  /** The tables that were read while this ran. */
  tablesOf(run: () => Promise<unknown>): Promise<ReadonlySet<string>>;
  stop(): void;
}

/** Watches the statements of all connections to a database. */
export function watchReads(databaseFile: string): ReadsWatch {
  const connection = new Database(databaseFile, { readonly: true });
  const roots = new Map(
    connection
      .prepare<[], { rootpage: number; tbl_name: string }>('SELECT rootpage, tbl_name FROM sqlite_schema')
      .all()
      .map(({ rootpage, tbl_name }) => [rootpage, tbl_name]),
  );
  // All statements share one prototype, which better-sqlite3 does not export.
  const prototype = Object.getPrototypeOf(connection.prepare('SELECT 1')) as Record<(typeof ways)[number], Run>;
  const own = { ...prototype, all: prototype.all, get: prototype.get, iterate: prototype.iterate };
  const plans = new Map<string, readonly string[]>();

  const planned = (sql: string): readonly string[] => {
    const known = plans.get(sql);
    if (known) return known;
    // EXPLAIN runs nothing, but wants its values: as many as there are question marks at most.
    const marks = sql.split('?').length - 1;
    let rows: readonly { readonly opcode: string; readonly p2: number }[] = [];
    for (let count = 0; count <= marks; count += 1) {
      try {
        rows = own.all.call(connection.prepare(`EXPLAIN ${sql}`), ...Array(count).fill(null)) as typeof rows;
        break;
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
    }
    const tables = rows
      .filter(({ opcode }) => opcode === 'OpenRead' || opcode === 'ReopenIdx')
      .map(({ p2 }) => roots.get(p2) ?? 'sqlite_schema')
      .flatMap((table) => madeOf[table] ?? [table]);
    plans.set(sql, tables);
    return tables;
  };

  let seen: Set<string> | null = null;
  for (const way of ways) {
    prototype[way] = function (...values) {
      if (seen !== null) for (const table of planned(this.source)) seen.add(table);
      return own[way].apply(this, values);
    };
  }
  return {
    tablesOf: async (run) => {
      const tables = new Set<string>();
      seen = tables;
      try {
        await run();
      } finally {
        seen = null;
      }
      return tables;
    },
    stop: () => {
      for (const way of ways) prototype[way] = own[way];
      connection.close();
    },
  };
}
