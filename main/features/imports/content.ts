import { type ImportField, type ImportKind, importFieldsOf, type Sheet } from '../../../shared/model/imports.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { dayCountOf, findDay, findDayNumber } from './day-parts.ts';
import { isEmptyHeader } from './header-names.ts';
import { headerOf } from './header-rows.ts';
import { membershipReader } from './memberships.ts';
import { isAnonymous, parseEmail, parsePhone, parseYesNo } from './values.ts';
import { parseYears } from './years.ts';

/** A column whose field its cells tell. */
interface ToldColumn {
  readonly column: number;
  readonly field: ImportField;
}

/** Tells how well a column's cells suit a field: higher is better, less than nothing where there are none. */
export function fitOf(sheet: Sheet, headerRow: number, policy: Policy): (field: ImportField, column: number) => number {
  const rows = sheet.rows.slice(headerRow, headerRow + sampledRows);
  const readMembership = membershipReader(policy.memberships);
  const tests: Partial<Record<ImportField, (cell: string) => boolean>> = {
    email: (cell) => parseEmail(cell).value !== null,
    membership: (cell) => parseYesNo(cell).value === null && readMembership(cell).value !== null,
    submittedAt: (cell) => findDay(cell.trim()) !== null || findDayNumber(cell.trim(), dayCountOf(sheet)) !== null,
    yearsInEducation: (cell) => parseYears(cell).value !== null,
    highestPost: (cell) => parseYesNo(cell).value !== null,
  };
  return (field, column) => {
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
    if (cells.length === 0) return rows.length === 0 ? 0 : -60;
    // Of the account that someone signed in with, or did not: the address that the form asks for counts before it.
    if (field === 'email' && cells.some(isAnonymous)) return 0;
    const test = tests[field];
    return test ? (cells.filter((cell) => isShort(cell) && test(cell)).length / cells.length) * 40 : 0;
  };
}

const sampledRows = 300;
/** Longer cells hold words of their own, and no field. */
const isShort = (cell: string): boolean => cell.length <= 500;
const enough = 0.8;

/**
 * Fields that no header named, told by the cells: e-mail addresses, phones, memberships, dates, yes and no. A yes or
 * no under a header with words of its own is an answer to another question, and stays unmapped.
 */
export function fieldsByContent(
  sheet: Sheet,
  headerRow: number,
  fields: readonly (ImportField | null)[],
  kind: ImportKind,
  policy: Policy,
): ToldColumn[] {
  const header = headerOf(sheet, headerRow);
  const rows = sheet.rows.slice(headerRow, headerRow + sampledRows);
  const readMembership = membershipReader(policy.memberships);
  // A plain no is also a way of saying “not a member”: it tells nothing here.
  const isMembership = (cell: string): boolean =>
    parseYesNo(cell).value === null && readMembership(cell).value !== null;
  const isTime = (cell: string): boolean => findDay(cell.trim()) !== null;
  const tests: readonly {
    readonly field: ImportField;
    readonly anyHeader: boolean;
    readonly test: (cell: string) => boolean;
  }[] = [
    { field: 'email', anyHeader: true, test: (cell) => parseEmail(cell).value !== null },
    { field: 'phone', anyHeader: false, test: (cell) => parsePhone(cell).note === undefined },
    { field: 'membership', anyHeader: false, test: isMembership },
    { field: 'submittedAt', anyHeader: false, test: isTime },
    { field: 'graduatedOn', anyHeader: false, test: isTime },
    { field: 'highestPost', anyHeader: false, test: (cell) => parseYesNo(cell).value !== null },
  ];
  const told: ToldColumn[] = [];
  for (const { field, anyHeader, test } of tests) {
    if (!importFieldsOf[kind].includes(field) || fields.includes(field)) continue;
    const column = fields.findIndex((taken, index) => {
      if (taken !== null || told.some((other) => other.column === index)) return false;
      if (!anyHeader && !isEmptyHeader(header[index] ?? '')) return false;
      const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== '');
      return cells.length >= 2 && cells.filter((cell) => isShort(cell) && test(cell)).length >= cells.length * enough;
    });
    if (column !== -1) told.push({ column, field });
  }
  return told;
}
