import type { MergedPerson, NotSamePerson } from '../duplicates.ts';
import type { Table } from './table.ts';
import { nameIn } from './words.ts';

/** Pairs of people whom a lead found to be two; `personA` has the lower id. */
export const notSamePerson = {
  columns: ['id', 'personA', 'personB'],
  references: { personA: { to: 'person', whenMerged: 'unites' }, personB: { to: 'person', whenMerged: 'unites' } },
  unique: [
    { columns: ['personA', 'personB'], collision: 'same-row', taken: () => 'The two are marked as two people already' },
  ],
  together: [['personA', 'personB']],
  pair: ['personA', 'personB'],
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

/** Signposts: where whatever is still said of someone who was merged into another goes. The id is the one of who went. */
export const mergedPerson = {
  columns: ['id', 'keptId'],
  references: { keptId: { to: 'person', whenMerged: 'moves' } },
  unique: [],
  words: {
    about: (row, names) => names.of('person', row.keptId),
    added: () => 'has the records of another who was the same person',
    removed: () => 'no longer has the other’s records',
    fields: { keptId: ['who stays:', nameIn('person')] },
  },
} as const satisfies Table<MergedPerson>;
