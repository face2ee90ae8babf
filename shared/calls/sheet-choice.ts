import { z } from 'zod';
import { ColumnSetId } from '../model/ids.ts';
import { SheetFormat } from '../views/page.ts';

/**
 * What an export of a list takes beside the list itself: columns in their order, or those of a saved set, or else the
 * usual ones; a workbook unless CSV is asked for.
 */
export const sheetChoice = <const Keys extends readonly [string, ...string[]]>(keys: Keys) => ({
  columns: z.array(z.enum(keys)).min(1).optional(),
  columnSetId: ColumnSetId.optional(),
  format: SheetFormat.default('xlsx'),
});
