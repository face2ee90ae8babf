import { applicantCommands } from './commands/applicants.ts';
import { attendanceCommands } from './commands/attendance.ts';
import { cohortCommands } from './commands/cohorts.ts';
import { courseCommands } from './commands/courses.ts';
import { duplicateCommands } from './commands/duplicates.ts';
import { feeCommands } from './commands/fees.ts';
import { graduateCommands } from './commands/graduates.ts';
import { historyCommands } from './commands/history.ts';
import { letterCommands } from './commands/letters.ts';
import { offerCommands } from './commands/offers.ts';
import { organizationCommands } from './commands/organizations.ts';
import { peopleCommands } from './commands/people.ts';
import { programCommands } from './commands/program.ts';
import { recertificationCommands } from './commands/recertification.ts';
import { savedMappingCommands } from './commands/saved-mappings.ts';
import { applicantErrands } from './errands/applicants.ts';
import { cohortErrands } from './errands/cohorts.ts';
import { deskErrands } from './errands/desk.ts';
import { duplicateErrands } from './errands/duplicates.ts';
import { feeErrands } from './errands/fees.ts';
import { graduateErrands } from './errands/graduates.ts';
import { importErrands } from './errands/imports.ts';
import { letterErrands } from './errands/letters.ts';
import { programErrands } from './errands/program.ts';
import { recertificationErrands } from './errands/recertification.ts';
import type { Handlers } from './handler.ts';
import { applicantQueries } from './queries/applicants.ts';
import { attendanceQueries } from './queries/attendance.ts';
import { cohortQueries } from './queries/cohorts.ts';
import { courseQueries } from './queries/courses.ts';
import { deskQueries } from './queries/desk.ts';
import { duplicateQueries } from './queries/duplicates.ts';
import { fairnessQueries } from './queries/fairness.ts';
import { feeQueries } from './queries/fees.ts';
import { graduateQueries } from './queries/graduates.ts';
import { historyQueries } from './queries/history.ts';
import { letterQueries } from './queries/letters.ts';
import { offerQueries } from './queries/offers.ts';
import { organizationQueries } from './queries/organizations.ts';
import { peopleQueries } from './queries/people.ts';
import { programQueries } from './queries/program.ts';
import { recertificationQueries } from './queries/recertification.ts';
import { replayQueries } from './queries/replay.ts';
import { savedMappingQueries } from './queries/saved-mappings.ts';
import { todayQueries } from './queries/today.ts';
import { whatIfQueries } from './queries/what-if.ts';

/** Who answers each call of shared/api.ts: a call without a handler, or a handler without a call, does not compile. */
export const handlers: Handlers = {
  ...applicantCommands,
  ...applicantErrands,
  ...applicantQueries,
  ...attendanceCommands,
  ...attendanceQueries,
  ...cohortCommands,
  ...cohortErrands,
  ...cohortQueries,
  ...courseCommands,
  ...courseQueries,
  ...deskErrands,
  ...deskQueries,
  ...duplicateCommands,
  ...duplicateErrands,
  ...duplicateQueries,
  ...feeCommands,
  ...feeErrands,
  ...feeQueries,
  ...fairnessQueries,
  ...graduateCommands,
  ...graduateErrands,
  ...graduateQueries,
  ...historyCommands,
  ...historyQueries,
  ...importErrands,
  ...letterCommands,
  ...letterErrands,
  ...letterQueries,
  ...offerCommands,
  ...offerQueries,
  ...organizationCommands,
  ...organizationQueries,
  ...peopleCommands,
  ...peopleQueries,
  ...programCommands,
  ...programErrands,
  ...programQueries,
  ...recertificationCommands,
  ...recertificationErrands,
  ...recertificationQueries,
  ...replayQueries,
  ...savedMappingCommands,
  ...savedMappingQueries,
  ...todayQueries,
  ...whatIfQueries,
};
