import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  certificateNumber,
  certificateSeries,
  countInSeries,
  readCertificateNumber,
} from '../../../shared/model/certificate-numbers.ts';
import { letterAt } from '../../../shared/model/devices.ts';

const program = 'AL-CTO';
const read = (text: string) => readCertificateNumber(text, program);
const isNumber = (text: string) => read(text).kind === 'number';
const letter = fc.integer({ min: 0, max: 800 }).map(letterAt);
const given = fc.tuple(letter, fc.integer({ min: 1, max: 2_000_000 })).map(([of, count]) => ({
  of,
  count,
  number: certificateNumber(program, of, count),
}));

describe('the number of a certificate', () => {
  it('is the program’s name and digits alone', () => {
    expect(certificateNumber(program, 'A', 1)).toBe('AL-CTO-100014');
    expect(certificateNumber(program, 'A', 30)).toBe('AL-CTO-100303');
    expect(certificateNumber(program, 'B', 1)).toMatch(/^AL-CTO-20001\d$/);
    fc.assert(fc.property(given, ({ number }) => void expect(number).toMatch(/^AL-CTO-\d{6,}$/)));
  });

  it('is read back, and its count is found in its own series and in no other', () => {
    fc.assert(
      fc.property(given, letter, ({ of, count, number }, other) => {
        expect(read(number)).toEqual({ kind: 'number', number });
        expect(countInSeries(number, certificateSeries(program, of))).toBe(count);
        if (other !== of) expect(countInSeries(number, certificateSeries(program, other))).toBeNull();
      }),
    );
  });

  it('is never the same on two of fifty laptops that have not met, in a million numbers', () => {
    const seen = new Set<string>();
    for (let place = 0; place < 50; place += 1) {
      for (let count = 1; count <= 20_000; count += 1) seen.add(certificateNumber(program, letterAt(place), count));
    }
    expect(seen.size).toBe(1_000_000);
  });

  it('is never read with one character wrong', () => {
    fc.assert(
      fc.property(given, fc.nat(), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTUVWXYZ'), ({ number }, at, sign) => {
        const place = at % number.length;
        const slip = number.slice(0, place) + sign + number.slice(place + 1);
        // A sign in place of a hyphen is one character more; what reads the same is no slip.
        if (sign !== number[place]) expect(isNumber(slip)).toBe(false);
      }),
    );
  });

  it('is never read with two neighbors swapped', () => {
    fc.assert(
      fc.property(given, fc.nat(), ({ number }, at) => {
        const digits = number.slice(program.length + 1);
        const place = at % (digits.length - 1);
        const [one = '', two = ''] = [digits[place], digits[place + 1]];
        fc.pre(one !== two);
        expect(isNumber(`${program}-${digits.slice(0, place)}${two}${one}${digits.slice(place + 2)}`)).toBe(false);
      }),
    );
  });

  it.each(['AL-CTO-100014', 'al cto 100 014', '100014', ' 100-014 ', 'ALCTO1OO0I4', 'AL–CTO–100014'])(
    'is read as somebody types it: %s',
    (typed) => {
      expect(read(typed)).toEqual({ kind: 'number', number: 'AL-CTO-100014' });
    },
  );

  it.each([
    ['a digit is missing', 'AL-CTO-10014'],
    ['the last digit is missing', '10001'],
    ['one digit is wrong', '100015'],
    ['two digits are swapped', '100041'],
  ])('says that it is misread where %s', (_, typed) => {
    expect(read(typed)).toEqual({ kind: 'misread' });
  });

  it.each(['AL-CTO-Foxtrot-007', 'AL-CTO-Foxtrot-B001', 'XY-CTO-100014', 'Zoë Adams', '', 'oil'])(
    'leaves to others what is none of its kind: %s',
    (typed) => {
      expect(read(typed)).toEqual({ kind: 'other' });
    },
  );
});
