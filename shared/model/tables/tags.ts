import type { PersonTag, Tag } from '../tags.ts';
import type { Table } from './table.ts';
import { nameIn, quoted } from './words.ts';

/** The program's tags: two laptops that add the same name add one tag. */
export const tag = {
  columns: ['id', 'name'],
  references: {},
  unique: [{ columns: ['name'], collision: 'same-row', taken: ({ name }) => `Another tag is named “${name}”` }],
  words: {
    about: () => null,
    called: (row) => `“${row.name}”`,
    gone: 'a deleted tag',
    added: (row) => `tag “${row.name}” added`,
    removed: (row) => `tag “${row.name}” deleted`,
    fields: { name: ['tag', quoted] },
  },
} as const satisfies Table<Tag>;

/** Who has which tag. A merge carries them to the one who stays; a tag that both have stays once. */
export const personTag = {
  columns: ['id', 'personId', 'tagId'],
  references: { personId: { to: 'person', whenMerged: 'drops' }, tagId: { to: 'tag' } },
  unique: [{ columns: ['personId', 'tagId'], collision: 'same-row', taken: () => 'The person has this tag already' }],
  words: {
    about: (row, names) => names.of('person', row.personId),
    added: (row, names) => `tagged ${names.of('tag', row.tagId)}`,
    removed: (row, names) => `no longer tagged ${names.of('tag', row.tagId)}`,
    fields: { personId: ['tag of', nameIn('person')], tagId: ['tag', nameIn('tag')] },
  },
} as const satisfies Table<PersonTag>;
