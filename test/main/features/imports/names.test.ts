import { describe, expect, it, test } from 'vitest';
import { nameKey, parseCertificateName, parseName, splitFullName } from '../../../../main/features/imports/names.ts';
import {
  kindOfOrganization,
  organizationKey,
  parseOrganization,
} from '../../../../main/features/organizations/typed-name.ts';

describe('names in two columns', () => {
  test.each([
    ['Carla ', 'Smith-Jones', 'Carla', 'Smith-Jones'],
    ['Mary  Beth', ' De la Cruz', 'Mary Beth', 'De la Cruz'],
    ['Siobhán', 'O’Brien', 'Siobhán', 'O’Brien'],
    ['LORCAN', 'MCWHIRTLE', 'Lorcan', 'McWhirtle'],
    ['PATRICE', "O'BRIEN-SMITH", 'Patrice', "O'Brien-Smith"],
    ['carla', 'de la cruz', 'Carla', 'De la Cruz'],
    ['DeShawn', 'McAllister', 'DeShawn', 'McAllister'],
    ['Darnell', 'Stallworth, Ed.D.', 'Darnell', 'Stallworth'],
    ['Nguye\u0302\u0303n', 'Linh', 'Nguyễn', 'Linh'],
  ])('“%s” “%s” is %s %s', (given, family, givenName, familyName) => {
    expect(parseName(given, family)).toEqual({ givenName, familyName });
  });
});

describe('names in one column', () => {
  test.each([
    ['Kendrick Lambert', 'Kendrick', 'Lambert'],
    ['Patrice Van der Meer', 'Patrice', 'Van der Meer'],
    ['Samuel De la Cruz', 'Samuel', 'De la Cruz'],
    ['Mary Beth Dozier', 'Mary Beth', 'Dozier'],
    ['Mary Beth De la Cruz', 'Mary Beth', 'De la Cruz'],
    ['Dozier, Mary Beth', 'Mary Beth', 'Dozier'],
    ['Isaac Booker Jr.', 'Isaac', 'Booker Jr.'],
    ['Isaac Booker, III', 'Isaac', 'Booker III'],
    ['Dr. Zoë Baker, Ed.D., CETL', 'Zoë', 'Baker'],
    ['Wanda A. O’Brien', 'Wanda A.', 'O’Brien'],
  ])('“%s” is %s | %s', (typed, givenName, familyName) => {
    expect(splitFullName(typed)).toEqual({ value: { givenName, familyName } });
  });
  it('asks about a single word', () => {
    expect(splitFullName('Cher')).toEqual({ value: { givenName: 'Cher', familyName: '' }, note: expect.any(String) });
  });
  it('folds to the same name as the two columns', () => {
    const split = splitFullName('Mary Beth  De la Cruz').value;
    expect(nameKey(split)).toBe(nameKey(parseName('MARY BETH', 'DE LA CRUZ')));
    expect(nameKey({ givenName: 'Darnell R.', familyName: 'Núñez' })).toBe(nameKey(parseName('darnell', 'nunez')));
  });
});

it('keeps the name for the certificate as it was wanted', () => {
  expect(parseCertificateName(' Wanda A.  O’Brien, M.Ed. ')).toBe('Wanda A. O’Brien, M.Ed.');
  expect(parseCertificateName('  ')).toBeNull();
});

describe('organizations', () => {
  test.each([
    ['  Saraland City Schools ', 'Saraland City Schools'],
    ['MONTGOMERY PUBLIC SCHOOLS', 'Montgomery Public Schools'],
    ['UNIVERSITY OF WEST ALABAMA', 'University of West Alabama'],
    ['DeKalb County Sch.', 'DeKalb County Schools'],
    ['Jefferson Co Schools', 'Jefferson County Schools'],
    ['St. Clair County Schools', 'St. Clair County Schools'],
    ['Acme Co', 'Acme Co'],
  ])('“%s” is shown as %s', (typed, shown) => {
    expect(parseOrganization(typed)).toBe(shown);
  });
  test.each([
    ['Jefferson Co Schools', 'JEFFERSON COUNTY SCH.'],
    ['Tuscaloosa County School System', 'Tuscaloosa County Schools'],
    ['Sumter County School District', 'Sumter County Schools'],
    ['Saint Clair County Schools', 'St. Clair County Sch.'],
  ])('“%s” and “%s” are one', (a, b) => expect(organizationKey(a)).toBe(organizationKey(b)));
  test.each([
    ['Tuscaloosa County Schools', 'Tuscaloosa City Schools'],
    ['Montgomery Public Schools', 'Montgomery County Schools'],
    ['Auburn University', 'Auburn City Schools'],
  ])('“%s” and “%s” are two', (a, b) => expect(organizationKey(a)).not.toBe(organizationKey(b)));
  it('knows schools from colleges', () => {
    expect(kindOfOrganization('Troy University')).toBe('college');
    expect(kindOfOrganization('Pike Road Schools')).toBe('school-system');
    expect(kindOfOrganization('Example Consulting')).toBe('other');
  });
});
