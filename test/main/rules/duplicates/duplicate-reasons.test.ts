import { describe, expect, test } from 'vitest';
import { sayEvidence } from '../../../../main/rules/duplicates/duplicate-reasons.ts';
import type { Evidence } from '../../../../main/rules/duplicates/duplicates.ts';
import type { ComparedPerson } from '../../../../shared/model/duplicates.ts';
import { OrganizationId, PersonId } from '../../../../shared/model/ids.ts';

const a: ComparedPerson = {
  id: PersonId.parse('018f0000-0000-7000-8000-000000000001'),
  givenName: 'Bob Lee',
  familyName: 'Cobb',
  email: 'bob@x.example',
  phone: '2565550112',
  organizationId: OrganizationId.parse('018f0000-0000-7000-8000-00000000000a'),
  organization: 'Lee County Schools',
  jobTitle: 'Technology Director',
};
const b: ComparedPerson = {
  ...a,
  id: PersonId.parse('018f0000-0000-7000-8000-000000000002'),
  givenName: 'Robert',
  familyName: 'Cobbs',
  email: 'robert@y.example',
  phone: '2565550199',
  organization: 'Pike County Schools',
  jobTitle: 'Librarian',
};
const nothing: Evidence = {
  given: 'unknown',
  family: 'unknown',
  swapped: false,
  suffixDiffers: false,
  email: 'unknown',
  phone: 'unknown',
  place: 'unknown',
  post: 'unknown',
};
const say = (evidence: Partial<Evidence>, one = a, other = b, holders = 2) =>
  sayEvidence({ ...nothing, ...evidence }, one, other, holders).map(({ outcome, sentence, seen }) => [
    outcome,
    sentence,
    seen,
  ]);

test('what is not known of either is said as unknown, in the order name, e-mail, phone, school system', () => {
  expect(say({})).toEqual([
    ['unknown', 'A first name is missing', ''],
    ['unknown', 'A last name is missing', ''],
    ['unknown', 'An e-mail address is missing', ''],
    ['unknown', 'A phone is missing', ''],
    ['unknown', 'A school system is missing', ''],
  ]);
});

test('of a double first name the first is what is short for another', () => {
  const bob = { ...a, givenName: 'Bob-Lee' };
  expect(say({ given: 'short-form' }, bob)[0]).toEqual(['met', 'Bob is short for Robert', '']);
});

describe('each observation has its sentence, for or against, with what was seen', () => {
  const given = 'Bob Lee and Robert';
  const family = 'Cobb and Cobbs';
  const emails = 'bob@x.example and robert@y.example';
  test.each<[string, Partial<Evidence>, readonly [string, string, string]]>([
    ['the same given name', { given: 'same' }, ['met', 'Same first name, Bob Lee', '']],
    ['a short form, by the first word', { given: 'short-form' }, ['met', 'Bob is short for Robert', '']],
    ['given names that begin alike', { given: 'begins-alike' }, ['met', 'The first names start alike', given]],
    ['a slip in the given name', { given: 'spelled-alike' }, ['met', 'The first names differ by one letter', given]],
    ['an initial', { given: 'initial' }, ['met', 'One first name is the other’s initial', given]],
    ['other given names', { given: 'differs' }, ['unmet', 'Different first names', given]],
    ['the same family name', { family: 'same' }, ['met', 'Same last name, Cobb', '']],
    ['half of a double name', { family: 'part' }, ['met', 'One last name is part of the other', family]],
    ['a slip in the family name', { family: 'spelled-alike' }, ['met', 'The last names differ by one letter', family]],
    ['other family names', { family: 'differs' }, ['unmet', 'Different last names', family]],
    ['the same address', { email: 'same' }, ['met', 'Same e-mail address, bob@x.example', '']],
    [
      'the same mailbox',
      { email: 'same-mailbox' },
      ['met', 'The same name before the @ of both e-mail addresses', emails],
    ],
    ['other addresses', { email: 'differs' }, ['unmet', 'Different e-mail addresses', emails]],
    ['the same phone', { phone: 'same' }, ['met', 'Same phone, (256) 555-0112', '']],
    ['other phones', { phone: 'differs' }, ['unmet', 'Different phones', '(256) 555-0112 and (256) 555-0199']],
    ['the same school system', { place: 'same' }, ['met', 'Same school system, Lee County Schools', '']],
    [
      'other school systems',
      { place: 'differs' },
      ['unmet', 'Different school systems', 'Lee County Schools and Pike County Schools'],
    ],
    ['the same post there', { post: 'same' }, ['met', 'Same position there, Technology Director', '']],
    [
      'other posts, which say little',
      { post: 'differs' },
      ['unknown', 'Different positions there', 'Technology Director and Librarian'],
    ],
    ['another suffix', { suffixDiffers: true }, ['unmet', 'Different suffix, like father and son', family]],
  ])('%s', (_, evidence, reason) => {
    expect(say(evidence)).toContainEqual(reason);
  });
});

test('a switchboard’s phone says how many people have it', () => {
  expect(say({ phone: 'switchboard' }, a, b, 12)).toContainEqual([
    'met',
    'Same phone, (256) 555-0112, which 12 people have',
    '',
  ]);
});

describe('a whole name is one reason, not two', () => {
  const same = { given: 'same', family: 'same' } as const;
  test('the same', () => {
    expect(say(same, a, a)[0]).toEqual(['met', 'Same name, Bob Lee Cobb', '']);
    expect(say(same, a, a)).toHaveLength(4);
  });
  test('the same, written differently', () => {
    expect(say(same, a, b)[0]).toEqual(['met', 'Same name, written differently', 'Bob Lee Cobb and Robert Cobbs']);
  });
  test('swapped, and the suffix beside it', () => {
    expect(say({ swapped: true, given: 'differs', family: 'differs', suffixDiffers: true }).slice(0, 2)).toEqual([
      ['met', 'First and last name are swapped', 'Bob Lee Cobb and Robert Cobbs'],
      ['unmet', 'Different suffix, like father and son', 'Cobb and Cobbs'],
    ]);
  });
  test('the suffix also beside a name that is the same', () => {
    expect(say({ ...same, suffixDiffers: true }, a, a)[1]?.[1]).toBe('Different suffix, like father and son');
  });
});

test('what one of them lacks is said as none', () => {
  expect(say({ email: 'differs' }, { ...a, email: null })).toContainEqual([
    'unmet',
    'Different e-mail addresses',
    'none and robert@y.example',
  ]);
});
