import type { CivilDate } from './dates.ts';
import type { Cents } from './money.ts';

/** What a column holds, and so how a table shows it and a spreadsheet types it. Money is in cents. */
export type ColumnKind = 'text' | 'number' | 'date' | 'instant' | 'money' | 'yes-no';

/** A cell's value: a text, `YYYY-MM-DD` or an ISO moment for dates, a number, cents for money, 1 or 0 for yes and no. */
export type TableCell = string | number | null;

/** A row of a table by its columns' keys; a missing key is an empty cell. */
export type TableRow<Key extends string = string> = Readonly<Partial<Record<Key, TableCell>>>;

/** One column of a table, the same on the screen, in a workbook and in a CSV. */
export interface TableColumn<Key extends string = string> {
  readonly key: Key;
  readonly title: string;
  readonly kind: ColumnKind;
  /** In characters; left out: as wide as its content, within reason. */
  readonly width?: number;
}

/** One person on the roster of a cohort. Null: not known, or it does not apply. */
export interface RosterRow {
  /** Place in the order of acceptance, from 1. */
  readonly place: number | null;
  readonly name: string;
  readonly certificateName: string | null;
  readonly organization: string | null;
  readonly jobTitle: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly membership: string | null;
  readonly highestPost: boolean | null;
  readonly tier: number | null;
  readonly years: number | null;
  readonly appliedOn: CivilDate | null;
  /** As the screen says it: `Accepted`, `Waiting`. */
  readonly status: string;
  readonly fee: Cents | null;
  readonly paid: Cents | null;
  /** What the person asked for: a ramp, a meal, an interpreter. */
  readonly needs: string | null;
  readonly remark: string | null;
}

export type RosterKey = keyof RosterRow & string;

/** Every column that a roster can have, in the order in which they stand. */
export const rosterColumns: readonly TableColumn<RosterKey>[] = [
  { key: 'place', title: 'Place', kind: 'number' },
  { key: 'name', title: 'Name', kind: 'text' },
  { key: 'certificateName', title: 'Name on certificate', kind: 'text' },
  { key: 'organization', title: 'School system', kind: 'text' },
  { key: 'jobTitle', title: 'Job title', kind: 'text' },
  { key: 'email', title: 'Email', kind: 'text' },
  { key: 'phone', title: 'Phone', kind: 'text' },
  { key: 'membership', title: 'Membership', kind: 'text' },
  { key: 'highestPost', title: 'Highest post', kind: 'yes-no' },
  { key: 'tier', title: 'Tier', kind: 'number' },
  { key: 'years', title: 'Years', kind: 'number' },
  { key: 'appliedOn', title: 'Applied', kind: 'date' },
  { key: 'status', title: 'Status', kind: 'text' },
  { key: 'fee', title: 'Fee', kind: 'money' },
  { key: 'paid', title: 'Paid', kind: 'money' },
  { key: 'needs', title: 'Needs', kind: 'text' },
  { key: 'remark', title: 'Remark', kind: 'text' },
];

/** The columns that a roster shows until somebody chooses others. */
export const usualRosterColumns: readonly RosterKey[] = [
  'place',
  'name',
  'organization',
  'jobTitle',
  'email',
  'phone',
  'tier',
  'years',
  'appliedOn',
  'status',
];
