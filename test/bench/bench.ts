// `npm run bench [-- section …] [-- --json]`: figures beside their floors, each section in a process of its own.
import { fork } from 'node:child_process';
import path from 'node:path';
import type { Measure } from './measure.ts';
import { sections } from './sections.ts';

/** A measure with the most memory that its section took, in MB. */
type Line = Measure & { readonly section: string; readonly peakMegabytes: number };

const words = process.argv.slice(2);
const wanted = words.filter((word) => !word.startsWith('--'));
const names = Object.keys(sections).filter((name) => wanted.length === 0 || wanted.includes(name));
const lines: Line[] = [];
for (const name of names) {
  if (!words.includes('--json')) console.error(`measuring ${name} …`);
  // A section that breaks is said, and costs the others nothing.
  lines.push(
    ...(await measure(name).catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
      return [];
    })),
  );
}
if (words.includes('--json')) console.log(JSON.stringify(lines, null, 2));
else printTable(lines);

function measure(section: string): Promise<Line[]> {
  return new Promise((resolve, reject) => {
    const measures: Measure[] = [];
    const child = fork(path.join(import.meta.dirname, 'section.ts'), [section]);
    child.on('message', (message: { measure?: Measure; peakMegabytes?: number }) => {
      if (message.measure) measures.push(message.measure);
      const { peakMegabytes } = message;
      if (peakMegabytes !== undefined) resolve(measures.map((one) => ({ peakMegabytes, ...one, section })));
    });
    child.on('exit', (code) => reject(new Error(`The section ${section} ended with code ${code} before it was done.`)));
  });
}

function printTable(all: readonly Line[]): void {
  const rows = all.map((line) => [
    line.name,
    `${say(line.ours)} ${line.unit}`,
    `${say(line.floor)} ${line.unit}`,
    `${(line.ours / line.floor).toFixed(2)} ×`,
    `${Math.round(line.peakMegabytes)} MB`,
    line.floorIs,
  ]);
  const table = [['what', 'ours', 'floor', 'ratio', 'peak', 'the floor is'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table) {
    console.log(
      row
        .map((cell, column) =>
          column > 0 && column < 5 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    );
  }
}

function say(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(2);
}
