import { z } from 'zod';
import { reads, works, writes } from '../call.ts';
import { CohortStatus } from '../model/cohorts.ts';
import { CivilDate } from '../model/dates.ts';
import * as id from '../model/ids.ts';
import { Cents } from '../model/money.ts';
import type { CohortsView, ParticipantsPage } from '../views/cohorts.ts';
import { participantColumns } from '../views/cohorts.ts';
import { Slice, sortBy, type WrittenFile } from '../views/page.ts';
import { name, nothing, seats } from './inputs.ts';

const participantList = { cohortId: id.CohortId, sort: sortBy(participantColumns), ...Slice };
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
  'cohorts.list': reads<CohortsView>().takes('Every cohort', nothing),
  'cohorts.participants': reads<ParticipantsPage>().takes(
    'A cohort’s participants and their courses',
    z.strictObject(participantList),
  ),
  'cohorts.create': writes<{ cohortId: id.CohortId }>().takes(
    'Open a new cohort; seats and fee as the policy says, unless given',
    z.strictObject({
      name,
      opensOn: cohortFacts.opensOn.default(null),
      closesOn: cohortFacts.closesOn.default(null),
      startsOn: cohortFacts.startsOn.default(null),
      endsOn: cohortFacts.endsOn.default(null),
      ...z.strictObject({ seats: cohortFacts.seats, fee: Cents }).partial().shape,
    }),
  ),
  'cohorts.revise': writes<null>().takes(
    'Change a cohort’s window, seats, fee, dates or status',
    z.strictObject({
      cohortId: id.CohortId,
      ...z.strictObject({ ...cohortFacts, fee: Cents, status: CohortStatus }).partial().shape,
    }),
  ),
  'cohorts.exportRoster': works<WrittenFile | null>().takes(
    'The roster of a cohort as a spreadsheet',
    z.strictObject({ ...participantList, columns: z.array(z.enum(participantColumns)).min(1).optional() }),
  ),
};
