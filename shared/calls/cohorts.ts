import { z } from 'zod';
import { reads, works, writes } from '../call.ts';
import { CohortStatus } from '../model/cohorts.ts';
import { CivilDate } from '../model/dates.ts';
import * as id from '../model/ids.ts';
import { Cents } from '../model/money.ts';
import { ParticipantAct } from '../model/participant-changes.ts';
import type { CohortsView, ParticipantsAnswer } from '../views/cohorts.ts';
import { participantColumns } from '../views/cohorts.ts';
import { Slice, sortBy, type WrittenFile } from '../views/page.ts';
import type { CohortCandidates, ParticipantChangePreview, ParticipantsChanged } from '../views/participant-changes.ts';
import { many, name, nothing, reason, seats, tagged } from './inputs.ts';
import { sheetChoice } from './sheet-choice.ts';

const participantList = { cohortId: id.CohortId, sort: sortBy(participantColumns), ...tagged, ...Slice };
const cohortFacts = {
  name,
  opensOn: CivilDate.nullable(),
  closesOn: CivilDate.nullable(),
  seats,
  startsOn: CivilDate.nullable(),
  endsOn: CivilDate.nullable(),
};

/** The calls about cohorts and their participants; shared/api.ts has them with all others. */
export const cohortCalls = {
  'cohorts.list': reads<CohortsView>().takes('Every cohort', nothing, {
    from: ['cohort', 'application', 'participant', 'session', 'sessionCohort'],
  }),
  'cohorts.participants': reads<ParticipantsAnswer>().takes(
    'A cohort’s participants and their courses',
    z.strictObject(participantList),
    {
      from: [
        'personTag',
        'certificate',
        'course',
        'organization',
        'person',
        'cohort',
        'application',
        'participant',
        'session',
        'sessionCohort',
        'attendanceEvent',
        'feePayment',
        'makeUp',
        'metRequirement',
      ],
    },
  ),
  'cohorts.create': writes<{ cohortId: id.CohortId }>().takes(
    'Open a new cohort; seats and fee as the policy says and its status as its window says, unless given',
    z.strictObject({
      name,
      opensOn: cohortFacts.opensOn.default(null),
      closesOn: cohortFacts.closesOn.default(null),
      startsOn: cohortFacts.startsOn.default(null),
      endsOn: cohortFacts.endsOn.default(null),
      ...z.strictObject({ seats: cohortFacts.seats, fee: Cents, status: CohortStatus }).partial().shape,
    }),
  ),
  'cohorts.revise': writes<null>().takes(
    'Change a cohort’s window, seats, fee, dates or status',
    z.strictObject({
      cohortId: id.CohortId,
      ...z.strictObject({ ...cohortFacts, fee: Cents, status: CohortStatus }).partial().shape,
    }),
  ),
  'cohorts.candidates': reads<CohortCandidates>().takes(
    'Accepted applicants of a cohort who have no place in it',
    z.strictObject({ cohortId: id.CohortId, text: z.string().max(200).default('') }),
    { from: ['organization', 'person', 'application', 'participant'] },
  ),
  'cohorts.previewChange': reads<ParticipantChangePreview>().takes(
    'What adding, moving, withdrawing, deferring or enrolling people again would do; writes nothing',
    z.strictObject({
      act: ParticipantAct,
      participantIds: z.array(id.ParticipantId).max(100_000).default([]),
      personIds: z.array(id.PersonId).max(100_000).default([]),
      cohortId: id.CohortId.nullable().default(null),
    }),
    {
      from: [
        'person',
        'cohort',
        'application',
        'participant',
        'session',
        'sessionCohort',
        'attendanceEvent',
        'feePayment',
        'makeUp',
        'metRequirement',
      ],
    },
  ),
  'cohorts.addParticipants': writes<ParticipantsChanged>().takes(
    'Give people a place in a cohort: accepted applicants who have none, or others the program knows',
    z.strictObject({ cohortId: id.CohortId, personIds: many(id.PersonId), reason }),
  ),
  'cohorts.moveParticipants': writes<ParticipantsChanged>().takes(
    'Move participants to another cohort, with everything linked to their places',
    z.strictObject({ cohortId: id.CohortId, participantIds: many(id.ParticipantId), reason }),
  ),
  'cohorts.withdrawParticipants': writes<ParticipantsChanged>().takes(
    'Withdraw participants, and their applications with them',
    z.strictObject({ participantIds: many(id.ParticipantId), reason }),
  ),
  'cohorts.deferParticipants': writes<ParticipantsChanged>().takes(
    'Defer participants to a later cohort, where their applications keep their dates; or until one is open',
    z.strictObject({
      cohortId: id.CohortId.nullable().default(null),
      participantIds: many(id.ParticipantId),
      reason,
    }),
  ),
  'cohorts.enrollAgain': writes<ParticipantsChanged>().takes(
    'Give people who withdrew or deferred their places back',
    z.strictObject({ participantIds: many(id.ParticipantId), reason }),
  ),
  'cohorts.exportRoster': works<WrittenFile | null>().takes(
    'The roster of a cohort as a spreadsheet',
    z.strictObject({ ...participantList, ...sheetChoice(participantColumns) }),
  ),
};
