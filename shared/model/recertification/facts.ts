import { z } from 'zod';
import type { CivilDate } from '../dates.ts';
import { type ParticipantId, type PersonId, type PolicyVersionId, rowId } from '../ids.ts';
import type { JsonText } from '../json.ts';
import type { Cents } from '../money.ts';
import type { Credit } from './amounts.ts';

export const EvidenceItemId = rowId('EvidenceItemId');
export type EvidenceItemId = z.infer<typeof EvidenceItemId>;
export const RecertificationExtensionId = rowId('RecertificationExtensionId');
export type RecertificationExtensionId = z.infer<typeof RecertificationExtensionId>;
export const StandingChangeId = rowId('StandingChangeId');
export type StandingChangeId = z.infer<typeof StandingChangeId>;
export const RecertificationAuditId = rowId('RecertificationAuditId');
export type RecertificationAuditId = z.infer<typeof RecertificationAuditId>;
export const AuditDrawId = rowId('AuditDrawId');
export type AuditDrawId = z.infer<typeof AuditDrawId>;
export const ExamDateId = rowId('ExamDateId');
export type ExamDateId = z.infer<typeof ExamDateId>;
export const BirthMonthId = rowId('BirthMonthId');
export type BirthMonthId = z.infer<typeof BirthMonthId>;
export const RecertificationPaymentId = rowId('RecertificationPaymentId');
export type RecertificationPaymentId = z.infer<typeof RecertificationPaymentId>;
export const RecertificationPinId = rowId('RecertificationPinId');
export type RecertificationPinId = z.infer<typeof RecertificationPinId>;

/** `missing`: asked for, and nothing has come. `returned`: sent back with a reason, and worth nothing until it comes again. */
export const EvidenceState = z.enum(['missing', 'received', 'accepted', 'partly-accepted', 'returned']);
export type EvidenceState = z.infer<typeof EvidenceState>;

export const sayEvidenceState: Record<EvidenceState, string> = {
  missing: 'Missing',
  received: 'Waiting for review',
  accepted: 'Accepted',
  'partly-accepted': 'Partly accepted',
  returned: 'Returned',
};

/** How an activity was held. */
export const Delivery = z.enum(['in-person', 'live-online', 'self-paced']);
export type Delivery = z.infer<typeof Delivery>;

export const sayDelivery: Record<Delivery, string> = {
  'in-person': 'In person',
  'live-online': 'Live online',
  'self-paced': 'Self-paced',
};

/** The checklist item that a receipt of documents, recorded without looking at them one by one, ticks off. */
export const documentation = 'documentation';

/** Something a person did, or handed in, that may count toward re-certification. */
export interface EvidenceItem {
  readonly id: EvidenceItemId;
  readonly personId: PersonId;
  /** What it was, as a lead would call it: “Fall conference, day 2”. */
  readonly title: string;
  /** The last day of the activity; for a document, the day it speaks of. What counts toward which cycle follows from it. */
  readonly activityOn: CivilDate;
  /** The key of a category of the policy; null: not sorted yet. A category the policy doesn't have counts nowhere, and is told. */
  readonly category: string | null;
  /** The key of a strand of the policy. An activity in two strands is two items, each with its own hours. */
  readonly strand: string | null;
  readonly delivery: Delivery | null;
  /** The key of the checklist item that it shows; null: it is for hours alone. */
  readonly checklistItem: string | null;
  readonly claimed: Credit;
  /** What the reviewer gave; null until one decides. */
  readonly accepted: Credit | null;
  readonly state: EvidenceState;
  /** The day it came in; null while missing. */
  readonly receivedOn: CivilDate | null;
  /** The day it was accepted or returned; null until then. */
  readonly decidedOn: CivilDate | null;
  /** Who decided, as the laptop's lead is called; null where no one had to, as with attendance. */
  readonly reviewer: string | null;
  /** Why it was returned or only partly accepted. */
  readonly returnedBecause: string | null;
  /**
   * What is the same whenever it is done again: a course's number, a talk's title. Rules on repeats (once a cycle, once
   * ever, first delivery only) go by it; without one nothing is a repeat.
   */
  readonly activityKey: string | null;
  /** Whether it was paid work; null: not known. */
  readonly paid: 'paid' | 'unpaid' | null;
  /** The day on which it was approved beforehand; null: it was not. */
  readonly preApprovedOn: CivilDate | null;
  /** How much of it was about what the policy asks for, in percent; null: all of it. */
  readonly relevance: number | null;
  /** The other certificate toward which the same hours were counted; null: none. */
  readonly countedElsewhere: string | null;
}

