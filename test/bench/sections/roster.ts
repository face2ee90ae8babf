import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre/xlsx';
import { tableSheet } from '../../../main/spreadsheets/write/table-sheet.ts';
import { writeWorkbook } from '../../../main/spreadsheets/write/workbook.ts';
import type { TableColumn } from '../../../shared/model/roster.ts';
import { type Report, timed } from '../measure.ts';
import { applicantRow, header } from '../people.ts';

const columns: readonly TableColumn[] = header.map((title, index) => ({
  key: `c${index}`,
  title,
  kind: index === 9 ? 'number' : 'text',
}));

/** A roster workbook with widths, filter and print setup, beside the bare library's plain stream of the same rows. */
export async function roster(report: Report): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cohort-desk-bench-'));
  for (const count of [60, 100_000]) {
    const people = Array.from({ length: count }, (_, number) => applicantRow(number));
    const rows = people.map((cells) =>
      Object.fromEntries(cells.map((cell, index) => [`c${index}`, index === 9 ? Number(cell) : cell])),
    );
    const sheet = tableSheet('Roster of Foxtrot', columns, rows);
    const write = () => writeWorkbook(path.join(folder, 'ours.xlsx'), [sheet]);
    const bare = () => bareWorkbook(path.join(folder, 'bare.xlsx'), people);
    // A small file is over before the compiler has warmed up: once each before the clock runs.
    if (count === 60) {
      await write();
      await bare();
    }
    const floor = await timed(bare);
    const ours = await timed(write);
    const [unit, scale] = count === 60 ? (['ms', 1] as const) : (['s', 1_000] as const);
    report({
      name: `roster of ${count.toLocaleString('en-US')} rows`,
      unit,
      ours: ours / scale,
      floor: floor / scale,
      floorIs: 'bare hucre, streaming the same rows',
    });
  }
  rmSync(folder, { recursive: true, force: true });
}

async function bareWorkbook(file: string, people: readonly string[][]): Promise<void> {
  const stream = writeXlsxStream(
    people.map((cells) => cells.map((cell, index) => (index === 9 ? Number(cell) : cell))),
    { name: 'Roster', columns: header.map((title, index) => ({ key: `c${index}`, header: title, width: 20 })) },
  );
  await pipeline(Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(file));
}
