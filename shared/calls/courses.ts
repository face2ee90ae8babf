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
    z.strictObject(sessionFacts),
  ),
  'courses.reviseSession': writes<null>().takes(
    'Move a session, or change its room or cohorts',
    z.strictObject({ sessionId: id.SessionId, ...z.strictObject(sessionFacts).partial().shape }),
  ),
  'courses.removeSession': writes<null>().takes(
    'Take a session without attendance off the plan',
    z.strictObject({ sessionId: id.SessionId }),
  ),
};
