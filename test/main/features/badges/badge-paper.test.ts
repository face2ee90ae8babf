import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastModule, type PrintedBadge } from '../../../../main/features/badges/badge-label.ts';
import { type BadgeSheetInput, writeBadges } from '../../../../main/features/badges/badge-paper.ts';
import { qrModules } from '../../../../main/papers/qr-code.ts';
import { badgeCodeOf } from '../../../../shared/model/badges.ts';
import {
  labelBoxes,
  labelPlaces,
  labelStockKeys,
  labelsPerSheet,
  stockOf,
} from '../../../../shared/model/label-stock.ts';
import { isCancelled } from '../../is-cancelled.ts';
import { pdfDrawings, pdfPages } from '../../papers/pdf-text.ts';
import { codesOn, someBadgeId } from '../../papers/read-codes.ts';
import { folder, has, output } from '../../papers/tools.ts';

const names: readonly (readonly [given: string, family: string])[] = [
  ['Ana', 'Li'],
  ['Maximiliana Konstantina-Alexandra', 'von Hohenstein-Oettingen-Wallerstein'],
  ['Nguyễn Thị Minh', 'Châu'],
  ['Bartholomew', 'Featherstonehaugh-Cholmondeley'],
  ['Siobhán', 'O’Sullivan-Núñez'],
  ['Łukasz', 'Wałęsa'],
  ['', ''],
];
const longest = 'Alabama Institute for Deaf and Blind and the Tuscaloosa County Board of Education';

const badgeOf = ([large, small]: readonly [string, string], at: number): PrintedBadge => ({
  number: at + 1,
  code: badgeCodeOf(someBadgeId(at)),
  large,
  small,
  organization: large === '' ? '' : at % 2 === 0 ? longest : 'Hoover City Schools',
  cohort: 'Foxtrot',
});

const many = (count: number): PrintedBadge[] =>
  Array.from({ length: count }, (_, at) => badgeOf(names[at % (names.length - 1)] ?? ['', ''], at));

const sheet = (badges: readonly PrintedBadge[], more: Partial<BadgeSheetInput> = {}): BadgeSheetInput => ({
  badges,
  stock: stockOf('avery-5392'),
  stockName: 'Avery 5392',
  from: 1,
  withOutlines: false,
  program: 'AL-CTO',
  organization: 'ALET',
  ...more,
});

async function print(input: BadgeSheetInput) {
  const file = join(await folder(), 'badges.pdf');
  const result = await writeBadges(file, input, { now: new Date('2024-06-03T12:00:00Z') });
  return { file, result, read: () => readFileSync(file) };
}

