// Reads one file in a process of its own, so that its peak of memory is its own too.
import { readSpreadsheet } from '../../../main/spreadsheets/read/read-spreadsheet.ts';

/** How a file that is too much was refused. */
export interface MonsterRead {
  readonly sentence: string;
  readonly milliseconds: number;
  /** Of the whole process, the program's code included. */
  readonly peakMegabytes: number;
}

const startedAt = performance.now();
const read = await readSpreadsheet(process.argv[2] ?? '');
const said: MonsterRead = {
  sentence: read.ok ? 'It was read.' : read.problem.sentence,
  milliseconds: performance.now() - startedAt,
  // Kilobytes on every system that Node runs on.
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
process.send?.(said);
process.disconnect?.();
