import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areShortForms,
  fullNamesFrom,
  givenNamesOf,
  otherFormsOf,
  sayShortForm,
} from '../../../../main/rules/duplicates/nicknames.ts';
import { shortForms } from '../../../../shared/model/nicknames.ts';
import { foldName } from '../../../../shared/model/people.ts';

const fullNames = Object.keys(shortForms);
const pairs = Object.entries(shortForms).flatMap(([full, shorts]) =>
  shorts.split(' ').map((short) => [foldName(full), foldName(short)] as const),
);
const someName = fc.constantFrom(...new Set(pairs.flat()));

describe('the names that a given name may be short for', () => {
  test.each([
    ['bob', ['bob', 'robert']],
    ['robert', ['robert']],
    ['zyx', ['zyx']],
  ])('%s', (name, expected) => {
    expect(givenNamesOf(name)).toEqual(expected);
  });

  test('of every short form hold itself first, then every full name that lists it, and no other', () => {
    for (const short of new Set(pairs.map(([, each]) => each))) {
      const [first, ...full] = givenNamesOf(short);
      expect(first).toBe(short);
      expect(full.toSorted()).toEqual(
        pairs
          .filter(([, each]) => each === short)
          .map(([name]) => name)
          .toSorted(),
      );
    }
  });
});

describe('the other forms of a given name', () => {
  test('go both ways: what it is short for, and what it is shortened to', () => {
    expect(otherFormsOf('bob')).toEqual(['robert']);
    expect(otherFormsOf('robert')).toEqual(expect.arrayContaining(['bob', 'rob']));
    expect(otherFormsOf('zyx')).toEqual([]);
    for (const [full, short] of pairs) {
      expect(otherFormsOf(full)).toContain(short);
      expect(otherFormsOf(short)).toContain(full);
    }
  });
});

describe('the full names that the beginning of a short form may mean', () => {
  test('are all that it begins, each once', () => {
    expect(fullNamesFrom('bob')).toContain('robert');
    expect(fullNamesFrom('zyx')).toEqual([]);
    fc.assert(
      fc.property(someName, fc.integer({ min: 1, max: 4 }), (name, letters) => {
        const beginning = name.slice(0, letters);
        const expected = pairs.filter(([, short]) => short.startsWith(beginning)).map(([full]) => full);
        const found = fullNamesFrom(beginning);
        expect(new Set(found)).toEqual(new Set(expected));
        expect(found).toHaveLength(new Set(found).size);
      }),
    );
  });
});

describe('two given names may be one person’s', () => {
  test.each([
    ['bob', 'robert', true],
    ['robert', 'bob', true],
    ['bob', 'rob', true],
    ['bill', 'will', true],
    ['robert', 'robert', false],
    ['bob', 'bob', false],
    ['robert', 'william', false],
    ['bob', 'bill', false],
    ['zyx', 'robert', false],
  ])('%s and %s: %s', (a, b, may) => {
    expect(areShortForms(a, b)).toBe(may);
  });

  test('wherever one is a short form of the other or both are of a third, and nowhere else, from both sides', () => {
    const of = new Map<string, Set<string>>();
    for (const [full, short] of pairs) of.set(short, (of.get(short) ?? new Set()).add(full));
    fc.assert(
      fc.property(someName, someName, (a, b) => {
        const [ofA, ofB] = [new Set([a, ...(of.get(a) ?? [])]), new Set([b, ...(of.get(b) ?? [])])];
        const expected = a !== b && [...ofA].some((name) => ofB.has(name));
        expect(areShortForms(a, b)).toBe(expected);
        expect(areShortForms(b, a)).toBe(expected);
      }),
    );
  });
});

describe('the sentence on two given names', () => {
  test.each([
    ['Bob', 'Robert', 'Bob is short for Robert'],
    ['Robert', 'Bob', 'Bob is short for Robert'],
    ['BOB', 'robert', 'BOB is short for robert'],
    ['Bob', 'Rob', 'Bob and Rob are both short for Robert'],
    ['Robert', 'Robert', null],
    ['Robert', 'William', null],
  ])('%s and %s', (a, b, sentence) => {
    expect(sayShortForm(a, b)).toBe(sentence);
  });

  test('is there exactly where the two may be one person’s, and names a full name of both', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fullNames, ...pairs.map(([, short]) => short)), someName, (a, b) => {
        const said = sayShortForm(a, b);
        expect(said !== null).toBe(areShortForms(foldName(a), foldName(b)));
        if (said?.includes('both short')) {
          const full = foldName(said.split(' short for ')[1] ?? '');
          expect(givenNamesOf(foldName(a))).toContain(full);
          expect(givenNamesOf(foldName(b))).toContain(full);
        }
      }),
    );
  });
});
