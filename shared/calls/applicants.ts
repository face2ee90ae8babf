import { z } from 'zod';
import { reads, works, writes } from '../call.ts';
import { applicationStatuses, Overrule } from '../model/applicants.ts';
import { CivilDate, ClockTime } from '../model/dates.ts';
import * as id from '../model/ids.ts';
import { Policy } from '../model/program.ts';
import { mostTried, TriedFacts } from '../model/what-if.ts';
import {
  type ApplicantDetail,
  type ApplicantsAnswer,
  applicantColumns,
  applicantShows,
  type DeferralView,
} from '../views/applicants.ts';
import type { NextInLine } from '../views/offers.ts';
import { SheetFormat, Slice, sortBy, type WrittenFile } from '../views/page.ts';
import { type FairnessView, type ReplayView, type WhatIfAnswer, whatIfShows } from '../views/selection.ts';
import { many, reason, seats, tagged } from './inputs.ts';

const applicantList = {
  cohortId: id.CohortId,
  show: z.enum(applicantShows).default('in-order'),
  sort: sortBy(applicantColumns),
  ...tagged,
  ...Slice,
};
/** The tables that a ranking of applicants is made of. */
const rankingTables = [
  'organization',
  'person',
  'cohort',
  'application',
  'seatOffer',
  'participant',
  'session',
  'sessionCohort',
] as const;

/** The calls about applicants and their selection; shared/api.ts has them with all others. */
export const applicantCalls = {
  'applicants.list': reads<ApplicantsAnswer>().takes(
    'The applicants of a cohort in their order',
    z.strictObject(applicantList),
    {
      from: ['personTag', ...rankingTables, 'importNote'],
    },
  ),
  'applicants.show': reads<ApplicantDetail>().takes(
    'One applicant, with the decision and why',
    z.strictObject({ applicationId: id.ApplicationId }),
    {
      from: [...rankingTables, 'importNote', 'submission', 'letter'],
    },
  ),
  'applicants.accept': writes<{ accepted: number }>().takes(
    'Accept applicants: those named, or everyone within the seats',
    z.strictObject({
      cohortId: id.CohortId,
      applicationIds: z.union([z.literal('within-seats'), many(id.ApplicationId)]),
    }),
  ),
  'applicants.setStatus': writes<{ changed: number; next: NextInLine | null }>().takes(
    'Put applicants under review, on the waiting list, declined, withdrawn or deferred; says who is next for a seat that becomes free',
    z.strictObject({
      applicationIds: many(id.ApplicationId),
      status: z.enum(applicationStatuses).exclude(['accepted']),
      reason: reason.nullable().default(null),
    }),
  ),
  'applicants.defer': writes<{ applicationIds: readonly id.ApplicationId[]; next: NextInLine | null }>().takes(
    'Defer applicants to another cohort, where each application keeps its dates',
    z.strictObject({
      applicationIds: many(id.ApplicationId),
      cohortId: id.CohortId,
      reason: reason.nullable().default(null),
    }),
  ),
  'applicants.deferral': reads<DeferralView>().takes(
    'What deferring applicants to another cohort would do: who can go, who can’t and why; writes nothing',
    z.strictObject({ applicationIds: many(id.ApplicationId), cohortId: id.CohortId }),
    {
      from: rankingTables,
    },
  ),
  'applicants.whatIf': reads<WhatIfAnswer>().takes(
    'Who would move under a draft of the policy, other seats or another fact; writes nothing',
    z.strictObject({
      cohortId: id.CohortId,
      policy: Policy.nullable().default(null),
      seats: seats.nullable().default(null),
      /** Other facts of so many people; what is left out stays as it is. */
      facts: z.array(TriedFacts).max(mostTried).default([]),
      /** Compares as if no one had been accepted or offered a seat yet. */
      fromScratch: z.boolean().default(false),
      show: z.enum(whatIfShows).default('moved'),
      ...Slice,
    }),
    {
      from: [...rankingTables, 'importNote'],
    },
  ),
  'applicants.fairness': reads<FairnessView>().takes(
    'How tiers, school systems, years and late applications fared in a cohort',
    z.strictObject({ cohortId: id.CohortId }),
    {
      from: rankingTables,
    },
  ),
  'applicants.replay': reads<ReplayView | null>().takes(
    'The decision that was kept with an application, made again under its own version of the policy',
    z.strictObject({ applicationId: id.ApplicationId }),
    { from: ['organization', 'person', 'cohort', 'application'] },
  ),
  'applicants.answer': writes<null>().takes(
    'Settle what a form left open',
    z.strictObject({
      applicationId: id.ApplicationId,
      membership: z.string().max(100).nullable().optional(),
      highestPost: z.enum(['yes', 'no']).nullable().optional(),
      yearsInEducation: z.number().min(0).max(60).nullable().optional(),
    }),
  ),
  'applicants.setSubmitted': writes<{ changed: number }>().takes(
    'Set when applications were sent, in the program’s time zone, where the form doesn’t say or can’t be right',
    z.strictObject({ applicationIds: many(id.ApplicationId), day: CivilDate, time: ClockTime, reason }),
  ),
  'applicants.overrule': writes<null>().takes(
    'Set a lead’s decision against the rule, with a reason; null takes it back',
    z.strictObject({ applicationId: id.ApplicationId, overrule: Overrule.nullable() }),
  ),
  'applicants.export': works<WrittenFile | null>().takes(
    'The list on the screen as a spreadsheet',
    z.strictObject({
      ...applicantList,
      columns: z.array(z.enum(applicantColumns)).min(1),
      format: SheetFormat.default('xlsx'),
    }),
  ),
};
