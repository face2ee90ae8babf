import { sayDate } from '../dates.ts';
import type { MetRequirement } from '../requirements.ts';
import type { Table } from './table.ts';
import { day, nameIn, plain, quoted } from './words.ts';

/** Requirements for graduation that were ticked off. */
export const metRequirement = {
  columns: ['id', 'participantId', 'requirementId', 'metOn', 'note'],
  references: { participantId: { to: 'participant', whenMerged: 'drops' } },
  unique: [
    {
      columns: ['participantId', 'requirementId'],
      collision: 'same-row',
      taken: () => 'The requirement is checked off already',
    },
  ],
  words: {
    about: (row, names) => names.of('participant', row.participantId),
    added: (row, names) =>
      `“${names.requirement(row.requirementId)}” done on ${sayDate(row.metOn)}${row.note ? `, “${row.note}”` : ''}`,
    removed: (row, names) => `“${names.requirement(row.requirementId)}” no longer done`,
    fields: {
      participantId: ['requirement of', nameIn('participant')],
      requirementId: ['requirement', plain],
      metOn: ['done on', day],
      note: ['note', quoted],
    },
  },
} as const satisfies Table<MetRequirement>;