describe('Badges', () => {
  test('have the name, the school system, the cohort and the number, as text', async () => {
    const badges = names.map(badgeOf);
    const { result, read } = await print(sheet(badges));
    expect(result).toEqual({ ok: true, value: { printed: 7, pages: 2, refused: [] } });
    const said = pdfPages(read())
      .flat()
      .map((line) => line.trim())
      .join(' ');
    for (const [given, family] of names) {
      for (const word of `${given} ${family}`.split(/[ -]/)) expect(said).toContain(word);
    }
    expect(said).toContain('Hoover City Schools');
    for (const { number } of badges) expect(said).toContain(`No. ${number}`);
  });

  test.each(labelStockKeys)('on %s have a code each that a reader reads', async (key) => {
    const badges = many(13);
    const { read } = await print(sheet(badges, { stock: stockOf(key), from: 3 }));
    expect((await codesOn(read())).flat()).toEqual(badges.map(({ code }) => code));
  });

  test('60 of them are read from the page by a reader not ours in this process', async () => {
    const badges = many(60);
    const { read } = await print(sheet(badges));
    expect((await codesOn(read())).flat()).toEqual(badges.map(({ code }) => code));
  });

  test.skipIf(!has('pdftoppm') || !has('zbarimg'))(
    'zbarimg reads the code of each from its rendered label',
    async () => {
      const badges = many(60);
      const stock = stockOf('avery-5390');
      const { file } = await print(sheet(badges, { stock }));
      // A label at a time, as a scanner sees them.
      const pictures = mkdtempSync(join(await folder(), 'labels-'));
      const dots = 150 / 72;
      for (const [at, { x, y, width, height }] of labelBoxes(stock).entries()) {
        const cut = Object.entries({ x, y, W: width, H: height }).flatMap(([name, points]) => [
          `-${name}`,
          String(Math.floor(points * dots)),
        ]);
        output('pdftoppm', '-r', '150', '-gray', ...cut, file, join(pictures, `label-${at}`));
      }
      const labels = readdirSync(pictures).map((name) => join(pictures, name));
      const read = spawnSync('zbarimg', ['--raw', '--quiet', '-Sdisable', '-Sqrcode.enable', ...labels], {
        encoding: 'utf8',
      });
      expect(read.stdout.trim().split('\n').toSorted()).toEqual(badges.map(({ code }) => code).toSorted());
    },
  );

  test('have squares that are wide enough, and white around them', () => {
    const modules = qrModules(badgeOf(['Ana', 'Li'], 0).code);
    expect(modules).toBe(21);
    expect((leastModule / 72) * 25.4).toBeCloseTo(0.8);
  });

  test('draw nothing outside of their labels, whatever stands on them', async () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzÅñ-’ '),
      minLength: 1,
      maxLength: 60,
    });
    const some = fc.record({ large: word, small: word, organization: word, key: fc.constantFrom(...labelStockKeys) });
    await fc.assert(
      fc.asyncProperty(some, fc.integer({ min: 1, max: 6 }), async ({ key, ...words }, from) => {
        const stock = { ...stockOf(key), isCut: false };
        const { read, result } = await print(sheet([{ ...badgeOf(['', ''], 0), ...words }], { stock, from }));
        if (!result.ok) return;
        const box = labelBoxes(stock)[labelPlaces(1, stock, from)[0]?.label ?? 0];
        if (!box) throw new Error('No label.');
        for (const [x, y] of inked(read())) {
          expect(x).toBeGreaterThanOrEqual(box.x);
          expect(x).toBeLessThanOrEqual(box.x + box.width);
          expect(y).toBeGreaterThanOrEqual(box.y);
          expect(y).toBeLessThanOrEqual(box.y + box.height);
        }
      }),
      { numRuns: 12 },
    );
  });

  test('begin with the label that is named, and go on with the first of the next sheet', async () => {
    const badges = many(4);
    const { read, result } = await print(sheet(badges, { from: 5 }));
    expect(result).toMatchObject({ ok: true, value: { pages: 2 } });
    const counts = (await codesOn(read())).map((page) => page.length);
    expect(counts).toEqual([2, 2]);
  });

  test('leave out a name that no typeface here has, and say so', async () => {
    const badges = [badgeOf(['Ana', 'Li'], 0), badgeOf(['王', '小明'], 1)];
    const { result } = await print(sheet(badges));
    expect(result).toEqual({
      ok: true,
      value: {
        printed: 1,
        pages: 1,
        refused: [
          'Badge 2, 王 小明: no font here has “王”, “小”, “明”. Write it in Latin, Greek or Cyrillic letters, then print again.',
        ],
      },
    });
  });

  test('come after a page with the outlines of the labels, where it is asked for', async () => {
    const { read } = await print(sheet(many(2), { withOutlines: true, from: 2 }));
    const [first = [], second = []] = pdfPages(read());
    expect(first.map((line) => line.trim())).toEqual(expect.arrayContaining(['1', '6', 'used', '4 × 3 in']));
    expect(second.join(' ')).toContain('No. 1');
  });

  test('leave no file behind when they are cancelled', async () => {
    const path = await folder();
    const stop = new AbortController();
    const result = await writeBadges(join(path, 'badges.pdf'), sheet(many(200)), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(!result.ok && isCancelled(result.problem)).toBe(true);
    expect(readdirSync(path)).toEqual([]);
  });

  test('of 500 people take as many sheets as they need', async () => {
    const badges = many(500);
    const { read, result } = await print(sheet(badges, { stock: stockOf('avery-5395') }));
    expect(result).toMatchObject({ ok: true, value: { printed: 500, pages: Math.ceil(500 / 8) } });
    expect(pdfDrawings(read())).toHaveLength(Math.ceil(500 / labelsPerSheet(stockOf('avery-5395'))));
  });
});

/** Every point that a page's lines, squares and texts begin or end at, from the upper left. */
function inked(pdf: Buffer): readonly (readonly [number, number])[] {
  const [page] = pdfDrawings(pdf);
  if (!page) throw new Error('No page.');
  const points: [number, number][] = [];
  for (const [, said = '', operator] of page.content.matchAll(/((?:-?[\d.]+\s+)+)(m|l|re|Tm)\b/g)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = said.trim().split(/\s+/).map(Number);
    if (operator === 'm' || operator === 'l') points.push([a, b]);
    if (operator === 're') points.push([a, b], [a + c, b + d]);
    // A text is turned upright by a second flip, so that it counts from below.
    if (operator === 'Tm') points.push([e, page.height - f]);
  }
  return points;
}
