import { z } from 'zod';
import { reads, writes } from '../call.ts';
import { ColumnList } from '../model/column-sets.ts';
import * as id from '../model/ids.ts';
import type { ColumnSetView } from '../views/column-sets.ts';

/** The calls about columns saved by name; shared/api.ts has them with all others. */
export const columnSetCalls = {
  'columnSets.list': reads<readonly ColumnSetView[]>().takes(
    'The column sets of a list, by name',
    z.strictObject({ list: ColumnList }),
    { from: ['columnSet'] },
  ),
  'columnSets.save': writes<{ columnSetId: id.ColumnSetId }>().takes(
    'Save the columns of a list and their order under a name',
    z.strictObject({
      list: ColumnList,
      name: z.string().trim().min(1, 'a name').max(80),
      columns: z.array(z.string().min(1).max(80)).min(1).max(100),
    }),
  ),
  'columnSets.forget': writes<null>().takes('Forget a column set', z.strictObject({ columnSetId: id.ColumnSetId })),
};
