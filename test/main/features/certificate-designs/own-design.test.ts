import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DesignMaterial } from '../../../../main/features/certificate-designs/material.ts';
import { writeCertificates } from '../../../../main/features/graduates/certificate-paper.ts';
import { drawPage, takePage } from '../../../../main/papers/pdf-pages.ts';
import { readPreview } from '../../../../main/papers/preview-files.ts';
import { builtInDesign } from '../../../../main/rules/certificate-designs/built-in.ts';
import { builtInDesigns, certificatePapers } from '../../../../shared/model/certificate-designs.ts';
import { pdfDrawings, pdfPages } from '../../papers/pdf-text.ts';
import { folder, has, output } from '../../papers/tools.ts';
import { backgroundPdf, certificatesOf, designId, fileId, fontOf, ownDesign, words } from './some-design.ts';

async function print(names: readonly string[], design: DesignMaterial, paper = words) {
  const at = await folder();
  const file = join(at, 'certificates.pdf');
  const certificates = certificatesOf(names).map((each) => ({ ...each, paper }));
  const result = await writeCertificates(file, certificates, { designs: { [designId]: design }, preview: at });
  const pages = result.ok
    ? pdfPages(await readFile(file)).map((lines) => lines.map((line) => line.trim()).join(' '))
    : [];
  const preview = result.ok ? await (await readPreview(at)).read(0, 100) : [];
  return { file, result, pages, preview };
}

