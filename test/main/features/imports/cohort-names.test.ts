import { describe, expect, it, test } from 'vitest';
import { cohortNameOf, cohortReader, cohortsOfPolicy } from '../../../../main/features/imports/cohort-names.ts';
import { policy } from './import-desk.ts';

const read = cohortReader(cohortsOfPolicy(policy));

describe('a cohort as it was typed', () => {
  test.each([
    ['alpha', 'Alpha'],
    ['ALPHA Cohort', 'Alpha'],
    ['AL-CTO Beta', 'Beta'],
    ['Alpha 2017-2018', 'Alpha'],
    ['alpha-2017', 'Alpha'],
    ['Graduates of Delta', 'Delta'],
    ['Fox-trot', 'Foxtrot'],
    ['X ray', 'X-ray'],
  ])('“%s” is %s', (typed, name) => expect(read(typed)).toEqual({ value: { name, isKnown: true } }));
  test.each([
    ['Foxtrott', 'Foxtrot'],
    ['Charly', 'Charlie'],
    ['Alfa', 'Alpha'],
    ['Detla', 'Delta'],
  ])('“%s” is taken for %s, and looked at', (typed, name) =>
    expect(read(typed)).toEqual({ value: { name, isKnown: true }, note: expect.stringContaining(`taken for ${name}`) }),
  );
  test.each(['Pilot', 'Cohort 7', 'Alpha 2', 'D'])('“%s” keeps its name, and no one knows it', (typed) =>
    expect(read(typed)).toEqual({ value: { name: typed, isKnown: false } }),
  );
  test.each(['', 'N/A', '-', ' '])('“%s” says nothing', (typed) => expect(read(typed)).toEqual({ value: null }));
  it('that names two is none', () => {
    expect(read('Charlie/Delta')).toEqual({ value: null, note: expect.stringContaining('more than one') });
  });
});

describe('a title', () => {
  const rows = (title: string) => [[title], ['Name', 'Graduated']];
  const told = (title: string, name = 'Sheet1') => cohortNameOf({ name, rows: rows(title) }, 2, policy);
  it('tells a cohort beside the program’s own words', () => {
    expect(told('AL-CTO graduates, Alpha cohort')).toBe('Alpha');
    expect(told('List of graduates 2018 – Beta')).toBe('Beta');
    expect(told('Graduates of the 2017 cohort', 'Alpha')).toBe('Alpha');
    expect(told('Cohort 7')).toBe('Cohort 7');
  });
  test.each(['Prepared by Victor Smith', 'Graduates by cohort', 'Alpha to Delta', 'Mike’s list of people'])(
    '“%s” tells none',
    (title) => expect(told(title)).toBeNull(),
  );
});
