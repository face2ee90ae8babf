import path from 'node:path';
import { z } from 'zod';
import { ColumnChoice } from '../../shared/model/table-columns.ts';
import { readSettings, writeSettings } from './settings-file.ts';

/** So many lists are remembered, those changed last: there are about thirty. */
const mostTables = 200;

const fileOf = (settings: string): string => path.join(settings, 'columns.json');

/** The columns that someone chose on this laptop, by list; a list whose choice can't be understood is as usual. */
export function readTableColumns(settings: string): Readonly<Record<string, ColumnChoice>> {
  const found = readSettings(fileOf(settings), z.looseObject({})) ?? {};
  // A newer app may say more of one list: the others are understood all the same.
  const known = Object.entries(found).flatMap(([table, kept]) => {
    const choice = ColumnChoice.safeParse(kept).data;
    return choice ? [[table, choice] as const] : [];
  });
  return Object.fromEntries(known);
}

/** Remembers the columns of one list and keeps the others. Throws where the disk refuses. */
export function keepTableColumns(settings: string, table: string, choice: ColumnChoice): void {
  const { [table]: _before, ...others } = readTableColumns(settings);
  const kept = [...Object.entries(others), [table, choice] as const].slice(-mostTables);
  writeSettings(fileOf(settings), Object.fromEntries(kept));
}
