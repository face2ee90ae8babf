import { isDayAlone, isTimeAlone, readEpoch, readMoment } from './times.ts';

/** Where a log’s codes and moments stand. Columns count from 0; the header’s row from 1, 0 where there is none. */
export interface ScanColumns {
  readonly headerRow: number;
  readonly code: number;
  /** A moment in one column, or a day and a time in two; null: the log has no times. */
  readonly when: { readonly moment: number } | { readonly day: number; readonly time: number } | null;
  /** A column that is named for the time, and holds none that can be read; null: there is none, or the times are read. */
  readonly unread: number | null;
}

type Rows = readonly (readonly string[])[];

const codeName =
  /^((bar|qr|badge|ticket|scan|scanned)? ?code|(qr|barcode|scan|scanned|badge|ticket)( (id|number|no|value|data|content|contents|text|result))?|data|contents?|value|text|payload|((attendee|guest|participant|person|user|badge) )?e ?mail( address)?|attendee( id| code)?|(participant|person|user) (id|code)|id|uid)$/;
const momentName =
  /\b(time ?stamp|date ?time|scanned (at|on)|scan(ned)? (time|date)|(date|time) (and|scanned)|at|when|epoch|unix|scanned|check(ed)? in|arriv(al|ed))\b/;
const dayName = /\b(date|day)\b/;
const timeName = /\b(time|clock|hour)\b/;
const wordsOf = (cell: string): string =>
  cell
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const searched = 20;
const sampled = 300;
const enough = 0.5;

/** Any zone will do to see whether a cell is a moment. */
const isMoment = (cell: string): boolean => readMoment(cell, 'UTC', 'month-first') !== null || isDayFirst(cell);
const isDayFirst = (cell: string): boolean => readMoment(cell, 'UTC', 'day-first') !== null;
const isEpoch = (cell: string): boolean => readEpoch(cell) !== null;
const looksLikeCode = (cell: string): boolean => /@\w|^CDB[0-9A-Z -]{6,}$/i.test(cell);

/** Finds the codes and the moments of a log, by their names where a header has them, and else by what they are. */
export function findScanColumns(rows: Rows): ScanColumns | null {
  const headerRow = headerOf(rows);
  const header = (rows[headerRow - 1] ?? []).map(wordsOf);
  const data = rows.slice(headerRow).filter((row) => row.length > 0);
  const sample = data.slice(0, sampled);
  const width = sample.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0) return null;
  const columns = Array.from({ length: width }, (_, column) => column);
  const fits = (test: (cell: string) => boolean) => (column: number) => {
    const cells = sample.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    return cells.length === 0 ? 0 : cells.filter(test).length / Math.max(cells.length, sample.length / 4);
  };
  /** The column that fits best; a name counts as much as half of the cells. */
  const best = (suits: (column: number) => number, name: RegExp, least: number, not: readonly number[] = []) => {
    const found = columns
      .filter((column) => !not.includes(column) && suits(column) >= least)
      .map((column) => ({ column, score: suits(column) + (name.test(header[column] ?? '') ? 0.5 : 0) }))
      .sort((a, b) => b.score - a.score || a.column - b.column);
    return found[0]?.column ?? null;
  };
  const written = best(
    fits((cell) => isMoment(cell) && !isEpoch(cell)),
    momentName,
    enough,
  );
  const day = best(fits(isDayAlone), dayName, enough);
  const time = best(fits(isTimeAlone), timeName, enough, day === null ? [] : [day]);
  const counted = width < 2 ? null : best(fits(isEpoch), momentName, 0.9);
  const when =
    written !== null
      ? { moment: written }
      : day !== null && time !== null
        ? { day, time }
        : counted !== null
          ? { moment: counted }
          : null;
  const taken = when === null ? [] : 'moment' in when ? [when.moment] : [when.day, when.time];
  const isRunning = (column: number): boolean =>
    sample.length > 2 &&
    sample.every((row, at) => at === 0 || Number(row[column]) === Number(sample[at - 1]?.[column]) + 1);
  const distinct = (column: number): number =>
    new Set(sample.map((row) => row[column] ?? '').filter((cell) => cell !== '')).size / sample.length;
  const likeACode = (column: number): number =>
    fits((cell) => cell !== '')(column) * 0.2 +
    fits(looksLikeCode)(column) +
    distinct(column) -
    (isRunning(column) ? 1 : 0) -
    fits((cell) => isMoment(cell) || isDayAlone(cell) || isTimeAlone(cell))(column);
  const code = best(likeACode, codeName, 0.05, taken) ?? columns.find((column) => !taken.includes(column)) ?? null;
  if (code === null) return null;
  const named = header.findIndex(
    (name, column) =>
      column !== code && (momentName.test(name) || timeName.test(name)) && fits((cell) => cell !== '')(column) > 0,
  );
  return { headerRow, code, when, unread: when === null && named !== -1 ? named : null };
}

/** The header’s row; 0: the log has none, and its first line is a scan. */
function headerOf(rows: Rows): number {
  const first = rows.findIndex((row) => row.length > 0);
  for (const [index, row] of rows.slice(0, searched).entries()) {
    if (row.length === 0 || row.some(isMoment)) continue;
    const names = row.map(wordsOf);
    const hasWhen = names.some((name) => momentName.test(name) || dayName.test(name) || timeName.test(name));
    const hasCode = names.some((name) => codeName.test(name));
    if (hasCode && (hasWhen || row.length === 1) && !row.some(looksLikeCode)) return index + 1;
  }
  // Names in another language: no digit and no address stands in them, and moments stand below.
  const row = rows[first] ?? [];
  const below = rows.slice(first + 1, first + 21).filter((each) => each.length > 0);
  const isNamed = row.length > 1 && row.every((cell) => cell !== '' && !/[\d@]/.test(cell));
  const hasMoments = below.filter((each) => each.some((cell) => isMoment(cell) || isTimeAlone(cell))).length;
  return isNamed && hasMoments > below.length / 2 ? first + 1 : 0;
}

/** Whether rows are a log of scans and no list of people: few columns, a moment in nearly every line, and a code. */
export function looksLikeScanLog(rows: Rows): boolean {
  const found = findScanColumns(rows);
  if (found === null || found.when === null) return false;
  const data = rows.slice(found.headerRow).filter((row) => row.length > 0);
  const widest = data.reduce((most, row) => Math.max(most, row.length), 0);
  if (widest > 10 || data.length === 0) return false;
  const { code } = found;
  const isOneWord = data.filter((row) => /^\S+$/.test(row[code] ?? '')).length;
  const header = (rows[found.headerRow - 1] ?? []).map(wordsOf).join(' ');
  const columns = Array.from({ length: widest }, (_, column) => data.map((row) => row[column] ?? ''));
  return isOneWord >= data.length * 0.9 && !ofPeople.test(header) && !columns.some(holdsNames);
}

const ofPeople = /\b(first|last|given|family|full|your) ?name\b|\bmembership\b|\bgraduat/;

/** Names of people, nearly all different: a scanner knows none. */
function holdsNames(cells: readonly string[]): boolean {
  const names = cells.filter((cell) => /^[\p{L}\p{M}.'’-]+(,? [\p{L}\p{M}.'’-]+)+$/u.test(cell));
  return names.length > cells.length / 2 && new Set(names).size > names.length / 2;
}
