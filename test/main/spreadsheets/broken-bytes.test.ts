import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { guessImport } from '../../../main/features/imports/mapping.ts';
import { readSpreadsheet } from '../../../main/spreadsheets/read/read-spreadsheet.ts';
import type { Spreadsheet } from '../../../shared/model/imports.ts';
import { runs } from '../../runs.ts';
import { accepted, Desk, policy, sample, tempFile } from '../features/imports/import-desk.ts';

const slip = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('change', 'drop', 'repeat', 'cut'),
  length: fc.integer({ min: 1, max: 40 }),
  byte: fc.oneof(fc.constantFrom(0, 10, 13, 34, 44, 0x80, 0xff), fc.integer({ min: 0, max: 255 })),
});
type Slip = typeof slip extends fc.Arbitrary<infer Value> ? Value : never;

function broken(bytes: Buffer, slips: readonly Slip[]): Buffer {
  return slips.reduce<Buffer>((before, { at, kind, length, byte }) => {
    const from = Math.floor(at * before.length);
    const [start, piece, rest] = [
      before.subarray(0, from),
      before.subarray(from, from + length),
      before.subarray(from + length),
    ];
    if (kind === 'cut') return Buffer.from(start);
    if (kind === 'drop') return Buffer.concat([start, rest]);
    if (kind === 'repeat') return Buffer.concat([start, piece, piece, rest]);
    return Buffer.concat([start, Buffer.alloc(piece.length, byte), rest]);
  }, bytes);
}

/** Reads a file, and counts how often the reader came to look at its clock: it does with each piece of its work. */
async function readInSteps(path: string) {
  let steps = 0;
  const clock = (): number => {
    steps += 1;
    return 0;
  };
  return { read: await readSpreadsheet(path, { clock }), steps: () => steps };
}

const cellsOf = (spreadsheet: Spreadsheet): number =>
  spreadsheet.sheets.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.length, 0), 0);

test.each(['applications-web-form.csv', 'applications-office-form.xlsx', 'graduates-alpha-to-delta.xlsx'])(
  '%s with any bytes broken is read or refused in a sentence, and takes no more work than the whole one',
  async (name) => {
    const whole = readFileSync(sample(name));
    const path = tempFile(name, whole);
    const usual = await readInSteps(path);
    const usualCells = cellsOf(accepted(usual.read));
    const property = fc.asyncProperty(fc.array(slip, { minLength: 1, maxLength: 5 }), async (slips) => {
      writeFileSync(path, broken(whole, slips));
      const { read, steps } = await readInSteps(path);
      // A text may be read again in another encoding; a quotation mark that is gone may join or split cells.
      expect(steps()).toBeLessThanOrEqual(4 * usual.steps());
      if (read.ok) {
        expect(cellsOf(read.value)).toBeLessThanOrEqual(4 * usualCells);
        const guess = guessImport(read.value, policy);
        if (guess.ok) new Desk().take(read.value, guess.value);
      } else expect(read.problem.sentence).toContain(`“${name}”`);
    });
    await fc.assert(property, { numRuns: runs(150) });
  },
);

const header = ['Timestamp', 'Email', 'Name', 'School System', 'Highest position', 'Membership', 'Years in education'];
const person = fc.tuple(
  fc.constantFrom('4/1/2024 7:10:31 AM', '2024-04-02 19:10', 'Apr 3, 2024 7:10 AM', 'soon', ''),
  fc.constantFrom('mei@example.org', 'Ada <ada@example.org>', 'bo @example.org', 'none', ''),
  fc.constantFrom('Mei Lund', 'QUILL, ADA', 'Bo Reed, Ed.D.', 'Zoë “Zo” Núñez', ''),
  fc.constantFrom('Lee County Schools', 'LEE CO. SCH.', 'Auburn, “City”', '', 'Lee\nCounty'),
  fc.constantFrom('Yes', 'no', 'Yes (interim)', ''),
  fc.constantFrom('General', 'Delegate', 'None', 'not sure', ''),
  fc.constantFrom('5', '2-4', '15+', '7.5', '36 months', 'ten', ''),
);

test('the same list is the same people and the same facts, as a CSV and as a workbook', async () => {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const property = fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 10 }), async (people) => {
    const rows = [header, ...people.map((cells) => [...cells])];
    const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
    // Numbers are numbers in a workbook, as its owner typed them.
    const cells = rows.map((row) => row.map((cell) => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)));
    const book = await writeXlsx({ sheets: [{ name: 'List', rows: cells }] });
    const [asText, asBook] = [new Desk(), new Desk()];
    const [csv, xlsx] = [
      await asText.takeFile(tempFile('list.csv', text)),
      await asBook.takeFile(tempFile('list.xlsx', book)),
    ];
    expect(asBook.facts()).toEqual(asText.facts());
    const said = ({ row, outcome, name, notes }: (typeof csv.rows)[number]) => ({ row, outcome, name, notes });
    expect(xlsx.rows.map(said)).toEqual(csv.rows.map(said));
    expect(accepted(await readSpreadsheet(tempFile('list.csv', text))).sheets).toHaveLength(1);
  });
  await fc.assert(property, { numRuns: runs(60) });
});
