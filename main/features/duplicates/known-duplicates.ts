import { type ComparedPerson, type MatchWeights, matchWeights } from '../../../shared/model/duplicates.ts';
import type { Facts } from '../../call/facts.ts';
import type { ReadableDatabase } from '../../database/handles.ts';
import {
  DuplicateSearch,
  type FoundPair,
  pairKey,
  type SearchProgress,
} from '../../rules/duplicates/duplicate-search.ts';

/** A desk of so many people is searched within the answer to a call; a larger one with progress and Cancel. */
const quickDesk = 2_000;
/** So many changed people are searched again within the answer to a call. */
const quickChange = 200;
/** After so many changed people everyone is searched again. */
const mostChanged = 5_000;
const pageSize = 1_000;

/** What the last search found, kept for the desk's life; the log tells who changed since. */
interface Kept {
  /** The weights under which was searched, as text: under others everyone is searched again. */
  weights: string;
  search: DuplicateSearch;
  /** The log's last entry that the search has seen; null: no one was searched yet. */
  seen: number | null;
  /** What `seen` was when too many had changed since: until everyone is searched again no one need be counted again. */
  outdated: number | null;
  /** The search that is under way. */
  running: Promise<boolean> | null;
  /** The last list, while nothing changed. */
  list: { readonly seen: number; readonly apart: ReadonlySet<string>; readonly found: Duplicates } | null;
}

// Kept from no table: the log itself tells what is out of date.
function keptOf(facts: Facts): Kept {
  const weights = matchWeightsOf(facts);
  const key = JSON.stringify(weights);
  const startOver = () => ({
    weights: key,
    search: new DuplicateSearch(weights),
    seen: null,
    outdated: null,
    list: null,
  });
  const kept = facts.cached<Kept>('duplicates', [], () => ({ ...startOver(), running: null }));
  if (kept.weights !== key && !kept.running) Object.assign(kept, startOver());
  return kept;
}

/** What each observation counts, as the policy in force has it. */
export const matchWeightsOf = ({ inForce }: Facts): MatchWeights => inForce?.policy.duplicates ?? matchWeights;

/** Pairs that a lead found to be two people, by `pairKey`. */
export const knownApart = ({ database, cached }: Facts): ReadonlySet<string> =>
  cached('people who are two', ['notSamePerson'], () => {
    const rows = database.all<{ personA: string; personB: string }>('SELECT personA, personB FROM notSamePerson');
    return new Set(rows.map(({ personA, personB }) => pairKey(personA, personB)));
  });

/** What a search found, for a list. */
interface Duplicates {
  readonly pairs: readonly FoundPair[];
  readonly people: number;
  readonly commonKeys: number;
}

/** Pairs that are up to date or quickly brought so; null: a search is needed that takes its time. */
export function quickDuplicates(facts: Facts): Duplicates | null {
  const kept = quicklyCaughtUp(facts);
  return kept && listOf(facts, kept);
}

function quicklyCaughtUp(facts: Facts): Kept | null {
  const kept = keptOf(facts);
  if (kept.running) return null;
  const stale = staleness(facts, kept);
  if (stale.count > (stale.everyone ? quickDesk : quickChange)) return null;
  for (const _ of catchUp(facts, kept, stale));
  return kept;
}

/** Goes on where it left off; false: it was canceled. */
type Pause = (progress: SearchProgress) => Promise<boolean>;

/**
 * Searches whoever changed since the last search, or everyone, pausing so that the app goes on answering. Null where
 * it was canceled.
 */
export async function searchDuplicates(factsNow: () => Facts, pause: Pause): Promise<Duplicates | null> {
  const finished = await searchEverybody(factsNow, pause);
  const facts = factsNow();
  return finished ? listOf(facts, keptOf(facts)) : null;
}

/** The same for who asks of one person after the other, and wants no list. False where it was canceled. */
export async function searchEverybody(factsNow: () => Facts, pause: Pause): Promise<boolean> {
  for (;;) {
    const facts = factsNow();
    const kept = keptOf(facts);
    if (kept.running) {
      // Someone else’s search: what it finds is what is wanted, and where it was canceled this one goes on itself.
      await kept.running;
      continue;
    }
    const stale = staleness(facts, kept);
    if (stale.count === 0 && kept.seen !== null) return true;
    kept.running = drive(catchUp(facts, kept, stale), pause);
    const finished = await kept.running.finally(() => {
      kept.running = null;
    });
    if (!finished) return false;
  }
}

