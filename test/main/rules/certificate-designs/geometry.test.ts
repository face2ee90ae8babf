import { describe, expect, test } from 'vitest';
import { builtInDesign } from '../../../../main/rules/certificate-designs/built-in.ts';
import { placeFindings } from '../../../../main/rules/certificate-designs/geometry.ts';
import { type Box, builtInDesigns, designColors } from '../../../../shared/model/certificate-designs.ts';

const plain = builtInDesign('plain', 2);
const findingsWith = (id: string, box: Partial<Box>) =>
  placeFindings(
    {
      ...plain,
      fields: plain.fields.map((field) => (field.id === id ? { ...field, box: { ...field.box, ...box } } : field)),
    },
    2,
  );

describe('Where the fields of a design are', () => {
  test.each(builtInDesigns)('is sound in %s', (name) => {
    expect(placeFindings(builtInDesign(name, 2), 2)).toEqual([]);
  });

  test.each([
    ['title', { x: 400 }, true, 'Title is partly off the page. Move it back or make it smaller.'],
    ['date', { x: 10 }, false, 'Date is less than a quarter inch from the edge, where most printers print nothing.'],
    [
      'code',
      { width: 40, height: 40 },
      true,
      'The code is 14 mm wide. Below 20 mm it can’t be scanned from a photocopy; make it larger.',
    ],
    ['code', { y: 500 }, true, 'Code and Number overlap. Move one of them.'],
  ] as const)('%s at %o is told', (id, box, isGrave, sentence) => {
    expect(findingsWith(id, box)).toContainEqual(expect.objectContaining({ field: id, isGrave, sentence }));
  });

  test('tells an overlap at both fields', () => {
    expect(findingsWith('name', { y: 210 })).toContainEqual(
      expect.objectContaining({ field: 'opening', also: 'name' }),
    );
  });
});

/** Relative luminance, WCAG 2.2. */
const luminance = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

test.each(Object.keys(designColors))('the color %s can be read on white paper', (color) => {
  expect(1.05 / (luminance(color) + 0.05)).toBeGreaterThanOrEqual(4.5);
});
