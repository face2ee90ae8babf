import { columnsOf, shapeOf, type TableName } from '../../../shared/model/tables.ts';
import type { Scalar } from '../../database/handles.ts';
import type { Fields } from '../../log/combine.ts';
import { type LiftedEntry, type Lifts, liftRead } from '../../log/lift.ts';

/** An entry of the log with what its command says of its place. */
export interface EntryInOrder {
  readonly sequence: number;
  readonly before: string | null;
  readonly after: string | null;
  readonly deviceId: string | null;
  /** The version of the tables that the command was made under; null where the command is gone. */
  readonly schemaVersion: number | null;
}

/** What the log makes of one row: the row as it must be, null where it must not be; and which entries don't fit. */
interface CheckedFold {
  readonly row: Fields | null;
  /** The places in the log of entries that don't follow from those before them, or can't be read. */
  readonly strange: readonly number[];
}

/** Makes one row of today's tables from its entries, in the order of the log, whatever version they were made under. */
export function foldRow(table: TableName, id: string, entries: readonly EntryInOrder[], lifts?: Lifts): CheckedFold {
  // Two laptops that did not know of each other each saw the row as it was with them.
  const oneLaptop = entries.every(({ deviceId }) => deviceId === entries[0]?.deviceId);
  let row: Fields | null = null;
  const strange: number[] = [];
  for (const entry of entries) {
    const lifted = read(table, id, entry, lifts);
    if (lifted === null || !isOf(table, id, lifted.before, lifted.after)) {
      strange.push(entry.sequence);
      continue;
    }
    const { before, after } = lifted;
    if (oneLaptop && !follows(row, before, after)) strange.push(entry.sequence);
    row = next(table, row, before, after);
  }
  return { row, strange };
}

/** As main/log/fold.ts has it: what was removed comes back only whole, what two laptops add is joined, and some values stay. */
function next(table: TableName, row: Fields | null, before: Fields | null, after: Fields | null): Fields | null {
  if (after === null || (before !== null && row === null)) return null;
  if (row === null) return after;
  const { keepsFirst = [] } = shapeOf(table);
  const taken = Object.entries(after).filter(([field, value]) => {
    if (!keepsFirst.includes(field)) return true;
    const standing = row[field] ?? null;
    return before !== null && (standing === null || value === null || standing === (before[field] ?? null));
  });
  return { ...row, ...Object.fromEntries(taken) };
}

/** Whether an entry saw the row as the entries before it left it. */
function follows(row: Fields | null, before: Fields | null, after: Fields | null): boolean {
  if (before === null || row === null) return before === null && row === null;
  const fields = after === null ? Object.keys({ ...row, ...before }) : Object.keys(before);
  return fields.every((field) => (before[field] ?? null) === (row[field] ?? null));
}

/** Whether an entry names columns of the table alone, and a whole row that comes has its own id. */
function isOf(table: TableName, id: string, before: Fields | null, after: Fields | null): boolean {
  const known = columnsOf(table);
  const named = Object.keys({ ...before, ...after });
  if (before === null && after?.['id'] !== id) return false;
  if (before !== null && after !== null && 'id' in after) return false;
  return named.every((field) => known.includes(field));
}

/** An entry as today's tables have it; null where it can't be read, or says nothing. */
function read(tableName: TableName, rowId: string, entry: EntryInOrder, lifts?: Lifts): LiftedEntry | null {
  const before = parse(entry.before);
  const after = parse(entry.after);
  if (before === undefined || after === undefined || (before === null && after === null)) return null;
  const kept = { tableName, rowId, before, after };
  return entry.schemaVersion === null ? kept : liftRead(kept, entry.schemaVersion, lifts);
}

/** The fields that an entry holds; undefined where the text was made something else. */
function parse(text: string | null): Fields | null | undefined {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isScalar);

const isScalar = (value: unknown): value is Scalar =>
  value === null || typeof value === 'string' || typeof value === 'number';
