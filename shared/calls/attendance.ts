import { z } from 'zod';
import { reads, writes } from '../call.ts';
import { CheckInMethod } from '../model/attendance.ts';
import * as id from '../model/ids.ts';
import type { CheckInAnswer, CheckInMatch, SessionView } from '../views/attendance.ts';
import type { SessionRow } from '../views/cohorts.ts';
import { many, reason } from './inputs.ts';

/** The calls about sessions and the door; shared/api.ts has them with all others. */
export const attendanceCalls = {
  'attendance.sessions': reads<readonly SessionRow[]>().takes(
    'Every session with who was expected and who came',
    z.strictObject({ cohortId: id.CohortId.nullable().default(null) }),
  ),
  'attendance.session': reads<SessionView>().takes(
    'One session: everyone expected and the last check-ins',
    z.strictObject({ sessionId: id.SessionId, people: z.boolean().default(true) }),
  ),
  'attendance.find': reads<readonly CheckInMatch[]>().takes(
    'Whom three letters, an e-mail address or a code may mean',
    z.strictObject({ sessionId: id.SessionId, text: z.string().max(200), limit: z.int().min(1).max(50).default(6) }),
  ),
  'attendance.checkIn': writes<CheckInAnswer>().takes(
    'Check a person in, or keep a code that nobody has',
    z.strictObject({
      sessionId: id.SessionId,
      personId: id.PersonId.nullable().default(null),
      code: z.string().trim().min(1).max(200).nullable().default(null),
      method: CheckInMethod,
      confirmed: z.boolean().default(false),
      /** A code that was kept and turns out to be this person's. */
      keptEventId: id.AttendanceEventId.nullable().default(null),
    }),
  ),
  'attendance.mark': writes<{ marked: number }>().takes(
    'Mark several people present from a sign-in sheet',
    z.strictObject({ sessionId: id.SessionId, personIds: many(id.PersonId) }),
  ),
  'attendance.annul': writes<null>().takes(
    'Take a check-in back, with a reason',
    z.strictObject({ eventId: id.AttendanceEventId, reason }),
  ),
};
