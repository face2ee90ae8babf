import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type LabelBox,
  type LabelStock,
  labelBoxes,
  labelPlaces,
  labelStockKeys,
  labelStocks,
  labelsPerSheet,
  stockOf,
  whyNotStock,
} from '../../../shared/model/label-stock.ts';

const own: LabelStock = {
  pageWidth: 8.5,
  pageHeight: 11,
  columns: 2,
  rows: 3,
  width: 4,
  height: 3,
  left: 0.25,
  top: 1,
  across: 4,
  down: 3,
};

const slack = 72 / 50;
const overlaps = (a: LabelBox, b: LabelBox): boolean =>
  a.x + a.width > b.x + slack &&
  b.x + b.width > a.x + slack &&
  a.y + a.height > b.y + slack &&
  b.y + b.height > a.y + slack;

function expectWithinPage(stock: LabelStock): void {
  const boxes = labelBoxes(stock);
  for (const [at, box] of boxes.entries()) {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(stock.pageWidth * 72 + slack);
    expect(box.y + box.height).toBeLessThanOrEqual(stock.pageHeight * 72 + slack);
    for (const other of boxes.slice(at + 1)) expect(overlaps(box, other)).toBe(false);
  }
}

describe('A sheet of labels', () => {
  test.each(labelStockKeys)('%s: no label leaves its page or lies on another', (key) => {
    expect(whyNotStock(labelStocks[key])).toBeNull();
    expectWithinPage(stockOf(key));
  });

  test('is refused, or no label of it leaves the page or lies on another', () => {
    const inches = (most: number) => fc.integer({ min: 1, max: most * 100 }).map((hundredths) => hundredths / 100);
    const measured = fc.record({
      pageWidth: inches(20),
      pageHeight: inches(20),
      columns: fc.integer({ min: 1, max: 6 }),
      rows: fc.integer({ min: 1, max: 8 }),
      width: inches(8),
      height: inches(8),
      left: inches(3),
      top: inches(3),
      across: inches(9),
      down: inches(9),
    });
    fc.assert(
      fc.property(measured, (stock) => {
        const why = whyNotStock(stock);
        if (why === null) expectWithinPage(stock);
        else expect(why).toMatch(/ in( |\.|,)/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('takes each badge once, in order, from the label that it begins with', () => {
    const start = fc.constantFrom(...labelStockKeys).chain((key) =>
      fc.record({
        key: fc.constant(key),
        from: fc.integer({ min: 1, max: labelsPerSheet(stockOf(key)) }),
        count: fc.integer({ min: 0, max: 60 }),
      }),
    );
    fc.assert(
      fc.property(start, ({ key, from, count }) => {
        const each = labelsPerSheet(stockOf(key));
        const places = labelPlaces(count, stockOf(key), from).map(({ page, label }) => page * each + label);
        expect(places).toEqual(Array.from({ length: count }, (_, at) => from - 1 + at));
      }),
    );
  });

  test.each<[string, Partial<LabelStock>, string]>([
    [
      'longer than its page',
      { rows: 4 },
      'The labels are longer than their page: 4 rows of 3 in, begun 1 in from the top, end 2 in below a page of 11 in. Make the label, its distance or the top margin smaller, or take fewer rows.',
    ],
    [
      'wider than its page',
      { left: 0.75 },
      'The labels are wider than their page: 2 columns of 4 in, begun 0.75 in from the left, end 0.25 in beside a page of 8.5 in. Make the label, its distance or the left margin smaller, or take fewer columns.',
    ],
    [
      'with labels side by side that overlap',
      { across: 3.5 },
      'The labels overlap: each is 4 in wide, and the next begins after 3.5 in, 0.5 in too early. Measure from the left edge of one label to that of the next.',
    ],
    [
      'with rows that overlap',
      { down: 2.75 },
      'The labels overlap: each is 3 in long, and the next begins after 2.75 in, 0.25 in too early. Measure from the upper edge of one label to that of the next.',
    ],
    [
      'too small for a badge',
      { width: 2, height: 1 },
      'A label of 2 in by 1 in is too small for a name and a code. A badge needs 2.25 in by 1.5 in at least.',
    ],
  ])('%s is refused, with the measure that is wrong', (_, change, sentence) => {
    expect(whyNotStock({ ...own, ...change })).toBe(sentence);
  });
});
