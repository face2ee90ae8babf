import { basename } from 'node:path';
import Papa from 'papaparse';
import { sayCount } from '../../../shared/model/counts.ts';
import type { Spreadsheet } from '../../../shared/model/imports.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { openRegularFile } from '../../files/regular-file.ts';
import { fileKind } from '../../spreadsheets/read/file-kind.ts';
import { readBytes, readSpreadsheet } from '../../spreadsheets/read/read-spreadsheet.ts';
import { type ReadOptions, trimSheet } from '../../spreadsheets/read/reading.ts';
import { decodeText } from '../../spreadsheets/read/text-encoding.ts';
import { looksLikeScanLog } from './columns.ts';

/** More lines than a scanner’s memory holds, by far. */
const mostLines = 100_000;
/** More bytes than so many lines of scans take. */
const mostBytes = 20_000_000;
/** A scan takes a few dozen letters; of a longer line the rest tells nothing. */
const longestLine = 2_000;

declare module '../../jobs/job.ts' {
  interface Jobs {
    readonly readScanLog: { readonly input: { readonly file: string }; readonly output: Spreadsheet };
  }
}

/**
 * Reads a scanner log: text with a line a scan, or a workbook. Unlike other lists it is taken line by line, so that
 * a log that was cut off, or has a quotation mark that nothing closes, loses that line and no other.
 */
export async function readScanLog(path: string, options: ReadOptions = {}): Promise<Result<Spreadsheet>> {
  const file = basename(path);
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  if (bytes.value.length > mostBytes && fileKind(bytes.value).kind === 'text') {
    const most = sayCount(mostBytes / 1_000_000);
    return refuse(`“${file}” has more than ${most} MB, more than any scanner log. Choose another file.`);
  }
  if (bytes.value.every((byte) => byte === 0)) return refuse(sayEmpty(file));
  const kind = fileKind(bytes.value);
  if (kind.kind === 'workbook') return readSpreadsheet(path, options);
  if (kind.kind === 'other') {
    return refuse(`“${file}” is ${kind.is}, not a scanner log. Choose the .csv or .txt file that the scanner saved.`);
  }
  const decoded = decodeText(bytes.value);
  if (decoded === null || /^\s*(<|[[{]\s*[{["\]}])/.test(decoded.text.slice(0, 1_000))) {
    return refuse(`“${file}” isn’t a scanner log. Choose the .csv or .txt file that the scanner saved, a line a scan.`);
  }
  if (decoded.text.trim() === '') return refuse(sayEmpty(file));
  const lines = linesOf(decoded.text);
  if (lines.length > mostLines) {
    return refuse(`“${file}” has ${sayCount(lines.length)} lines, more than any scanner log. Choose another file.`);
  }
  const delimiter = delimiterOf(lines);
  const rows = trimSheet(lines.map((line) => cellsOf(line, delimiter)));
  const openEnd = !/[\r\n]\s*$/.test(decoded.text);
  const sheets = [{ name: file, rows }];
  return done({ file, format: 'csv', encoding: decoded.encoding, delimiter, openEnd, sheets });
}

const sayEmpty = (file: string): string =>
  `“${file}” is empty: nothing was scanned, or it was not copied whole. Copy it from the scanner again.`;

/** Whether a file’s beginning is a scanner log; a workbook or a list of people is none. Never refuses. */
export async function beginsLikeScanLog(path: string): Promise<boolean> {
  try {
    const opened = await openRegularFile(path);
    if (!opened.ok) return false;
    await using handle = opened.value.handle;
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(65_536), position: 0 });
    const bytes = buffer.subarray(0, bytesRead);
    const decoded = fileKind(bytes).kind === 'text' ? decodeText(bytes) : null;
    if (decoded === null) return false;
    // The last line may be cut in the middle by the end of the buffer.
    const whole = linesOf(decoded.text);
    const lines = bytesRead === 65_536 ? whole.slice(0, -1) : whole;
    const delimiter = delimiterOf(lines);
    return looksLikeScanLog(lines.map((line) => cellsOf(line, delimiter)));
  } catch {
    return false;
  }
}

/** Every line, blank ones too, so that each keeps its number. Excel’s line `sep=;` counts and says nothing. */
const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line, at) => (at === 0 && /^"?sep=.?"?$/i.test(line) ? '' : line.slice(0, longestLine)));

const candidates = [',', '\t', ';', '|'] as const;

/** What divides most lines; null: nothing but spaces does. */
function delimiterOf(lines: readonly string[]): string | null {
  const sample = lines.filter((line) => line.trim() !== '').slice(0, 400);
  const bare = sample.map((line) => line.replace(/"[^"]*"/g, ''));
  const divided = candidates
    .map((candidate) => ({ candidate, count: bare.filter((line) => line.includes(candidate)).length }))
    .filter(({ count }) => count >= sample.length / 2);
  const most = Math.max(0, ...divided.map(({ count }) => count));
  return divided.find(({ count }) => count === most)?.candidate ?? null;
}

function cellsOf(line: string, delimiter: string | null): string[] {
  const text = line.trim();
  if (text === '') return [];
  if (delimiter === null) return text.split(/\s+/).map(bareCell);
  if (!line.includes('"')) return line.split(delimiter).map(bareCell);
  const { data, errors } = Papa.parse<string[]>(line, { delimiter });
  const isOpen = errors.some(({ code }) => code === 'MissingQuotes');
  return (isOpen ? line.split(delimiter) : (data[0] ?? [])).map(bareCell);
}

/** A cell as it is meant: some programs write `="0012"`, so that a spreadsheet keeps the zeros. */
const bareCell = (cell: string): string => cell.trim().replace(/^="(.*)"$/, '$1');
