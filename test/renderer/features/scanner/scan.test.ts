import { describe, expect, it } from 'vitest';
import { isScan, type KeyStroke, scannedIn } from '../../../../renderer/features/scanner/scan.ts';
import { badgeCodeOf } from '../../../../shared/model/badges.ts';
import { BadgeId } from '../../../../shared/model/ids.ts';

const every = (pause: number, count: number) => Array.from({ length: count }, (_, at) => at * pause);

describe('telling a scanner from a hand', () => {
  it('takes a run of keys a few milliseconds apart for a scanner', () => {
    expect(isScan(every(8, 6))).toBe(true);
  });

  it('takes a fast typist for a hand', () => {
    expect(isScan(every(70, 8))).toBe(false);
  });

  it('takes three fast letters for a hand: no code is so short', () => {
    expect(isScan(every(2, 3))).toBe(false);
  });

  it('takes a run with one long pause for a hand', () => {
    expect(isScan([0, 2, 4, 6, 8, 10, 210])).toBe(false);
  });
});

describe('what a scanner’s keys say', () => {
  const code = badgeCodeOf(BadgeId.parse('0190163d-0000-7000-8000-0000000000b1'));
  const keyOf = (sign: string) => (/\d/.test(sign) ? `Digit${sign}` : `Key${sign}`);
  const strokes = (signs: readonly string[], keys: readonly string[]): KeyStroke[] =>
    signs.map((sign, at) => ({ sign, key: keys[at] ?? '', at: at * 8 }));

  it('is what they wrote', () => {
    expect(scannedIn(strokes([...'kg@x.org'], []))).toEqual({ code: 'kg@x.org', written: '' });
  });

  it('is the badge that they would have written on an American keyboard', () => {
    // A French keyboard: digits lie above Shift, and A and Q, M and other keys have changed places.
    const french: Readonly<Record<string, string>> = { A: 'q', M: ',', W: 'z', 1: '&', 2: 'é', 3: '"', 4: "'", 7: 'è' };
    const written = [...code].map((sign) => french[sign] ?? sign.toLowerCase());
    expect(written.join('').toUpperCase()).not.toBe(code);
    expect(scannedIn(strokes(written, [...code].map(keyOf)))).toEqual({ code, written: '', otherLayout: true });
  });

  it('is the address that they would have written there, and says that the keyboard is another', () => {
    const address = 'zoe.nunez@example.org';
    const keys: Readonly<Record<string, string>> = { '.': 'Period', '@': 'Digit2' };
    // A German keyboard: Shift and 2 is a quotation mark, and Y and Z have changed places.
    const german: Readonly<Record<string, string>> = { '@': '"', z: 'y', y: 'z' };
    const run = [...address].map((sign, at) => ({
      sign: german[sign] ?? sign,
      key: keys[sign] ?? keyOf(sign.toUpperCase()),
      shift: sign === '@',
      at: at * 8,
    }));
    expect(scannedIn(run)).toEqual({ code: address, written: '', otherLayout: true });
  });

  it('is what they wrote on a laptop whose keyboard is not American either', () => {
    const run = [...'zoe@x.org'].map((sign, at) => ({
      sign,
      key: sign === 'z' ? 'KeyY' : keyOf(sign.toUpperCase()),
      at: at * 8,
    }));
    expect(scannedIn(run)).toEqual({ code: 'zoe@x.org', written: '' });
  });

  it('is nothing where a hand typed', () => {
    const slow = strokes([...code], []).map((stroke, at) => ({ ...stroke, at: at * 90 }));
    expect(scannedIn(slow)).toBeNull();
  });

  it.each([
    ['Came ', '', 'Came '],
    [' ', '', ' '],
    ['', ']Q1', ''],
    ['be', ']Q1', 'be'],
    ['be', '~', 'be'],
    ['', code, ''],
  ])('is the badge alone where a hand wrote %j and the scanner put %j before it', (hand, mark, written) => {
    expect(scannedIn(strokes([...`${hand}${mark}${code}`], []))).toEqual({ code, written });
  });

  it('is the whole badge where a busy machine made a pause in the middle of it', () => {
    const rest = strokes([...code.slice(6)], []);
    expect(scannedIn(rest, `be${code.slice(0, 6)}`)).toEqual({ code, written: 'be' });
  });
});
