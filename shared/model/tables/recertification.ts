import { sayDate } from '../dates.ts';
import type { RecertificationDue, RecertificationDueChange, RecertificationReceipt } from '../recertification.ts';
import type { Table } from './table.ts';
import { day, nameIn, quoted } from './words.ts';

/** When a graduate’s documents are due, by cycle. */
export const recertificationDue = {
  columns: ['id', 'participantId', 'cycle', 'dueOn', 'remark'],
  references: { participantId: { to: 'participant', whenMerged: 'unites' } },
  unique: [
    {
      columns: ['participantId', 'cycle'],
      collision: 'same-row',
      taken: ({ cycle }) => `The graduate has other documents due in cycle ${cycle}`,
    },
  ],
  keepsFirst: ['dueOn'],
  words: {
    about: (row, names) => names.of('participant', row.participantId),
    gone: 'someone no longer on record',
    added: (row) => `documents due ${sayDate(row.dueOn)}${row.remark ? `, “${row.remark}”` : ''}`,
    removed: (row) => `due date ${sayDate(row.dueOn)} undone`,
    fields: {
      participantId: ['documents of', nameIn('participant')],
      dueOn: ['documents due', day],
      remark: ['remark', quoted],
    },
  },
} as const satisfies Table<RecertificationDue>;

/** Due dates that were changed, with the date that held before. */
export const recertificationDueChange = {
  columns: ['id', 'dueId', 'fromOn', 'wasDueOn', 'reason'],
  references: { dueId: { to: 'recertificationDue', whenMerged: 'moves' } },
  unique: [],
  words: {
    about: (row, names) => names.of('recertificationDue', row.dueId),
    added: (row) =>
      `due date changed on ${sayDate(row.fromOn)}; it was ${sayDate(row.wasDueOn)}${row.reason ? `: “${row.reason}”` : ''}`,
    removed: (row) => `change of the due date on ${sayDate(row.fromOn)} undone`,
    fields: {
      dueId: ['documents of', nameIn('recertificationDue')],
      fromOn: ['changed on', day],
      wasDueOn: ['due before', day],
      reason: ['reason', quoted],
    },
  },
} as const satisfies Table<RecertificationDueChange>;

/** Documents that came in. */
export const recertificationReceipt = {
  columns: ['id', 'dueId', 'receivedOn', 'note'],
  references: { dueId: { to: 'recertificationDue', whenMerged: 'moves' } },
  unique: [],
  words: {
    about: (row, names) => names.of('recertificationDue', row.dueId),
    added: (row) => `documents received ${sayDate(row.receivedOn)}${row.note ? `, “${row.note}”` : ''}`,
    removed: (row) => `receipt of ${sayDate(row.receivedOn)} undone`,
    fields: {
      dueId: ['documents of', nameIn('recertificationDue')],
      receivedOn: ['documents received', day],
      note: ['note', quoted],
    },
  },
} as const satisfies Table<RecertificationReceipt>;
