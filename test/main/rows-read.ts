import Database from 'better-sqlite3';

/** The work of the database that something took: how many statements ran, and how many rows they gave. */
export interface RowsRead {
  readonly statements: number;
  readonly rows: number;
}

/**
 * Counts what SQLite does for some work in this process, on whatever connection. A count is the same on every machine,
 * where a time isn't. Restores what it watches when the work is done.
 */
export async function rowsRead(work: () => Promise<unknown>): Promise<RowsRead> {
  let statements = 0;
  let rows = 0;
  const memory = new Database(':memory:');
  const prototype: object = Object.getPrototypeOf(memory.prepare('SELECT 1'));
  memory.close();
  const originals = ['all', 'get', 'iterate', 'run'].map((name) => [name, Reflect.get(prototype, name)] as const);
  for (const [name, original] of originals) {
    if (typeof original !== 'function') throw new Error(`better-sqlite3 has no “${name}”.`);
    Reflect.set(prototype, name, function (this: unknown, ...values: unknown[]): unknown {
      statements += 1;
      const given: unknown = Reflect.apply(original, this, values);
      if (name === 'all' && Array.isArray(given)) rows += given.length;
      if (name === 'get' && given !== undefined) rows += 1;
      return name === 'iterate' ? counted(given as Iterable<unknown>) : given;
    });
  }
  function* counted(given: Iterable<unknown>) {
    for (const row of given) {
      rows += 1;
      yield row;
    }
  }
  try {
    await work();
  } finally {
    for (const [name, original] of originals) Reflect.set(prototype, name, original);
  }
  return { statements, rows };
}
