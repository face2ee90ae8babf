import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Seats } from '../../../../main/rules/duplicates/duplicate-seats.ts';
import { comparable, evidenceOf, scoreOf } from '../../../../main/rules/duplicates/duplicates.ts';
import { type ComparedPerson, MatchWeights, matchThresholds } from '../../../../shared/model/duplicates.ts';
import { OrganizationId, PersonId } from '../../../../shared/model/ids.ts';

const place = (number: number) => OrganizationId.parse(`018f0000-0000-7000-8000-00000000000${number}`);
let made = 0;
function one(facts: Partial<ComparedPerson> = {}) {
  made += 1;
  const id = PersonId.parse(`018f0000-0000-7000-9000-${String(made).padStart(12, '0')}`);
  const none = { email: null, phone: null, organizationId: null, organization: null, jobTitle: null };
  return comparable({ id, givenName: 'Nadia', familyName: 'Whatley', ...none, ...facts });
}

describe('whether two may reach the threshold', () => {
  const phone = '2565550112';
  const [lee, pike] = [place(1), place(2)];
  test.each<[string, Partial<ComparedPerson>, Partial<ComparedPerson>, boolean]>([
    ['nothing else is known of either', {}, {}, true],
    ['the same phone', { phone }, { phone }, true],
    ['the same address', { email: 'a@x.example' }, { email: 'a@x.example' }, true],
    [
      'the same mailbox of their own at another address',
      { email: 'ana.sims@x.example' },
      { email: 'anasims@y.example' },
      true,
    ],
    ['the same school system', { organizationId: lee }, { organizationId: lee }, true],
    [
      'the same school system, other addresses and phones',
      { organizationId: lee, phone, email: 'a@x.example' },
      { organizationId: lee, phone: '2565550199', email: 'b@x.example' },
      false,
    ],
    [
      'the same school system and post, other addresses and phones',
      { organizationId: lee, jobTitle: 'CTO', phone, email: 'a@x.example' },
      { organizationId: lee, jobTitle: 'CTO', phone: '2565550199', email: 'b@x.example' },
      true,
    ],
    ['another school system and nothing else', { organizationId: lee }, { organizationId: pike }, false],
    ['other addresses and nothing else', { email: 'a@x.example' }, { email: 'b@x.example' }, false],
    ['other phones and nothing else', { phone }, { phone: '2565550199' }, false],
    ['everything else different', { organizationId: lee, phone }, { organizationId: pike, phone: '2565550199' }, false],
    ['something that only one of them tells', { phone }, { organizationId: lee }, true],
    [
      'the same school system and post, another last name and address',
      { organizationId: lee, jobTitle: 'CTO', email: 'a@x.example' },
      { organizationId: lee, jobTitle: 'CTO', email: 'b@x.example', familyName: 'Cobb' },
      true,
    ],
    [
      'the same school system, another last name, address, phone, and post',
      { organizationId: lee, jobTitle: 'CTO', email: 'a@x.example', phone },
      { organizationId: lee, jobTitle: 'Data Manager', email: 'b@x.example', phone: '2565550199', familyName: 'Cobb' },
      false,
    ],
    [
      'the same phone, in each other’s place the names',
      { phone },
      { phone, givenName: 'Whatley', familyName: 'Nadia' },
      true,
    ],
  ])('%s', (_, a, b, may) => {
    const seats = new Seats();
    const [first, second] = [seats.take(one(a)), seats.take(one(b))];
    expect(seats.mayReach(first, second)).toBe(may);
    expect(seats.mayReach(second, first)).toBe(may);
  });

  test('is never no where their score reaches it', () => {
    const person = fc.record({
      givenName: fc.constantFrom('Bob', 'Robert', 'Nadia', 'N.', 'Cobb', ''),
      familyName: fc.constantFrom('Cobb', 'Whatley', 'Robert', 'Cobb Jr.', ''),
      email: fc.option(fc.constantFrom('bob.cobb@x.example', 'bobcobb@y.example', 'a@x.example', 'info@x.example')),
      phone: fc.option(fc.constantFrom('2565550111', '2565550112', 'ext. 5')),
      organizationId: fc.option(fc.constantFrom(place(1), place(2))),
      jobTitle: fc.option(fc.constantFrom('Technology Director', 'technology director', 'Librarian')),
    });
    fc.assert(
      fc.property(person, person, fc.integer({ min: 2, max: 9 }), (a, b, holders) => {
        const [first, second] = [one(a), one(b)];
        const seats = new Seats();
        const at = [seats.take(first), seats.take(second)] as const;
        if (scoreOf(evidenceOf(first, second, holders)) >= matchThresholds.perhaps)
          expect(seats.mayReach(...at)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('under weights that reach the threshold by one thing alone, they may reach it', () => {
  const half = matchThresholds.perhaps / 2;
  const noName = { same: 0, 'short-form': 0, 'begins-alike': 0, 'spelled-alike': 0, initial: 0, differs: 0 };
  const noFamily = { same: 0, part: 0, 'spelled-alike': 0, differs: 0 };
  const swapped = { givenName: 'Whatley', familyName: 'Nadia' };
  test.each<[string, object, Partial<ComparedPerson>, Partial<ComparedPerson>]>([
    [
      'swapped names, which count more than any name',
      { given: noName, family: noFamily, swapped: matchThresholds.perhaps, nothingElse: 0 },
      {},
      swapped,
    ],
    [
      'the same name, from which nothing is taken off, since swapped names count more',
      { given: { ...noName, same: half }, family: { ...noFamily, same: half }, nothingElse: -60, swapped: 100 },
      {},
      {},
    ],
    [
      'one address, for which any name counts at least so much',
      {
        given: noName,
        family: noFamily,
        swapped: 0,
        email: { same: half },
        leastNameWithEmail: half,
        mostWithOtherName: 100,
      },
      { email: 'a@x.example' },
      { email: 'a@x.example', givenName: 'Bob', familyName: 'Cobb' },
    ],
    [
      'the same name, which is just enough',
      { given: { ...noName, same: half }, family: { ...noFamily, same: half }, nothingElse: 0, swapped: 0 },
      {},
      {},
    ],
  ])('%s', (_, given, a, b) => {
    const weights = MatchWeights.parse(given);
    const [first, second] = [one(a), one(b)];
    expect(scoreOf(evidenceOf(first, second, 2), weights)).toBe(matchThresholds.perhaps);
    const seats = new Seats(weights);
    expect(seats.mayReach(seats.take(first), seats.take(second))).toBe(true);
  });
});

describe('seats', () => {
  test('know whom they met also in the second thousand', () => {
    const seats = new Seats();
    const taken = Array.from({ length: 1_600 }, () => seats.take(one()));
    const [first] = taken;
    const last = taken.at(-1);
    if (first === undefined || last === undefined) throw new Error('Nobody sits.');
    expect([seats.meetsAnew(first, last), seats.meetsAnew(first, last)]).toEqual([true, false]);
  });

  test('hold whoever took them, also past the first thousand, until they leave', () => {
    const seats = new Seats();
    const people = Array.from({ length: 2_600 }, (_, at) => one({ phone: String(2_565_550_000 + (at % 7)) }));
    const taken = people.map((person) => seats.take(person));
    expect(new Set(taken).size).toBe(people.length);
    expect(taken.every((seat, at) => seats.at(seat) === people[at])).toBe(true);
    // What was known before they became more is known still.
    const [first, , third, , , , , eighth] = taken;
    if (first === undefined || third === undefined || eighth === undefined) throw new Error('Nobody sits.');
    expect([seats.mayReach(first, eighth), seats.mayReach(first, third)]).toEqual([true, false]);
    seats.leave(first);
    expect([seats.at(first), seats.at(third)]).toEqual([null, people[2]]);
    expect(seats.at(9_999)).toBeNull();
  });

  test('meet anew once for each who looks, and again for the next', () => {
    const seats = new Seats();
    const [a, b, c] = [seats.take(one()), seats.take(one()), seats.take(one())];
    expect([seats.meetsAnew(a, c), seats.meetsAnew(a, c)]).toEqual([true, false]);
    expect([seats.meetsAnew(b, c), seats.meetsAnew(b, c), seats.meetsAnew(a, b)]).toEqual([true, false, true]);
  });
});

test('under other weights the threshold is reached by other people, and nobody who reaches it is passed over', () => {
  const weights = MatchWeights.parse({
    place: { same: 40 },
    phone: { differs: -60 },
    post: { same: 30 },
    suffixDiffers: 20,
    family: { differs: 10 },
  });
  const person = fc.record({
    givenName: fc.constantFrom('Bob', 'Robert', 'Nadia'),
    familyName: fc.constantFrom('Cobb', 'Whatley', 'Cobb Jr.', 'Cobb Sr.'),
    email: fc.option(fc.constantFrom('bob.cobb@x.example', 'bobcobb@y.example')),
    phone: fc.option(fc.constantFrom('2565550111', '2565550112')),
    organizationId: fc.option(fc.constantFrom(place(1), place(2))),
    jobTitle: fc.option(fc.constantFrom('Technology Director', 'Librarian')),
  });
  fc.assert(
    fc.property(person, person, (a, b) => {
      const [first, second] = [one(a), one(b)];
      const seats = new Seats(weights);
      const at = [seats.take(first), seats.take(second)] as const;
      if (scoreOf(evidenceOf(first, second, 2), weights) >= matchThresholds.perhaps)
        expect(seats.mayReach(...at)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
