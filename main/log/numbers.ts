import { certificateNumber, certificateSeries, countInSeries } from '../../shared/model/certificate-numbers.ts';
import { type Device, firstLetter, firstNumberOf } from '../../shared/model/devices.ts';
import { shapeOf, type TableName, tableNames, type tables } from '../../shared/model/tables.ts';
import type { ReadableDatabase } from '../database/handles.ts';

/**
 * The numbers that people read, print and send. One is given once and never again, not even after an undo, because the
 * paper may have been handed out: so the log is asked for all that were ever given, whatever became of their rows.
 * Each laptop numbers for itself. The first one's numbers are plain, another's carry its letter (`AL-CTO-INV-B001`),
 * so that two laptops that have not met never give the same one.
 */
interface Numbering {
  readonly database: ReadableDatabase;
  /** This laptop. */
  readonly device: Pick<Device, 'letter'>;
}

/** Numbers of name badges. */
export const badgeNumbers = (numbering: Numbering): Generator<number, never> => counted(numbering, 'badge');

/** Numbers of the policy's versions. */
export const policyNumbers = (numbering: Numbering): Generator<number, never> => counted(numbering, 'policyVersion');

/** Numbers of invoices: `AL-CTO-INV-001`. */
export const invoiceNumbers = (numbering: Numbering, program: string): Generator<string, never> =>
  printed(numbering, 'invoice', `${program}-INV-`);

/** Numbers of receipts: `AL-CTO-REC-001`. */
export const receiptNumbers = (numbering: Numbering, program: string): Generator<string, never> =>
  printed(numbering, 'feePayment', `${program}-REC-`);

/** Numbers of a program's certificates, in one series for all its cohorts: `AL-CTO-100014`. */
export function* certificateNumbers(
  { database, device: { letter } }: Numbering,
  program: string,
): Generator<string, never> {
  const series = certificateSeries(program, letter);
  const texts = database.all<{ number: string }>(
    `${given} BETWEEN ? AND ?`,
    'certificate',
    series,
    `${series}\u{10ffff}`,
  );
  const highest = texts.reduce((count, { number }) => Math.max(count, countInSeries(number, series) ?? 0), 0);
  for (let count = highest + 1; ; count += 1) yield certificateNumber(program, letter, count);
}

/** The tables whose rows have a number, by their descriptors, and the columns that hold one. */
const numbered = tableNames.filter((table) => shapeOf(table).numbered).toSorted();
const columns = [...new Set(numbered.flatMap((table) => shapeOf(table).numbered?.column ?? []))].toSorted();
const number = `coalesce(${columns.map((column) => `after ->> '${column}'`).join(', ')})`;

/**
 * What the log has of a table's numbers. An index on these few entries has it word for word (migration 13; a test holds
 * the two together), so that no one reads two million entries for a receipt.
 */
export const given = `
  SELECT ${number} AS number FROM logEntry
  WHERE tableName IN (${numbered.map((table) => `'${table}'`).join(', ')}) AND tableName = ? AND ${number}`;

type NumberedAs<As extends 'counted' | 'printed'> = {
  [Name in TableName]: (typeof tables)[Name] extends { readonly numbered: { readonly as: As } } ? Name : never;
}[TableName];

/** Numbers that are stored as integers: 3 on the first laptop, 1000003, read as `B3`, on the second. */
function* counted({ database, device: { letter } }: Numbering, table: NumberedAs<'counted'>): Generator<number, never> {
  const { after, last } = firstNumberOf(letter);
  const highest = database.get<{ number: number }>(
    `${given} BETWEEN ? AND ? ORDER BY number DESC LIMIT 1`,
    table,
    after,
    last,
  );
  for (let number = (highest?.number ?? after) + 1; ; number += 1) yield number;
}

/** Numbers that are stored as they are printed. */
function* printed(
  { database, device: { letter } }: Numbering,
  table: NumberedAs<'printed'>,
  series: string,
): Generator<string, never> {
  const prefix = letter === firstLetter ? series : `${series}${letter}`;
  const texts = database.all<{ number: string }>(`${given} BETWEEN ? AND ?`, table, prefix, `${prefix}\u{10ffff}`);
  const numbers = texts.map(({ number }) => number.slice(prefix.length)).filter((rest) => /^\d+$/.test(rest));
  for (let number = numbers.reduce((highest, rest) => Math.max(highest, Number(rest)), 0) + 1; ; number += 1) {
    yield `${prefix}${String(number).padStart(3, '0')}`;
  }
}
