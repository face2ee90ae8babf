import { describe, expect, it, test } from 'vitest';
import { nameFrom, renamed } from '../../../../main/features/imports/name-parts.ts';
import { areTwoPeople, nameKey } from '../../../../main/features/imports/names.ts';

const named = (parts: Partial<Record<Parameters<Parameters<typeof nameFrom>[0]>[0], string>>): string => {
  const { value } = nameFrom((field) => parts[field] ?? '');
  return `${value.givenName} | ${value.familyName}`;
};

describe('a name that a form splits into parts', () => {
  test.each([
    [{ givenName: 'John', middleName: 'Q.', familyName: 'Smith', nameSuffix: 'Jr.' }, 'John Q. | Smith Jr.'],
    [{ givenName: 'John', familyName: 'Smith', nameSuffix: 'III' }, 'John | Smith III'],
    [{ givenName: 'John', familyName: 'Smith', nameSuffix: '3rd' }, 'John | Smith III'],
    [{ givenName: 'John', familyName: 'Smith', nameSuffix: 'Junior' }, 'John | Smith Jr.'],
    [{ givenName: 'John', familyName: 'Smith', nameSuffix: 'Jr., Ph.D.' }, 'John | Smith Jr.'],
    [{ givenName: 'John', familyName: 'Smith Jr.', nameSuffix: 'Jr' }, 'John | Smith Jr.'],
    [{ givenName: 'John', familyName: 'Smith, Jr.' }, 'John | Smith Jr.'],
    [{ givenName: 'John', familyName: 'Smith', nameSuffix: 'N/A' }, 'John | Smith'],
    [{ givenName: 'John', familyName: 'Smith', nameSuffix: 'Ed.D.' }, 'John | Smith'],
    [{ givenName: 'John', familyName: 'Smith', nameSuffix: 'none' }, 'John | Smith'],
    [{ givenName: 'Mary', middleName: 'Beth', familyName: 'Dozier' }, 'Mary Beth | Dozier'],
    [{ givenName: 'Mary Beth', middleName: 'Beth', familyName: 'Dozier' }, 'Mary Beth | Dozier'],
    [{ givenName: 'John Q.', middleName: 'Quincy', familyName: 'Smith' }, 'John Q. | Smith'],
    [{ givenName: 'JOHN', middleName: 'q', familyName: 'SMITH', nameSuffix: 'JR' }, 'John Q | Smith Jr'],
    [{ givenName: 'john', middleName: 'quincy', familyName: 'smith', nameSuffix: 'iii' }, 'John Quincy | Smith III'],
    [{ fullName: 'John Smith', middleName: 'Q.', nameSuffix: 'Sr.' }, 'John Q. | Smith Sr.'],
    [{ fullName: 'Smith, John', nameSuffix: 'II' }, 'John | Smith II'],
    [{ givenName: 'Robert', familyName: 'Hale', preferredName: 'Bob' }, 'Robert (Bob) | Hale'],
    [{ givenName: 'Robert', familyName: 'Hale', preferredName: 'Bob Hale' }, 'Robert (Bob) | Hale'],
    [{ givenName: 'Robert', familyName: 'Hale', preferredName: '“Bob”' }, 'Robert (Bob) | Hale'],
    [{ givenName: 'Robert', familyName: 'Hale', preferredName: 'Same as above' }, 'Robert | Hale'],
    [{ givenName: 'Robert', familyName: 'Hale', preferredName: 'robert' }, 'Robert | Hale'],
    [{ familyName: 'Hale', preferredName: 'BOB' }, 'Bob | Hale'],
    [{ fullName: 'Ana', familyName: 'Álvarez' }, 'Ana | Álvarez'],
    [{ fullName: 'Ana Maria', familyName: 'Álvarez' }, 'Ana Maria | Álvarez'],
    [{ fullName: 'Ana Álvarez', familyName: 'Álvarez' }, 'Ana | Álvarez'],
    [{ fullName: 'Ana Álvarez', givenName: 'Ana', familyName: 'Álvarez' }, 'Ana | Álvarez'],
  ])('%j is %s', (parts, name) => expect(named(parts)).toBe(name));
});

describe('father and son', () => {
  const smith = (suffix: string) => ({ givenName: 'John', familyName: `Smith ${suffix}`.trim() });
  it('are two people, also at one address', () => {
    expect(nameKey(smith('Jr.'))).not.toBe(nameKey(smith('III')));
    expect(areTwoPeople(smith('Jr.'), smith('III'))).toBe(true);
    expect(areTwoPeople(smith('Jr.'), smith('JR'))).toBe(false);
    expect(areTwoPeople(smith('Jr.'), smith(''))).toBe(false);
  });
});

describe('a later row', () => {
  const known = { givenName: 'Mary Beth Q. (Bee)', familyName: 'De la Cruz Jr.' };
  test.each([
    ['Mary', 'De la Cruz'],
    ['Mary Beth', 'DE LA CRUZ JR'],
    ['', 'De la Cruz'],
    ['Mary Beth', ''],
    ['Bee', 'De la Cruz Jr.'],
  ])('that says less, “%s” “%s”, takes nothing away', (givenName, familyName) =>
    expect(renamed(known, { givenName, familyName })).toEqual(known),
  );
  it('that says more adds it, and another name replaces the one before', () => {
    expect(
      renamed({ givenName: 'John', familyName: 'Smith' }, { givenName: 'John Q.', familyName: 'Smith Jr.' }),
    ).toEqual({ givenName: 'John Q.', familyName: 'Smith Jr.' });
    expect(renamed({ givenName: 'Ana', familyName: 'Alvarez' }, { givenName: 'Ana', familyName: 'Reed' })).toEqual({
      givenName: 'Ana',
      familyName: 'Reed',
    });
  });
});
