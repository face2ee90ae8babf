import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Spreadsheet } from '../../../shared/model/imports.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { readCsv } from './csv.ts';
import { fileKind } from './file-kind.ts';
import { ReadingLimits, ReadingStopped, type ReadOptions } from './reading.ts';
import { decodeText } from './text-encoding.ts';
import { readWorkbook } from './xlsx.ts';

/** The largest file that is read at all, in bytes. */
const largestFile = 200_000_000;

/**
 * Reads a CSV or XLSX file, told apart by content, into sheets of text; nothing is understood yet. Refuses, in a
 * sentence that names the file, whatever is no spreadsheet, is empty, damaged, too big, not readable, or cancelled.
 */
export async function readSpreadsheet(path: string, options: ReadOptions = {}): Promise<Result<Spreadsheet>> {
  const file = basename(path);
  const limits = new ReadingLimits(options);
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  if (bytes.value.length === 0) return refuse(`“${file}” is empty. Export the list once more and choose the new file.`);
  const kind = fileKind(bytes.value);
  if (kind.kind === 'other') return refuse(`“${file}” is ${kind.is}, which can’t be imported. ${kind.advice}.`);
  try {
    limits.count(0, 0);
    if (kind.kind === 'workbook') return checkRows(await readWorkbook(file, bytes.value, kind.entries, limits));
    const text = decodeText(bytes.value);
    if (text === null || isMarkup(text.text)) return refuse(notATable(file));
    if (text.text.trim() === '') {
      return refuse(`“${file}” is empty. Export the list once more and choose the new file.`);
    }
    return checkRows(await readCsv(file, text, limits));
  } catch (problem) {
    return refuse(sayStop(file, problem, limits));
  }
}

/** A file’s bytes; refuses, in a sentence that names it, what can’t be read. */
export async function readBytes(path: string): Promise<Result<Buffer>> {
  const file = basename(path);
  try {
    await using handle = await open(path, 'r');
    const stat = await handle.stat();
    if (stat.isDirectory()) return refuse(`“${file}” is a folder. Choose a .csv or .xlsx file inside it.`);
    if (stat.size > largestFile) return refuse(sayTooBig(file));
    return done(await handle.readFile());
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return refuse(`“${file}” is not there any more. It may have been moved or renamed; choose it again.`);
    }
    if (code === 'EACCES' || code === 'EPERM') {
      return refuse(
        `“${file}” can’t be read: this account has no permission. Copy it to your own folder and try again.`,
      );
    }
    if (code === 'EISDIR') return refuse(`“${file}” is a folder. Choose a .csv or .xlsx file inside it.`);
    if (code === 'EBUSY') return refuse(`“${file}” is held by another program. Close it there and try again.`);
    return refuse(`“${file}” can’t be read from its disk. Copy it to this laptop and try again.`);
  }
}

/** Web pages, XML and JSON are text with commas in them, but no tables of cells. */
function isMarkup(text: string): boolean {
  return /^\s*(<\?xml|<!doctype|<html|<table|<svg|[[{]\s*[{["\]}])/i.test(text.slice(0, 1_000));
}

function checkRows(spreadsheet: Spreadsheet): Result<Spreadsheet> {
  const filled = spreadsheet.sheets.reduce(
    (sum, sheet) => sum + sheet.rows.filter((row) => row.some((cell) => cell.trim() !== '')).length,
    0,
  );
  const { file } = spreadsheet;
  if (filled === 0) return refuse(`“${file}” holds no rows. Export the list once more and choose the new file.`);
  if (filled === 1) {
    return refuse(`“${file}” has a header and no rows under it. Choose a file with at least one person.`);
  }
  return done(spreadsheet);
}

const notATable = (file: string): string =>
  `“${file}” is no spreadsheet. Choose a .csv or .xlsx file with one row a person and a header above.`;

const sayTooBig = (file: string): string =>
  `“${file}” is too big to import in one go. Split it into smaller files and import them one after the other.`;

function sayStop(file: string, problem: unknown, limits: ReadingLimits): string {
  if (problem instanceof ReadingStopped) {
    switch (problem.why) {
      case 'cancelled':
        return `Reading “${file}” was cancelled; nothing was imported.`;
      case 'too-big':
        return limits.rows > limits.maxRows ? sayTooLong(file, limits.maxRows) : sayTooBig(file);
      case 'no-table':
        return notATable(file);
      case 'damaged':
        return sayDamaged(file);
    }
  }
  // What libraries throw over a file's bytes was turned into a stop where they were called: this is our own bug.
  throw problem;
}

const sayTooLong = (file: string, maxRows: number): string =>
  `“${file}” has more than ${maxRows.toLocaleString('en-US')} rows. ` +
  'Split it into smaller files and import them one after the other.';

const sayDamaged = (file: string): string =>
  `“${file}” is damaged or not complete. Download or copy it once more, or save it anew from a spreadsheet program.`;
