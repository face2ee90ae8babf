import type { Conference, Course, Session, SessionCohort } from '../courses.ts';
import { CivilDate, sayClock, sayDate, sayDay } from '../dates.ts';
import type { Table } from './table.ts';
import { clock, day, nameIn, plain, quoted } from './words.ts';

/** The program’s courses. Their ids are the keys that the policy gives them. */
export const course = {
  columns: ['id', 'number', 'title'],
  references: {},
  unique: [],
  words: {
    about: (row) => `Course ${row.number}, ${row.title}`,
    called: (row) => row.title,
    gone: 'a course no longer in the program',
    added: () => 'new',
    removed: () => 'left the program',
    fields: { number: ['number', plain], title: ['title', quoted] },
  },
} as const satisfies Table<Course>;

/** Conferences at which sessions are held. */
export const conference = {
  columns: ['id', 'name', 'startsOn', 'endsOn', 'place'],
  references: {},
  unique: [],
  words: {
    about: () => null,
    called: (row) => row.name,
    gone: 'a deleted conference',
    added: (row) => `new conference: ${row.name}, ${sayDate(row.startsOn)} to ${sayDate(row.endsOn)}`,
    removed: (row) => `conference ${row.name} undone`,
    fields: { name: ['name', quoted], startsOn: ['starts', day], endsOn: ['ends', day], place: ['place', quoted] },
  },
} as const satisfies Table<Conference>;

/** The sessions of the year’s plan. */
export const session = {
  columns: [
    'id',
    'courseId',
    'conferenceId',
    'heldOn',
    'startsAt',
    'endsAt',
    'room',
    'instructors',
    'hours',
    'capacity',
  ],
  references: { courseId: { to: 'course' }, conferenceId: { to: 'conference' } },
  unique: [],
  words: {
    about: (row, names) => names.of('course', row.courseId),
    called: (row, names) => `${names.of('course', row.courseId)}, ${sayDay(row.heldOn)}`,
    gone: 'a deleted session',
    added: (row) => `new session, ${sayDay(row.heldOn)}, ${sayClock(row.startsAt)} to ${sayClock(row.endsAt)}`,
    removed: (row) => `session of ${sayDay(row.heldOn)} taken off the schedule`,
    fields: {
      courseId: ['course', nameIn('course')],
      conferenceId: ['conference', nameIn('conference')],
      heldOn: ['day', (value) => sayDay(CivilDate.parse(value))],
      startsAt: ['begins', clock],
      endsAt: ['ends', clock],
      room: ['room', quoted],
      instructors: ['instructors', quoted],
      hours: ['hours that count', plain],
      capacity: ['capacity', plain],
    },
  },
} as const satisfies Table<Session>;

/** Which cohorts a session is held for. */
export const sessionCohort = {
  columns: ['id', 'sessionId', 'cohortId'],
  references: { sessionId: { to: 'session' }, cohortId: { to: 'cohort' } },
  unique: [
    {
      columns: ['sessionId', 'cohortId'],
      collision: 'same-row',
      taken: () => 'The session is held for this cohort already',
    },
  ],
  words: {
    about: (row, names) => names.of('session', row.sessionId),
    added: (row, names) => `held for ${names.of('cohort', row.cohortId)}`,
    removed: (row, names) => `no longer held for ${names.of('cohort', row.cohortId)}`,
    fields: {},
  },
} as const satisfies Table<SessionCohort>;
