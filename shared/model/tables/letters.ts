import { type Letter, type LetterTemplate, sayChannel, sayTheLetter } from '../letters.ts';
import type { Table } from './table.ts';
import { nameIn, quoted, unsaid } from './words.ts';

/** The text of a letter, where the leads changed them. */
export const letterTemplate = {
  columns: ['id', 'kind', 'subject', 'body', 'changedAt'],
  references: {},
  unique: [{ columns: ['kind'], collision: 'same-row', taken: () => 'The text of this letter was changed again' }],
  words: {
    about: (row) => `The text of ${sayTheLetter(row.kind)}`,
    added: (row) => `changed, “${row.subject}”`,
    removed: () => 'restored to the built-in text',
    fields: { subject: ['subject', quoted], body: ['words changed', unsaid] },
  },
} as const satisfies Table<LetterTemplate>;

/** Letters that were written. */
export const letter = {
  columns: ['id', 'kind', 'personId', 'cohortId', 'occasion', 'subject', 'body', 'writtenAt', 'channel', 'file'],
  references: { personId: { to: 'person', whenMerged: 'moves' }, cohortId: { to: 'cohort' } },
  unique: [],
  words: {
    about: (row, names) => names.of('person', row.personId),
    added: (row, names) =>
      `${sayTheLetter(row.kind)} for ${names.of('cohort', row.cohortId)} written as a ${sayChannel[row.channel]}`,
    removed: (row) =>
      `${sayTheLetter(row.kind)} counts as not written; the file “${row.file}” stays where it is and may have been sent`,
    fields: { personId: ['letter to', nameIn('person')] },
  },
} as const satisfies Table<Letter>;
