import type { Handlers } from '../call/handler.ts';
import { aboutErrands } from '../features/about/errands.ts';
import { applicantCommands } from '../features/applicants/commands.ts';
import { deferralQueries } from '../features/applicants/deferral.ts';
import { applicantErrands } from '../features/applicants/errands.ts';
import { applicantQueries } from '../features/applicants/queries.ts';
import { attendanceCommands } from '../features/attendance/commands.ts';
import { attendanceQueries } from '../features/attendance/queries.ts';
import { backupErrands } from '../features/backups/errands.ts';
import { badgeCommands } from '../features/badges/commands.ts';
import { badgeErrands } from '../features/badges/errands.ts';
import { badgeQueries } from '../features/badges/queries.ts';
import { calendarErrands } from '../features/calendars/errands.ts';
import { calendarQueries } from '../features/calendars/queries.ts';
import { certificateDesignCommands } from '../features/certificate-designs/commands.ts';
import { certificateDesignErrands } from '../features/certificate-designs/errands.ts';
import { certificateDesignQueries } from '../features/certificate-designs/queries.ts';
import { certificateCheckErrands } from '../features/certificates/check-errands.ts';
import { certificateCommands } from '../features/certificates/commands.ts';
import { certificateKeyErrands } from '../features/certificates/key-errands.ts';
import { cohortCommands } from '../features/cohorts/commands.ts';
import { cohortErrands } from '../features/cohorts/errands.ts';
import { cohortQueries } from '../features/cohorts/queries.ts';
import { columnSetCommands } from '../features/column-sets/commands.ts';
import { columnSetQueries } from '../features/column-sets/queries.ts';
import { courseCommands } from '../features/courses/commands.ts';
import { scheduleErrands } from '../features/courses/schedule.ts';
import { courseQueries } from '../features/courses/year.ts';
import { credentialErrands } from '../features/credentials/errands.ts';
import { deskErrands } from '../features/desk/errands.ts';
import { deskQueries } from '../features/desk/queries.ts';
import { deskCheckErrands } from '../features/desk-check/errands.ts';
import { duplicateCommands } from '../features/duplicates/commands.ts';
import { duplicateErrands } from '../features/duplicates/errands.ts';
import { duplicateQueries } from '../features/duplicates/queries.ts';
import { evidenceCommands } from '../features/evidence/commands.ts';
import { evidenceErrands } from '../features/evidence/errands.ts';
import { evidenceQueries } from '../features/evidence/queries.ts';
import { fairnessQueries } from '../features/fairness/queries.ts';
import { feeCommands } from '../features/fees/commands.ts';
import { feeErrands } from '../features/fees/errands.ts';
import { invoiceQueries } from '../features/fees/invoices.ts';
import { feeQueries } from '../features/fees/queries.ts';
import { filesErrands } from '../features/files/errands.ts';
import { graduateCommands } from '../features/graduates/commands.ts';
import { graduateErrands } from '../features/graduates/errands.ts';
import { graduateQueries } from '../features/graduates/queries.ts';
import { historyErrands } from '../features/history/errands.ts';
import { historyQueries } from '../features/history/queries.ts';
import { importErrands } from '../features/imports/errands.ts';
import { savedMappingQueries } from '../features/imports/saved-mappings.ts';
import { savedMappingCommands } from '../features/imports/saved-mappings-commands.ts';
import { kioskCheckIn } from '../features/kiosk/check-in.ts';
import { kioskErrands } from '../features/kiosk/errands.ts';
import { kioskQueries } from '../features/kiosk/queries.ts';
import { letterCommands } from '../features/letters/commands.ts';
import { letterErrands } from '../features/letters/errands.ts';
import { letterQueries } from '../features/letters/queries.ts';
import { noteCommands } from '../features/notes/commands.ts';
import { noteQueries } from '../features/notes/queries.ts';
import { offerCommands } from '../features/offers/commands.ts';
import { offerQueries } from '../features/offers/queries.ts';
import { organizationCommands } from '../features/organizations/commands.ts';
import { organizationQueries } from '../features/organizations/queries.ts';
import { paperErrands } from '../features/papers/errands.ts';
import { participantChangeCommands } from '../features/participant-changes/commands.ts';
import { participantChangeQueries } from '../features/participant-changes/queries.ts';
import { peopleCommands } from '../features/people/commands.ts';
import { peopleQueries } from '../features/people/queries.ts';
import { personErrands } from '../features/person/errands.ts';
import { personQueries } from '../features/person/queries.ts';
import { preferencesErrands } from '../features/preferences/errands.ts';
import { programCommands } from '../features/program/commands.ts';
import { programErrands } from '../features/program/errands.ts';
import { replayQueries } from '../features/program/policy-versions.ts';
import { programQueries } from '../features/program/queries.ts';
import { makeUpCommands } from '../features/progress/make-ups-commands.ts';
import { progressQueries } from '../features/progress/queries.ts';
import { publishedCommands } from '../features/published/commands.ts';
import { publishedErrands } from '../features/published/errands.ts';
import { publishedQueries } from '../features/published/queries.ts';
import { anchorCommands } from '../features/recertification/anchors.ts';
import { auditCommands, auditQueries } from '../features/recertification/audits.ts';
import { recertificationCommands } from '../features/recertification/commands.ts';
import { recertificationErrands } from '../features/recertification/errands.ts';
import { extensionCommands } from '../features/recertification/extensions.ts';
import { recertificationLifeQueries } from '../features/recertification/life-queries.ts';
import { recertificationPaymentCommands } from '../features/recertification/payments.ts';
import { recertificationQueries } from '../features/recertification/queries.ts';
import { standingChangeCommands } from '../features/recertification/standing-changes.ts';
import { versionMoveCommands, versionMoveQueries } from '../features/recertification/versions.ts';
import { recertificationRulesQueries } from '../features/recertification-rules/queries.ts';
import { requirementQueries } from '../features/requirements/checklist.ts';
import { requirementCommands } from '../features/requirements/commands.ts';
import { requirementErrands } from '../features/requirements/errands.ts';
import { exportErrands } from '../features/roster/errands.ts';
import { scanLogErrands } from '../features/scan-log/errands.ts';
import { signInSheetErrands } from '../features/sign-in-sheets/errands.ts';
import { tagCommands } from '../features/tags/commands.ts';
import { tagQueries } from '../features/tags/queries.ts';
import { todayQueries } from '../features/today/queries.ts';
import { transcriptErrands } from '../features/transcripts/errands.ts';
import { whatIfQueries } from '../features/what-if/queries.ts';

