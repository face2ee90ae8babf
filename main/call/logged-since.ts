import type { TableName } from '../../shared/model/tables.ts';
import type { Facts } from './facts.ts';

/** A record that a command has changed. */
export interface LoggedRow {
  readonly tableName: TableName;
  readonly rowId: string;
}

/** What the log says since an entry. */
export interface LoggedSince {
  /** The last entry now. */
  readonly upTo: number;
  /** The records of the tables asked about that were changed since; null: so many that reading all anew is as fast. */
  readonly changed: readonly LoggedRow[] | null;
}

/** After so many changes everything is read again, which takes about as long. */
export const mostChanged = 2_000;

/**
 * Which records have changed since an entry of the log: whoever keeps something of 100,000 records reads these again,
 * and no others. The log is never changed, but another database may take its place: then it is shorter.
 */
export function loggedSince({ database }: Facts, since: number, tables: readonly TableName[]): LoggedSince {
  const upTo = database.get<{ n: number | null }>('SELECT max(sequence) AS n FROM logEntry')?.n ?? 0;
  if (since === upTo) return { upTo, changed: [] };
  if (since > upTo) return { upTo, changed: null };
  const entries = database.all<LoggedRow>(
    `SELECT tableName, rowId FROM logEntry WHERE sequence > ? LIMIT ${mostChanged + 1}`,
    since,
  );
  if (entries.length > mostChanged) return { upTo, changed: null };
  return { upTo, changed: entries.filter(({ tableName }) => tables.includes(tableName)) };
}
