import type { Badge } from '../../../shared/model/badges.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { PersonId, SessionId } from '../../../shared/model/ids.ts';
import { searchedAddress } from '../../../shared/model/mail-address.ts';
import { foldName } from '../../../shared/model/people.ts';
import type { Facts } from '../../call/facts.ts';
import { fullNamesFrom } from '../../rules/duplicates/nicknames.ts';
import { presenceOf } from '../presence/queries.ts';
import { type Attendee, attendeeOf, expectedAt, nameStarts, nicknamesOf } from './attendees.ts';
import { badgesNumbered, ownerOf, standingCode, unmatchedWalkIns } from './code-owners.ts';

/** Someone found, or a walk-in whom no one has matched yet; and since when they are checked in. */
export type Found =
  | { readonly attendee: Attendee; readonly badge: Badge | null; readonly inSince: Instant | null }
  | { readonly attendee: null; readonly badge: Badge; readonly inSince: Instant | null };

/** So many people of a session are looked up to put those who are still to come before those who are checked in. */
const mostExpected = 200;

/**
 * Whom a text may mean at a session: each word typed must begin a word of the name or of what it is shortened to,
 * accents and case aside. Whom the session expects and who is not in yet goes first, then who is, then walk-ins, then
 * the others of the program, who are looked for once two letters are typed. A number is a badge's.
 */
export function findAttendees(facts: Facts, sessionId: SessionId, text: string, limit: number): readonly Found[] {
  const typed = text.trim();
  if (typed === '') return [];
  const numbered = badgesNumbered(facts, typed);
  if (numbered.length > 0) {
    return numbered.slice(0, limit).flatMap((badge) => foundByBadge(facts, sessionId, badge) ?? []);
  }
  const find = (attendee: Attendee, badge: Badge | null = null): Found => {
    const inSince = presenceOf(facts, sessionId, attendee.personId)?.at ?? null;
    return { attendee, badge, inSince };
  };
  const rank = ranker(typed);
  const expected = expectedAt(facts, sessionId);
  const found: Found[] = take(expected, mostExpected, (attendee) => rank(attendee) > 0)
    .map((attendee) => ({ found: find(attendee), rank: rank(attendee) }))
    .sort((a, b) => Number(a.found.inSince !== null) - Number(b.found.inSince !== null) || b.rank - a.rank)
    .slice(0, limit)
    .map((one) => one.found);
  for (const badge of unmatchedWalkIns(facts)) {
    if (found.length === limit) return found;
    if (rank({ words: (badge.name ?? '').split(/\s+/).map(foldName), nicknames: [], email: null }) > 0) {
      found.push(walkIn(facts, sessionId, badge));
    }
  }
  if (found.length === limit) return found;
  const known = new Set(expected.map(({ personId }) => personId));
  for (const personId of othersCalled(facts, typed, rank)) {
    if (found.length === limit) break;
    if (known.has(personId)) continue;
    known.add(personId);
    const attendee = attendeeOf(facts, sessionId, personId);
    if (attendee) found.push(find(attendee));
  }
  return found.length > 0 ? found : foundByCode(facts, sessionId, typed).slice(0, limit);
}

/** No name begins like this: an id, an address, a badge's code, or one that a lead has put a name to. */
function foundByCode(facts: Facts, sessionId: SessionId, code: string): readonly Found[] {
  const owner = ownerOf(facts, code);
  if (owner.kind === 'walk-in') return [walkIn(facts, sessionId, owner.badge)];
  if (owner.kind !== 'people') return [];
  return owner.personIds.flatMap((personId): Found[] => {
    const attendee = attendeeOf(facts, sessionId, personId);
    return attendee ? [{ attendee, badge: null, inSince: presenceOf(facts, sessionId, personId)?.at ?? null }] : [];
  });
}

function foundByBadge(facts: Facts, sessionId: SessionId, badge: Badge): Found | null {
  if (badge.personId === null) return walkIn(facts, sessionId, badge);
  const attendee = attendeeOf(facts, sessionId, badge.personId);
  return attendee && { attendee, badge, inSince: presenceOf(facts, sessionId, badge.personId)?.at ?? null };
}

const walkIn = (facts: Facts, sessionId: SessionId, badge: Badge): Found => ({
  attendee: null,
  badge,
  inSince: standingCode(facts, sessionId, badge.code)?.at ?? null,
});

/** The first so many of a list that are meant. */
function take<Item>(items: readonly Item[], most: number, isMeant: (item: Item) => boolean): Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    if (taken.length === most) break;
    if (isMeant(item)) taken.push(item);
  }
  return taken;
}

type Named = Pick<Attendee, 'words' | 'nicknames' | 'email'>;

/** How well someone is meant by a text: 2 by their own name, 1 by what it is shortened to, 0 not at all. */
function ranker(typed: string): (person: Named) => number {
  if (typed.includes('@')) {
    const address = searchedAddress(typed);
    return ({ email }) => (email?.startsWith(address) ? 2 : 0);
  }
  const asked = typed
    .split(/\s+/)
    .map(foldName)
    .filter((word) => word !== '');
  if (asked.length === 0) return () => 0;
  const begins = (words: readonly string[], word: string) => words.some((own) => own.startsWith(word));
  return ({ words, nicknames }) => {
    if (asked.every((word) => begins(words, word))) return 2;
    return asked.every((word) => begins(words, word) || begins(nicknames, word)) ? 1 : 0;
  };
}

/**
 * How many people are looked at for the rest of the list. The index knows school systems too: `sch` begins every
 * “… Schools”, and of 100,000 such people reading the names of all would take half a second at each letter.
 */
const mostLookedAt = 1_000;

interface Indexed {
  readonly personId: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
}

const inACohort = 'AND EXISTS (SELECT 1 FROM participant WHERE participant.personId = personSearchKey.personId)';

/** People of the whole program whose name begins like this, those in a cohort first; some come twice. */
function* othersCalled({ database }: Facts, typed: string, rank: (person: Named) => number): Generator<PersonId> {
  for (const match of matchesOf(typed)) {
    for (const whom of [inACohort, '']) {
      let lookedAt = 0;
      const rows = database.each<Indexed>(
        `SELECT personId, givenName, familyName, email FROM personSearch
         CROSS JOIN personSearchKey ON personSearchKey.key = personSearch.rowid CROSS JOIN person ON person.id = personId
         WHERE personSearch MATCH ? ${whom}`,
        match,
      );
      for (const { personId, givenName, familyName, email } of rows) {
        const named = { words: nameStarts(givenName, familyName), nicknames: nicknamesOf(givenName), email };
        if (rank(named) > 0) yield personId;
        lookedAt += 1;
        if (lookedAt === mostLookedAt) break;
      }
    }
  }
}

/** Shorter beginnings are short for too many names. */
const leastOfNickname = 3;

/**
 * What to ask the index: each word as the beginning of one, then with the full names that a short form stands for. All
 * in quotes, so that nothing typed is taken for a command.
 */
function matchesOf(typed: string): string[] {
  const words = typed.includes('@') ? [typed] : typed.split(/\s+/).map(foldName);
  const useful = words.filter((word) => word !== '');
  if (useful.join('').length < 2) return [];
  const begins = (word: string) => `"${word.replaceAll('"', '""')}"*`;
  const full = useful.map((word) => (word.length < leastOfNickname ? [] : fullNamesFrom(word)));
  const plain = useful.map(begins).join(' ');
  if (full.every((names) => names.length === 0)) return [plain];
  return [plain, useful.map((word, at) => `(${[word, ...(full[at] ?? [])].map(begins).join(' OR ')})`).join(' AND ')];
}
