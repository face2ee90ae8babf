import { z } from 'zod';
import { reads, works, writes } from '../call.ts';
import { CivilDate } from '../model/dates.ts';
import * as id from '../model/ids.ts';
import {
  type GraduateDetail,
  type GraduatesAnswer,
  type GraduationPreview,
  graduateColumns,
  graduateShows,
} from '../views/graduates.ts';
import { SheetFormat, Slice, sortBy, type WrittenFile } from '../views/page.ts';
import { many, reason, tagged } from './inputs.ts';

const graduateList = {
  cohortId: id.CohortId.nullable().default(null),
  show: z.enum(graduateShows).default('graduates'),
  sort: sortBy(graduateColumns),
  ...tagged,
  ...Slice,
};

/** The calls about graduation and certificates; shared/api.ts has them with all others. */
export const graduateCalls = {
  'graduates.list': reads<GraduatesAnswer>().takes('Graduates, and who can graduate', z.strictObject(graduateList), {
    from: [
      'personTag',
      'importNote',
      'recertificationDue',
      'recertificationReceipt',
      'application',
      'organization',
      'person',
      'cohort',
      'participant',
      'session',
      'sessionCohort',
      'attendanceEvent',
      'certificate',
      'certificateEnding',
      'makeUp',
      'feePayment',
      'metRequirement',
      'unlisted',
    ],
  }),
  'graduates.show': reads<GraduateDetail>().takes(
    'One graduate or participant, with the decision and why',
    z.strictObject({ participantId: id.ParticipantId }),
    {
      from: [
        'importNote',
        'application',
        'organization',
        'person',
        'cohort',
        'participant',
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
  'graduates.preview': reads<GraduationPreview>().takes(
    'Who of a cohort would graduate, who would not and why, and who owes the fee; writes nothing',
    z.strictObject({
      cohortId: id.CohortId,
      participantIds: z.union([z.literal('all-who-may'), many(id.ParticipantId)]),
    }),
    {
      from: [
        'importNote',
        'recertificationDue',
        'recertificationReceipt',
        'application',
        'organization',
        'person',
        'cohort',
        'participant',
        'session',
        'sessionCohort',
        'attendanceEvent',
        'certificate',
        'certificateEnding',
        'makeUp',
        'feePayment',
      ],
    },
  ),
  'graduates.graduate': writes<{ graduated: number }>().takes(
    'Graduate participants who have every course, or others with the reason why, and issue their certificates',
    z.strictObject({
      cohortId: id.CohortId,
      participantIds: z.union([z.literal('all-who-may'), many(id.ParticipantId)]),
      graduatedOn: CivilDate,
      overruleReason: reason.nullable().default(null),
    }),
  ),
  'graduates.withdraw': writes<{ withdrawn: number }>().takes(
    'Withdraw graduations that were a mistake; their certificates are revoked and say so, and why',
    z.strictObject({ participantIds: many(id.ParticipantId), reason }),
  ),
  'graduates.reissue': writes<{ reissued: number }>().takes(
    'Replace certificates by new ones with the names that people want by now; the day stays, each gets a new number',
    z.strictObject({ participantIds: many(id.ParticipantId) }),
  ),
  'graduates.printCertificates': works<WrittenFile | null>().takes(
    'Certificates as a PDF, one page each',
    z.strictObject({
      cohortId: id.CohortId,
      participantIds: z.union([z.literal('all'), many(id.ParticipantId)]).default('all'),
    }),
  ),
  'graduates.export': works<WrittenFile | null>().takes(
    'The list on the screen as a spreadsheet',
    z.strictObject({
      ...graduateList,
      columns: z.array(z.enum(graduateColumns)).min(1).optional(),
      format: SheetFormat.default('xlsx'),
    }),
  ),
};
