import { describe, expect, it, test } from 'vitest';
import { doubtName, nameKey, parseName, splitFullName } from '../../../../main/features/imports/names.ts';
import { parseTimestamp, zoneOfHeader } from '../../../../main/features/imports/times.ts';
import { parseEmail, parsePhone, parseYesNo } from '../../../../main/features/imports/values.ts';
import { parseYears } from '../../../../main/features/imports/years.ts';
import { tidy } from '../../../../shared/model/tidy-text.ts';
import { Desk, outcomes, sheetOf } from './import-desk.ts';

describe('a name in one column', () => {
  test.each([
    ['O’Neal Jr., Bob, Ed.D.', 'Bob', 'O’Neal Jr.'],
    ['Neal, Bob Jr.', 'Bob', 'Neal Jr.'],
    ['de la Cruz, María José', 'María José', 'de la Cruz'],
    ['Smith, Bob MD', 'Bob', 'Smith'],
    ['Bob Smith CTO', 'Bob', 'Smith'],
    ['Bob Smith - CTO', 'Bob', 'Smith'],
    ['Carla Smith - Jones', 'Carla', 'Smith-Jones'],
    ['Bob SMITH', 'Bob', 'Smith'],
    ['SIOBHÁN O`BRIEN', 'Siobhán', 'O’Brien'],
    ['Yo-Yo Ma', 'Yo-Yo', 'Ma'],
    ['Smith, Bob V', 'Bob V', 'Smith'],
  ])('“%s” is %s | %s', (typed, givenName, familyName) =>
    expect(splitFullName(typed)).toEqual({ value: { givenName, familyName } }),
  );
});

describe('a name in two columns', () => {
  test.each([
    ['Bob Jr.', 'Smith', 'Bob', 'Smith Jr.'],
    ['MARY BETH', 'Dozier', 'Mary Beth', 'Dozier'],
    ['María', 'DE LA CRUZ', 'María', 'De la Cruz'],
    ['AJ', 'Smith', 'AJ', 'Smith'],
    ['Bob', 'Smith - CTO', 'Bob', 'Smith'],
    ['Bob Smith', 'Smith', 'Bob', 'Smith'],
    ['Ｍｅｉ', 'Ｌｕｎｄ', 'Mei', 'Lund'],
  ])('“%s” “%s” is %s | %s', (given, family, givenName, familyName) =>
    expect(parseName(given, family)).toEqual({ givenName, familyName }),
  );
  it('that repeats the last name is one person at the next import too, and looked at', () => {
    const desk = new Desk();
    const header = ['Timestamp', 'Email', 'First', 'Last', 'System', 'Highest position', 'Membership', 'Years'];
    const form = sheetOf([header, ['4/1/2024', 'bob@example.org', 'Bob Smith', 'Smith', 'Lee', 'No', 'General', '5']]);
    expect(desk.take(form).rows[0]?.notes.join()).toMatch(/also has the last name in it; check the name/);
    expect(outcomes(desk.take(form))).toEqual({ same: 1 });
    expect(nameKey(desk.called('Smith'))).toBe('bobsmith');
  });
  it('with a dash is looked at, and “N/A” names no two people', () => {
    expect(doubtName('Smith - CTO')).toMatch(/dash/);
    expect(doubtName('N/A')).toBeNull();
  });
});

test.each(['0.12', '.15', '0.99'])('“%s” years are what a workbook keeps of a percentage', (typed) =>
  expect(parseYears(typed, [3]).value).toBeNull(),
);
test.each([
  ['0.5', 0.5],
  ['.25', 0.25],
  ['0.8 years', 0.8],
])('“%s” is a part of a year', (typed, years) => expect(parseYears(typed, [3])).toEqual({ value: years }));

describe('a yes', () => {
  test.each(['I am the assistant director', 'I am second', 'Yes, assistant director', 'Yes - co-director'])(
    '“%s” decides nothing by itself',
    (typed) => expect(parseYesNo(typed)).toEqual({ value: null, note: expect.any(String) }),
  );
  test.each(['Yes, sole technology person', 'I am', 'ｙｅｓ', '１'])('“%s” is yes', (typed) =>
    expect(parseYesNo(typed)).toEqual({ value: 'yes' }),
  );
});

describe('wide and unseen letters', () => {
  it('are those that everyone else types', () => {
    expect(tidy('\u200bＬｅｅ\u00a0 Ｃｏｕｎｔｙ！')).toBe('Lee County!');
    expect(parseYears('１２', [3])).toEqual({ value: 12 });
    expect(parseEmail('ｍｅｉ＠example.org')).toEqual({ value: 'mei@example.org' });
    expect(parsePhone('２５６−５５５−０１１２')).toEqual({ value: '2565550112' });
  });
});

test.each(['256-555-0112 ext. 4', '(256) 555-0112 x12', '2565550112, extension 7'])(
  '“%s” is a phone with an extension, and kept as it was typed',
  (typed) => expect(parsePhone(typed)).toEqual({ value: typed }),
);

describe('a moment', () => {
  const chicago = 'America/Chicago';
  test.each([
    ['2024/04/01 7:10:31 AM Central Daylight Time', '2024-04-01T12:10:31.000Z'],
    ['2024-04-01T07:10:31-05:00[America/Chicago]', '2024-04-01T12:10:31.000Z'],
    ['1/4/2024 7:10:31 a. m.', '2024-01-04T13:10:31.000Z'],
  ])('“%s” is %s', (typed, at) => expect(parseTimestamp(typed, chicago)).toEqual({ value: at }));
  it('with dots says in which order it was read, where nothing tells it', () => {
    expect(parseTimestamp('01.04.2024 07:10', chicago, 'unsaid').note).toMatch(/read as 2024-01-04/);
    expect(parseTimestamp('1/4/2024 07:10', chicago, 'unsaid')).toEqual({ value: '2024-01-04T13:10:00.000Z' });
    expect(parseTimestamp('1.4.2024 07:10', chicago, 'month-first')).toEqual({ value: '2024-01-04T13:10:00.000Z' });
  });
  it('has the zone of its column', () => {
    expect(['Submitted (UTC)', 'Time (CST)', 'Completed at', 'What at?'].map(zoneOfHeader)).toEqual([
      0,
      -360,
      null,
      null,
    ]);
  });
});
