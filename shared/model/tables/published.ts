import type { Unlisted } from '../published.ts';
import type { Table } from './table.ts';
import { nameIn, quoted } from './words.ts';

/** People who are left off the published list of graduates. */
export const unlisted = {
  columns: ['id', 'personId', 'reason'],
  references: { personId: { to: 'person', whenMerged: 'drops' } },
  unique: [
    {
      columns: ['personId'],
      collision: 'same-row',
      taken: () => 'The person is left off the published list already',
    },
  ],
  words: {
    about: (row, names) => names.of('person', row.personId),
    added: (row) => `left off the published list of graduates${row.reason ? `: “${row.reason}”` : ''}`,
    removed: () => 'no longer left off the published list of graduates',
    fields: { personId: ['left off', nameIn('person')], reason: ['reason', quoted] },
  },
} as const satisfies Table<Unlisted>;
