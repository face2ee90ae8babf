import type { SavedMapping } from '../imports.ts';
import type { Table } from './table.ts';
import { quoted, unsaid } from './words.ts';

/** What the columns of a spreadsheet were taken for, under a name. */
export const savedMapping = {
  columns: ['id', 'name', 'kind', 'shapes', 'savedAt'],
  references: {},
  unique: [
    {
      columns: ['kind', 'name'],
      collision: 'same-row',
      taken: ({ name }) => `Other columns are saved under the name “${name}”`,
    },
  ],
  words: {
    about: (row) => `Columns of ${row.kind}, “${row.name}”`,
    added: () => 'saved',
    removed: () => 'forgotten',
    fields: { name: ['name', quoted], shapes: ['columns changed', unsaid] },
  },
} as const satisfies Table<SavedMapping>;