/** More time for one cycle of a graduate. */
export interface RecertificationExtension {
  readonly id: RecertificationExtensionId;
  readonly participantId: ParticipantId;
  /** 1, 2, 3 … */
  readonly cycle: number;
  /** The last day of the cycle instead of the policy's. */
  readonly untilOn: CivilDate;
  readonly grantedOn: CivilDate;
  readonly reason: string;
  /** What the policy asked for it then. */
  readonly fee: Cents;
  /** The first day on which it no longer holds; null: it was never taken back. */
  readonly takenBackOn: CivilDate | null;
  readonly takenBackBecause: string | null;
}

/**
 * What a lead decided about a graduate's standing, whatever the hours say. `active`: the end of inactive, retired,
 * exempt, or a lead's suspension. `reinstated`: back from lapsed or revoked, from inactive under conditions, or from the
 * suspension that an audit led to.
 */
export const StandingKind = z.enum(['inactive', 'retired', 'exempt', 'suspended', 'revoked', 'active', 'reinstated']);
export type StandingKind = z.infer<typeof StandingKind>;

/** What a standing is called: `active again` is the end of the one before. */
export const sayStandingKind: Record<StandingKind, string> = {
  inactive: 'Inactive',
  retired: 'Retired',
  exempt: 'Exempt',
  suspended: 'Suspended',
  revoked: 'Revoked',
  active: 'Active again',
  reinstated: 'Reinstated',
};

export interface StandingChange {
  readonly id: StandingChangeId;
  readonly participantId: ParticipantId;
  readonly kind: StandingKind;
  /** The first day on which it holds; the latest that has begun is what holds. */
  readonly fromOn: CivilDate;
  readonly reason: string;
}

/** A share of people that was drawn for an audit: with the seed, the share, and the list the same people are drawn again. */
export interface AuditDraw {
  readonly id: AuditDrawId;
  readonly seed: string;
  /** In hundredths of a percent: 500 are 5 %. */
  readonly share: number;
  readonly drawnOn: CivilDate;
  /** Everyone who could be drawn, as they were known then. */
  readonly among: JsonText<readonly ParticipantId[]>;
}

/** That a graduate's cycle is looked at closely. */
export interface RecertificationAudit {
  readonly id: RecertificationAuditId;
  readonly participantId: ParticipantId;
  /** The draw that it came from; null for cause. */
  readonly drawId: AuditDrawId | null;
  readonly cycle: number;
  readonly cause: 'random' | 'for-cause';
  /** Why, where it is for cause. */
  readonly reason: string | null;
  readonly drawnOn: CivilDate;
  /** The last day on which an answer is in time. */
  readonly answerBy: CivilDate;
  readonly answeredOn: CivilDate | null;
  readonly outcome: 'open' | 'passed' | 'failed';
  readonly decidedOn: CivilDate | null;
  readonly note: string | null;
}

/** A fee of re-certification that was paid. */
export interface RecertificationPayment {
  readonly id: RecertificationPaymentId;
  readonly participantId: ParticipantId;
  readonly cycle: number;
  /** The key of the fee in the policy. */
  readonly fee: string;
  readonly amount: Cents;
  readonly paidOn: CivilDate;
  readonly note: string | null;
}

/** That a graduate's cycle goes by another version of the policy than the one in force on its first day. */
export interface RecertificationPin {
  readonly id: RecertificationPinId;
  readonly participantId: ParticipantId;
  readonly cycle: number;
  readonly policyVersionId: PolicyVersionId;
  readonly decidedOn: CivilDate;
  readonly reason: string;
}

/** The day of the exam that a graduate's cycles count from. */
export interface ExamDate {
  readonly id: ExamDateId;
  readonly participantId: ParticipantId;
  readonly examOn: CivilDate;
}

/** The month that someone was born in, where cycles end with it; nothing more of a birthday is asked. */
export interface BirthMonth {
  readonly id: BirthMonthId;
  readonly personId: PersonId;
  /** 1 to 12. */
  readonly month: number;
}

/** The key under which the fee of an extension is paid. */
export const extensionFee = 'extension-fee';

/** Where an audit is: nothing came yet, nothing came in time, it waits for a decision, or it is decided. */
export type AuditState = 'to-answer' | 'silent' | 'to-decide' | 'passed' | 'failed';

export const sayAuditState: Record<AuditState, string> = {
  'to-answer': 'Answer awaited',
  silent: 'No answer in time',
  'to-decide': 'To decide',
  passed: 'Passed',
  failed: 'Failed',
};
