import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FeePaper } from '../../../../main/features/fees/fee-paper.ts';
import { writeFeePapers } from '../../../../main/features/fees/write-papers.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { pdfPages } from '../../papers/pdf-text.ts';
import { folder, has, output } from '../../papers/tools.ts';

const names = [
  'Renée McAllister',
  'Nguyễn Thị Minh Châu',
  'Bartholomew-Alexander Featherstonehaugh-Montgomery de la Cruz y Villanueva',
  'Siobhán O’Sullivan-Núñez',
  'Łukasz Wałęsa',
];

/** An invoice for so many people, the longest name in the sample among them. */
const invoiceFor = (count: number, changes: Partial<FeePaper> = {}): FeePaper => ({
  title: 'Invoice',
  number: 'AL-CTO-INV-001',
  from: ['ALET', 'Alabama Chief Technology Officer certification program', 'profdev@go-alet.org'],
  toTitle: 'Bill to',
  to: ['Lee County Schools'],
  facts: [
    ['Invoice', 'AL-CTO-INV-001'],
    ['Issued', 'Jun 3, 2024'],
    ['PO number', '24-0311'],
  ],
  lines: Array.from({ length: count }, (_, at) => ({
    name: names[at % names.length] ?? '',
    detail: 'AL-CTO course fee, Foxtrot',
    cents: Cents.parse(7_500),
  })),
  totalTitle: 'Total due',
  closing: [
    { title: 'Please pay to', lines: ['ALET', 'PO Box 1234', 'Montgomery, AL 36101'] },
    {
      title: '',
      lines: [
        'Please write AL-CTO-INV-001 on the check or the purchase order.',
        'Questions about this invoice: profdev@go-alet.org',
      ],
    },
  ],
  ...changes,
});

const now = new Date('2024-06-03T15:00:00Z');

async function print(...papers: readonly FeePaper[]) {
  const file = join(await folder(), 'papers.pdf');
  const result = await writeFeePapers(file, papers, { now });
  if (!result.ok) throw new Error([result.problem.sentence, ...result.problem.reasons].join(' '));
  return { file, pages: pdfPages(await readFile(file)), written: result.value };
}

describe('An invoice', () => {
  test('says who asks whom for what, line by line, and what it comes to', async () => {
    const { pages, written } = await print(invoiceFor(3));
    expect(written).toEqual({ papers: 1, pages: 1 });
    expect(pages[0]).toEqual(
      expect.arrayContaining([
        'ALET',
        'Bill to',
        'Lee County Schools',
        'Jun 3, 2024',
        'Nguyễn Thị Minh Châu',
        '$75.00',
        '3 participants',
        '$225.00',
        'PO Box 1234',
        'Page 1 of 1',
      ]),
    );
  });

  test('breaks over pages between rows, with its head and its columns repeated, and no row lost', async () => {
    const { pages } = await print(invoiceFor(90));
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, page] of pages.entries()) {
      expect(page).toEqual(
        expect.arrayContaining(['Participant', 'For', 'Amount', `Page ${at + 1} of ${pages.length}`]),
      );
      if (at > 0) expect(page).toContain('Invoice AL-CTO-INV-001, continued');
    }
    const numbers = pages.flat().filter((line) => /^\d{1,2}$/.test(line));
    expect(numbers).toEqual(Array.from({ length: 90 }, (_, at) => String(at + 1)));
    expect(pages.flat().filter((line) => line === 'Total due')).toHaveLength(1);
    expect(pages.at(-1)).toContain('$6,750.00');
  });

  test('never leaves its sum alone on a page, however many people stand on it', async () => {
    for (const count of [14, 16, 18, 20, 22, 24, 26]) {
      const { pages } = await print(invoiceFor(count));
      expect(pages.at(-1)?.filter((line) => line === '$75.00').length).toBeGreaterThan(0);
    }
  });

  test('starts a page of its own, with its own numbers, beside others in one file', async () => {
    const receipt = { title: 'Receipt', number: 'AL-CTO-REC-001', totalTitle: 'Total received' };
    const { pages, written } = await print(invoiceFor(40), invoiceFor(1, receipt));
    expect(written.papers).toBe(2);
    expect(pages.at(-1)).toEqual(expect.arrayContaining(['Receipt AL-CTO-REC-001', 'Page 1 of 1', '1 participant']));
  });

  test('sets a name that only one of the typefaces covers, and refuses one that none does, by name', async () => {
    const greek = { ...invoiceFor(1), to: ['Ελένη Παπαδοπούλου'] };
    expect((await print(greek)).pages[0]).toContain('Ελένη Παπαδοπούλου');
    const where = await folder();
    const refused = await writeFeePapers(join(where, 'papers.pdf'), [{ ...invoiceFor(1), to: ['王小明'] }], { now });
    expect(refused).toMatchObject({ ok: false, problem: { reasons: [expect.stringContaining('“王小明” has “王”')] } });
    expect(await readdir(where)).toEqual([]);
  });

  test('that is cancelled leaves no file', async () => {
    const where = await folder();
    const result = await writeFeePapers(join(where, 'papers.pdf'), [invoiceFor(3)], { signal: AbortSignal.abort() });
    expect(result.ok).toBe(false);
    expect(await readdir(where)).toEqual([]);
  });

  test.skipIf(!has('pdfinfo'))('is a sound, tagged PDF of Letter pages in the eyes of others', async () => {
    const { file } = await print(invoiceFor(40));
    const facts = output('pdfinfo', file);
    expect(facts).toMatch(/Tagged:\s+yes/);
    expect(facts).toMatch(/Page size:\s+612 x 792 pts \(letter\)/);
    expect(facts).toMatch(/Title:\s+Invoice AL-CTO-INV-001/);
  });
});
