import { describe, expect, it, test } from 'vitest';
import { membershipReader } from '../../../../main/features/imports/memberships.ts';
import {
  areTwoPeople,
  nameKey,
  parseCertificateName,
  parseName,
  splitFullName,
} from '../../../../main/features/imports/names.ts';
import { parseEmail, parsePhone, parseYesNo } from '../../../../main/features/imports/values.ts';
import { parseYears } from '../../../../main/features/imports/years.ts';
import { policy } from './import-desk.ts';

describe('years, where three are asked for', () => {
  test.each([
    '2-4',
    '1 to 3 years',
    '2+',
    'more than 2',
    'over 2 years',
    'almost 3',
    'nearly three',
    'about 3',
    '3rd year',
    '3ish',
  ])('“%s” may lie on either side: a lead asks', (typed) =>
    expect(parseYears(typed, [3])).toEqual({ value: null, note: expect.stringMatching(/could be above or below/) }),
  );
  test.each([
    ['3+', 3],
    ['over 20', 20],
    ['about 10', 10],
    ['1st year', 0],
    ['this is my 12th year', 11],
    ['20 plus', 20],
    ['Twenty plus years', 20],
  ])('“%s” is %d', (typed, years) => expect(parseYears(typed, [3])).toEqual({ value: years }));
  test.each([
    ['18 months', 1.5],
    ['36 months', 3],
    ['3 years 2 months', 3.17],
    ['7½', 7.5],
    ['7 1/2', 7.5],
    ['two and a half years', 2.5],
    ['15 years in K-12', 15],
    ['I have 12 years', 12],
    ['8 yrs exp', 8],
  ])('“%s” is %d, wherever the line is drawn', (typed, years) => expect(parseYears(typed)).toEqual({ value: years }));
  test.each(['150', '-3', '12 (7 as teacher)', '5, 6', '0.05', '1998-present', '3/4'])('“%s” is no number', (typed) =>
    expect(parseYears(typed, [3]).value).toBeNull(),
  );
});

describe('a yes or no', () => {
  test.each([
    'Yes (interim)',
    'yes, but shared',
    'Yes, starting July 1',
    'no, but acting',
    'yes and no',
    'Yes;No;',
    'No idea',
    'no sé',
  ])('“%s” decides nothing by itself', (typed) =>
    expect(parseYesNo(typed)).toEqual({ value: null, note: expect.any(String) }),
  );
  test.each([
    ['I do', 'yes'],
    ['I am', 'yes'],
    ['I do not', 'no'],
    ['I don’t', 'no'],
    ['Not yet', 'no'],
    ['No, my supervisor does', 'no'],
    ['Yes, I do', 'yes'],
  ])('“%s” is %s', (typed, value) => expect(parseYesNo(typed)).toEqual({ value }));
});

describe('a membership', () => {
  const read = membershipReader(policy.memberships);
  test.each([
    ['Delegate member (voting)', 'delegate'],
    ['Delegate Member (one per school system)', 'delegate'],
    ['General Member ($25)', 'general'],
    ['Delegate Member 2023-2024', 'delegate'],
    ['general member since 2019', 'general'],
    ['I’m not an ALET member', 'non-member'],
  ])('“%s” is %s', (typed, value) => expect(read(typed)).toEqual({ value }));
  test.each([
    'Delegate?',
    'Delegate (expired)',
    'HigherEd/General',
    'Both',
    'CoSN member',
    'I don’t know',
    'General (non-voting)',
  ])('“%s” is asked for', (typed) => expect(read(typed).value).toBeNull());
});

describe('addresses and phones as they are copied', () => {
  test.each([
    'renee @example.org',
    'renee@ example.org',
    'renee\u00a0@example.org',
    'ren\u200bee@example.org',
    '\u202arenee@example.org\u202c',
    '<renee@example.org>',
    'mailto:renee@example.org?subject=hello',
    'renee@example.org (work)',
    'Work: renee@example.org',
    '“renee@example.org”',
    '[renee@example.org](mailto:renee@example.org)',
  ])('“%s” is one address', (typed) => expect(parseEmail(typed)).toEqual({ value: 'renee@example.org' }));
  it('does not put an address together that was not typed', () => {
    expect(parseEmail('renee@example,org').value).toBeNull();
    expect(parseEmail('renee lund@example.org').value).toBeNull();
    expect(parseEmail('a@example.org/b@example.org')).toEqual({ value: 'a@example.org', note: expect.any(String) });
  });
  test.each(['cell: 256-555-0112', '(256) 555\u20110112', 'tel:+12565550112', '2.565550112E9', '256 555 0112 (m)'])(
    '“%s” is ten digits',
    (typed) => expect(parsePhone(typed)).toEqual({ value: '2565550112' }),
  );
});

describe('a name with more than a name', () => {
  test.each([
    ['Jane Doe Ed.D.', 'Jane', 'Doe'],
    ['Jane Doe, Ph. D.', 'Jane', 'Doe'],
    ['Doe, Dr. Jane', 'Jane', 'Doe'],
    ['Jane Doe (Janie)', 'Jane (Janie)', 'Doe'],
    ['Jane Doe (she/her)', 'Jane', 'Doe'],
    ['Yo-Yo Ma', 'Yo-Yo', 'Ma'],
  ])('“%s” is %s %s', (typed, givenName, familyName) =>
    expect(splitFullName(typed)).toEqual({ value: { givenName, familyName } }),
  );
  it('is matched without it', () => {
    expect(nameKey(parseName('Jane (Janie)', 'Doe'))).toBe(nameKey(parseName('Jane', 'Doe, Ed.D.')));
    expect(nameKey(parseName('Jane "Janie"', 'Doe PhD'))).toBe('janedoe');
  });
  it('takes no post and no “n/a” for a name', () => {
    expect(splitFullName('Jane Doe, Technology Director')).toEqual({
      value: { givenName: 'Jane', familyName: 'Doe' },
      note: expect.any(String),
    });
    expect(parseName('Jane', 'N/A')).toEqual({ givenName: 'Jane', familyName: '' });
    expect(['n/a', 'Same as above', 'same', '#REF!', '-'].map(parseCertificateName)).toEqual(Array(5).fill(null));
  });
});

describe('two names under one address', () => {
  const named = (whole: string) => splitFullName(whole).value;
  test.each([
    ['Jane Doe', 'John Doe'],
    ['Al Green', 'Dee Brown'],
  ])('%s and %s are two people', (a, b) => {
    expect(areTwoPeople(named(a), named(b))).toBe(true);
    expect(areTwoPeople(named(b), named(a))).toBe(true);
  });
  test.each([
    ['Mary Old', 'Mary New'],
    ['Robert Lee', 'Bob Lee'],
    ['J. Robert Smith', 'Robert Smith'],
    ['Jon Ray', 'Jonathan Ray'],
    ['Mei Lund', 'Lund Mei'],
  ])('%s and %s may be one', (a, b) => {
    expect(areTwoPeople(named(a), named(b))).toBe(false);
    expect(areTwoPeople(named(b), named(a))).toBe(false);
  });
});
