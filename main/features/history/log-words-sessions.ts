import { CivilDate, sayClock, sayDate, sayDay } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import type { Tables } from '../../../shared/model/tables.ts';
import type { LogNames } from './log-names.ts';
import { clock, day, type LogWords, participant, person, plain, quoted, unsaid } from './log-said.ts';

type SessionTable = 'conference' | 'session' | 'sessionCohort' | 'attendanceEvent' | 'badge' | 'makeUp' | 'columnSet';

/** How the log reads for the year, the door and what is made up. */
export const sessionWords: { readonly [Name in SessionTable]: LogWords<Tables[Name]> } = {
  conference: {
    about: () => null,
    added: (row) => `new conference: ${row.name}, ${sayDate(row.startsOn)} to ${sayDate(row.endsOn)}`,
    removed: (row) => `conference ${row.name} taken back`,
    fields: { name: ['name', quoted], startsOn: ['starts', day], endsOn: ['ends', day], place: ['place', quoted] },
  },
  session: {
    about: (row, names) => names.course(row.courseId),
    added: (row) => `new session, ${sayDay(row.heldOn)}, ${sayClock(row.startsAt)} to ${sayClock(row.endsAt)}`,
    removed: (row) => `session of ${sayDay(row.heldOn)} taken off the plan`,
    fields: {
      courseId: ['course', (value, names) => names.course(value)],
      conferenceId: ['conference', (value, names) => names.conference(value)],
      heldOn: ['day', (value) => sayDay(CivilDate.parse(value))],
      startsAt: ['begins', clock],
      endsAt: ['ends', clock],
      room: ['room', quoted],
      instructors: ['instructors', quoted],
      hours: ['hours that count', plain],
      capacity: ['room for', plain],
    },
  },
  sessionCohort: {
    about: (row, names) => names.session(row.sessionId),
    added: (row, names) => `held for ${names.cohort(row.cohortId)}`,
    removed: (row, names) => `no longer held for ${names.cohort(row.cohortId)}`,
    fields: {},
  },
  attendanceEvent: {
    about: (row, names) => (row.personId === null ? null : names.person(row.personId)),
    added: (row, names) => `${sayEvent(row, names)}${row.reason ? `, “${row.reason}”` : ''}`,
    removed: (row, names) =>
      row.kind === 'annulment'
        ? `what was taken back at ${names.session(row.sessionId)} stands again`
        : `${sayEvent(row, names)}: undone`,
    fields: { personId: ['person', person] },
  },
  badge: {
    about: (row, names) => row.name ?? names.person(row.personId),
    added: (row) => `badge ${sayNumber(row.number)}${row.personId === null ? ', as a walk-in' : ''}`,
    removed: (row) => `badge ${sayNumber(row.number)} taken back`,
    fields: {
      personId: ['the badge is of', person],
      number: ['badge', plain],
      name: ['name on the badge', quoted],
      organization: ['school system on the badge', quoted],
    },
  },
  makeUp: {
    about: (row, names) => names.participant(row.participantId),
    added: (row, names) => `makes up ${names.session(row.sessionId)}${row.note ? `, “${row.note}”` : ''}`,
    removed: (row, names) => `no longer makes up ${names.session(row.sessionId)}`,
    fields: {
      participantId: ['make-up of', participant],
      sessionId: ['makes up', (value, names) => names.session(value)],
    },
  },
  columnSet: {
    about: (row) => `Columns of the ${row.list} list, “${row.name}”`,
    added: () => 'saved',
    removed: () => 'forgotten',
    fields: { name: ['name', quoted], columns: ['columns changed', unsaid] },
  },
};

/** What happened at a session: `checked in to Law on Jun 3`, `came late to Law on Jun 3, at 9:30 a`. */
function sayEvent(row: Tables['attendanceEvent'], names: LogNames): string {
  const session = names.session(row.sessionId);
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
      return `an entry at ${session} taken back`;
  }
}
