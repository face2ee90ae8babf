import type { ReadableDatabase } from '../../../main/database/handles.ts';
import type { Change } from '../../../main/log/change.ts';
import type { Device } from '../../../shared/model/devices.ts';
import type { TableName } from '../../../shared/model/tables.ts';

/** What a laptop that makes something up has at hand. */
export interface Whim {
  readonly database: ReadableDatabase;
  readonly device: Device;
  newId(): string;
  /** One of these, by the dice. */
  one<Value>(values: readonly Value[]): Value;
}

/** The moment and the day of everything that is made up. */
export const at = '2024-06-01T12:00:00.000Z';
export const day = '2024-06-01';

/** Some row of a table, but for one; none where there is none. */
export const anyId = ({ database, one }: Whim, table: TableName, but: string | null = null): string | null => {
  const ids = database
    .all<{ id: string }>(`SELECT id FROM "${table}" WHERE id IS NOT ? ORDER BY id`, but)
    .map(({ id }) => id);
  return ids.length === 0 ? null : one(ids);
};

/** A column that must be filled: where there is nothing to point to, the row can't be made. */
export class NothingThere extends Error {}
export function there(whim: Whim, table: TableName, but: string | null = null): never {
  const id = anyId(whim, table, but);
  if (id === null) throw new NothingThere(table);
  // Every id is branded by its table; here it is drawn by the table's name.
  return id as never;
}

/** What is made; null where there is nothing for it to point to. */
export function orNothing(make: () => Change | null): Change | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof NothingThere) return null;
    throw error;
  }
}

/** TypeScript does not follow a table's name to its row; the tables are STRICT, and the writer knows their columns. */
export const change = (of: object): Change => of as Change;
