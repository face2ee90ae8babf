import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBadges } from '../../../main/features/badges/badge-paper.ts';
import { writeSchedule } from '../../../main/features/courses/schedule-paper.ts';
import { writeFeePapers } from '../../../main/features/fees/write-papers.ts';
import { writeCertificates } from '../../../main/features/graduates/certificate-paper.ts';
import { writeSignInSheets } from '../../../main/features/sign-in-sheets/paper.ts';
import { fontNames } from '../../../main/papers/fonts.ts';
import { writeListPaper } from '../../../main/papers/list-paper.ts';
import type { Page } from '../../../main/papers/paper.ts';
import { Pen } from '../../../main/papers/pen.ts';
import { readPreview } from '../../../main/papers/preview-files.ts';
import { outlineOf, Shaper } from '../../../main/papers/shaping.ts';
import { Typesetter } from '../../../main/papers/typesetter.ts';
import type { PaperOptions } from '../../../main/papers/write-paper.ts';
import { badgeCodeOf } from '../../../shared/model/badges.ts';
import { CivilDate } from '../../../shared/model/dates.ts';
import { stockOf } from '../../../shared/model/label-stock.ts';
import { Cents } from '../../../shared/model/money.ts';
import type { Result } from '../../../shared/model/result.ts';
import { type PdfPage, pdfDrawings, readLines } from './pdf-text.ts';
import { someBadgeId } from './read-codes.ts';

const name = 'Siobhán O’Sullivan-Núñez Wałęsa';
const code = badgeCodeOf(someBadgeId(1));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drawings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const papers: readonly (readonly [
  what: string,
  write: (file: string, options: PaperOptions) => Promise<Result<unknown>>,
])[] = [
  [
    'certificates',
    (file, options) =>
      writeCertificates(
        file,
        [
          {
            name,
            number: 'F-1',
            issuedOn: CivilDate.parse('2024-10-21'),
            paper: {
              design: 'engraved',
              cohort: 'Foxtrot',
              title: 'Certificate',
              statement: 'This certifies that {name} is done.',
              signatories: [{ name: 'Ana Li', role: 'Lead' }],
              program: 'AL-CTO',
              organization: 'ALET',
            },
          },
        ],
        options,
      ),
  ],
  [
    'invoices',
    (file, options) =>
      writeFeePapers(
        file,
        [
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
        ],
        options,
      ),
  ],
  [
    'badges',
    (file, options) =>
      writeBadges(
        file,
        {
          badges: [
            { number: 1, code, large: 'Siobhán', small: 'Wałęsa', organization: 'Lee County', cohort: 'Foxtrot' },
          ],
          stock: stockOf('letter-cut'),
          stockName: 'Plain paper',
          from: 2,
          withOutlines: true,
          program: 'AL-CTO',
          organization: 'ALET',
        },
        options,
      ),
  ],
  [
    'sign-in sheets',
    (file, options) =>
      writeSignInSheets(
        file,
        [
          {
            program: 'AL-CTO',
            title: 'Law',
            when: 'Mon, Jun 3, 2024',
            where: 'Ballroom B',
            lines: [{ name, letter: 'O', organization: 'Lee County', cohort: 'Foxtrot', number: 1, code }],
            blank: 2,
          },
        ],
        options,
      ),
  ],
  [
    'schedules',
    (file, options) =>
      writeSchedule(
        file,
        {
          organization: 'ALET',
          program: 'AL-CTO',
          title: 'Cohort Foxtrot',
          years: '2024',
          parts: [
            { title: 'Fall', sub: '', sessions: [{ day: 'Mon', hours: '8:00 AM', title: 'Law', details: [name] }] },
          ],
          toCome: ['IT Management'],
          contact: '',
          asOf: 'As of today',
        },
        options,
      ),
  ],
  [
    'lists',
    (file, options) =>
      writeListPaper(
        file,
        {
          name: 'Roster',
          columns: [
            { key: 'name', title: 'Name', kind: 'text' },
            { key: 'on', title: 'Applied', kind: 'date' },
            { key: 'fee', title: 'Fee', kind: 'money' },
          ],
          rows: Array.from({ length: 80 }, () => ({ name, on: '2024-06-03', fee: 7_500 })),
        },
        options,
      ),
  ],
];

/** A text where it stands on a page, as the glyphs of whichever of the paper's typefaces it may be set in. */
interface PlacedText {
  readonly x: number;
  readonly baseline: number;
  readonly glyphs: string;
}

const shaper = new Shaper();

/** The texts of a PDF's page, each as every typeface would set it. */
function textsOfPdf({ content, height, fonts }: PdfPage): readonly (readonly PlacedText[])[] {
  const blocks = [...content.matchAll(/BT\n([\s\S]*?)ET/g)].map(([block]) => block);
  return blocks.map((block) => {
    const [, x, y] = /1 0 0 1 (\S+) (\S+) Tm/.exec(block) ?? [];
    const [text = ''] = readLines(block, fonts);
    return fontNames.map((font) => ({
      x: Number(x),
      baseline: height - Number(y),
      glyphs: shaper
        .shape(font, text)
        .glyphs.filter(({ id }) => outlineOf(font, id) !== '')
        .map(({ id }) => `${font}-${id}`)
        .join(' '),
    }));
  });
}

