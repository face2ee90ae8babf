import { z } from 'zod';
import { reads, writes } from '../call.ts';
import { CivilDate, ClockTime } from '../model/dates.ts';
import * as id from '../model/ids.ts';
import type { YearView } from '../views/cohorts.ts';
import type { YearProposal } from '../views/year-plan.ts';
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

const conferenceFacts = { name, startsOn: CivilDate, endsOn: CivilDate, place: name.nullable() };
/** A course as a plan lays it; without a day it is unscheduled. */
const laidCourse = z.strictObject({ ...sessionFacts, heldOn: CivilDate.nullable(), ...sessionExtras });

/** The calls about the year: conferences and sessions; shared/api.ts has them with all others. */
export const courseCalls = {
  'courses.year': reads<YearView>().takes(
    'A cohort’s year: courses, sessions, conferences',
    z.strictObject({ cohortId: id.CohortId }),
    {
      from: ['course', 'cohort', 'participant', 'conference', 'session', 'sessionCohort', 'attendanceEvent', 'makeUp'],
    },
  ),
  'courses.addConference': writes<{ conferenceId: id.ConferenceId }>().takes(
    'Add conference and its days',
    z.strictObject(conferenceFacts),
  ),
  'courses.reviseConference': writes<null>().takes(
    'Change a conference’s name, days or place; on request its coming sessions move along',
    z.strictObject({
      conferenceId: id.ConferenceId,
      ...z.strictObject(conferenceFacts).partial().shape,
      moveSessions: z.boolean().default(false),
    }),
  ),
  'courses.removeConference': writes<null>().takes(
    'Take off a conference that has no sessions',
    z.strictObject({ conferenceId: id.ConferenceId }),
  ),
  'courses.proposeYear': reads<YearProposal>().takes(
    'Propose days for the courses around the conferences, and say what conflicts; writes nothing',
    z.strictObject({
      cohortIds: many(id.CohortId),
      /** Null: the first three that lie ahead. */
      conferenceIds: z.array(id.ConferenceId).max(60).nullable().default(null),
      /** The courses as a lead has laid them; null: as the rule lays them. */
      laid: z.array(laidCourse).max(99).nullable().default(null),
    }),
    {
      from: ['makeUp', 'course', 'cohort', 'participant', 'conference', 'session', 'sessionCohort', 'attendanceEvent'],
    },
  ),
  'courses.planYear': writes<{ sessionIds: readonly id.SessionId[] }>().takes(
    'Plan all the sessions of a year in one step',
    z.strictObject({
      sessions: z
        .array(z.strictObject({ ...sessionFacts, ...sessionExtras }))
        .min(1)
        .max(99),
    }),
  ),
  'courses.planSession': writes<{ sessionId: id.SessionId }>().takes(
    'Add a session for a course',
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
  'courses.swapSessions': writes<null>().takes(
    'Let two sessions trade their days',
    z.strictObject({ sessionId: id.SessionId, otherId: id.SessionId }),
  ),
  'courses.removeSession': writes<null>().takes(
    'Take a session without attendance off the schedule',
    z.strictObject({ sessionId: id.SessionId }),
  ),
};
