import type { Application, Submission } from './applicants.ts';
import type { AttendanceEvent } from './attendance.ts';
import type { Badge } from './badges.ts';
import type { CertificateDesignFile, CertificateDesignRow, CertificateFile } from './certificate-designs.ts';
import type { CertificateEnding } from './certificate-endings.ts';
import type { Cohort, Participant } from './cohorts.ts';
import type { ColumnSet } from './column-sets.ts';
import type { Conference, Course, Session, SessionCohort } from './courses.ts';
import type { MergedPerson, NotSamePerson } from './duplicates.ts';
import type { EvidenceDocument, KeptEvidenceItem } from './evidence.ts';
import type { FeePayment, Invoice, InvoiceLine } from './fees.ts';
import type { Certificate } from './graduates.ts';
import type { ImportNote } from './import-notes.ts';
import type { SavedMapping } from './imports.ts';
import type { IssuerKey } from './issuer-keys.ts';
import type { Letter, LetterTemplate } from './letters.ts';
import type { MakeUp } from './make-ups.ts';
import type { Note } from './notes.ts';
import type { SeatOffer } from './offers.ts';
import type { Organization, Person } from './people.ts';
import type { PolicyVersion } from './program.ts';
import type { Unlisted } from './published.ts';
import type {
  AuditDraw,
  BirthMonth,
  ExamDate,
  RecertificationAudit,
  RecertificationExtension,
  RecertificationPayment,
  RecertificationPin,
  StandingChange,
} from './recertification/facts.ts';
import type { RecertificationDue, RecertificationDueChange, RecertificationReceipt } from './recertification.ts';
import type { MetRequirement } from './requirements.ts';
import { application, submission } from './tables/applicants.ts';
import { attendanceEvent } from './tables/attendance.ts';
import { badge } from './tables/badges.ts';
import { certificateDesign, certificateDesignFile, certificateFile } from './tables/certificate-designs.ts';
import { certificateEnding } from './tables/certificate-endings.ts';
import { recertificationExtension, standingChange } from './tables/certification-life.ts';
import {
  auditDraw,
  birthMonth,
  examDate,
  recertificationAudit,
  recertificationPayment,
  recertificationPin,
} from './tables/certification-records.ts';
import { cohort, participant } from './tables/cohorts.ts';
import { columnSet } from './tables/column-sets.ts';
import { conference, course, session, sessionCohort } from './tables/courses.ts';
import { mergedPerson, notSamePerson } from './tables/duplicates.ts';
import { evidenceDocument, evidenceItem } from './tables/evidence.ts';
import { feePayment, invoice, invoiceLine } from './tables/fees.ts';
import { certificate } from './tables/graduates.ts';
import { importNote } from './tables/import-notes.ts';
import { savedMapping } from './tables/imports.ts';
import { issuerKey } from './tables/issuer-keys.ts';
import { letter, letterTemplate } from './tables/letters.ts';
import { makeUp } from './tables/make-ups.ts';
import { note } from './tables/notes.ts';
import { seatOffer } from './tables/offers.ts';
import { organization, person } from './tables/people.ts';
import { policyVersion } from './tables/program.ts';
import { unlisted } from './tables/published.ts';
import { recertificationDue, recertificationDueChange, recertificationReceipt } from './tables/recertification.ts';
import { metRequirement } from './tables/requirements.ts';
import type { Collision, Reference, Table } from './tables/table.ts';
import { personTag, tag } from './tables/tags.ts';
import type { PersonTag, Tag } from './tags.ts';

/** Every table whose rows are what the log says, with its row. Columns have the names of the row's fields. */
export interface Tables {
  readonly certificateFile: CertificateFile;
  readonly certificateDesign: CertificateDesignRow;
  readonly certificateDesignFile: CertificateDesignFile;
  readonly policyVersion: PolicyVersion;
  readonly course: Course;
  readonly organization: Organization;
  readonly person: Person;
  readonly notSamePerson: NotSamePerson;
  readonly mergedPerson: MergedPerson;
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
  readonly recertificationDueChange: RecertificationDueChange;
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
  readonly issuerKey: IssuerKey;
  readonly certificateEnding: CertificateEnding;
  readonly importNote: ImportNote;
  readonly metRequirement: MetRequirement;
  readonly unlisted: Unlisted;
  readonly note: Note;
  readonly tag: Tag;
  readonly personTag: PersonTag;
  readonly evidenceItem: KeptEvidenceItem;
  readonly evidenceDocument: EvidenceDocument;
  readonly recertificationExtension: RecertificationExtension;
  readonly standingChange: StandingChange;
  readonly recertificationPayment: RecertificationPayment;
  readonly examDate: ExamDate;
  readonly birthMonth: BirthMonth;
  readonly recertificationPin: RecertificationPin;
  readonly auditDraw: AuditDraw;
  readonly recertificationAudit: RecertificationAudit;
}

export type TableName = keyof Tables;

/**
 * What there is to know about each table: a row comes after the rows that it points to. This map and the types above are
 * the only lists of tables; the log, undo, History, the desk check and the merging of people derive theirs from it.
 */
export const tables = {
  certificateFile,
  certificateDesign,
  certificateDesignFile,
  policyVersion,
  course,
  organization,
  person,
  notSamePerson,
  mergedPerson,
  cohort,
  application,
  submission,
  seatOffer,
  participant,
  conference,
  session,
  sessionCohort,
  attendanceEvent,
  certificate,
  recertificationDue,
  recertificationDueChange,
  recertificationReceipt,
  letterTemplate,
  letter,
  feePayment,
  invoice,
  invoiceLine,
  savedMapping,
  badge,
  makeUp,
  columnSet,
  issuerKey,
  certificateEnding,
  importNote,
  metRequirement,
  unlisted,
  note,
  tag,
  personTag,
  evidenceItem,
  evidenceDocument,
  recertificationExtension,
  standingChange,
  recertificationPayment,
  examDate,
  birthMonth,
  recertificationPin,
  auditDraw,
  recertificationAudit,
} satisfies { readonly [Name in TableName]: Table<Tables[Name]> };

/** What there is to know about one table, whose name a caller has from elsewhere. */
export const tableOf = <Name extends TableName>(name: Name): Table<Tables[Name]> => described[name];
const described: { readonly [Name in TableName]: Table<Tables[Name]> } = tables;

/** Every table, so that a row comes after the rows that it points to. */
// The keys of `tables` are exactly the table names; Object.keys forgets it.
export const tableNames = Object.keys(tables) as readonly TableName[];

/** What a descriptor says of its columns, for whoever works with the rows of any table. */
interface TableShape {
  readonly columns: readonly string[];
  readonly references: Readonly<Record<string, Reference>>;
  readonly unique: readonly { readonly columns: readonly string[]; readonly collision: Collision }[];
  readonly together?: readonly (readonly string[])[];
  readonly keepsFirst?: readonly string[];
  readonly pair?: readonly [string, string];
  readonly numbered?: { readonly column: string; readonly as: 'counted' | 'printed' };
}

const shapes: Readonly<Record<TableName, TableShape>> = tables;

/** A table's columns and what is to know about them. */
export const shapeOf = (table: TableName): TableShape => shapes[table];

/** The columns of a table, in order. */
export const columnsOf = (table: TableName): readonly string[] => tables[table].columns;

/** Whether a text names a table. */
export const isTableName = (text: string): text is TableName => Object.hasOwn(tables, text);
