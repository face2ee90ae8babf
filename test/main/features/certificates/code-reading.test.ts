import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { qrModules } from '../../../../main/papers/qr-code.ts';
import { prepareReader, readFrame } from '../../../../renderer/features/camera/read-frame.ts';
import { printSigned } from '../../../../shared/model/statement/printed.ts';
import { packStatement } from '../../../../shared/model/statement/statement.ts';
import { type DrawnQr, grayQr } from '../../papers/draw-qr.ts';

const { privateKey } = generateKeyPairSync('ed25519');
/** Twenty millimeters, as a printer with 150 dots an inch draws them. */
const printed = (20 / 25.4) * 150;
const names = [
  'Ann Lee',
  'Renée J. McAllister, Ed.S.',
  'Bartholomew Alexander Montgomery-Fitzgerald von Habsburg, Ph.D.',
];

function codeOf(name: string): string {
  const statement = {
    program: 'AL-CTO',
    number: 'AL-CTO-100072',
    name,
    what: 'AL-CTO Certification',
    cohort: 'Foxtrot',
    issuedOn: '2024-06-03',
    validUntil: '2026-06-03',
  };
  const signed = packStatement({ statement, keyHint: 4711 });
  if (signed === null) throw new Error('It has no room for its days.');
  return printSigned({ signed, signature: Uint8Array.from(sign(null, signed, privateKey)) });
}

async function read(code: string, how: DrawnQr): Promise<string | null> {
  const { side, gray } = grayQr(code, how);
  const data = new Uint8ClampedArray(side * side * 4);
  for (const [at, light] of gray.entries()) data.set([light, light, light, 255], at * 4);
  return readFrame({ data, width: side, height: side });
}

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  await prepareReader(Uint8Array.from(readFileSync(file)));
});

describe('the code of a certificate', () => {
  it.each(names)('has at most 49 squares a side: %s', (name) => {
    expect(qrModules(codeOf(name))).toBeLessThanOrEqual(49);
  });

  it.each<[string, Omit<DrawnQr, 'pixels'> & { readonly scale?: number }]>([
    ['as it is printed', {}],
    ['turned by five degrees', { degrees: 5 }],
    ['after a bad photocopy', { blur: 1 }],
    ['turned, after a photocopy', { degrees: 5, blur: 0.7 }],
    ['made smaller to 60 %, and turned', { scale: 0.6, degrees: 5 }],
  ])('is read at 20 mm and 150 dots an inch %s', async (_, { scale = 1, ...how }) => {
    for (const name of names) {
      const code = codeOf(name);
      expect(await read(code, { ...how, pixels: printed * scale })).toBe(code);
    }
  });

  it('is read with an address before it', async () => {
    const code = `https://www.example.org/verify.html#${codeOf('Renée J. McAllister, Ed.S.')}`;
    expect(qrModules(code, 'low')).toBeLessThanOrEqual(57);
    expect(await read(code, { pixels: (25.4 / 25.4) * 150, correction: 'low', blur: 0.7 })).toBe(code);
  });
});
