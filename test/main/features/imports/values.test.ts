import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { membershipReader } from '../../../../main/features/imports/memberships.ts';
import { parseEmail, parsePhone, parseYesNo } from '../../../../main/features/imports/values.ts';
import { parseYears } from '../../../../main/features/imports/years.ts';
import { policy } from './import-desk.ts';

describe('years in education', () => {
  test.each([
    ['15+', 15],
    ['12 years', 12],
    ['1 years', 1],
    ['less than 1', 0],
    ['Less than one year', 0],
    ['<1', 0],
    ['twelve', 12],
    ['Twenty-one years', 21],
    ['forty', 40],
    ['0', 0],
    [' 7 ', 7],
    ['7.5', 7.5],
    ['6 months', 0.5],
    ['12 years 6 months', 12.5],
    ['over 20 years', 20],
    ['25 yrs.', 25],
    ['10 or more', 10],
    ['18 years in education', 18],
  ])('“%s” is %d', (typed, years) => {
    expect(parseYears(typed)).toEqual({ value: years });
  });

  test.each(['n/a', '??', 'a long time', '2005', 'since 2010', '-3', 'none', 'forty-two', ''])(
    '“%s” needs a look',
    (typed) => {
      const { value, note } = parseYears(typed);
      expect(value).toBeNull();
      expect(note).toMatch(/set the years/);
    },
  );

  it('reads a range as its lower end and says so', () => {
    expect(parseYears('10-15 years')).toEqual({ value: 10, note: expect.stringContaining('two numbers') });
  });

  it('never gives a number outside of a working life', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const { value } = parseYears(typed);
        expect(value === null || (value >= 0 && value <= 70)).toBe(true);
      }),
    );
  });
});

describe('yes and no', () => {
  test.each(['Yes', 'Yes ', 'Y', 'y', 'TRUE', 'x', '1', 'si', 'Sí', 'Yes, I do', '✓'])('“%s” is yes', (typed) => {
    expect(parseYesNo(typed)).toEqual({ value: 'yes' });
  });
  test.each(['No', 'N', 'FALSE', '0', 'no', 'No, my supervisor does'])('“%s” is no', (typed) => {
    expect(parseYesNo(typed)).toEqual({ value: 'no' });
  });
  test.each(['', 'maybe', 'n/a', 'not sure', 'Yesterday'])('“%s” needs a look', (typed) => {
    expect(parseYesNo(typed)).toEqual({ value: null, note: expect.any(String) });
  });
});

describe('membership', () => {
  const read = membershipReader(policy.memberships);
  test.each([
    ['ALET Delegate Member', 'delegate'],
    ['delegate member ', 'delegate'],
    ['Delegate', 'delegate'],
    ['General', 'general'],
    ['general member', 'general'],
    ['I am a General Member', 'general'],
    ['Higher Ed', 'higher-ed'],
    ['ALET HigherEd Member', 'higher-ed'],
    ['higher-ed member', 'higher-ed'],
    ['None', 'non-member'],
    ['Not an ALET member', 'non-member'],
    ['Non-member', 'non-member'],
    ['not a member', 'non-member'],
    ['NONMEMBER', 'non-member'],
    ['no', 'non-member'],
  ])('“%s” is %s', (typed, membership) => {
    expect(read(typed)).toEqual({ value: membership });
  });
  test.each(['', 'Yes', 'ALET member', 'member', 'Delegate or General', 'not a delegate'])(
    '“%s” needs a look',
    (typed) => {
      expect(read(typed)).toEqual({ value: null, note: expect.any(String) });
    },
  );
});

describe('e-mail addresses', () => {
  test.each([
    [' brandon@example.org', 'brandon@example.org'],
    ['PATRICE.COLVIN@EXAMPLE.ORG', 'patrice.colvin@example.org'],
    ['Mei Lund <mei@mail.example.org>', 'mei@mail.example.org'],
    ['mailto:mei@example.org', 'mei@example.org'],
  ])('“%s” is %s', (typed, email) => {
    expect(parseEmail(typed)).toEqual({ value: email });
  });
  test.each(['', 'not-an-address', 'a@b', 'a b@example.org', '@example.org', 'a@@example.org', 'a..b@example.org'])(
    '“%s” needs a look',
    (typed) => expect(parseEmail(typed)).toEqual({ value: null, note: expect.any(String) }),
  );
  it('takes the first of two and says so', () => {
    expect(parseEmail('a@example.org; b@example.org')).toEqual({ value: 'a@example.org', note: expect.any(String) });
  });
});

describe('phones', () => {
  test.each(['(256) 555-0112', '256-555-0112', '256.555.0112', '2565550112', '+1 256 555 0112', '1-256-555-0112'])(
    '“%s” is ten digits',
    (typed) => expect(parsePhone(typed)).toEqual({ value: '2565550112' }),
  );
  it('keeps what is no such number, with a note', () => {
    expect(parsePhone('334')).toEqual({ value: '334', note: expect.stringContaining('kept as typed') });
    expect(parsePhone('555-0112 ext. 4')).toEqual({ value: '555-0112 ext. 4', note: expect.any(String) });
  });
  it('is nothing where nothing was typed', () => {
    expect(parsePhone(' ')).toEqual({ value: null });
    expect(parsePhone('n/a')).toEqual({ value: null });
  });
});
