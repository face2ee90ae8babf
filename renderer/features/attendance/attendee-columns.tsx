import { clockOf, dayOf, sayClock, sayInstant } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import type { AttendeeRow } from '../../../shared/views/attendance.ts';
import {
  type AttendeeColumn,
  attendeeColumns,
  sayCheckInMethod,
  sayCohort,
} from '../../../shared/views/attendance-sheet.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import { shownColumns } from '../../kit/data-table/choice.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { Status } from '../../kit/status.tsx';
import { presenceWord } from './presence-words.ts';
import type { AttendeeShow } from './store.ts';

/** Where the choice of columns is kept: one for the lists of all sessions. */
export const attendeesTable = 'attendees';

type Head = Omit<Column<AttendeeRow>, 'text' | 'cell' | 'key'> & { readonly key: AttendeeColumn };

const heads = [
  { key: 'name', title: 'Name', least: 170, always: true },
  { key: 'organization', title: 'School system', least: 160, mute: true },
  { key: 'cohort', title: 'Cohort', width: 124 },
  { key: 'presence', title: 'Attendance', width: 172 },
  { key: 'at', title: 'Since', width: 124, mute: true },
  { key: 'cameAt', title: 'Came late', width: 96, mute: true, hidden: true },
  { key: 'leftAt', title: 'Left early', width: 96, mute: true, hidden: true },
  { key: 'method', title: 'How', width: 124, mute: true, hidden: true },
  { key: 'badge', title: 'Badge', width: 72, mute: true, hidden: true },
] as const satisfies readonly Head[];
type Key = (typeof heads)[number]['key'];

/** The columns of a session's list. */
export function columnsOfAttendees(session: SessionRow, zone: string): readonly Column<AttendeeRow>[] {
  const texts: Readonly<Record<Key, (row: AttendeeRow) => string>> = {
    name: ({ name }) => name,
    organization: ({ organization }) => organization,
    cohort: sayCohort,
    presence: (row) => presenceWord(row, session).word,
    at: ({ at }) =>
      at === null ? '' : dayOf(at, zone) === session.heldOn ? sayClock(clockOf(at, zone)) : sayInstant(at, zone),
    cameAt: ({ presence }) => (presence.cameAt ? sayClock(presence.cameAt) : ''),
    leftAt: ({ presence }) => (presence.leftAt ? sayClock(presence.leftAt) : ''),
    method: ({ method }) => (method ? sayCheckInMethod[method] : ''),
    badge: ({ badges }) => badges.map(sayNumber).join(', '),
  };
  return heads.map((head) => {
    const column = { ...head, text: texts[head.key] };
    if (head.key !== 'presence') return column;
    return {
      ...column,
      cell: (row) => <Status of={presenceWord(row, session).key}>{presenceWord(row, session).word}</Status>,
    };
  });
}

/** The columns that a person chose for the lists of sessions, in their order: what goes out of one session or of all. */
export const attendeeColumnsShown = (): AttendeeColumn[] =>
  shownColumns<AttendeeRow>(
    attendeesTable,
    heads.map((head) => ({ ...head, text: () => '' })),
  ).flatMap(({ key }) => attendeeColumns.filter((each) => each === key));

/** Whom each part of the list shows. */
export const isShown: Readonly<Record<AttendeeShow, (row: AttendeeRow) => boolean>> = {
  everyone: () => true,
  here: ({ present }) => present,
  'not-here': ({ present, presence }) => !present && presence.standing !== 'excused',
  excused: ({ present, presence }) => !present && presence.standing === 'excused',
};
