import type { TableName } from '../../shared/model/tables.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import type { Meeting, MetRow } from './meeting.ts';
import { compareInLog } from './order.ts';

/**
 * Two rows that laptops gave one name for different things, as two cohorts named Golf: the one that had it first keeps
 * it, and the other is shown as “Golf (laptop B)” until a lead gives it another name. Neither is changed in the log.
 */
export function nameApart(
  { log, desk }: { readonly log: ReadableDatabase; readonly desk: ReadableDatabase },
  meeting: Meeting,
  table: TableName,
  column: string,
): void {
  if ([...meeting.rows.of(table)].length === 0) return;
  const named = new Map<string, readonly string[]>();
  const add = (id: string, name: string): void => void named.set(name, [...(named.get(name) ?? []), id]);
  for (const { id, name } of desk.all<{ id: string; name: string }>(`SELECT id, "${column}" AS name FROM "${table}"`)) {
    if (!meeting.rows.get(table, id)) add(id, name);
  }
  for (const { id, fields } of meeting.rows.of(table)) if (fields) add(id, String(fields[column]));
  const taken = new Set(named.keys());
  const letters = new Map(
    log.all<{ id: string; letter: string }>('SELECT id, letter FROM logDevice').map(({ id, letter }) => [id, letter]),
  );
  for (const [name, ids] of [...named].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (ids.length === 1) continue;
    const [, ...later] = ids.map((id) => meeting.row(table, id)).sort((a, b) => inOrderOfNaming(a, b, column));
    for (const met of later) {
      const letter = letters.get(met.givenBy[column]?.deviceId ?? '') ?? '?';
      let apart = sayApart(name, letter);
      for (let count = 2; taken.has(apart); count += 1) apart = sayApart(name, letter, count);
      taken.add(apart);
      met.fields = { ...met.fields, [column]: apart };
      met.why = 'renamed';
    }
  }
}

const sayApart = (name: string, letter: string, count = 1): string =>
  count === 1 ? `${name} (laptop ${letter})` : `${name} (laptop ${letter}, ${count})`;

/**
 * The name that a row shown with a laptop's letter was given; null: it has a name of its own. It is read from the name,
 * so that a row whose renaming was taken back still counts.
 */
export const nameBefore = (shown: string): string | null =>
  /^(.+) \(laptop [A-Z?]{1,3}(?:, \d+)?\)$/.exec(shown)?.[1] ?? null;

function inOrderOfNaming(a: MetRow, b: MetRow, column: string): number {
  const [one, other] = [a.givenBy[column], b.givenBy[column]];
  return (one && other ? compareInLog(one, other) : 0) || (a.id < b.id ? -1 : 1);
}
