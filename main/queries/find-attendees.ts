import type { Instant } from '../../shared/model/dates.ts';
import { PersonId, type SessionId } from '../../shared/model/ids.ts';
import { fold } from '../../shared/model/people.ts';
import type { Facts } from '../facts.ts';
import { type Attendee, attendeeOf, expectedAt, wordsOf } from './attendees.ts';
import { checkInsThatStand, presenceOf } from './presence.ts';

/** A person's e-mail address, id, or a code that a lead has said is the person's; several where an address is shared. */
export function whoHasCode({ database }: Facts, code: string): readonly PersonId[] {
  const key = code.trim().toLowerCase();
  const asId = PersonId.safeParse(key);
  if (asId.success) {
    const known = database.get<{ id: PersonId }>('SELECT id FROM person WHERE id = ?', asId.data);
    if (known) return [known.id];
  }
  const byEmail = database.all<{ id: PersonId }>('SELECT id FROM person WHERE email = ? ORDER BY id', key);
  if (byEmail.length > 0) return byEmail.map(({ id }) => id);
  // A badge that a lead has put a name to once is known at every later session; the last word on it holds.
  const learned = database.get<{ personId: PersonId }>(
    `WITH ${checkInsThatStand} SELECT personId FROM checkIn WHERE code = ? COLLATE NOCASE ORDER BY at DESC, id DESC LIMIT 1`,
    code.trim(),
  );
  return learned ? [learned.personId] : [];
}

/** Somebody found, whether the session expects the person, and since when the person is in. */
export interface Found {
  readonly attendee: Attendee;
  readonly expected: boolean;
  readonly inSince: Instant | null;
}

/** So many people of a session are looked up to put those who are still to come before those who are in. */
const mostExpected = 200;

/**
 * Whom a text may mean at a session: each word typed must begin a word of the name, accents and case aside. Whom the
 * session expects and who is not in yet goes first, then who is, then the others of the program, who are looked for
 * once two letters are typed.
 */
export function findAttendees(facts: Facts, sessionId: SessionId, text: string, limit: number): readonly Found[] {
  const typed = text.trim();
  if (typed === '') return [];
  const isMeant = matcher(typed);
  const inSince = ({ personId }: Attendee): Instant | null => presenceOf(facts, sessionId, personId)?.at ?? null;
  const expected = expectedAt(facts, sessionId);
  const found = take(expected, mostExpected, isMeant)
    .map((attendee): Found => ({ attendee, expected: true, inSince: inSince(attendee) }))
    .sort((a, b) => Number(a.inSince !== null) - Number(b.inSince !== null))
    .slice(0, limit);
  if (found.length === limit) return found;
  const known = new Set(expected.map(({ personId }) => personId));
  for (const personId of othersCalled(facts, typed, isMeant)) {
    if (found.length === limit) break;
    if (known.has(personId)) continue;
    known.add(personId);
    const attendee = attendeeOf(facts, sessionId, personId);
    if (attendee) found.push({ attendee, expected: false, inSince: inSince(attendee) });
  }
  if (found.length > 0) return found;
  // No name begins like this: an id, an address, or a badge that a lead has put a name to.
  const coded = whoHasCode(facts, typed).slice(0, limit);
  return coded
    .map((personId) => attendeeOf(facts, sessionId, personId))
    .filter((attendee) => attendee !== null)
    .map((attendee) => ({
      attendee,
      expected: expected.some(({ personId }) => personId === attendee.personId),
      inSince: inSince(attendee),
    }));
}

/** The first so many of a list that are meant. */
function take<Item>(items: readonly Item[], most: number, isMeant: (item: Item) => boolean): Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    if (taken.length === most) break;
    if (isMeant(item)) taken.push(item);
  }
  return taken;
}

type Named = Pick<Attendee, 'words' | 'email'>;

function matcher(typed: string): (person: Named) => boolean {
  const address = typed.includes('@') ? typed.toLowerCase() : null;
  const asked = typed
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== '');
  return ({ words, email }) =>
    address !== null
      ? (email?.startsWith(address) ?? false)
      : asked.length > 0 && asked.every((word) => words.some((own) => own.startsWith(word)));
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
function* othersCalled({ database }: Facts, typed: string, isMeant: (person: Named) => boolean): Generator<PersonId> {
  const match = matchOf(typed);
  if (match === null) return;
  for (const whom of [inACohort, '']) {
    let lookedAt = 0;
    const rows = database.each<Indexed>(
      `SELECT personId, givenName, familyName, email FROM personSearch
       CROSS JOIN personSearchKey ON personSearchKey.key = personSearch.rowid CROSS JOIN person ON person.id = personId
       WHERE personSearch MATCH ? ${whom}`,
      match,
    );
    for (const { personId, givenName, familyName, email } of rows) {
      if (isMeant({ words: wordsOf(givenName, familyName), email })) yield personId;
      lookedAt += 1;
      if (lookedAt === mostLookedAt) break;
    }
  }
}

/** What to ask the index: each word as the beginning of one, in quotes, so that nothing typed is taken for a command. */
function matchOf(typed: string): string | null {
  const words = typed.includes('@') ? [typed] : typed.split(/\s+/).map(fold);
  const useful = words.filter((word) => word !== '');
  if (useful.join('').length < 2) return null;
  return useful.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ');
}
