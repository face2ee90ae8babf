import type { ImportNote } from '../import-notes.ts';
import type { Table } from './table.ts';
import { moment, quoted } from './words.ts';

/** What imports could not take as it was typed, until someone corrects it. */
export const importNote = {
  columns: ['id', 'personId', 'applicationId', 'participantId', 'field', 'sentence', 'value', 'settledAt'],
  references: {
    personId: { to: 'person', whenMerged: 'moves' },
    applicationId: { to: 'application', whenMerged: 'moves' },
    participantId: { to: 'participant', whenMerged: 'moves' },
  },
  unique: [],
  words: {
    about: (row, names) => names.of('person', row.personId),
    added: (row) => `to be looked at: ${row.sentence}`,
    removed: (row) => `no longer to be looked at: ${row.sentence}`,
    fields: { settledAt: ['looked at on', moment], sentence: ['note', quoted] },
  },
} as const satisfies Table<ImportNote>;
