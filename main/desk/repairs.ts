import type { Workbench } from '../call/handler.ts';
import type { WritableDatabase } from '../database/handles.ts';
import { rebuildSearch } from '../log/rebuild-search.ts';
import { restoreRows } from '../log/restore-rows.ts';
import type { Turns } from './turns.ts';
import type { Work } from './works.ts';

/** What puts a database right that another program changed, each in its turn; `restored` hears of rows that changed. */
export const repairs = (
  writer: WritableDatabase,
  turns: Turns,
  { signal, report }: Work,
  restored: () => void,
): Pick<Workbench, 'rebuildSearch' | 'restoreRows'> => ({
  rebuildSearch: () => turns.take(() => rebuildSearch(writer)),
  restoreRows: async (label, find) => {
    const progress = { signal, onProgress: (fraction: number) => report(label, fraction) };
    const result = await turns.take(() => restoreRows(writer, find, progress));
    if (result.ok) restored();
    return result;
  },
});
