import { z } from 'zod';
import { reads, works, writes } from '../call.ts';
import { CivilDate } from '../model/dates.ts';
import * as id from '../model/ids.ts';
import { lifeTables } from '../model/tables/certification-records.ts';
import { SheetFormat, Slice, sortBy, type WrittenFile } from '../views/page.ts';
import {
  type RecertificationAnswer,
  type RecertificationDetail,
  recertificationColumns,
  recertificationShows,
} from '../views/recertification.ts';
import { many, reason, tagged } from './inputs.ts';

const recertificationList = {
  on: CivilDate.nullable().default(null),
  /** As it was known at the end of this day; null: as it is known now. */
  knownOn: CivilDate.nullable().default(null),
  show: z.enum(recertificationShows).default('owe'),
  cohortId: id.CohortId.nullable().default(null),
  sort: sortBy(recertificationColumns),
  ...tagged,
  ...Slice,
};

/** The calls about re-certification; shared/api.ts has them with all others. */
export const recertificationCalls = {
  'recertification.list': reads<RecertificationAnswer>().takes(
    'Who is due, received or overdue on a day',
    z.strictObject(recertificationList),
    {
      from: [
        'tag',
        'personTag',
        'organization',
        'person',
        'cohort',
        'participant',
        'recertificationDue',
        'recertificationDueChange',
        'recertificationReceipt',
      ],
    },
  ),
  'recertification.show': reads<RecertificationDetail>().takes(
    'One graduate’s re-certification, and why',
    z.strictObject({
      participantId: id.ParticipantId,
      on: CivilDate.nullable().default(null),
      knownOn: CivilDate.nullable().default(null),
    }),
    {
      from: [
        'organization',
        'person',
        'cohort',
        'participant',
        'recertificationDue',
        'recertificationDueChange',
        'recertificationReceipt',
        'certificate',
        'evidenceItem',
        'letter',
        ...lifeTables,
      ],
    },
  ),
  'recertification.receive': writes<{ received: number }>().takes(
    'Record documents received',
    z.strictObject({
      dueIds: many(id.RecertificationDueId),
      receivedOn: CivilDate,
      note: z.string().trim().max(500).nullable().default(null),
    }),
  ),
  'recertification.setDue': writes<{ set: number }>().takes(
    'Set the due date of a cohort’s graduates from today on; or correct one that was never right, with the reason',
    z.strictObject({
      cohortId: id.CohortId,
      dueOn: CivilDate,
      /** The date was wrong from the start: questions about past days are answered by the right one. */
      corrects: z.boolean().default(false),
      reason: reason.nullable().default(null),
    }),
  ),
  'recertification.export': works<WrittenFile | null>().takes(
    'The list on the screen as a spreadsheet',
    z.strictObject({
      ...recertificationList,
      columns: z.array(z.enum(recertificationColumns)).min(1).optional(),
      format: SheetFormat.default('xlsx'),
    }),
  ),
};
