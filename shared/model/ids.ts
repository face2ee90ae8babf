import { z } from 'zod';

/**
 * A row's identity, branded by the kind of row it names: a UUIDv7 made on the laptop, or, where there can be one row only,
 * a UUIDv5 made from what it stands for. A new feature names its ids beside its own records.
 */
export const rowId = <Name extends string>(_name: Name) => z.uuid().brand<Name>();

export const PersonId = rowId('PersonId');
export type PersonId = z.infer<typeof PersonId>;
export const OrganizationId = rowId('OrganizationId');
export type OrganizationId = z.infer<typeof OrganizationId>;
export const NotSamePersonId = rowId('NotSamePersonId');
export type NotSamePersonId = z.infer<typeof NotSamePersonId>;
export const CohortId = rowId('CohortId');
export type CohortId = z.infer<typeof CohortId>;
export const ApplicationId = rowId('ApplicationId');
export type ApplicationId = z.infer<typeof ApplicationId>;
export const SubmissionId = rowId('SubmissionId');
export type SubmissionId = z.infer<typeof SubmissionId>;
export const SeatOfferId = rowId('SeatOfferId');
export type SeatOfferId = z.infer<typeof SeatOfferId>;
export const ParticipantId = rowId('ParticipantId');
export type ParticipantId = z.infer<typeof ParticipantId>;
export const ConferenceId = rowId('ConferenceId');
export type ConferenceId = z.infer<typeof ConferenceId>;
export const SessionId = rowId('SessionId');
export type SessionId = z.infer<typeof SessionId>;
export const SessionCohortId = rowId('SessionCohortId');
export type SessionCohortId = z.infer<typeof SessionCohortId>;
export const AttendanceEventId = rowId('AttendanceEventId');
export type AttendanceEventId = z.infer<typeof AttendanceEventId>;
export const CertificateId = rowId('CertificateId');
export type CertificateId = z.infer<typeof CertificateId>;
export const RecertificationDueId = rowId('RecertificationDueId');
export type RecertificationDueId = z.infer<typeof RecertificationDueId>;
export const RecertificationDueChangeId = rowId('RecertificationDueChangeId');
export type RecertificationDueChangeId = z.infer<typeof RecertificationDueChangeId>;
export const RecertificationReceiptId = rowId('RecertificationReceiptId');
export type RecertificationReceiptId = z.infer<typeof RecertificationReceiptId>;
export const FeePaymentId = rowId('FeePaymentId');
export type FeePaymentId = z.infer<typeof FeePaymentId>;
export const InvoiceId = rowId('InvoiceId');
export type InvoiceId = z.infer<typeof InvoiceId>;
export const InvoiceLineId = rowId('InvoiceLineId');
export type InvoiceLineId = z.infer<typeof InvoiceLineId>;
export const PolicyVersionId = rowId('PolicyVersionId');
export type PolicyVersionId = z.infer<typeof PolicyVersionId>;
export const LetterTemplateId = rowId('LetterTemplateId');
export type LetterTemplateId = z.infer<typeof LetterTemplateId>;
export const LetterId = rowId('LetterId');
export type LetterId = z.infer<typeof LetterId>;
export const SavedMappingId = rowId('SavedMappingId');
export type SavedMappingId = z.infer<typeof SavedMappingId>;
export const BadgeId = rowId('BadgeId');
export type BadgeId = z.infer<typeof BadgeId>;
export const MakeUpId = rowId('MakeUpId');
export type MakeUpId = z.infer<typeof MakeUpId>;
export const ColumnSetId = rowId('ColumnSetId');
export type ColumnSetId = z.infer<typeof ColumnSetId>;
export const CommandId = rowId('CommandId');
export type CommandId = z.infer<typeof CommandId>;
export const DeviceId = rowId('DeviceId');
export type DeviceId = z.infer<typeof DeviceId>;

/** A course is known by the key that the program's policy gives it, such as `law-ethics`. */
export const CourseId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,40}$/)
  .brand<'CourseId'>();
export type CourseId = z.infer<typeof CourseId>;
