import type { Certificate } from '../graduates.ts';
import type { Table } from './table.ts';
import { day, nameIn, plain, quoted } from './words.ts';

/** Certificates. Their numbers say which laptop gave them. */
export const certificate = {
  columns: [
    'id',
    'participantId',
    'number',
    'name',
    'issuedOn',
    'policyVersionId',
    'overruleReason',
    'decision',
    'paper',
    'follows',
    'designId',
  ],
  references: {
    participantId: { to: 'participant', whenMerged: 'refuses' },
    policyVersionId: { to: 'policyVersion' },
    designId: { to: 'certificateDesign' },
  },
  unique: [
    {
      columns: ['number'],
      collision: 'cannot-happen',
      taken: ({ number }) => `Another certificate has the number ${number}`,
    },
    {
      columns: ['participantId', 'follows'],
      collision: 'same-row',
      taken: () => 'The graduate has another certificate for the same graduation',
    },
  ],
  keepsFirst: ['number', 'name', 'issuedOn', 'policyVersionId', 'overruleReason', 'decision', 'paper', 'designId'],
  numbered: { column: 'number', as: 'printed' },
  words: {
    about: (row, names) => names.of('participant', row.participantId),
    added: (row) =>
      `certificate ${row.number} issued to ${row.name}${row.overruleReason ? `, overruling the rule: “${row.overruleReason}”` : ''}`,
    removed: (row) => `certificate ${row.number} undone`,
    fields: {
      participantId: ['certificate of', nameIn('participant')],
      name: ['name on the certificate', quoted],
      number: ['number', plain],
      issuedOn: ['issued', day],
    },
  },
} as const satisfies Table<Certificate>;
