import { z } from 'zod';
import { reads, writes } from '../call.ts';
import { PolicyKey } from '../model/clause.ts';
import { CivilDate } from '../model/dates.ts';
import * as id from '../model/ids.ts';
import {
  RecertificationAuditId,
  RecertificationExtensionId,
  RecertificationPaymentId,
  StandingKind,
} from '../model/recertification/facts.ts';
import { lifeTables } from '../model/tables/certification-records.ts';
import type { AuditRoom, CertificationLife, VersionMove } from '../views/recertification-life.ts';
import { nothing, reason } from './inputs.ts';

/** What one graduate's certification is made of. */
const lifeFrom = [
  'organization',
  'person',
  'cohort',
  'participant',
  'policyVersion',
  'recertificationDue',
  'recertificationDueChange',
  'recertificationReceipt',
  'certificate',
  'evidenceItem',
  ...lifeTables,
] as const;

/** The calls about the life of one graduate's certification; shared/api.ts has them with all others. */
export const recertificationLifeCalls = {
  'recertification.life': reads<CertificationLife>().takes(
    'One graduate’s certification: its state and why, what is still needed, its dates, and what can be decided',
    z.strictObject({
      participantId: id.ParticipantId,
      on: CivilDate.nullable().default(null),
      knownOn: CivilDate.nullable().default(null),
    }),
    {
      from: lifeFrom,
    },
  ),
  'recertification.extend': writes<{ readonly untilOn: CivilDate }>().takes(
    'Grant a graduate more time for the cycle that runs',
    z.strictObject({
      participantId: id.ParticipantId,
      untilOn: CivilDate,
      /** Null: today. */
      grantedOn: CivilDate.nullable().default(null),
      reason,
    }),
  ),
  'recertification.takeBackExtension': writes<null>().takes(
    'Take an extension back from today on; nothing changes for days before today',
    z.strictObject({ extensionId: RecertificationExtensionId, reason }),
  ),
  'recertification.changeStanding': writes<null>().takes(
    'Retire, exempt, suspend, or revoke a graduate’s certification from a day on, make it inactive, end that, or reinstate it',
    z.strictObject({ participantId: id.ParticipantId, kind: StandingKind, fromOn: CivilDate, reason }),
  ),
  'recertification.previewMove': reads<VersionMove>().takes(
    'What would change for a graduate whose current cycle went by another version of the policy',
    z.strictObject({ participantId: id.ParticipantId, versionId: id.PolicyVersionId }),
    { from: lifeFrom },
  ),
  'recertification.moveVersion': writes<null>().takes(
    'Move a graduate’s current cycle to a newer version of the policy',
    z.strictObject({ participantId: id.ParticipantId, versionId: id.PolicyVersionId, reason }),
  ),
  'recertification.audits': reads<AuditRoom>().takes(
    'Every audit and every draw, the newest first, and whether more can be drawn',
    nothing,
    { from: [...lifeFrom, 'auditDraw'] },
  ),
  'recertification.drawAudits': writes<{ readonly drawn: number }>().takes(
    'Draw the share that the rules ask of those who completed a cycle within some days; the same seed draws the same people',
    z.strictObject({
      completedFrom: CivilDate,
      completedTo: CivilDate,
      /** Null: a new one. */
      seed: z.string().trim().min(1).max(100).nullable().default(null),
    }),
  ),
  'recertification.auditForCause': writes<{ readonly auditId: RecertificationAuditId }>().takes(
    'Audit a graduate’s cycle for cause',
    z.strictObject({
      participantId: id.ParticipantId,
      /** Null: the current one. */
      cycle: z.int().min(1).max(400).nullable().default(null),
      reason,
    }),
  ),
  'recertification.answerAudit': writes<null>().takes(
    'Record that the answer to an audit came in',
    z.strictObject({ auditId: RecertificationAuditId, answeredOn: CivilDate }),
  ),
  'recertification.decideAudit': writes<null>().takes(
    'Decide an audit: passed or failed, with the reason',
    z.strictObject({ auditId: RecertificationAuditId, outcome: z.enum(['passed', 'failed']), reason }),
  ),
  'recertification.pay': writes<null>().takes(
    'Record a fee of re-certification that was paid for a cycle, in cents',
    z.strictObject({
      participantId: id.ParticipantId,
      cycle: z.int().min(1).max(400),
      /** The key of the fee in the rules. */
      fee: PolicyKey,
      /** As it was typed; the rules say whether it can be. */
      amount: z.number(),
      paidOn: CivilDate,
      note: z.string().trim().max(500).nullable().default(null),
    }),
  ),
  'recertification.removePayment': writes<null>().takes(
    'Remove a payment that was recorded by mistake',
    z.strictObject({ paymentId: RecertificationPaymentId }),
  ),
  'recertification.setExamDate': writes<null>().takes(
    'Set the day of the exam that a graduate’s cycles count from; null removes it',
    z.strictObject({ participantId: id.ParticipantId, examOn: CivilDate.nullable() }),
  ),
  'recertification.setBirthMonth': writes<null>().takes(
    'Set the month in which a graduate’s cycles end, 1 to 12; null removes it',
    z.strictObject({ participantId: id.ParticipantId, month: z.int().min(1).max(12).nullable() }),
  ),
};
