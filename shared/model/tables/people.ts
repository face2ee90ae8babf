import { type Organization, type Person, sayName } from '../people.ts';
import type { Table } from './table.ts';
import { nameIn, phone, plain, quoted } from './words.ts';

/** School systems and other employers. */
export const organization = {
  columns: ['id', 'name', 'kind'],
  references: {},
  unique: [],
  words: {
    about: (row) => row.name,
    gone: 'a deleted school system',
    added: (row) => (row.kind === 'school-system' ? 'new school system' : 'new employer'),
    removed: () => 'removed from the list',
    fields: { name: ['name', quoted], kind: ['kind', plain] },
  },
} as const satisfies Table<Organization>;

/** Everyone in the database. */
export const person = {
  columns: ['id', 'givenName', 'familyName', 'certificateName', 'email', 'phone', 'jobTitle', 'organizationId'],
  references: { organizationId: { to: 'organization' } },
  unique: [],
  words: {
    about: (row) => sayName(row),
    gone: 'someone no longer on record',
    added: () => 'new here',
    removed: () => 'removed',
    fields: {
      givenName: ['first name', plain],
      familyName: ['last name', plain],
      certificateName: ['name for the certificate', quoted],
      email: ['e-mail', plain],
      phone: ['phone', phone],
      jobTitle: ['job title', quoted],
      organizationId: ['school system', nameIn('organization')],
    },
  },
} as const satisfies Table<Person>;
