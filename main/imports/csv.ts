import { Readable } from 'node:stream';
import Papa from 'papaparse';
import type { Spreadsheet } from '../../shared/model/imports.ts';
import { shapeOfText, type TextShape } from './delimiter.ts';
import { type ReadingLimits, ReadingStopped, trimSheet } from './reading.ts';
import type { DecodedText } from './text-encoding.ts';

const sliceLength = 262_144;

/**
 * Reads delimited text into one sheet. Throws `ReadingStopped` where the text is no table, has a quote that nothing
 * closes, is too big, or reading was cancelled.
 */
export async function readCsv(file: string, decoded: DecodedText, limits: ReadingLimits): Promise<Spreadsheet> {
  const { text, told } = takeSeparatorLine(decoded.text);
  const found = shapeOfText(text);
  const shape = told === null ? found : { ...found, delimiter: told };
  if (shape.delimiter === null && isProse(text)) throw new ReadingStopped('no-table');
  const rows = await parse(shape.mixedNewlines ? text.replaceAll('\r\n', '\n') : text, shape, limits);
  const sheet = { name: sheetName(file), rows: trimSheet(rows) };
  return { file, format: 'csv', encoding: decoded.encoding, delimiter: shape.delimiter, sheets: [sheet] };
}

/** Excel's first line `sep=;`, which it hides and does not count. */
function takeSeparatorLine(text: string): { readonly text: string; readonly told: string | null } {
  const line = /^"?sep=([,;|\t])"?(\r\n|\r|\n)/i.exec(text);
  return line ? { text: text.slice(line[0].length), told: line[1] ?? null } : { text, told: null };
}

/** One column is a list where its lines are short, such as addresses; sentences are a letter, not a list. */
function isProse(text: string): boolean {
  const lines = text
    .slice(0, 65_536)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const words = lines.reduce((sum, line) => sum + line.split(/\s+/).length, 0);
  return lines.length < 2 || words / lines.length > 3.5;
}

function sheetName(file: string): string {
  return file.replace(/\.[^.]{1,5}$/, '') || file;
}

function parse(text: string, shape: TextShape, limits: ReadingLimits): Promise<string[][]> {
  const rows: string[][] = [];
  // A column that nothing divides still needs a delimiter: one that no text holds.
  const delimiter = shape.delimiter ?? '\u001f';
  return new Promise((resolve, reject) => {
    const stream = Readable.from(slices(text));
    Papa.parse<string[]>(stream, {
      delimiter,
      newline: shape.newline,
      chunk: ({ data, errors, meta }, parser) => {
        try {
          if (errors.some((error) => error.code === 'MissingQuotes')) {
            throw new ReadingStopped('open-quote', rows.length + Math.max(1, data.length));
          }
          let cells = 0;
          for (const row of data) {
            cells += row.length;
            rows.push(row);
          }
          limits.count(data.length, cells);
          limits.report(meta.cursor / Math.max(1, text.length));
        } catch (problem) {
          // First of all: `abort` reports itself as complete.
          reject(problem);
          parser.abort();
          stream.destroy();
        }
      },
      complete: () => resolve(rows),
      error: reject,
    });
  });
}

function* slices(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += sliceLength) yield text.slice(at, at + sliceLength);
}
