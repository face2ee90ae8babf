import type { CivilDate } from '../../../shared/model/dates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import type { Sheet } from '../../../shared/model/imports.ts';
import { foldName } from '../../../shared/model/people.ts';
import { orderOfDays } from '../imports/day-parts.ts';
import { nameKey, splitFullName } from '../imports/names.ts';
import { parseDay } from '../imports/times.ts';
import { isEmptyCell, parseEmail, parseYesNo } from '../imports/values.ts';

/** Someone who may be on a list. */
export interface Listable {
  readonly id: ParticipantId;
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
}

/** What a sheet says: the column that decides, whom it names, and the lines that are left out. */
interface SheetReading {
  readonly column: string | null;
  readonly people: readonly { readonly id: ParticipantId; readonly name: string; readonly metOn: CivilDate | null }[];
  readonly leftOut: readonly string[];
}

/** So many lines may stand above the people. */
const mostAbove = 20;

/**
 * Reads a list of people by what its cells hold, whatever the columns are called: someone is found by their e-mail
 * address, else by their name in one cell or in two beside each other. Where a heading says what the requirement is
 * called, its column decides, with a yes, a mark or a day; else everyone on the list has met it.
 */
export function readRequirementSheet({ rows }: Sheet, title: string, people: readonly Listable[]): SheetReading {
  const find = finder(people);
  const heading = headingOf(rows, title);
  const body = heading ? rows.slice(heading.row + 1) : rows;
  const order = heading ? orderOfDays(body.map((row) => row[heading.column] ?? '')) : 'month-first';
  const found = new Map<ParticipantId, { id: ParticipantId; name: string; metOn: CivilDate | null }>();
  const leftOut: string[] = [];
  let isAbove = heading === null;
  for (const [at, row] of body.entries()) {
    if (row.every((cell) => isEmptyCell(cell))) continue;
    const line = at + 1 + (heading ? heading.row + 1 : 0);
    const person = find(row);
    if (person === null || person === 'several') {
      // The rows above the first person are the list's own heading.
      if (isAbove && at < mostAbove && person === null) continue;
      const who = row.find((cell) => !isEmptyCell(cell)) ?? '';
      leftOut.push(
        person === 'several'
          ? `Line ${line}, “${who}”: several people here have that name; add their e-mail addresses to the list.`
          : `Line ${line}, “${who}”: no one in the cohort by that name or e-mail address.`,
      );
      continue;
    }
    isAbove = false;
    const cell = heading ? (row[heading.column] ?? '') : 'x';
    const { day, isMet } = said(cell, order);
    if (isMet === null) leftOut.push(`Line ${line}, ${person.name}: “${cell}” isn’t yes, no, or a date.`);
    else if (isMet) found.set(person.id, { id: person.id, name: person.name, metOn: day });
  }
  return { column: heading?.text ?? null, people: [...found.values()], leftOut };
}

function said(
  cell: string,
  order: ReturnType<typeof orderOfDays>,
): { readonly isMet: boolean | null; readonly day: CivilDate | null } {
  if (isEmptyCell(cell)) return { isMet: false, day: null };
  const { value } = parseYesNo(cell);
  if (value !== null) return { isMet: value === 'yes', day: null };
  const { value: day } = parseDay(cell, order);
  if (day !== null) return { isMet: true, day };
  if (/^(done|complete|completed|received|handed in|submitted|turned in|ok)[.!]?$/i.test(cell.trim()))
    return { isMet: true, day: null };
  return { isMet: /^(missing|open|pending|outstanding)[.!]?$/i.test(cell.trim()) ? false : null, day: null };
}

/** The column whose heading is the requirement's title, or holds it. */
function headingOf(rows: Sheet['rows'], title: string) {
  const wanted = foldName(title);
  for (const is of [(text: string) => text === wanted, (text: string) => text.includes(wanted)]) {
    for (const [row, cells] of rows.slice(0, mostAbove).entries()) {
      const column = cells.findIndex((cell) => is(foldName(cell)));
      if (column >= 0) return { row, column, text: (cells[column] ?? '').trim() };
    }
  }
  return null;
}

function finder(people: readonly Listable[]): (row: readonly string[]) => Listable | 'several' | null {
  const byEmail = new Map(people.flatMap((person) => (person.email ? [[person.email.toLowerCase(), person]] : [])));
  const byName = Map.groupBy(people, (person) => nameKey(person));
  const named = (key: string): Listable | 'several' | null => {
    const [one, other] = (key === '' ? undefined : byName.get(key)) ?? [];
    return other ? 'several' : (one ?? null);
  };
  return (row) => {
    for (const cell of row) {
      const email = cell.includes('@') ? parseEmail(cell).value : null;
      const person = email === null ? undefined : byEmail.get(email.toLowerCase());
      if (person) return person;
    }
    for (const [at, cell] of row.entries()) {
      if (isEmptyCell(cell)) continue;
      const next = row[at + 1] ?? '';
      const found =
        named(nameKey(splitFullName(cell).value)) ??
        named(nameKey({ givenName: cell, familyName: next })) ??
        named(nameKey({ givenName: next, familyName: cell }));
      if (found) return found;
    }
    return null;
  };
}
