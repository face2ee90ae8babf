import { z } from 'zod';
import { reads, writes } from '../call.ts';
import * as id from '../model/ids.ts';
import { Slice } from '../views/page.ts';
import {
  type MakeUpPreview,
  type ProgressAnswer,
  type ProgressDetail,
  progressColumns,
  progressShows,
} from '../views/progress.ts';
import { many, tagged } from './inputs.ts';

/** What of the matrix a screen asks for, but for the slice; `courseId` says by which course `courses` sorts. */
const progressList = {
  cohortId: id.CohortId,
  show: z.enum(progressShows).default('everyone'),
  sort: z
    .strictObject({
      by: z.enum(progressColumns),
      direction: z.enum(['up', 'down']),
      courseId: id.CourseId.nullable().default(null),
    })
    .optional(),
  ...tagged,
  ...Slice,
};

/** The calls about progress and make-ups; shared/api.ts has them with all others. */
export const progressCalls = {
  'progress.list': reads<ProgressAnswer>().takes(
    'A cohort’s participants by courses, and who can still finish',
    z.strictObject(progressList),
    {
      from: [
        'personTag',
        'application',
        'organization',
        'person',
        'cohort',
        'participant',
        'session',
        'sessionCohort',
        'attendanceEvent',
        'certificate',
        'makeUp',
        'feePayment',
        'metRequirement',
        'unlisted',
      ],
    },
  ),
  'progress.show': reads<ProgressDetail>().takes(
    'One participant: what is missing, why, and which sessions of other cohorts offer it',
    z.strictObject({ participantId: id.ParticipantId }),
    {
      from: [
        'application',
        'course',
        'organization',
        'person',
        'cohort',
        'participant',
        'conference',
        'session',
        'sessionCohort',
        'attendanceEvent',
        'certificate',
        'certificateEnding',
        'recertificationDue',
        'recertificationDueChange',
        'recertificationReceipt',
        'letter',
        'makeUp',
        'feePayment',
        'metRequirement',
        'unlisted',
      ],
    },
  ),
  'progress.previewMakeUps': reads<MakeUpPreview>().takes(
    'Who would make up a course at a session, and what is in the way',
    z.strictObject({
      cohortId: id.CohortId,
      courseId: id.CourseId,
      participantIds: z.union([z.literal('all-who-need'), many(id.ParticipantId)]).default('all-who-need'),
      sessionId: id.SessionId.nullable().default(null),
    }),
    {
      from: [
        'application',
        'course',
        'organization',
        'person',
        'cohort',
        'participant',
        'conference',
        'session',
        'sessionCohort',
        'attendanceEvent',
        'certificate',
        'makeUp',
        'feePayment',
        'metRequirement',
        'unlisted',
      ],
    },
  ),
  'progress.assignMakeUp': writes<{ assigned: number }>().takes(
    'Let participants make up a course at a session of another cohort',
    z.strictObject({
      participantIds: many(id.ParticipantId),
      courseId: id.CourseId,
      sessionId: id.SessionId,
      note: z.string().trim().min(1).max(400).nullable().default(null),
    }),
  ),
  'progress.removeMakeUp': writes<null>().takes(
    'Take make-ups back that were assigned',
    z.strictObject({ makeUpIds: many(id.MakeUpId) }),
  ),
};
