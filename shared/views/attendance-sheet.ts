import type { CheckInMethod } from '../model/attendance.ts';
import type { TableColumn } from '../model/roster.ts';
import type { AttendeeRow } from './attendance.ts';
import type { SessionRow } from './cohorts.ts';

export const attendeeColumns = [
  'name',
  'organization',
  'cohort',
  'presence',
  'at',
  'method',
  'cameAt',
  'leftAt',
  'hours',
  'ofHours',
  'reason',
  'badge',
] as const;
export type AttendeeColumn = (typeof attendeeColumns)[number];

/** Every column of a session's list on paper; those that the screen has too are called as they are there. */
export const attendeeTable: readonly TableColumn<AttendeeColumn>[] = [
  { key: 'name', title: 'Name', kind: 'text' },
  { key: 'organization', title: 'School system', kind: 'text' },
  { key: 'cohort', title: 'Cohort', kind: 'text' },
  { key: 'presence', title: 'Attendance', kind: 'text' },
  { key: 'at', title: 'Since', kind: 'instant' },
  { key: 'method', title: 'How', kind: 'text' },
  { key: 'cameAt', title: 'Came late', kind: 'clock' },
  { key: 'leftAt', title: 'Left early', kind: 'clock' },
  { key: 'hours', title: 'Hours', kind: 'number' },
  { key: 'ofHours', title: 'Of hours', kind: 'number' },
  { key: 'reason', title: 'Reason', kind: 'text' },
  { key: 'badge', title: 'Badge', kind: 'number' },
];

/** The columns that an exported list has until someone chooses others. */
export const usualAttendeeColumns: readonly AttendeeColumn[] = [
  'name',
  'organization',
  'cohort',
  'presence',
  'at',
  'hours',
];

const sessionColumns = ['day', 'course', 'startsAt', 'endsAt', 'room'] as const;
export type SessionColumn = (typeof sessionColumns)[number];

/** What stands before an attendee's columns where the sessions of a whole year are on one list. */
export const sessionTable: readonly TableColumn<SessionColumn>[] = [
  { key: 'day', title: 'Day', kind: 'date' },
  { key: 'course', title: 'Course', kind: 'text' },
  { key: 'startsAt', title: 'Begins', kind: 'clock' },
  { key: 'endsAt', title: 'Ends', kind: 'clock' },
  { key: 'room', title: 'Room', kind: 'text' },
];

/** Hours as people count them: no digits of a third. */
export const inHundredths = (hours: number): number => Math.round(hours * 100) / 100;

/** How someone stands at a session, in the tense of its day. */
export function sayAttendance({ presence }: Pick<AttendeeRow, 'presence'>, { when }: Pick<SessionRow, 'when'>): string {
  switch (presence.standing) {
    case 'present':
      return when === 'today' ? 'Here' : 'Attended';
    case 'partly':
      return `Partly ${inHundredths(presence.hours)} of ${inHundredths(presence.ofHours)} h`;
    case 'excused':
      return 'Excused';
    case 'not-in':
      return when === 'past' ? 'Missed' : 'Not here yet';
  }
}

/** How a check-in came about. */
export const sayCheckInMethod: Readonly<Record<CheckInMethod, string>> = {
  typed: 'By name',
  scanned: 'Scanned',
  camera: 'By camera',
  kiosk: 'By themselves',
  sheet: 'Sign-in sheet',
  log: 'From a log',
};

/** The cohort of someone at a session, and what brings them there who are of another one. */
export function sayCohort({ cohort, expected, makesUp }: Pick<AttendeeRow, 'cohort' | 'expected' | 'makesUp'>): string {
  if (makesUp) return `${cohort}, makes up`;
  if (expected) return cohort;
  return cohort === '' ? 'in no cohort' : `${cohort}, guest`;
}
