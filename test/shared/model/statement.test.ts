import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitReader, BitWriter } from '../../../shared/model/statement/bits.ts';
import { readText, writeText } from '../../../shared/model/statement/packed-text.ts';
import { printSigned, readPrinted, type SignedBytes } from '../../../shared/model/statement/printed.ts';
import { packStatement, type Statement, unpackStatement } from '../../../shared/model/statement/statement.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const foxtrot: Statement = {
  program: 'AL-CTO',
  number: 'AL-CTO-100072',
  name: 'Renée J. McAllister, Ed.S.',
  what: 'AL-CTO Certification',
  cohort: 'Foxtrot',
  issuedOn: '2024-06-03',
  validUntil: '2026-06-03',
};

function signedBytes(statement: Statement, keyHint = 4711): SignedBytes {
  const signed = packStatement({ statement, keyHint });
  if (signed === null) throw new Error('The statement has no room for its days.');
  return { signed, signature: Uint8Array.from(sign(null, signed, privateKey)) };
}

const text = fc.oneof(
  fc.constantFrom('', 'McAllister', 'AL-CTO', 'CA•SP', 'ŵ ł ʻ', 'Nguyễn Thị', "D'Angelo-Vance III", '0012 345'),
  fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.constantFrom('AL-CTO', 'Ab', 'aB', 'ABC', ' ', '-', '1', '20', 'é', 'É', '•'), { maxLength: 20 })
    .map((all) => all.join('')),
);
const day = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2616, 11, 31) / 86_400_000 })
  .map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));
const statement: fc.Arbitrary<Statement> = fc.record({
  program: text,
  number: text,
  name: text,
  what: text,
  cohort: text,
  issuedOn: day,
  validUntil: fc.option(day),
});

describe('a text in five bits a letter', () => {
  it('comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(text, text, (words, shared) => {
        const bits = new BitWriter();
        writeText(bits, words, shared);
        expect(readText(new BitReader(bits.bytes()), shared)).toBe(words);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['Renée J. McAllister, Ed.S.', 26],
    ['AL-CTO Certification', 16],
    ['AL-CTO-100072', 12],
  ])('is small: %s in at most %i bytes', (words, most) => {
    const bits = new BitWriter();
    writeText(bits, words);
    expect(bits.bytes().length).toBeLessThanOrEqual(most);
  });
});

describe('a statement', () => {
  it('is read from its print as it was written', () => {
    fc.assert(
      fc.property(statement, fc.integer({ min: 0, max: 65_535 }), (facts, keyHint) => {
        const made = signedBytes(facts, keyHint);
        const read = readPrinted(printSigned(made));
        expect(read).toEqual(made);
        if (read === null || read === 'broken') throw new Error('It is not read.');
        expect(unpackStatement(read.signed)).toEqual({ statement: facts, keyHint });
      }),
      { numRuns: 500 },
    );
  });

  it('fails with any bit flipped', () => {
    const whole = printSigned(signedBytes(foxtrot));
    const bytes = readPrinted(whole);
    if (bytes === null || bytes === 'broken') throw new Error('It is not read.');
    expect(verify(null, bytes.signed, publicKey, bytes.signature)).toBe(true);
    for (const part of ['signed', 'signature'] as const) {
      for (let bit = 0; bit < bytes[part].length * 8; bit += 1) {
        const flipped = Uint8Array.from(bytes[part]);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const changed = { ...bytes, [part]: flipped };
        expect(verify(null, changed.signed, publicKey, changed.signature)).toBe(false);
      }
    }
  });

  it('fails with any sign of its print changed', () => {
    const whole = printSigned(signedBytes(foxtrot));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), fc.constantFrom(...'07AMZ-*'), (at, sign) => {
        fc.pre(whole[at] !== sign);
        const read = readPrinted(whole.slice(0, at) + sign + whole.slice(at + 1));
        const holds = read !== null && read !== 'broken' && verify(null, read.signed, publicKey, read.signature);
        expect(holds).toBe(false);
      }),
    );
  });

  const printed = printSigned(signedBytes(foxtrot));
  it.each([
    ['behind an address', `https://www.example.org/verify.html#${printed}`],
    ['in small letters', printed.toLowerCase()],
    ['broken into lines', printed.replace(/(.{40})/g, '$1\r\n')],
    ['as a scanner sends it', `]Q1${printed}\n`],
    ['between other words', `The code says ${printed}\nIs that right?`],
  ])('is found %s', (_, said) => {
    expect(readPrinted(said)).toEqual(signedBytes(foxtrot));
  });

  it.each([
    ['a number', 'AL-CTO-100072', null],
    ['a badge', 'CDB4F7K9XWM3T', null],
    ['nothing', '', null],
    ['half of it', printed.slice(0, 70), 'broken'],
  ])('is not found in %s', (_, said, found) => {
    expect(readPrinted(said)).toBe(found);
  });

  it('has no room for a day of another age', () => {
    expect(packStatement({ statement: { ...foxtrot, issuedOn: '1899-12-31' }, keyHint: 1 })).toBeNull();
    expect(packStatement({ statement: { ...foxtrot, validUntil: '2999-12-31' }, keyHint: 1 })).toBeNull();
    expect(packStatement({ statement: { ...foxtrot, issuedOn: '2024-02-31' }, keyHint: 1 })).toBeNull();
  });

  it('is told from any other bytes', () => {
    for (let at = 0; at < 200; at += 1) {
      const bytes = createHash('sha256').update(`noise ${at}`).digest();
      const read = unpackStatement(Uint8Array.from(bytes));
      if (read !== null) expect(packStatement(read)).not.toBeNull();
    }
    expect(unpackStatement(new Uint8Array())).toBeNull();
  });
});
