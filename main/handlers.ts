import { applicantCommands } from './commands/applicants.ts';
import { attendanceCommands } from './commands/attendance.ts';
import { badgeCommands } from './commands/badges.ts';
import { cohortCommands } from './commands/cohorts.ts';
import { columnSetCommands } from './commands/column-sets.ts';
import { courseCommands } from './commands/courses.ts';
import { duplicateCommands } from './commands/duplicates.ts';
import { feeCommands } from './commands/fees.ts';
import { graduateCommands } from './commands/graduates.ts';
import { kioskCommands } from './commands/kiosk.ts';
import { letterCommands } from './commands/letters.ts';
import { makeUpCommands } from './commands/make-ups.ts';
import { offerCommands } from './commands/offers.ts';
import { organizationCommands } from './commands/organizations.ts';
import { participantChangeCommands } from './commands/participant-changes.ts';
import { peopleCommands } from './commands/people.ts';
import { programCommands } from './commands/program.ts';
import { recertificationCommands } from './commands/recertification.ts';
import { savedMappingCommands } from './commands/saved-mappings.ts';
import { applicantErrands } from './errands/applicants.ts';
import { badgeErrands } from './errands/badges.ts';
import { calendarErrands } from './errands/calendars.ts';
import { cohortErrands } from './errands/cohorts.ts';
import { deskErrands } from './errands/desk.ts';
import { duplicateErrands } from './errands/duplicates.ts';
import { exportErrands } from './errands/exports.ts';
import { feeErrands } from './errands/fees.ts';
import { graduateErrands } from './errands/graduates.ts';
import { historyErrands } from './errands/history.ts';
import { importErrands } from './errands/imports.ts';
import { kioskErrands } from './errands/kiosk.ts';
import { letterErrands } from './errands/letters.ts';
import { paperErrands } from './errands/papers.ts';
import { programErrands } from './errands/program.ts';
import { programmeErrands } from './errands/programme.ts';
import { recertificationErrands } from './errands/recertification.ts';
import { scanLogErrands } from './errands/scan-log.ts';
import { signInSheetErrands } from './errands/sign-in-sheets.ts';
import type { Handlers } from './handler.ts';
import { applicantQueries } from './queries/applicants.ts';
import { attendanceQueries } from './queries/attendance.ts';
import { badgeQueries } from './queries/badges.ts';
import { calendarQueries } from './queries/calendars.ts';
import { cohortQueries } from './queries/cohorts.ts';
import { columnSetQueries } from './queries/column-sets.ts';
import { deferralQueries } from './queries/deferral.ts';
import { deskQueries } from './queries/desk.ts';
import { duplicateQueries } from './queries/duplicates.ts';
import { fairnessQueries } from './queries/fairness.ts';
import { feeQueries } from './queries/fees.ts';
import { graduateQueries } from './queries/graduates.ts';
import { historyQueries } from './queries/history.ts';
import { invoiceQueries } from './queries/invoices.ts';
import { kioskQueries } from './queries/kiosk.ts';
import { letterQueries } from './queries/letters.ts';
import { offerQueries } from './queries/offers.ts';
import { organizationQueries } from './queries/organizations.ts';
import { participantChangeQueries } from './queries/participant-changes.ts';
import { peopleQueries } from './queries/people.ts';
import { programQueries } from './queries/program.ts';
import { progressQueries } from './queries/progress.ts';
import { recertificationQueries } from './queries/recertification.ts';
import { replayQueries } from './queries/replay.ts';
import { savedMappingQueries } from './queries/saved-mappings.ts';
import { todayQueries } from './queries/today.ts';
import { whatIfQueries } from './queries/what-if.ts';
import { courseQueries } from './queries/year.ts';

/** Who answers each call of shared/api.ts: a call without a handler, or a handler without a call, does not compile. */
export const handlers: Handlers = {
  ...applicantCommands,
  ...applicantErrands,
  ...applicantQueries,
  ...attendanceCommands,
  ...attendanceQueries,
  ...badgeCommands,
  ...badgeErrands,
  ...badgeQueries,
  ...calendarErrands,
  ...calendarQueries,
  ...cohortCommands,
  ...cohortErrands,
  ...cohortQueries,
  ...columnSetCommands,
  ...columnSetQueries,
  ...courseCommands,
  ...courseQueries,
  ...deskErrands,
  ...deskQueries,
  ...duplicateCommands,
  ...duplicateErrands,
  ...duplicateQueries,
  ...exportErrands,
  ...feeCommands,
  ...feeErrands,
  ...feeQueries,
  ...fairnessQueries,
  ...graduateCommands,
  ...graduateErrands,
  ...graduateQueries,
  ...historyErrands,
  ...historyQueries,
  ...importErrands,
  ...kioskCommands,
  ...kioskErrands,
  ...kioskQueries,
  ...letterCommands,
  ...letterErrands,
  ...letterQueries,
  ...makeUpCommands,
  ...offerCommands,
  ...offerQueries,
  ...organizationCommands,
  ...organizationQueries,
  ...paperErrands,
  ...participantChangeCommands,
  ...participantChangeQueries,
  ...peopleCommands,
  ...peopleQueries,
  ...programCommands,
  ...programErrands,
  ...programmeErrands,
  ...programQueries,
  ...progressQueries,
  ...recertificationCommands,
  ...recertificationErrands,
  ...recertificationQueries,
  ...replayQueries,
  ...savedMappingCommands,
  ...savedMappingQueries,
  ...scanLogErrands,
  ...signInSheetErrands,
  ...todayQueries,
  ...deferralQueries,
  ...invoiceQueries,
  ...whatIfQueries,
};
