import type { ReadableDatabase } from '../../database/handles.ts';
import type { Findings } from './finding.ts';
import type { CheckSteps } from './steps.ts';

/**
 * A row that breaks a rule of its table: someone changed the row, and the pages themselves are whole. A connection that
 * can't write does not read the CHECKs of a table; the comparison with the log finds what they would forbid.
 */
const aboutARow = /^(NULL value|non-\w+ value|\w+ value) in /;

/**
 * Looks at the pages of the file, then at every index, then at what rows point to, one table after another.
 * Gives back whether the rows can be read at all: in a damaged file anything that is compared would mislead.
 */
export function* checkPages(database: ReadableDatabase, findings: Findings): CheckSteps<boolean> {
  if (!integrity(database, 'PRAGMA quick_check', findings)) return false;
  yield 0.2;
  const tables = database
    .all<{ name: string }>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')")
    .map(({ name }) => name);
  for (const [at, table] of tables.entries()) {
    if (!integrity(database, `PRAGMA integrity_check("${table}")`, findings)) return false;
    references(database, table, findings);
    yield 0.2 + (0.8 * (at + 1)) / tables.length;
  }
  return true;
}

/** The quick look of every start: the pages alone. Gives back whether they are whole. */
export const pagesAreWhole = (database: ReadableDatabase, findings: Findings): boolean =>
  integrity(database, 'PRAGMA quick_check', findings);

/** Adds what SQLite says; false: something of it is about pages or indexes. */
function integrity(database: ReadableDatabase, pragma: string, findings: Findings): boolean {
  const said = database
    .all<Record<string, string>>(pragma)
    .flatMap((row) => Object.values(row))
    .filter((line) => line !== 'ok');
  const damaged = said.some((line) => !aboutARow.test(line));
  const known = new Set(findings.told.map((finding) => ('said' in finding ? finding.said : '')));
  for (const line of said.filter((each) => !known.has(each))) {
    findings.add({ kind: aboutARow.test(line) ? 'rule' : 'page', said: line });
  }
  return !damaged;
}

function references(database: ReadableDatabase, table: string, findings: Findings): void {
  const dangling = database.all<{ rowid: number | null; parent: string }>(`PRAGMA foreign_key_check("${table}")`);
  for (const { rowid, parent } of dangling) {
    findings.add({ kind: 'reference', table, id: rowid === null ? null : idOf(database, table, rowid), parent });
  }
}

const idOf = (database: ReadableDatabase, table: string, rowid: number): string | null =>
  database.get<{ id: string | number | null }>(`SELECT * FROM "${table}" WHERE rowid = ?`, rowid)?.id?.toString() ??
  null;

/** Whether SQLite found the file damaged, or its disk did not give it back. */
export const isDamage = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(String(error.code));
