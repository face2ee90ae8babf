import { z } from 'zod';
import type { Instant } from './dates.ts';
import type { ColumnSetId } from './ids.ts';
import type { JsonText } from './json.ts';

/** The lists whose columns can be chosen and saved by name. */
export const ColumnList = z.enum(['roster', 'attendance', 'progress']);
export type ColumnList = z.infer<typeof ColumnList>;

/** Columns chosen for a list, in order, saved by name. */
export interface ColumnSet {
  readonly id: ColumnSetId;
  readonly name: string;
  readonly list: ColumnList;
  readonly columns: JsonText<readonly string[]>;
  readonly savedAt: Instant;
}
