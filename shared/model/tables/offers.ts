import { CivilDate, sayDay } from '../dates.ts';
import type { SeatOffer } from '../offers.ts';
import type { Table } from './table.ts';
import { day, nameIn, plain } from './words.ts';

/** Seats offered to people on the waiting list. */
export const seatOffer = {
  columns: ['id', 'applicationId', 'offeredOn', 'replyBy', 'overruleReason', 'answer', 'answeredOn'],
  references: { applicationId: { to: 'application', whenMerged: 'moves' } },
  unique: [],
  together: [['answer', 'answeredOn']],
  words: {
    about: (row, names) => names.of('application', row.applicationId),
    added: (row) =>
      `seat offered until ${sayDay(row.replyBy)}${row.overruleReason ? `, out of order: “${row.overruleReason}”` : ''}`,
    removed: (row) => `offer of the seat until ${sayDay(row.replyBy)} undone`,
    fields: {
      applicationId: ['offer to', nameIn('application')],
      replyBy: ['may answer until', (value) => sayDay(CivilDate.parse(value))],
      answer: ['offer of the seat', plain],
      answeredOn: ['answered', day],
    },
  },
} as const satisfies Table<SeatOffer>;
