import { basename } from 'node:path';
import type { Spreadsheet } from '../../../shared/model/imports.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { readRegularFile } from '../../files/regular-file.ts';
import { readCsv } from './csv.ts';
import { fileKind } from './file-kind.ts';
import { ReadingLimits, ReadingStopped, type ReadOptions } from './reading.ts';
import { sayWhyStopped } from './reading-refusals.ts';
import { decodeText } from './text-encoding.ts';
import { readWorkbook } from './xlsx.ts';

/** The largest file that is read at all, in bytes. */
const largestFile = 200_000_000;

/**
 * Reads a CSV or XLSX file, told apart by content, into sheets of text; nothing is understood yet. Refuses, in a
 * sentence that names the file, whatever isn’t a spreadsheet, is empty, damaged, too big, not readable, or cancelled.
 */
export async function readSpreadsheet(path: string, options: ReadOptions = {}): Promise<Result<Spreadsheet>> {
  const file = basename(path);
  const limits = new ReadingLimits(options);
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  if (bytes.value.length === 0) return refuse(`“${file}” is empty. Export the list again and choose the new file.`);
  const kind = fileKind(bytes.value);
  if (kind.kind === 'other') return refuse(`“${file}” is ${kind.is}, which can’t be imported. ${kind.advice}.`);
  try {
    limits.pause();
    if (kind.kind === 'workbook') return checkRows(await readWorkbook(file, bytes.value, kind.entries, limits));
    const text = decodeText(bytes.value);
    if (text === null || isMarkup(text.text)) return refuse(notATable(file));
    if (text.text.trim() === '') {
      return refuse(`“${file}” is empty. Export the list again and choose the new file.`);
    }
    return checkRows(await readCsv(file, text, limits));
  } catch (problem) {
    // What libraries throw over a file's bytes was turned into a stop where they were called: the rest is our own bug.
    if (!(problem instanceof ReadingStopped)) throw problem;
    return refuse(sayWhyStopped(file, problem, limits.budgets));
  }
}

/** A file’s bytes; refuses, in a sentence that names it, what can’t be read. */
export async function readBytes(path: string): Promise<Result<Buffer>> {
  const read = await readRegularFile(path, largestFile);
  if (!read.ok) return read;
  return read.value === null ? refuse(sayTooBig(basename(path))) : done(read.value);
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
  if (filled === 0) return refuse(`“${file}” holds no rows. Export the list again and choose the new file.`);
  if (filled === 1) {
    return refuse(`“${file}” has a header and no rows under it. Choose a file with at least one person.`);
  }
  return done(spreadsheet);
}

const notATable = (file: string): string =>
  `“${file}” isn’t a spreadsheet. Choose a .csv or .xlsx file with one row a person and a header above.`;

const sayTooBig = (file: string): string =>
  `“${file}” is too big to import in one go. Split it into smaller files and import them one after the other.`;
