import { describe, expect, it, test } from 'vitest';
import { bandOf, comparable, matchOf } from '../../../../main/rules/duplicates/duplicates.ts';
import { sayShortForm } from '../../../../main/rules/duplicates/nicknames.ts';
import type { ComparedPerson } from '../../../../shared/model/duplicates.ts';
import { OrganizationId, PersonId } from '../../../../shared/model/ids.ts';
import { oneSlipApart } from '../../../../shared/model/spelling.ts';

const place = (number: number) => OrganizationId.parse(`018f0000-0000-7000-8000-00000000000${number}`);
let last = 0;
/** Someone invented, told as `Bob Whatley`. */
function one(name: string, facts: Partial<ComparedPerson> = {}): ComparedPerson {
  const [givenName = '', ...family] = name.split(' ');
  last += 1;
  const id = PersonId.parse(`018f0000-0000-7000-9000-${String(last).padStart(12, '0')}`);
  const none = { email: null, phone: null, organizationId: null, organization: null };
  return { id, givenName, familyName: family.join(' '), ...none, ...facts };
}
const match = (a: ComparedPerson, b: ComparedPerson, holders?: number) =>
  matchOf(comparable(a), comparable(b), holders);
const lee = { organizationId: place(1), organization: 'Lee County Schools' };
const pike = { organizationId: place(2), organization: 'Pike County Schools' };
const phone = { phone: '2565550112' };

describe('one person', () => {
  test.each([
    ['the same name in the same school system', one('Nadia Whatley', lee), one('Nadia Whatley', lee), 'perhaps'],
    ['the same name and nothing else known', one('Nadia Whatley'), one('Nadia Whatley'), 'perhaps'],
    ['the same name and phone', one('Nadia Whatley', phone), one('Nadia Whatley', phone), 'likely'],
    [
      'a short form, phone and school system',
      one('Bob Cobb', { ...lee, ...phone }),
      one('Robert Cobb', { ...lee, ...phone }),
      'almost-surely',
    ],
    ['two short forms of one name', one('Bob Cobb', phone), one('Rob Cobb', phone), 'likely'],
    [
      'a nickname with the same post in the same school system, whatever else differs',
      one('Robert Smith', { ...lee, email: 'robert@x.example', phone: '2565550111', jobTitle: 'Technology Director' }),
      one('Bob Smith', { ...lee, email: 'bob@y.example', phone: '2565550112', jobTitle: 'technology director' }),
      'perhaps',
    ],
    ['accents left out', one('Renée Müller', phone), one('Renee Muller', phone), 'likely'],
    ['an apostrophe and a hyphen left out', one('Siobhán O’Brien', lee), one('Siobhan OBrien', lee), 'perhaps'],
    ['first and last name swapped', one('Whatley Nadia', lee), one('Nadia Whatley', lee), 'perhaps'],
    ['a middle initial', one('Nadia Whatley', lee), { ...one('Nadia Whatley', lee), givenName: 'Nadia J.' }, 'perhaps'],
    ['Mary and Mary Beth', one('Mary Dozier', lee), { ...one('x Dozier', lee), givenName: 'Mary Beth' }, 'perhaps'],
    ['a slip of the keyboard', one('Nadia Whatley', lee), one('Nadia Whatlye', lee), 'perhaps'],
    ['one half of a double name', one('Ana García-López', lee), one('Ana López', lee), 'perhaps'],
    [
      'a new last name, the same phone and school system',
      one('Ana Sims', { ...lee, ...phone }),
      one('Ana Baker', { ...lee, ...phone }),
      'perhaps',
    ],
    [
      'the same mailbox at another address',
      one('Ana Sims', { email: 'ana.sims@lee.example' }),
      one('Ana Sims', { email: 'anasims@pike.example' }),
      'perhaps',
    ],
    [
      'the same e-mail address and another name',
      one('Ana Sims', { email: 'ana@x.example' }),
      one('Wanda Pettus', { email: 'ana@x.example' }),
      'perhaps',
    ],
  ])('%s', (_, a, b, band) => {
    expect(match(a, b).band).toBe(band);
    expect(match(b, a).score).toBe(match(a, b).score);
  });
});

describe('two people', () => {
  test.each([
    [
      'the same name, everything else different',
      one('Nadia Cobb', { ...lee, email: 'a@x.example', phone: '2565550111' }),
      one('Nadia Cobb', { ...pike, email: 'b@y.example', phone: '2565550112' }),
    ],
    [
      'a couple with one phone in one school system',
      one('Omar Cobb', { ...lee, ...phone }),
      one('Wanda Cobb', { ...lee, ...phone }),
    ],
    ['colleagues who share a phone', one('Omar Cobb', { ...lee, ...phone }), one('Wanda Sims', { ...lee, ...phone })],
    [
      'a nickname with the same post in another school system',
      one('Robert Smith', { ...lee, email: 'robert@x.example', jobTitle: 'Technology Director' }),
      one('Bob Smith', { ...pike, email: 'bob@y.example', jobTitle: 'Technology Director' }),
    ],
    ['father and son in one school system', one('Isaac Booker Sr.', lee), one('Isaac Booker Jr.', lee)],
    [
      'people of one post’s mailbox',
      one('Ana Sims', { email: 'technology@lee.example' }),
      one('Omar Cobb', { email: 'technology@pike.example' }),
    ],
    ['people without names', one(''), one('')],
  ])('%s', (_, a, b) => {
    expect(match(a, b).band).toBeNull();
  });

  it('a switchboard’s phone counts little', () => {
    const [a, b] = [one('Ana Sims', phone), one('Ana Baker', phone)];
    expect(match(a, b, 12).score).toBeLessThan(match(a, b).score);
  });
});

test('every reason is a sentence with what was seen', () => {
  const a = one('Bob Cobb', { ...lee, ...phone, email: 'bob@x.example' });
  const b = one('Robert Cobb', { ...pike, ...phone });
  expect(match(a, b).reasons.map(({ outcome, sentence, seen }) => [outcome, sentence, seen])).toEqual([
    ['met', 'Bob is short for Robert', ''],
    ['met', 'Same last name, Cobb', ''],
    ['unknown', 'An e-mail address is missing', ''],
    ['met', 'Same phone, (256) 555-0112', ''],
    ['unmet', 'Different school systems', 'Lee County Schools and Pike County Schools'],
  ]);
});

test.each([
  ['Bob', 'Robert', 'Bob is short for Robert'],
  ['Elizabeth', 'Beth', 'Beth is short for Elizabeth'],
  ['Bill', 'Will', 'Bill and Will are both short for William'],
  ['Pepe', 'José', 'Pepe is short for José'],
  ['Robert', 'Robert', null],
  ['Robert', 'William', null],
])('%s and %s', (a, b, said) => {
  expect(sayShortForm(a, b)).toBe(said);
});

test.each([
  ['whatley', 'whatlye', true],
  ['whatley', 'watley', true],
  ['whatley', 'whattley', true],
  ['whatley', 'whatlex', true],
  ['whatley', 'whatley', false],
  ['whatley', 'watlye', false],
  ['ab', 'abcd', false],
])('%s and %s are one slip apart: %s', (a, b, apart) => {
  expect(oneSlipApart(a, b)).toBe(apart);
  expect(oneSlipApart(b, a)).toBe(apart);
});

test('bands follow the thresholds', () => {
  expect([49, 50, 64, 65, 84, 85].map(bandOf)).toEqual([
    null,
    'perhaps',
    'perhaps',
    'likely',
    'likely',
    'almost-surely',
  ]);
});
