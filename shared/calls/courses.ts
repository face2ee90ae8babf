import { z } from 'zod';
import { reads, writes } from '../call.ts';
import { CivilDate, ClockTime } from '../model/dates.ts';
import * as id from '../model/ids.ts';
import type { YearView } from '../views/cohorts.ts';
import { many, name } from './inputs.ts';

const sessionFacts = {
  courseId: id.CourseId,
  cohortIds: many(id.CohortId),
  conferenceId: id.ConferenceId.nullable(),
  heldOn: CivilDate,
  startsAt: ClockTime,
  endsAt: ClockTime,
  room: name.nullable(),
};
/** What a session may leave open when it is planned. */
const sessionExtras = {
  instructors: z.string().trim().min(1).max(400).nullable(),
  hours: z.number().positive().max(24).nullable(),
  capacity: z.int().min(1).max(100_000).nullable(),
};

/** The calls about the year: conferences and sessions; shared/api.ts has them with all others. */
export const courseCalls = {
  'courses.year': reads<YearView>().takes(
    'A cohort’s year: courses, sessions, conferences',
    z.strictObject({ cohortId: id.CohortId }),
  ),
  'courses.addConference': writes<{ conferenceId: id.ConferenceId }>().takes(
    'Note a conference and its days',
    z.strictObject({ name, startsOn: CivilDate, endsOn: CivilDate, place: name.nullable() }),
  ),
  'courses.planSession': writes<{ sessionId: id.SessionId }>().takes(
    'Plan a session of a course',
    z.strictObject({
      ...sessionFacts,
      instructors: sessionExtras.instructors.default(null),
      hours: sessionExtras.hours.default(null),
      capacity: sessionExtras.capacity.default(null),
    }),
  ),
  'courses.reviseSession': writes<null>().takes(
    'Move a session, or change its room or cohorts',
    z.strictObject({
      sessionId: id.SessionId,
      ...z.strictObject({ ...sessionFacts, ...sessionExtras }).partial().shape,
    }),
  ),
  'courses.removeSession': writes<null>().takes(
    'Take a session without attendance off the plan',
    z.strictObject({ sessionId: id.SessionId }),
  ),
};
