import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSignInSheets } from '../../../main/features/attendance/sign-in-sheet.ts';
import { writeBadges } from '../../../main/features/badges/badge-paper.ts';
import { writeSchedule } from '../../../main/features/courses/schedule-paper.ts';
import { writeFeePapers } from '../../../main/features/fees/write-papers.ts';
import { writeCertificates } from '../../../main/features/graduates/certificate-paper.ts';
import { fontFile } from '../../../main/papers/fonts.ts';
import { writeListPaper } from '../../../main/papers/list-paper.ts';
import { PageDrawings } from '../../../main/papers/page-drawing.ts';
import { badgeCodeOf } from '../../../shared/model/badges.ts';
import { CivilDate } from '../../../shared/model/dates.ts';
import { stockOf } from '../../../shared/model/label-stock.ts';
import { Cents } from '../../../shared/model/money.ts';
import type { Result } from '../../../shared/model/result.ts';
import { pdfPages } from './pdf-text.ts';
import { someBadgeId } from './read-codes.ts';

const name = 'Siobhán O’Sullivan-Núñez Wałęsa';
const code = badgeCodeOf(someBadgeId(1));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drawings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const papers: readonly (readonly [what: string, write: (file: string) => Promise<Result<unknown>>])[] = [
  [
    'certificates',
    (file) =>
      writeCertificates(file, [{ name, cohort: 'Foxtrot', number: 'F-1', issuedOn: CivilDate.parse('2024-10-21') }], {
        title: 'Certificate',
        statement: 'This certifies that {name} is done.',
        signatories: [{ name: 'Ana Li', role: 'Lead' }],
        program: 'AL-CTO',
        organization: 'ALET',
      }),
  ],
  [
    'invoices',
    (file) =>
      writeFeePapers(file, [
        {
          title: 'Invoice',
          number: 'INV-1',
          from: ['ALET'],
          toTitle: 'Bill to',
          to: [name],
          facts: [['Issued', 'Jun 3, 2024']],
          lines: [{ name, detail: 'Course fee', cents: Cents.parse(7_500) }],
          totalTitle: 'Total due',
          closing: [],
        },
      ]),
  ],
  [
    'badges',
    (file) =>
      writeBadges(file, {
        badges: [{ number: 1, code, large: 'Siobhán', small: 'Wałęsa', organization: 'Lee County', cohort: 'Foxtrot' }],
        stock: stockOf('letter-cut'),
        stockName: 'Plain paper',
        from: 2,
        withOutlines: true,
        program: 'AL-CTO',
        organization: 'ALET',
      }),
  ],
  [
    'sign-in sheets',
    (file) =>
      writeSignInSheets(file, [
        {
          program: 'AL-CTO',
          title: 'Law',
          when: 'Mon, Jun 3, 2024',
          where: 'Ballroom B',
          lines: [{ name, letter: 'O', organization: 'Lee County', cohort: 'Foxtrot', number: 1, code }],
          blank: 2,
        },
      ]),
  ],
  [
    'schedules',
    (file) =>
      writeSchedule(file, {
        organization: 'ALET',
        program: 'AL-CTO',
        title: 'Cohort Foxtrot',
        years: '2024',
        parts: [{ title: 'Fall', sub: '', sessions: [{ day: 'Mon', hours: '8:00 a', title: 'Law', details: [name] }] }],
        toCome: ['IT Management'],
        contact: '',
        asOf: 'As of today',
      }),
  ],
  [
    'lists',
    (file) =>
      writeListPaper(file, {
        name: 'Roster',
        columns: [
          { key: 'name', title: 'Name', kind: 'text' },
          { key: 'on', title: 'Applied', kind: 'date' },
          { key: 'fee', title: 'Fee', kind: 'money' },
        ],
        rows: Array.from({ length: 80 }, () => ({ name, on: '2024-06-03', fee: 7_500 })),
      }),
  ],
];

describe('A page as it is drawn on the screen', () => {
  test.each(papers)('has every letter of %s', async (what, write) => {
    const file = join(folder, `${what}.pdf`);
    expect((await write(file)).ok).toBe(true);
    const pdf = readFileSync(file);
    const drawings = new PageDrawings(pdf);
    const pages = pdfPages(pdf);
    expect(drawings.pages).toHaveLength(pages.length);
    for (const [at, said] of pages.entries()) {
      const svg = drawings.svg(at);
      const letters = [...said.join('').normalize('NFC')].filter(
        (letter) => letter.trim() !== '' && letter !== '\uFFFD',
      );
      const drawn = [...svg.matchAll(/<use /g)].length;
      // Two letters may share a sign, and a sign may be drawn in two parts.
      expect(drawn).toBeGreaterThan(letters.length * 0.9);
      expect(drawn).toBeLessThan(letters.length * 1.1);
      for (const [, used = ''] of svg.matchAll(/href="#([^"]+)"/g)) expect(svg).toContain(`<path id="${used}" d="M`);
      expect([...svg.matchAll(/<g[ >]/g)].length).toBe([...svg.matchAll(/<\/g>/g)].length);
      expect(svg).not.toMatch(/NaN|undefined|<script|on\w+=/);
    }
  });

  test('refuses to draw less than is printed: what it does not know it throws at', async () => {
    const doc = new PDFDocument({ size: [200, 200] });
    const bytes: Buffer[] = [];
    const over = new Promise<void>((resolve) => doc.on('end', resolve));
    doc.on('data', (chunk: Buffer) => bytes.push(chunk));
    doc.registerFont('sans', fontFile('sans'));
    doc.font('sans').text('Half seen');
    doc.rect(10, 10, 50, 50).clip();
    doc.end();
    await over;
    const drawings = new PageDrawings(Buffer.concat(bytes));
    expect(() => drawings.svg(0)).toThrow('The drawing operator W is not known here.');
    expect(() => drawings.svg(1)).toThrow('There is no page 2.');
  });

  test('is nothing of what is no PDF', () => {
    expect(() => new PageDrawings(Buffer.from('not a PDF'))).toThrow('Not a PDF.');
  });
});
