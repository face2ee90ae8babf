import { createHash, type Hash } from 'node:crypto';
import { columnsOf, isTableName, type TableName, tableNames } from '../../../shared/model/tables.ts';
import type { ReadableDatabase, Scalar } from '../../database/handles.ts';
import type { Fields } from '../../log/combine.ts';
import { settlementOf, unsettledRows } from '../../log/settle.ts';
import type { Findings } from './finding.ts';
import { type EntryInOrder, foldRow } from './fold-row.ts';
import { type CheckSteps, rowsPerCheckStep } from './steps.ts';

/** What the comparison gives back besides its findings. */
export interface RowsChecked {
  readonly rows: number;
  readonly entries: number;
  /** SHA-256 of every row, the same on every laptop that holds the same rows. */
  readonly hash: string;
}

interface StoredEntry extends EntryInOrder {
  readonly clock: string | null;
  readonly deviceSequence: number | null;
  readonly rowId: string;
  readonly tableName: string;
}

/**
 * Holds every row of every table against what the log makes of it. The log is read row by row, in the order of ids,
 * and so is every table, side by side: nothing is saved, and two million rows take no more memory than two.
 */
export function* checkRows(database: ReadableDatabase, findings: Findings): CheckSteps<RowsChecked> {
  const tables = new Map(tableNames.map((name) => [name, new RowsInOrder(database, name)]));
  const settled = settledRows(database);
  const total = database.get<{ n: number }>('SELECT count(*) AS n FROM logEntry')?.n ?? 0;
  let entries = 0;
  try {
    for (const ofOneRow of entriesByRow(database)) {
      const before = entries;
      entries += ofOneRow.length;
      for (const [name, own] of byTable(ofOneRow)) compare(findings, tables, settled, name, own);
      if (Math.floor(before / rowsPerCheckStep) !== Math.floor(entries / rowsPerCheckStep))
        yield entries / Math.max(total, entries);
    }
    for (const table of tables.values()) {
      for (const row of table.rest()) {
        findings.add({ kind: 'unknown', table: table.name, id: String(row['id']), row });
        if (table.count % rowsPerCheckStep === 0) yield 1;
      }
    }
  } finally {
    for (const table of tables.values()) table.close();
  }
  const all = [...tables.values()];
  return { rows: all.reduce((sum, { count }) => sum + count, 0), entries, hash: hashOf(all) };
}

/** What the log makes of the rows in which two laptops' work meets, and of those that hang on them, by table and id. */
function settledRows(database: ReadableDatabase): ReadonlyMap<string, Fields | null> {
  const steps = settlementOf({ log: database, desk: database }, unsettledRows(database));
  for (;;) {
    const step = steps.next();
    if (step.done) return new Map(step.value.rows.map(({ table, id, fields }) => [`${table} ${id}`, fields]));
  }
}

function compare(
  findings: Findings,
  tables: ReadonlyMap<TableName, RowsInOrder>,
  settled: ReadonlyMap<string, Fields | null>,
  name: string,
  entries: readonly StoredEntry[],
): void {
  const [{ rowId: id, sequence } = { rowId: '', sequence: 0 }] = entries;
  const table = isTableName(name) ? tables.get(name) : undefined;
  if (!table) {
    findings.add({ kind: 'entry', table: name, id, sequence });
    return;
  }
  for (const row of table.before(id)) findings.add({ kind: 'unknown', table: table.name, id: String(row['id']), row });
  const { row: alone, strange } = foldRow(table.name, id, entries.toSorted(oldestFirst));
  const between = settled.get(`${table.name} ${id}`);
  const expected = between === undefined ? alone : between;
  for (const entry of strange) findings.add({ kind: 'entry', table: name, id, sequence: entry });
  const row = table.take(id);
  if (expected === null && row) findings.add({ kind: 'unknown', table: table.name, id, row });
  if (expected !== null && !row) findings.add({ kind: 'missing', table: table.name, id, row: expected });
  if (expected === null || !row) return;
  for (const field of columnsOf(table.name)) {
    const [log, desk]: readonly Scalar[] = [expected[field] ?? null, row[field] ?? null];
    if (log !== desk)
      findings.add({ kind: 'field', table: table.name, id, field, log: log ?? null, desk: desk ?? null });
  }
}

