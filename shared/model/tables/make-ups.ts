import type { MakeUp } from '../make-ups.ts';
import type { Table } from './table.ts';
import { nameIn } from './words.ts';

/** Courses that participants make up in another cohort’s session. */
export const makeUp = {
  columns: ['id', 'participantId', 'courseId', 'sessionId', 'assignedAt', 'note'],
  references: {
    participantId: { to: 'participant', whenMerged: 'drops' },
    courseId: { to: 'course' },
    sessionId: { to: 'session' },
  },
  unique: [
    {
      columns: ['participantId', 'sessionId'],
      collision: 'same-row',
      taken: () => 'The participant makes the course up in this session already',
    },
  ],
  words: {
    about: (row, names) => names.of('participant', row.participantId),
    added: (row, names) => `makes up ${names.of('session', row.sessionId)}${row.note ? `, “${row.note}”` : ''}`,
    removed: (row, names) => `no longer makes up ${names.of('session', row.sessionId)}`,
    fields: {
      participantId: ['make-up of', nameIn('participant')],
      sessionId: ['makes up', nameIn('session')],
    },
  },
} as const satisfies Table<MakeUp>;
