import { setImmediate as nextTurn } from 'node:timers/promises';
import { countOf, wordFor } from '../../../shared/model/counts.ts';
import { foldName } from '../../../shared/model/people.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import type { FoundPair } from '../../rules/duplicates/duplicate-search.ts';
import { knownApart, quickDuplicates, searchDuplicates } from './known-duplicates.ts';
import { pairView } from './queries.ts';

/** So many milliseconds the search works before the app may answer something else. */
const longestTurn = 12;

const list: Errand<'duplicates.list'> = async (desk, { search, offset, limit }) => {
  let since = performance.now();
  const found =
    quickDuplicates(desk.facts()) ??
    (await searchDuplicates(desk.facts, async ({ searched, of }) => {
      if (performance.now() - since < longestTurn) return true;
      desk.progress('Looking for duplicates', searched / of);
      await nextTurn();
      since = performance.now();
      return !desk.signal.aborted;
    }));
  if (!found) return refuse('Canceled: not everyone was compared. Search again to compare them all.');
  const facts = desk.facts();
  const words = search
    .split(/\s+/)
    .map(foldName)
    .filter((word) => word !== '');
  const chosen = words.length === 0 ? found.pairs : found.pairs.filter((pair) => holds(pair, words));
  const { commonKeys } = found;
  return done({
    total: chosen.length,
    offset,
    rows: chosen.slice(offset, offset + limit).map((pair) => pairView(facts.database, pair)),
    people: found.people,
    dismissed: knownApart(facts).size,
    notes: commonKeys === 0 ? [] : [sayCommon(commonKeys)],
  });
};

function holds({ a, b }: FoundPair, words: readonly string[]): boolean {
  const text = [a, b]
    .map(
      ({ given, family, person }) => `${given} ${family} ${person.email ?? ''} ${foldName(person.organization ?? '')}`,
    )
    .join(' ');
  return words.every((word) => text.includes(word));
}

const sayCommon = (keys: number): string =>
  `${countOf(keys, 'name or phone is', 'names or phones are')} too common to suggest anyone because of ${wordFor(keys, 'it', 'them')} alone.`;

export const duplicateErrands: Pick<Handlers, 'duplicates.list'> = { 'duplicates.list': list };
