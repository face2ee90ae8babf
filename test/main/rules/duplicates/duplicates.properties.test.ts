import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DuplicateSearch, pairKey } from '../../../../main/rules/duplicates/duplicate-search.ts';
import { comparable, matchOf } from '../../../../main/rules/duplicates/duplicates.ts';
import { type ComparedPerson, matchThresholds } from '../../../../shared/model/duplicates.ts';
import { OrganizationId, PersonId } from '../../../../shared/model/ids.ts';

const organizationIds = [1, 2].map((number) => OrganizationId.parse(`018f0000-0000-7000-8000-00000000000${number}`));
const givens = ['Bob', 'Robert', 'Rob', 'R.', 'Mary', 'Mary Beth', 'Renée', 'Renee', 'Robret', 'Cobb', ''];
const families = ['Cobb', 'Cobbs', 'García-López', 'López', 'Müller', 'Muller', 'Cobb Jr.', 'Cobb Sr.', 'Robert', ''];
const emails = ['robert.cobb@lee.example', 'robertcobb@pike.example', 'mary@lee.example', 'info@lee.example'];

/** Few names and addresses, so that many are alike. */
const people = fc
  .array(
    fc.record({
      givenName: fc.constantFrom(...givens),
      familyName: fc.constantFrom(...families),
      email: fc.option(fc.constantFrom(...emails)),
      phone: fc.option(fc.constantFrom('2565550111', '2565550112', 'ext. 5')),
      organizationId: fc.option(fc.constantFrom(...organizationIds)),
      jobTitle: fc.option(fc.constantFrom('Technology Director', 'Librarian')),
    }),
    { minLength: 2, maxLength: 14 },
  )
  .map((all) =>
    all.map((facts, at): ComparedPerson => {
      const id = PersonId.parse(`018f0000-0000-7000-9000-${String(at).padStart(12, '0')}`);
      return { ...facts, id, organization: facts.organizationId === null ? null : 'Lee County Schools' };
    }),
  );

const run = (search: DuplicateSearch, all: readonly ComparedPerson[]) => {
  for (const _ of search.put(all, all.length));
  return search
    .pairs()
    .map(({ a, b, score }) => `${pairKey(a.person.id, b.person.id)} ${score}`)
    .sort();
};

const holdersOf = (all: readonly ComparedPerson[], a: ComparedPerson, b: ComparedPerson): number =>
  a.phone === b.phone ? Math.max(2, all.filter(({ phone }) => phone === a.phone).length) : 2;

const everyPair = (all: readonly ComparedPerson[]) =>
  all
    .flatMap((a, at) => all.slice(at + 1).map((b) => [a, b] as const))
    .map(([a, b]) => [pairKey(a.id, b.id), matchOf(comparable(a), comparable(b), holdersOf(all, a, b)).score] as const)
    .filter(([, score]) => score >= matchThresholds.perhaps)
    .map(([key, score]) => `${key} ${score}`)
    .sort();

test('a score is the same from both sides, and from 0 to 100', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 2, max: 9 }), ([a, b], holders) => {
      if (!a || !b) return;
      const there = matchOf(comparable(a), comparable(b), holders);
      const back = matchOf(comparable(b), comparable(a), holders);
      expect(back.score).toBe(there.score);
      expect(back.reasons.map(({ sentence }) => sentence).length).toBe(there.reasons.length);
      expect(there.score).toBeGreaterThanOrEqual(0);
      expect(there.score).toBeLessThanOrEqual(100);
    }),
  );
});

test('comparing only people who share a key finds every pair that comparing everyone finds', () => {
  fc.assert(
    fc.property(people, (all) => {
      expect(run(new DuplicateSearch(), all)).toEqual(everyPair(all));
    }),
    { numRuns: 300 },
  );
});

test('searching only whoever changed comes to the same as searching everyone anew', () => {
  fc.assert(
    fc.property(people, people, (before, after) => {
      const search = new DuplicateSearch();
      run(search, before);
      for (const { id } of before.slice(after.length)) search.take(id);
      const changed = after.filter((person, at) => JSON.stringify(person) !== JSON.stringify(before[at]));
      const found = run(search, changed).map((line) => line.split(' ').slice(0, 2).join(' '));
      // Whoever shares a phone with a changed person may have another score until searched again; the keys are equal
      // wherever no phone became, or ceased to be, a switchboard's.
      const fresh = run(new DuplicateSearch(), after).map((line) => line.split(' ').slice(0, 2).join(' '));
      const many = [before, after].some((all) =>
        ['2565550111', '2565550112'].some((phone) => all.filter((person) => person.phone === phone).length > 4),
      );
      if (!many) expect(found).toEqual(fresh);
    }),
    { numRuns: 300 },
  );
});
