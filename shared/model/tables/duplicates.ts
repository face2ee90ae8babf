import type { NotSamePerson } from '../duplicates.ts';
import type { Table } from './table.ts';
import { nameIn } from './words.ts';

/** Pairs of people whom a lead found to be two; `personA` has the lower id. */
export const notSamePerson = {
  columns: ['id', 'personA', 'personB'],
  references: { personA: { to: 'person', whenMerged: 'unites' }, personB: { to: 'person', whenMerged: 'unites' } },
  unique: [
    { columns: ['personA', 'personB'], collision: 'same-row', taken: () => 'The two are marked as two people already' },
  ],
  words: {
    about: (row, names) => names.of('person', row.personA),
    added: (row, names) => `not the same person as ${names.of('person', row.personB)}`,
    removed: (row, names) => `may be the same person as ${names.of('person', row.personB)} after all`,
    fields: {
      personA: ['not the same person:', nameIn('person')],
      personB: ['not the same person as', nameIn('person')],
    },
  },
} as const satisfies Table<NotSamePerson>;
