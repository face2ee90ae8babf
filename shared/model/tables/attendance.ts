import type { AttendanceEvent } from '../attendance.ts';
import { sayClock } from '../dates.ts';
import type { Table } from './table.ts';
import { nameIn, type RowNames } from './words.ts';

/** What happened at a session. Events are never changed: another one annuls them. */
export const attendanceEvent = {
  columns: ['id', 'sessionId', 'kind', 'personId', 'code', 'method', 'at', 'annulsId', 'reason', 'clock', 'hours'],
  references: {
    sessionId: { to: 'session' },
    personId: { to: 'person', whenMerged: 'moves' },
    annulsId: { to: 'attendanceEvent' },
  },
  unique: [],
  words: {
    about: (row, names) => (row.personId === null ? null : names.of('person', row.personId)),
    added: (row, names) => `${sayEvent(row, names)}${row.reason ? `, “${row.reason}”` : ''}`,
    removed: (row, names) =>
      row.kind === 'annulment'
        ? `what was undone at ${names.of('session', row.sessionId)} counts again`
        : `${sayEvent(row, names)}: undone`,
    fields: { personId: ['person', nameIn('person')] },
  },
} as const satisfies Table<AttendanceEvent>;

/** What happened at a session: `checked in to Law on Jun 3`, `came late to Law on Jun 3, at 9:30 AM`. */
function sayEvent(row: AttendanceEvent, names: RowNames): string {
  const session = names.of('session', row.sessionId);
  switch (row.kind) {
    case 'check-in': {
      if (row.personId !== null) return `checked in to ${session}`;
      const walkIn = names.walkIn(row.code);
      return walkIn === null
        ? `code “${row.code ?? ''}” kept at ${session}`
        : `walk-in ${walkIn}, checked in to ${session}`;
    }
    case 'late':
      return `came late to ${session}${row.clock === null ? '' : `, at ${sayClock(row.clock)}`}`;
    case 'left':
      return `left ${session} early${row.clock === null ? '' : `, at ${sayClock(row.clock)}`}`;
    case 'hours':
      return `${row.hours} hours of ${session} count`;
    case 'excused':
      return `excused from ${session}`;
    case 'annulment':
      return `an entry at ${session} undone`;
  }
}
