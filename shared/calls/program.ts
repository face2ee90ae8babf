import { z } from 'zod';
import { reads, works, writes } from '../call.ts';
import { CivilDate } from '../model/dates.ts';
import * as id from '../model/ids.ts';
import { Policy } from '../model/program.ts';
import type { AdoptionPreview, LaterEffect } from '../views/adoption.ts';
import type { ProgramView } from '../views/desk.ts';
import { nothing, reason } from './inputs.ts';

/** The calls about the program’s policy; shared/api.ts has them with all others. */
export const programCalls = {
  'program.show': reads<ProgramView | null>().takes('The program’s policy in force, and its versions', nothing, {
    from: ['policyVersion'],
  }),
  'program.establish': writes<null>().takes(
    'Start a program from a policy that comes with the app',
    z.strictObject({
      program: z.enum(['al-cto']),
      /** The cohorts that its page names, or none of them. */
      cohorts: z.enum(['as-stated', 'none']).default('as-stated'),
    }),
  ),
  'program.revise': writes<{ number: number }>().takes(
    'Adopt a new version of the policy from a day on',
    z.strictObject({ policy: Policy, effectiveOn: CivilDate, note: reason }),
  ),
  'program.preview': reads<AdoptionPreview>().takes(
    'What adopting a version of the policy from a day on would do, in seats, completion, fees and re-certification',
    z.strictObject({ policy: Policy, effectiveOn: CivilDate }),
    {
      from: [
        'policyVersion',
        'cohort',
        'application',
        'seatOffer',
        'person',
        'organization',
        'participant',
        'course',
        'session',
        'sessionCohort',
        'attendanceEvent',
        'makeUp',
        'feePayment',
        'recertificationDue',
        'recertificationDueChange',
        'recertificationReceipt',
      ],
    },
  ),
  'program.whatIf': reads<{ readonly effects: readonly LaterEffect[] }>().takes(
    'What other rules for completion and fees would do to a cohort, and for re-certification to all graduates; writes nothing',
    z.strictObject({ cohortId: id.CohortId, policy: Policy }),
    {
      from: [
        'policyVersion',
        'cohort',
        'person',
        'organization',
        'participant',
        'course',
        'session',
        'sessionCohort',
        'attendanceEvent',
        'makeUp',
        'metRequirement',
        'feePayment',
        'recertificationDue',
        'recertificationDueChange',
        'recertificationReceipt',
      ],
    },
  ),
  'program.openSample': works<null>().takes('Fill an empty desk with the sample program', nothing),
};