const textsOfSvg = (svg: string): readonly PlacedText[] =>
  [...svg.matchAll(/<g fill="[^"]+" transform="matrix\(\S+ 0 0 \S+ (\S+) (\S+)\)">(.*?)<\/g>/g)].map(
    ([, x, baseline, uses = '']) => ({
      x: Number(x),
      baseline: Number(baseline),
      glyphs: [...uses.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).join(' '),
    }),
  );

describe('A page on the screen', () => {
  test.each(papers)('has what the PDF of %s has, where it has it', async (what, write) => {
    const preview = mkdtempSync(join(folder, `${what}-`));
    const file = join(preview, 'paper.pdf');
    expect((await write(file, { preview })).ok).toBe(true);
    const pages = pdfDrawings(readFileSync(file));
    const drawn = await readPreview(preview);
    expect(drawn).toMatchObject({ pages: pages.length, width: pages[0]?.width, height: pages[0]?.height });
    const svgs = await drawn.read(0, 100);
    expect(svgs).toHaveLength(pages.length);
    for (const [at, page] of pages.entries()) {
      const svg = svgs[at] ?? '';
      const shown = textsOfSvg(svg);
      const printed = textsOfPdf(page);
      expect(shown).toHaveLength(printed.length);
      for (const [index, candidates] of printed.entries()) {
        const { x = 0, baseline = 0, glyphs } = shown[index] ?? {};
        expect(candidates.map((each) => each.glyphs)).toContain(glyphs);
        expect(candidates[0]?.x).toBeCloseTo(x, 2);
        expect(candidates[0]?.baseline).toBeCloseTo(baseline, 2);
      }
      const [, body = ''] = svg.split('</defs>');
      expect([...body.matchAll(/<path /g)]).toHaveLength([...page.content.matchAll(/ (?:S|f|B) Q\n/g)].length);
      expect([...body.matchAll(/<use href="#[A-Z]/g)]).toHaveLength([...page.content.matchAll(/ Do\n/g)].length);
      for (const [, used = ''] of svg.matchAll(/href="#([^"]+)"/g)) expect(svg).toMatch(`id="${used}"`);
      expect([...svg.matchAll(/<g[ >]/g)].length).toBe([...svg.matchAll(/<\/g>/g)].length);
      expect(svg).not.toMatch(/NaN|undefined|<script|on\w+=/);
    }
  });

  test('takes the border of the certificates once on the disk, and has it on every page', async () => {
    const preview = mkdtempSync(join(folder, 'many-'));
    const issuedOn = CivilDate.parse('2024-10-21');
    const paper = {
      design: 'engraved',
      cohort: 'Foxtrot',
      title: 'Certificate',
      statement: 'For {name}.',
      signatories: [],
      program: 'AL-CTO',
      organization: 'ALET',
    } as const;
    const many = Array.from({ length: 40 }, (_, at) => ({ name, number: `F-${at}`, issuedOn, paper }));
    await writeCertificates(join(preview, 'paper.pdf'), many, { preview });
    const svgs = await (await readPreview(preview)).read(0, 40);
    for (const svg of svgs) expect(svg.match(/<g id="Border792">/g)).toHaveLength(1);
    const whole = svgs.reduce((sum, svg) => sum + svg.length, 0);
    expect(statSync(join(preview, 'pages.svg')).size).toBeLessThan(whole / 5);
  });
});

describe('A pen', () => {
  test('hands each page on as it is finished, and keeps nothing', async () => {
    const handed: Page[] = [];
    const pen = new Pen(new Typesetter(new Shaper()), async (page) => void handed.push(page));
    const style = { font: 'sans', size: 10, colour: '#000000' } as const;
    await pen.page(() => pen.tag('P', () => pen.line('One', style, 10, 20, 100)), 'First');
    expect(handed).toEqual([
      {
        size: null,
        outline: 'First',
        contents: [
          {
            kind: 'tag',
            tag: 'P',
            title: '',
            alt: '',
            actual: '',
            continues: false,
            contents: [{ kind: 'text', text: 'One', ...style, x: 10, baseline: 20, tracking: 0 }],
          },
        ],
      },
    ]);
  });

  test('draws nothing that is neither read nor an artifact, and nothing outside of a page', async () => {
    const pen = new Pen(new Typesetter(new Shaper()), async () => {});
    const rule = () => pen.rule(0, 10, 10, '#000000', 1);
    await expect(pen.page(rule)).rejects.toThrow('What is drawn is either read or an artifact.');
    expect(() => pen.artifact('Layout', rule)).toThrow('There is no page to draw on.');
  });
});
