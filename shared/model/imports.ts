import { z } from 'zod';
import { CivilDate, ClockTime, type Instant } from './dates.ts';
import type { SavedMappingId } from './ids.ts';
import type { JsonText } from './json.ts';

/** What a spreadsheet is taken for. */
export const importKinds = ['applications', 'graduates'] as const;
export const ImportKind = z.enum(importKinds);
export type ImportKind = z.infer<typeof ImportKind>;

/** What is known of a field that a column can be taken for. */
interface AboutField {
  /** Its name in a list to choose from. */
  readonly label: string;
  /** What it is called within a sentence. */
  readonly said: string;
  /** The kinds of spreadsheet that have such a column. */
  readonly of: readonly ImportKind[];
}

const applications = ['applications'] as const;
const graduates = ['graduates'] as const;

/** The fields that a column of applications or graduates can be taken for, in the order in which they are listed. */
export const aboutImportField = {
  submittedAt: { label: 'Time of submission', said: 'time of submission', of: applications },
  email: { label: 'E-mail address', said: 'e-mail address', of: importKinds },
  givenName: { label: 'First name', said: 'first name', of: importKinds },
  middleName: { label: 'Middle name', said: 'middle name', of: importKinds },
  familyName: { label: 'Last name', said: 'last name', of: importKinds },
  nameSuffix: { label: 'Suffix (Jr., III)', said: 'suffix of the name', of: importKinds },
  fullName: { label: 'Whole name', said: 'name', of: importKinds },
  preferredName: { label: 'Name to go by', said: 'name to go by', of: importKinds },
  certificateName: { label: 'Name on the certificate', said: 'name on the certificate', of: importKinds },
  organization: { label: 'School system', said: 'organization', of: importKinds },
  jobTitle: { label: 'Job title', said: 'job title', of: importKinds },
  highestPost: { label: 'Holds the highest EdTech position', said: 'highest technology position', of: applications },
  membership: { label: 'Membership', said: 'membership', of: applications },
  yearsInEducation: { label: 'Years in education', said: 'years in education', of: applications },
  phone: { label: 'Phone', said: 'phone', of: importKinds },
  payment: { label: 'Payment', said: 'payment', of: applications },
  needs: { label: 'Needs', said: 'needs', of: applications },
  cohort: { label: 'Cohort', said: 'cohort', of: graduates },
  graduatedOn: { label: 'Day of graduation', said: 'graduation date', of: graduates },
  recertificationReceivedOn: {
    label: 'Re-certification documents received',
    said: 're-certification documents received',
    of: graduates,
  },
  remark: { label: 'Notes', said: 'notes', of: graduates },
} as const satisfies Readonly<Record<string, AboutField>>;
export type ImportField = keyof typeof aboutImportField;

// Object.keys forgets that the keys are the fields.
export const importFields = Object.keys(aboutImportField) as readonly ImportField[];
export const ImportField = z.enum(importFields);

const fieldsOf = (kind: ImportKind): readonly ImportField[] =>
  importFields.filter((field) => aboutImportField[field].of.some((each) => each === kind));

/** The fields that a column of each kind of spreadsheet can be taken for. */
export const importFieldsOf: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  applications: fieldsOf('applications'),
  graduates: fieldsOf('graduates'),
};

/** A column's letters as spreadsheets show them: 0 is A, 26 is AA. */
export function columnLetter(column: number): string {
  const before = column >= 26 ? columnLetter(Math.floor(column / 26) - 1) : '';
  return before + String.fromCharCode(65 + (column % 26));
}

/** A sheet as it was read: every cell as text; a real date cell is `2024-04-01` or `2024-04-01T07:10:31`. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** A spreadsheet as it was read, nothing understood yet. */
export interface Spreadsheet {
  readonly file: string;
  readonly format: 'csv' | 'xlsx';
  /** Such as `UTF-8`, `windows-1252`; null for a workbook. */
  readonly encoding: string | null;
  /** Such as `,` or a tab; null for a workbook. */
  readonly delimiter: string | null;
  /** The last line has no end: it may have been cut off. Only where it is known. */
  readonly openEnd?: boolean;
  readonly sheets: readonly Sheet[];
}

/** A sheet's name: the file's, where a file is one sheet; workbooks have shorter ones. */
export const SheetName = z.string().max(300);

/** How one sheet's columns are taken: the header's row, and a field or null for each column. Rows count from 1, as spreadsheets do. */
export const SheetMapping = z.strictObject({
  sheet: SheetName,
  headerRow: z.int().min(1),
  fields: z.array(ImportField.nullable()).max(1_000),
});
export type SheetMapping = z.infer<typeof SheetMapping>;

/** When every row of a file was sent, where no column tells it; in the program's zone. Without a time: at the end of the day. */
export const SentAt = z.strictObject({ day: CivilDate, time: ClockTime.nullable().default(null) });
export type SentAt = z.infer<typeof SentAt>;

/** A header, cell by cell, and what each of its columns is taken for: what a saved mapping knows a sheet by. */
export const ColumnShape = z.strictObject({
  headers: z.array(z.string().max(5_000)).max(1_000),
  fields: z.array(ImportField.nullable()).max(1_000),
});
export type ColumnShape = z.infer<typeof ColumnShape>;

/** What the columns of a kind of spreadsheet were taken for, under a name; one shape for each different header. */
export interface SavedMapping {
  readonly id: SavedMappingId;
  readonly name: string;
  readonly kind: ImportKind;
  readonly shapes: JsonText<readonly ColumnShape[]>;
  readonly savedAt: Instant;
}

/** The most that one paste takes in, in letters: far more than a spreadsheet program copies. */
export const mostPasted = 20_000_000;

export const rowOutcomes = ['create', 'update', 'same', 'needs-a-look', 'cannot-be-used'] as const;
export const RowOutcome = z.enum(rowOutcomes);
export type RowOutcome = z.infer<typeof RowOutcome>;

/** What would become of one input row, and why. */
export interface ImportRow {
  readonly sheet: string;
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly name: string;
  readonly organization: string;
  /** A sentence each: what was not understood, in which column, and what to do. */
  readonly notes: readonly string[];
  readonly differences: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

export const sayRowOutcome: Record<RowOutcome, string> = {
  create: 'New',
  update: 'Update',
  same: 'Already here',
  'needs-a-look': 'Needs a look',
  'cannot-be-used': 'Can’t be used',
};
