import { sayDate } from '../dates.ts';
import { sayNumber } from '../devices.ts';
import type { PolicyVersion } from '../program.ts';
import type { Table } from './table.ts';
import { day, quoted } from './words.ts';

/** The versions of the program’s policy. */
export const policyVersion = {
  columns: ['id', 'number', 'effectiveOn', 'document', 'note', 'adoptedAt', 'designId'],
  references: { designId: { to: 'certificateDesign' } },
  unique: [
    {
      columns: ['number'],
      collision: 'cannot-happen',
      taken: ({ number }) => `The policy has another version ${sayNumber(number)}`,
    },
  ],
  numbered: { column: 'number', as: 'counted' },
  words: {
    about: () => null,
    added: (row) => `version ${sayNumber(row.number)} of the policy, from ${sayDate(row.effectiveOn)}: ${row.note}`,
    removed: (row) => `version ${sayNumber(row.number)} of the policy undone`,
    fields: { effectiveOn: ['in effect from', day], note: ['note', quoted] },
  },
} as const satisfies Table<PolicyVersion>;
