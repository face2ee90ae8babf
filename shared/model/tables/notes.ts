import type { Note } from '../notes.ts';
import type { Table } from './table.ts';
import { nameIn, quoted } from './words.ts';

/** How much of a note the history repeats. */
const mostQuoted = 80;

const shortened = (text: string): string =>
  text.length > mostQuoted ? `${text.slice(0, mostQuoted).trimEnd()}…` : text;

/** What leads wrote down about people, cohorts, and sessions. A merge carries a person's notes to the one who stays. */
export const note = {
  columns: ['id', 'personId', 'cohortId', 'sessionId', 'text', 'writtenAt'],
  references: {
    personId: { to: 'person', whenMerged: 'moves' },
    cohortId: { to: 'cohort' },
    sessionId: { to: 'session' },
  },
  unique: [],
  words: {
    about: (row, names) => {
      if (row.personId !== null) return names.of('person', row.personId);
      if (row.cohortId !== null) return names.of('cohort', row.cohortId);
      return names.of('session', row.sessionId);
    },
    added: (row) => `note “${shortened(row.text)}”`,
    removed: (row) => `note “${shortened(row.text)}” deleted`,
    fields: {
      personId: ['note moved to', nameIn('person')],
      text: ['note', (value, names) => quoted(shortened(String(value)), names)],
    },
  },
} as const satisfies Table<Note>;
