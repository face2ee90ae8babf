import type { Badge } from '../badges.ts';
import { sayNumber } from '../devices.ts';
import type { Table } from './table.ts';
import { nameIn, plain, quoted } from './words.ts';

/** Name badges, of people and of walk-ins. Their codes are long and random. */
export const badge = {
  columns: ['id', 'number', 'code', 'personId', 'name', 'organization', 'issuedAt'],
  references: { personId: { to: 'person', whenMerged: 'moves' } },
  unique: [
    { columns: ['code'], collision: 'cannot-happen', taken: ({ code }) => `Another badge has the code ${code}` },
  ],
  together: [['personId', 'name']],
  numbered: { column: 'number', as: 'counted' },
  words: {
    about: (row, names) => row.name ?? names.of('person', row.personId),
    added: (row) => `badge ${sayNumber(row.number)}${row.personId === null ? ', as a walk-in' : ''}`,
    removed: (row) => `badge ${sayNumber(row.number)} undone`,
    fields: {
      personId: ['the badge is of', nameIn('person')],
      number: ['badge', plain],
      name: ['name on the badge', quoted],
      organization: ['school system on the badge', quoted],
    },
  },
} as const satisfies Table<Badge>;
