import type { ColumnSet } from '../column-sets.ts';
import type { Table } from './table.ts';
import { quoted, unsaid } from './words.ts';

/** Which columns a list shows and exports, under a name. */
export const columnSet = {
  columns: ['id', 'name', 'list', 'columns', 'savedAt'],
  references: {},
  unique: [
    {
      columns: ['list', 'name'],
      collision: 'same-row',
      taken: ({ name }) => `Another set of columns is named “${name}”`,
    },
  ],
  words: {
    about: (row) => `Columns of the ${row.list} list, “${row.name}”`,
    added: () => 'saved',
    removed: () => 'forgotten',
    fields: { name: ['name', quoted], columns: ['columns changed', unsaid] },
  },
} as const satisfies Table<ColumnSet>;