/** The log's true order, in which a row is made: by clock, laptop and the laptop's own count, not by what arrived first. */
function oldestFirst(a: StoredEntry, b: StoredEntry): number {
  if (a.clock !== b.clock) return (a.clock ?? '') < (b.clock ?? '') ? -1 : 1;
  if (a.deviceId !== b.deviceId) return (a.deviceId ?? '') < (b.deviceId ?? '') ? -1 : 1;
  return (a.deviceSequence ?? 0) - (b.deviceSequence ?? 0);
}

/** The log, the entries of one row after those of another: an index has them in this order. */
function* entriesByRow(database: ReadableDatabase): Generator<readonly StoredEntry[]> {
  let group: StoredEntry[] = [];
  for (const entry of database.each<StoredEntry>(
    `SELECT entry.sequence, entry.tableName, entry.rowId, entry.before, entry.after, command.deviceId, command.clock,
       command.deviceSequence, command.schemaVersion
     FROM logEntry AS entry LEFT JOIN logCommand AS command ON command.sequence = entry.commandSequence
     ORDER BY entry.rowId`,
  )) {
    if (group[0] && group[0].rowId !== entry.rowId) {
      yield group;
      group = [];
    }
    group.push(entry);
  }
  if (group.length > 0) yield group;
}

/** Nearly always one table; an id that two tables share is two rows. */
function byTable(entries: readonly StoredEntry[]): ReadonlyMap<string, readonly StoredEntry[]> {
  const [first] = entries;
  if (first && entries.every(({ tableName }) => tableName === first.tableName))
    return new Map([[first.tableName, entries]]);
  return Map.groupBy(entries, ({ tableName }) => tableName);
}

/** The rows of one table in the order of their ids, counted and hashed as they go by. */
class RowsInOrder {
  readonly name: TableName;
  readonly #rows: Iterator<Fields>;
  readonly #hash: Hash = createHash('sha256');
  readonly #fields: readonly string[];
  #next: Fields | undefined;
  count = 0;

  constructor(database: ReadableDatabase, name: TableName) {
    this.name = name;
    this.#fields = columnsOf(name).toSorted();
    this.#rows = database.each<Fields>(`SELECT * FROM "${name}" ORDER BY id`);
    this.#advance();
  }

  /** The rows whose ids come before this one. */
  *before(id: string): Generator<Fields> {
    while (this.#next && inOrder(String(this.#next['id']), id) < 0) yield this.#shift(this.#next);
  }

  /** The row of this id, if it is the next one. */
  take(id: string): Fields | undefined {
    return this.#next?.['id'] === id ? this.#shift(this.#next) : undefined;
  }

  *rest(): Generator<Fields> {
    while (this.#next) yield this.#shift(this.#next);
  }

  digest(): string {
    return this.#hash.digest('hex');
  }

  close(): void {
    this.#rows.return?.();
  }

  #shift(row: Fields): Fields {
    this.count += 1;
    this.#hash.update(canonical(this.#fields, row));
    this.#advance();
    return row;
  }

  #advance(): void {
    const { done, value } = this.#rows.next();
    this.#next = done ? undefined : value;
  }
}

/** A row as one JSON text: fields by name, without those that are empty, so that a column which is added changes nothing. */
const canonical = (fields: readonly string[], row: Fields): string =>
  `${JSON.stringify(Object.fromEntries(fields.flatMap((name) => (row[name] === null || row[name] === undefined ? [] : [[name, row[name]]]))))}\n`;

/** One hash of all tables by name; a table without rows is left out, so that a newer version's new table changes nothing. */
function hashOf(tables: readonly RowsInOrder[]): string {
  const hash = createHash('sha256');
  const filled = tables.filter(({ count }) => count > 0).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const table of filled) hash.update(`${table.name} ${table.digest()}\n`);
  return hash.digest('hex');
}

/** SQLite's order of texts, by their bytes; JavaScript's own differs beyond the plain letters. */
function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  const plain = /^[ -~]*$/;
  if (plain.test(a) && plain.test(b)) return a < b ? -1 : 1;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