/** Who answers each call of shared/api.ts: a call without a handler, or a handler without a call, does not compile. */
export const handlers: Handlers = {
  ...aboutErrands,
  ...preferencesErrands,
  ...applicantCommands,
  ...applicantErrands,
  ...applicantQueries,
  ...attendanceCommands,
  ...attendanceQueries,
  ...backupErrands,
  ...badgeCommands,
  ...badgeErrands,
  ...badgeQueries,
  ...calendarErrands,
  ...calendarQueries,
  ...certificateCheckErrands,
  ...certificateCommands,
  ...certificateDesignQueries,
  ...certificateDesignCommands,
  ...certificateDesignErrands,
  ...certificateKeyErrands,
  ...cohortCommands,
  ...cohortErrands,
  ...cohortQueries,
  ...columnSetCommands,
  ...columnSetQueries,
  ...credentialErrands,
  ...courseCommands,
  ...courseQueries,
  ...deskCheckErrands,
  ...deskErrands,
  ...deskQueries,
  ...duplicateCommands,
  ...duplicateErrands,
  ...duplicateQueries,
  ...evidenceCommands,
  ...evidenceErrands,
  ...evidenceQueries,
  ...exportErrands,
  ...feeCommands,
  ...feeErrands,
  ...feeQueries,
  ...filesErrands,
  ...fairnessQueries,
  ...graduateCommands,
  ...graduateErrands,
  ...graduateQueries,
  ...historyErrands,
  ...historyQueries,
  ...importErrands,
  ...kioskCheckIn,
  ...kioskErrands,
  ...kioskQueries,
  ...letterCommands,
  ...letterErrands,
  ...letterQueries,
  ...makeUpCommands,
  ...noteCommands,
  ...noteQueries,
  ...offerCommands,
  ...offerQueries,
  ...organizationCommands,
  ...organizationQueries,
  ...paperErrands,
  ...participantChangeCommands,
  ...participantChangeQueries,
  ...peopleCommands,
  ...peopleQueries,
  ...personErrands,
  ...personQueries,
  ...programCommands,
  ...programErrands,
  ...scheduleErrands,
  ...programQueries,
  ...progressQueries,
  ...recertificationCommands,
  ...extensionCommands,
  ...standingChangeCommands,
  ...recertificationPaymentCommands,
  ...anchorCommands,
  ...auditQueries,
  ...auditCommands,
  ...versionMoveQueries,
  ...versionMoveCommands,
  ...recertificationLifeQueries,
  ...recertificationErrands,
  ...recertificationQueries,
  ...recertificationRulesQueries,
  ...replayQueries,
  ...savedMappingCommands,
  ...savedMappingQueries,
  ...publishedCommands,
  ...publishedErrands,
  ...publishedQueries,
  ...transcriptErrands,
  ...requirementQueries,
  ...requirementCommands,
  ...requirementErrands,
  ...scanLogErrands,
  ...signInSheetErrands,
  ...tagCommands,
  ...tagQueries,
  ...todayQueries,
  ...deferralQueries,
  ...invoiceQueries,
  ...whatIfQueries,
};