async function drive(steps: Generator<SearchProgress, void>, pause: Pause): Promise<boolean> {
  for (const step of steps) if (!(await pause(step))) return false;
  return true;
}

interface Stale {
  readonly upTo: number;
  readonly everyone: boolean;
  /** Who changed, where not everyone is to be searched. */
  readonly ids: readonly string[];
  readonly count: number;
}

/** Who has changed since the last search: people, and the people of organizations that got another name. */
function staleness({ database, cached }: Facts, kept: Kept): Stale {
  const { seen } = kept;
  const upTo = database.get<{ n: number | null }>('SELECT max(sequence) AS n FROM logEntry')?.n ?? 0;
  if (seen === upTo) return { upTo, everyone: false, ids: [], count: 0 };
  const count = () =>
    cached('people', ['person'], () => database.get<{ n: number }>('SELECT count(*) AS n FROM person')?.n ?? 0);
  if (seen === null || kept.outdated === seen) return { upTo, everyone: true, ids: [], count: count() };
  // Each on its own and no further than it matters: after an import of 100,000 one union of both takes most of a second.
  const changed = new Set<string>();
  for (const sql of changedSince) {
    const found = database.all<{ id: string }>(sql, seen, mostChanged + 1);
    for (const { id } of found) changed.add(id);
    if (found.length <= mostChanged && changed.size <= mostChanged) continue;
    kept.outdated = seen;
    return { upTo, everyone: true, ids: [], count: count() };
  }
  return { upTo, everyone: false, ids: [...changed], count: changed.size };
}

const changedSince = [
  `SELECT rowId AS id FROM logEntry WHERE sequence > ? AND tableName = 'person' LIMIT ?`,
  `SELECT id FROM person WHERE organizationId IN (
     SELECT rowId FROM logEntry WHERE sequence > ? AND tableName = 'organization') LIMIT ?`,
];

function* catchUp(facts: Facts, kept: Kept, stale: Stale): Generator<SearchProgress, void> {
  const { database } = facts;
  if (stale.everyone) {
    const search = new DuplicateSearch(matchWeightsOf(facts));
    yield* search.put(everyone(database), stale.count);
    kept.search = search;
  } else {
    const people: ComparedPerson[] = [];
    for (const id of stale.ids) {
      const person = database.get<ComparedPerson>(`${compared} WHERE person.id = ?`, id);
      if (person) people.push(person);
      else kept.search.take(id);
    }
    yield* kept.search.put(people, people.length);
  }
  kept.seen = stale.upTo;
}

const compared = `SELECT person.id, givenName, familyName, email, phone, organizationId, organization.name AS organization,
    jobTitle
  FROM person LEFT JOIN organization ON organization.id = organizationId`;

/** Everyone, a page at a time: a statement that stays open would keep the connection from answering in between. */
function* everyone(database: ReadableDatabase): Generator<ComparedPerson> {
  let after = '';
  for (;;) {
    const page = database.all<ComparedPerson>(
      `${compared} WHERE person.id > ? ORDER BY person.id LIMIT ${pageSize}`,
      after,
    );
    yield* page;
    const last = page.at(-1);
    if (page.length < pageSize || !last) return;
    after = last.id;
  }
}

/** A person as the search compares them; undefined: no longer on record. */
export const comparedPerson = (database: ReadableDatabase, id: string): ComparedPerson | undefined =>
  database.get<ComparedPerson>(`${compared} WHERE person.id = ?`, id);

/** The search as it stands, brought up to date where that is quick; null: no one has searched this desk yet. */
export function searchInReach(facts: Facts): DuplicateSearch | null {
  return quicklyCaughtUp(facts)?.search ?? null;
}

function listOf(facts: Facts, kept: Kept): Duplicates {
  const apart = knownApart(facts);
  const seen = kept.seen ?? 0;
  if (kept.list?.seen === seen && kept.list.apart === apart) return kept.list.found;
  const { search } = kept;
  const pairs = search.pairs().filter(({ a, b }) => !apart.has(pairKey(a.person.id, b.person.id)));
  const found = { pairs, people: search.size, commonKeys: search.commonKeys };
  kept.list = { seen, apart, found };
  return found;
}
