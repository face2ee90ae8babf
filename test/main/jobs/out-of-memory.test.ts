import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type * as run from '../../../main/jobs/run.ts';
import { sayReadingLost } from '../../../main/spreadsheets/read/reading-refusals.ts';
import { folder } from '../papers/tools.ts';

const limits = '../../../main/jobs/thread-limits.ts';
let jobs: typeof run;

// A thread with little room: a file that fills the usual one would fill the machine that tests this. Another test of
// this process may have loaded the module with the usual limits, so it is loaded again.
beforeAll(async () => {
  vi.resetModules();
  vi.doMock(limits, () => ({ threadLimits: { maxOldGenerationSizeMb: 32 } }));
  jobs = await import('../../../main/jobs/run.ts');
});

afterAll(async () => {
  await jobs.endJobs();
  vi.doUnmock(limits);
  vi.resetModules();
});

it('a file that is too much for the memory of its thread is refused, and the next one is read', async () => {
  const at = await folder();
  const large = join(at, 'large.csv');
  await writeFile(large, `Name,Years\n${`${'A long answer. '.repeat(80)},5\n`.repeat(40_000)}`);
  const small = join(at, 'small.csv');
  await writeFile(small, 'Name,Years\nMei Lund,5\n');

  expect(await jobs.runJob('readSpreadsheet', { file: large }, { sayLost: sayReadingLost('large.csv') })).toMatchObject(
    {
      ok: false,
      problem: {
        sentence:
          '“large.csv” takes more memory than this laptop can spare. Split it into smaller files and import them one after the other.',
      },
    },
  );
  expect(await jobs.runJob('readSpreadsheet', { file: small })).toMatchObject({
    ok: true,
    value: {
      sheets: [
        {
          rows: [
            ['Name', 'Years'],
            ['Mei Lund', '5'],
          ],
        },
      ],
    },
  });
});
