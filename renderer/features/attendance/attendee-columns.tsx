import { clockOf, dayOf, sayClock, sayInstant } from '../../../shared/model/dates.ts';
import type { AttendeeRow } from '../../../shared/views/attendance.ts';
import { sayCohort, sayMethod } from '../../../shared/views/attendance-sheet.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import type { Column } from '../../components/data-table/column.ts';
import { Status } from '../../components/status.tsx';
import { presenceWord } from './presence-words.ts';
import type { AttendeeShow } from './store.ts';

/** The columns of a session's list. */
export const columnsFor = (session: SessionRow, zone: string): readonly Column<AttendeeRow>[] => [
  { key: 'name', title: 'Name', least: 170, always: true, text: ({ name }) => name },
  { key: 'organization', title: 'School system', least: 160, mute: true, text: ({ organization }) => organization },
  { key: 'cohort', title: 'Cohort', width: 124, text: sayCohort },
  {
    key: 'presence',
    title: 'Attendance',
    width: 172,
    text: (row) => presenceWord(row, session).word,
    cell: (row) => <Status of={presenceWord(row, session).key}>{presenceWord(row, session).word}</Status>,
  },
  {
    key: 'at',
    title: 'Since',
    width: 124,
    mute: true,
    text: ({ at }) =>
      at === null ? '' : dayOf(at, zone) === session.heldOn ? sayClock(clockOf(at, zone)) : sayInstant(at, zone),
  },
  {
    key: 'cameAt',
    title: 'Came late',
    width: 96,
    mute: true,
    hidden: true,
    text: ({ presence }) => (presence.cameAt ? sayClock(presence.cameAt) : ''),
  },
  {
    key: 'leftAt',
    title: 'Left early',
    width: 96,
    mute: true,
    hidden: true,
    text: ({ presence }) => (presence.leftAt ? sayClock(presence.leftAt) : ''),
  },
  {
    key: 'method',
    title: 'How',
    width: 124,
    mute: true,
    hidden: true,
    text: ({ method }) => (method ? sayMethod[method] : ''),
  },
];

/** Whom each part of the list shows. */
export const isShown: Readonly<Record<AttendeeShow, (row: AttendeeRow) => boolean>> = {
  everyone: () => true,
  here: ({ present }) => present,
  'not-here': ({ present, presence }) => !present && presence.standing !== 'excused',
  excused: ({ present, presence }) => !present && presence.standing === 'excused',
};
