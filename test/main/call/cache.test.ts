import { expect, test } from 'vitest';
import { Cache } from '../../../main/call/facts.ts';

/** Counts how often a value had to be computed. */
function computing(cache: Cache) {
  const computed: string[] = [];
  const get = (key: string, tables: Parameters<Cache['get']>[1]) =>
    cache.get(key, tables, () => {
      computed.push(key);
      return key;
    });
  return { computed, get };
}

test('a value is computed once, until a command changes one of the tables that it came from', () => {
  const cache = new Cache();
  const { computed, get } = computing(cache);
  get('ranking', ['application', 'cohort']);
  get('fees', ['feePayment']);
  cache.changed(['feePayment', 'letter']);
  expect([get('ranking', ['application', 'cohort']), get('fees', ['feePayment'])]).toEqual(['ranking', 'fees']);
  expect(computed).toEqual(['ranking', 'fees', 'fees']);
});

test('of too many values the one that was asked for longest ago goes, so that 300 cohorts never fill the memory', () => {
  const cache = new Cache(2);
  const { computed, get } = computing(cache);
  get('Alpha', ['cohort']);
  get('Beta', ['cohort']);
  get('Alpha', ['cohort']);
  get('Charlie', ['cohort']);
  expect(cache.size).toBe(2);
  get('Alpha', ['cohort']);
  expect(computed).toEqual(['Alpha', 'Beta', 'Charlie']);
  get('Beta', ['cohort']);
  expect(computed).toEqual(['Alpha', 'Beta', 'Charlie', 'Beta']);
});

test('what comes from no table is someone’s state, and stays', () => {
  const cache = new Cache(1);
  const { computed, get } = computing(cache);
  get('a search that is under way', []);
  for (const cohort of ['Alpha', 'Beta', 'Charlie']) get(cohort, ['cohort']);
  cache.changed(['cohort', 'person']);
  get('a search that is under way', []);
  expect(computed).toEqual(['a search that is under way', 'Alpha', 'Beta', 'Charlie']);
});
