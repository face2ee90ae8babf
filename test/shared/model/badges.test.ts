import fc from 'fast-check';
import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import {
  badgeCodeOf,
  blankBadgeName,
  isBlankBadge,
  readBadgeCode,
  sayBadgeCode,
} from '../../../shared/model/badges.ts';
import { BadgeId } from '../../../shared/model/ids.ts';

const anId = fc.uuid({ version: 7 }).map((id) => BadgeId.parse(id));
const anyId = (): BadgeId => BadgeId.parse(v7());
const signs = '0123456789ABCDEFGHJKMNPRSTVWX';

describe('The code of a badge', () => {
  test('is short, capitals and digits only, and its own for each badge', () => {
    const codes = Array.from({ length: 5_000 }, () => badgeCodeOf(anyId()));
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^CDB[0-9A-HJKMNPRSTVWX]{10}$/);
  });

  test('is read back however it was scanned or typed', () => {
    fc.assert(
      fc.property(anId, (id) => {
        const code = badgeCodeOf(id);
        for (const text of [code, code.toLowerCase(), ` ${code}\r\n`, sayBadgeCode(code), code.replaceAll('0', 'O')]) {
          expect(readBadgeCode(text)).toEqual({ kind: 'badge', code });
        }
      }),
    );
  });

  test('tells one wrong sign, and two that changed places', () => {
    fc.assert(
      fc.property(anId, fc.nat(9), fc.nat(9), fc.nat(signs.length - 1), (id, at, other, sign) => {
        const code = badgeCodeOf(id);
        const letters = [...code];
        const wrong = letters.with(3 + at, signs.charAt(sign)).join('');
        if (wrong !== code) expect(readBadgeCode(wrong)).toEqual({ kind: 'broken-badge' });
        const swapped = letters.with(3 + at, code.charAt(3 + other)).with(3 + other, code.charAt(3 + at));
        if (swapped.join('') !== code) expect(readBadgeCode(swapped.join(''))).toEqual({ kind: 'broken-badge' });
      }),
    );
  });

  test('tells half a code and two run together from what is no code of ours', () => {
    const code = badgeCodeOf(BadgeId.parse('01890000-0000-7000-8000-000000000042'));
    expect(readBadgeCode(code.slice(0, 8))).toEqual({ kind: 'broken-badge' });
    const another = badgeCodeOf(BadgeId.parse('01890000-0000-7000-8000-000000000043'));
    expect(readBadgeCode(`${code}${another}`)).toEqual({ kind: 'broken-badge' });
    for (const other of [
      '',
      '61',
      'cdb',
      'cdbrown',
      'kendrick.lambert3@example.org',
      'CDB@example.org',
      '0112345678905',
    ]) {
      expect(readBadgeCode(other), other).toEqual({ kind: 'other' });
    }
  });
});

test.each([
  ['said first what kind of code it is', (code: string) => `]Q1${code}`],
  ['ended with a line break and what comes with it', (code: string) => `\u0002${code}\u0003\r\n`],
  ['set to put signs around it', (code: string) => `~${code}*`],
  ['in small letters, since Caps Lock was on', (code: string) => code.toLowerCase()],
  ['read twice before it let go', (code: string) => `${code}${code}`],
])('a badge is read from a scanner that %s', (_what, sent) => {
  const code = badgeCodeOf(BadgeId.parse('01890000-0000-7000-8000-000000000042'));
  expect(readBadgeCode(sent(code))).toEqual({ kind: 'badge', code });
});

test.each(['~CDB4F7K', 'https://example.org/CDB12345', 'ACDB4F7K9XWM3T'])(
  'what only begins like a badge inside something longer is none of ours: %s',
  (text) => expect(readBadgeCode(text)).toEqual({ kind: 'other' }),
);

test('a blank badge is one that no one’s name stands on yet', () => {
  expect(blankBadgeName(61)).toBe('Walk-in 61');
  expect(isBlankBadge({ personId: null, number: 61, name: 'Walk-in 61' })).toBe(true);
  expect(isBlankBadge({ personId: null, number: 61, name: 'Ana Ruiz' })).toBe(false);
});
