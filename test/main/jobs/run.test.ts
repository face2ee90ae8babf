import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { WorkProgress } from '../../../main/files/progress.ts';
import { endJobs, runJob, stopJobs } from '../../../main/jobs/run.ts';
import { CivilDate } from '../../../shared/model/dates.ts';
import type { CertificatePaper } from '../../../shared/model/graduates.ts';
import { isCancelled } from '../is-cancelled.ts';
import { folder } from '../papers/tools.ts';

afterAll(endJobs);

const sheet = (count: number) => ({
  name: 'Applicants',
  columns: [
    { key: 'name', title: 'Name', kind: 'text' as const },
    { key: 'zip', title: 'ZIP', kind: 'text' as const },
  ],
  rows: Array.from({ length: count }, (_, index) => ({ name: `Zoë ${index}`, zip: '00123' })),
});

const paper: CertificatePaper = {
  design: 'engraved',
  cohort: 'Foxtrot',
  title: 'Certificate',
  statement: 'For {name}',
  signatories: [],
  program: 'AL-CTO',
  organization: 'ALET',
};

describe('Long work in a thread of its own', () => {
  test('writes a workbook that it can read again, and says how far it is', async () => {
    const file = join(await folder(), 'list.xlsx');
    const reports: WorkProgress[] = [];
    const onProgress = (progress: WorkProgress) => reports.push(progress);
    const written = await runJob('writeWorkbook', { file, sheets: [sheet(5_001)] }, { onProgress });
    expect(written).toEqual({ ok: true, value: { rows: 5_001 } });
    expect(reports.at(-1)).toEqual({ done: 5_001, total: 5_001 });
    const read = await runJob('readSpreadsheet', { file });
    expect(read.ok && read.value.sheets[0]?.rows[5_001]).toEqual(['Zoë 5000', '00123']);
  });

  test('writes a CSV and certificates', async () => {
    const at = await folder();
    expect(await runJob('writeCsv', { file: join(at, 'x.csv'), sheet: sheet(1) })).toMatchObject({ ok: true });
    expect(await readFile(join(at, 'x.csv'), 'utf8')).toBe('\uFEFFName,ZIP\r\nZoë 0,00123\r\n');
    const ana = { name: 'Ana', paper, number: 'A-1', issuedOn: CivilDate.parse('2024-10-21') };
    const printed = await runJob('writeCertificates', { file: join(at, 'x.pdf'), certificates: [ana], designs: {} });
    expect(printed).toEqual({ ok: true, value: { printed: 1, refused: [] } });
  });

  test('hands a refusal back as it is', async () => {
    const file = join(await folder(), 'gone', 'x.csv');
    const result = await runJob('writeCsv', { file, sheet: sheet(1) });
    expect(result).toMatchObject({
      ok: false,
      problem: { sentence: expect.stringContaining('“x.csv” was not written') },
    });
  });

  test('stops when it is cancelled, writes nothing, and is ready for the next', async () => {
    const at = await folder();
    const stop = new AbortController();
    const running = runJob(
      'writeWorkbook',
      { file: join(at, 'x.xlsx'), sheets: [sheet(60_000)] },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    const result = await running;
    expect(!result.ok && isCancelled(result.problem)).toBe(true);
    expect(result).toMatchObject({ problem: { sentence: 'Canceled: nothing was saved.' } });
    expect(await readdir(at)).toEqual([]);
    expect(await runJob('writeCsv', { file: join(at, 'x.csv'), sheet: sheet(1) })).toMatchObject({ ok: true });
  });

  test('does not begin what was canceled before', async () => {
    const at = await folder();
    const result = await runJob(
      'writeCsv',
      { file: join(at, 'x.csv'), sheet: sheet(1) },
      { signal: AbortSignal.abort() },
    );
    expect(!result.ok && isCancelled(result.problem)).toBe(true);
    expect(await readdir(at)).toEqual([]);
  });

  test('does several at a time, each in its turn', async () => {
    const at = await folder();
    const all = [1, 2, 3, 4, 5].map((n) => runJob('writeCsv', { file: join(at, `${n}.csv`), sheet: sheet(n) }));
    expect((await Promise.all(all)).map((result) => result.ok && result.value)).toEqual(
      [1, 2, 3, 4, 5].map((rows) => ({ rows })),
    );
  });

  test.each([
    ['the program ends', endJobs],
    ['its desk closes', stopJobs],
  ])('is cancelled, files and all, when %s', async (_, end) => {
    const at = await folder();
    const large = { file: join(at, 'x.xlsx'), sheets: [sheet(50_000)] };
    const result = await runJob('writeWorkbook', large, { onProgress: () => void end() });
    expect(!result.ok && isCancelled(result.problem)).toBe(true);
    expect(await readdir(at)).toEqual([]);
    expect(await runJob('writeCsv', { file: join(at, 'x.csv'), sheet: sheet(1) })).toMatchObject({ ok: true });
  });

  test('rejects where a job has a bug, and goes on', async () => {
    const at = await folder();
    const broken = { ...sheet(1), zone: 'Nowhere/Land' };
    await expect(runJob('writeCsv', { file: join(at, 'x.csv'), sheet: broken })).rejects.toThrow('Nowhere/Land');
    expect(await runJob('writeCsv', { file: join(at, 'x.csv'), sheet: sheet(1) })).toMatchObject({ ok: true });
  });
});
