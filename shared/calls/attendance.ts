import { z } from 'zod';
import { reads, writes } from '../call.ts';
import { CheckInMethod, MomentDoubt } from '../model/attendance.ts';
import { ClockTime } from '../model/dates.ts';
import * as id from '../model/ids.ts';
import { MailAddress } from '../model/mail-address.ts';
import type {
  AttendanceNote,
  CheckInAnswer,
  CheckInMatch,
  SessionsAnswer,
  SessionView,
  WalkInRow,
} from '../views/attendance.ts';
import type { SessionOnPlan } from '../views/cohorts.ts';
import { Slice } from '../views/page.ts';
import { many, name, reason } from './inputs.ts';

const code = z.string().trim().min(1).max(200);

/** Doubts about the day or the clock that a lead has dispelled at this session already. */
const granted = z.array(MomentDoubt).max(3).default([]);

/** What a lead notes of people at a session beside their coming. */
const Shade = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('late'), clock: ClockTime }),
  z.strictObject({ kind: z.literal('left'), clock: ClockTime }),
  z.strictObject({ kind: z.literal('hours'), hours: z.number().min(0).max(24), reason }),
  z.strictObject({ kind: z.literal('excused'), reason }),
]);

/** The calls about sessions and the door; shared/api.ts has them with all others. */
export const attendanceCalls = {
  'attendance.sessions': reads<readonly SessionOnPlan[]>().takes(
    'Every session in the order in which they are held, with how many it expects',
    z.strictObject({ cohortId: id.CohortId.nullable().default(null) }),
    { from: ['course', 'cohort', 'participant', 'conference', 'session', 'sessionCohort', 'makeUp'] },
  ),
  'attendance.list': reads<SessionsAnswer>().takes(
    'Sessions with how many were expected and came: what is on today, what comes, then what was, the latest first',
    z.strictObject({ offset: Slice.offset, limit: Slice.limit }),
    {
      from: ['course', 'cohort', 'participant', 'conference', 'session', 'sessionCohort', 'attendanceEvent', 'makeUp'],
    },
  ),
  'attendance.session': reads<SessionView>().takes(
    'One session: everyone expected and the last check-ins',
    z.strictObject({ sessionId: id.SessionId, people: z.boolean().default(true) }),
    {
      from: [
        'course',
        'organization',
        'person',
        'cohort',
        'participant',
        'conference',
        'session',
        'sessionCohort',
        'attendanceEvent',
        'badge',
        'makeUp',
      ],
    },
  ),
  'attendance.notes': reads<readonly AttendanceNote[]>().takes(
    'Everything recorded for one person at a session, and what was undone, newest first',
    z.strictObject({ sessionId: id.SessionId, personId: id.PersonId }),
    { from: ['attendanceEvent'] },
  ),
  'attendance.find': reads<readonly CheckInMatch[]>().takes(
    'Whom three letters, an e-mail address, a badge number or a code may mean',
    z.strictObject({ sessionId: id.SessionId, text: z.string().max(200), limit: z.int().min(1).max(50).default(6) }),
    {
      from: ['organization', 'person', 'cohort', 'participant', 'sessionCohort', 'attendanceEvent', 'badge', 'makeUp'],
    },
  ),
  'attendance.walkIns': reads<readonly WalkInRow[]>().takes(
    'Walk-ins and kept codes that no one has matched to a person',
    z.strictObject({ sessionId: id.SessionId.nullable().default(null) }),
    { from: ['course', 'session', 'attendanceEvent', 'badge'] },
  ),
  'attendance.checkIn': writes<CheckInAnswer>().takes(
    'Check a person in, or keep a code that no one has',
    z.strictObject({
      sessionId: id.SessionId,
      personId: id.PersonId.nullable().default(null),
      code: code.nullable().default(null),
      method: CheckInMethod,
      confirmed: z.boolean().default(false),
      granted,
      /** A code that was kept and turns out to be this person's. */
      keptEventId: id.AttendanceEventId.nullable().default(null),
    }),
  ),
  'attendance.walkIn': writes<CheckInAnswer>().takes(
    'Check someone in who is not known yet, with a name badge',
    z.strictObject({
      sessionId: id.SessionId,
      name,
      organization: z.string().trim().max(200).default(''),
      /** The code of a blank badge that the person wears; null: a new number is given. */
      code: code.nullable().default(null),
      granted,
    }),
  ),
  'attendance.match': writes<{ sessions: number }>().takes(
    'Match a walk-in or a saved code to a person, at every session',
    z.strictObject({
      code,
      who: z.discriminatedUnion('is', [
        z.strictObject({ is: z.literal('known'), personId: id.PersonId }),
        z.strictObject({
          is: z.literal('new'),
          givenName: z.string().trim().max(200),
          familyName: name,
          organization: z.string().trim().max(200).default(''),
          email: MailAddress.nullable().default(null),
        }),
      ]),
    }),
  ),
  'attendance.mark': writes<{ marked: number }>().takes(
    'Mark several people present from a sign-in sheet',
    z.strictObject({ sessionId: id.SessionId, personIds: many(id.PersonId) }),
  ),
  'attendance.note': writes<{ noted: number }>().takes(
    'Record that people came late, left early or are excused, or how many hours count',
    z.strictObject({ sessionId: id.SessionId, personIds: many(id.PersonId), what: Shade }),
  ),
  'attendance.annul': writes<null>().takes(
    'Undo a check-in or another entry, with a reason',
    z.strictObject({ eventId: id.AttendanceEventId, reason }),
  ),
  'attendance.takeBack': writes<{ takenBack: number }>().takes(
    'Clear everything recorded for several people at a session, with a reason',
    z.strictObject({ sessionId: id.SessionId, personIds: many(id.PersonId), reason }),
  ),
};
