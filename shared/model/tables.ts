import type { Application, Submission } from './applicants.ts';
import type { AttendanceEvent } from './attendance.ts';
import type { Badge } from './badges.ts';
import type { Cohort, Participant } from './cohorts.ts';
import type { ColumnSet } from './column-sets.ts';
import type { Conference, Course, Session, SessionCohort } from './courses.ts';
import type { NotSamePerson } from './duplicates.ts';
import type { FeePayment, Invoice, InvoiceLine } from './fees.ts';
import type { Certificate } from './graduates.ts';
import type { SavedMapping } from './imports.ts';
import type { Letter, LetterTemplate } from './letters.ts';
import type { MakeUp } from './make-ups.ts';
import type { SeatOffer } from './offers.ts';
import type { Organization, Person } from './people.ts';
import type { PolicyVersion } from './program.ts';
import type { RecertificationDue, RecertificationReceipt } from './recertification.ts';

/** Every table whose rows are what the log says, with its row. Columns have the names of the row's fields. */
export interface Tables {
  readonly policyVersion: PolicyVersion;
  readonly course: Course;
  readonly organization: Organization;
  readonly person: Person;
  readonly notSamePerson: NotSamePerson;
  readonly cohort: Cohort;
  readonly application: Application;
  readonly submission: Submission;
  readonly seatOffer: SeatOffer;
  readonly participant: Participant;
  readonly conference: Conference;
  readonly session: Session;
  readonly sessionCohort: SessionCohort;
  readonly attendanceEvent: AttendanceEvent;
  readonly certificate: Certificate;
  readonly recertificationDue: RecertificationDue;
  readonly recertificationReceipt: RecertificationReceipt;
  readonly letterTemplate: LetterTemplate;
  readonly letter: Letter;
  readonly feePayment: FeePayment;
  readonly invoice: Invoice;
  readonly invoiceLine: InvoiceLine;
  readonly savedMapping: SavedMapping;
  readonly badge: Badge;
  readonly makeUp: MakeUp;
  readonly columnSet: ColumnSet;
}

export type TableName = keyof Tables;

/** The columns of each table, in order; a test holds them against the database's own. */
export const columns = {
  policyVersion: ['id', 'number', 'effectiveOn', 'document', 'note', 'adoptedAt'],
  course: ['id', 'number', 'title'],
  organization: ['id', 'name', 'kind'],
  person: ['id', 'givenName', 'familyName', 'certificateName', 'email', 'phone', 'jobTitle', 'organizationId'],
  notSamePerson: ['id', 'personA', 'personB'],
  cohort: ['id', 'name', 'status', 'opensOn', 'closesOn', 'seats', 'fee', 'startsOn', 'endsOn'],
  application: [
    'id',
    'personId',
    'cohortId',
    'firstSubmittedAt',
    'latestSubmittedAt',
    'submittedDoubt',
    'status',
    'statusAt',
    'statusReason',
    'membership',
    'highestPost',
    'yearsInEducation',
    'payment',
    'needs',
    'answers',
    'overrule',
    'decision',
  ],
  submission: ['id', 'applicationId', 'submittedAt', 'answers', 'source'],
  seatOffer: ['id', 'applicationId', 'offeredOn', 'replyBy', 'overruleReason', 'answer', 'answeredOn'],
  participant: ['id', 'personId', 'cohortId', 'applicationId', 'status', 'graduatedOn', 'remark'],
  conference: ['id', 'name', 'startsOn', 'endsOn', 'place'],
  session: [
    'id',
    'courseId',
    'conferenceId',
    'heldOn',
    'startsAt',
    'endsAt',
    'room',
    'instructors',
    'hours',
    'capacity',
  ],
  sessionCohort: ['id', 'sessionId', 'cohortId'],
  attendanceEvent: [
    'id',
    'sessionId',
    'kind',
    'personId',
    'code',
    'method',
    'at',
    'annulsId',
    'reason',
    'clock',
    'hours',
  ],
  certificate: ['id', 'participantId', 'number', 'name', 'issuedOn', 'policyVersionId', 'overruleReason', 'decision'],
  recertificationDue: ['id', 'participantId', 'cycle', 'dueOn', 'remark'],
  recertificationReceipt: ['id', 'dueId', 'receivedOn', 'note'],
  letterTemplate: ['id', 'kind', 'subject', 'body', 'changedAt'],
  letter: ['id', 'kind', 'personId', 'cohortId', 'occasion', 'subject', 'body', 'writtenAt', 'channel', 'file'],
  feePayment: [
    'id',
    'participantId',
    'kind',
    'cents',
    'method',
    'reference',
    'payer',
    'organizationId',
    'receivedOn',
    'note',
    'receipt',
  ],
  invoice: ['id', 'number', 'organizationId', 'billTo', 'issuedOn', 'purchaseOrder', 'policyVersionId'],
  invoiceLine: ['id', 'invoiceId', 'participantId', 'name', 'cohort', 'cents'],
  savedMapping: ['id', 'name', 'kind', 'shapes', 'savedAt'],
  badge: ['id', 'number', 'code', 'personId', 'name', 'organization', 'issuedAt'],
  makeUp: ['id', 'participantId', 'courseId', 'sessionId', 'assignedAt', 'note'],
  columnSet: ['id', 'name', 'list', 'columns', 'savedAt'],
} as const satisfies { readonly [Name in TableName]: readonly (keyof Tables[Name])[] };

/** Every table, so that a row comes after the rows that it points to. */
// The keys of `columns` are exactly the table names; Object.keys forgets it.
export const tableNames = Object.keys(columns) as readonly TableName[];