describe('A certificate on a background of the leads’ own', () => {
  test('has their page behind every name, once in the file, and says what it is', async () => {
    const { file, result, pages } = await print(['Zoë Dávila', 'Łukasz Wałęsa'], await ownDesign());
    expect(result).toEqual({ ok: true, value: { printed: 2, refused: [] } });
    expect(pages[0]).toContain('Zoë Dávila has completed the six courses of the AL-CTO program');
    expect(pages[1]).toContain('Łukasz Wałęsa');
    const pdf = (await readFile(file)).toString('latin1');
    expect(pdf.match(/\/Subtype \/Form/g)).toHaveLength(1);
    for (const fact of ['/Lang (en-US)', '/MarkInfo', '/DisplayDocTitle true']) expect(pdf.includes(fact)).toBe(true);
    for (const { content } of pdfDrawings(await readFile(file)))
      expect(content).toMatch(/792 0 0 -612 0 612 cm \/F\w+ Do/);
  });

  test.skipIf(!has('pdftotext'))('and other programs read both the background and the words', async () => {
    const { file } = await print(['Zoë Dávila'], await ownDesign());
    const text = output('pdftotext', '-layout', file, '-');
    expect(text).toContain('Letterhead 1');
    expect(text).toContain('Zoë Dávila');
  });

  test('shows the same on the screen: the page as a picture, once', async () => {
    const { preview } = await print(['Zoë Dávila', 'Ana Li'], await ownDesign());
    expect(preview).toHaveLength(2);
    for (const svg of preview) {
      expect(svg.match(/<image /g)).toHaveLength(1);
      expect(svg).toMatch(/<use href="#F\w+" transform="matrix\(792 0 0 612 0 0\)"\/>/);
    }
  });

  test('prints as it did from the same bytes, and a page that is turned or wider is not stretched', async () => {
    const square = await takePage(await backgroundPdf(1, { size: [500, 500] }), 1);
    if (square.kind !== 'page') throw new Error(square.kind);
    const design = await ownDesign();
    const turned = {
      ...design,
      files: [{ id: fileId(1), kind: 'page', facts: { width: 500, height: 500, note: null }, bytes: square.bytes }],
    } as const;
    const { file } = await print(['Ana Li'], turned);
    expect(pdfDrawings(await readFile(file))[0]?.content).toMatch(/612 0 0 -612 90 612 cm/);
  });

  test('keeps a long name within its box, on two lines before it is smaller than the design allows', async () => {
    const long = 'Dr. Maximiliano Alejandro Fernández de la Cruz y Villanueva III, Ed.D.';
    const { preview, pages } = await print([long, 'Ana Li'], await ownDesign());
    expect(pages[0]).toContain(long);
    const sizes = preview.map((svg) =>
      Math.max(...[...svg.matchAll(/matrix\((0\.\d+) 0 0 -/g)].map(([, size]) => Number(size) * 1_000)),
    );
    expect(sizes[0]).toBeGreaterThanOrEqual(25);
    expect(sizes[0]).toBeLessThan(sizes[1] ?? 0);
  });
});

describe('The designs that come with the app', () => {
  test.each(builtInDesigns)('%s has every name, word, signatory and number on a sheet of its size', async (name) => {
    const design = name === 'classic' ? 'engraved' : name;
    const { file, pages, result } = await print(['Zoë Dávila'], await ownDesign(), { ...words, design });
    expect(result.ok && result.value.refused).toEqual([]);
    for (const part of [
      'AL-CTO Certification',
      'Zoë Dávila',
      'June 13, 2025',
      'Mara Lindqvist',
      'Dr. Ada Birch',
      'AL-CTO-000010',
    ])
      expect(pages[0]).toContain(part);
    const { width, height } = certificatePapers[builtInDesign(name, 2).paper];
    expect(pdfDrawings(await readFile(file))[0]).toMatchObject({ width, height });
  });

  test.each([1, 2, 3, 4])('have room for %i signatories', (count) => {
    for (const name of builtInDesigns) {
      const { fields, paper } = builtInDesign(name, count);
      expect(fields.filter(({ kind }) => kind === 'signatory')).toHaveLength(count);
      for (const { box } of fields) {
        expect(box.x).toBeGreaterThanOrEqual(48);
        expect(box.x + box.width).toBeLessThanOrEqual(certificatePapers[paper].width - 48);
      }
    }
  });
});

describe('Names that the shipped fonts can’t set', () => {
  const arabic = fontOf(fileId(2), 'noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf');
  const khmer = fontOf(fileId(3), 'noto-sans-khmer/600SemiBold/NotoSansKhmer_600SemiBold.ttf');
  const devanagari = fontOf(fileId(4), 'noto-sans-devanagari/600SemiBold/NotoSansDevanagari_600SemiBold.ttf');
  const fonts = [arabic, khmer, devanagari];

  async function withFonts(): Promise<DesignMaterial> {
    const { document, files } = await ownDesign({ fonts: fonts.map(({ id }) => id) });
    return { document, files: [...files, ...fonts] };
  }

  test('are left out and told, with their letters', async () => {
    const { result } = await print(['Ana Li', 'محمد الفاسي'], await ownDesign());
    expect(result.ok && result.value.refused.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^محمد الفاسي: no font here has “م”, “ح”/),
    ]);
  });

  test('are set in a font that the leads added: letters joined, and copied as they were written', async () => {
    const names = ['محمد بن عبد الله الفاسي', 'សុខ សុភាព', 'अमित क्षत्रिय'];
    const { file, result } = await print(names, await withFonts());
    expect(result.ok && result.value.refused).toEqual([]);
    const pdf = (await readFile(file)).toString('latin1');
    expect(pdf.match(/\/ActualText/g)).toHaveLength(names.length);
  });

  test('are refused where letters of both directions are in one name', async () => {
    const { result } = await print(['محمد Smith'], await withFonts());
    expect(result).toMatchObject({
      problem: { reasons: [expect.stringMatching(/no font here has|letters that run from right to left/)] },
    });
  });
});

describe('A page taken out of a PDF', () => {
  test('is the one that was asked for, with how many there are', async () => {
    const taken = await takePage(await backgroundPdf(3), 2);
    expect(taken).toMatchObject({ kind: 'page', width: 792, height: 612, pages: 3 });
    if (taken.kind === 'page') expect((await drawPage(taken.bytes, 200)).subarray(1, 4).toString()).toBe('PNG');
  });

  test.each([
    [
      'one with a password',
      () => backgroundPdf(1, { userPassword: 'secret', pdfVersion: '1.7' }),
      { kind: 'password' },
    ],
    ['one that is cut off', async () => (await backgroundPdf()).subarray(0, 200), { kind: 'broken' }],
    ['one that is none', async () => Buffer.from('%PDF-1.7\nnothing at all'), { kind: 'broken' }],
    ['a page that it lacks', () => backgroundPdf(2), { kind: 'no-such-page', pages: 2 }],
  ])('is not had of %s', async (what, make, kind) => {
    expect(await takePage(await make(), what === 'a page that it lacks' ? 9 : 1)).toEqual(kind);
  });
});
