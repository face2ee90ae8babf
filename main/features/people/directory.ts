import type { PersonId } from '../../../shared/model/ids.ts';
import { searchedAddress } from '../../../shared/model/mail-address.ts';
import { fold, sayName } from '../../../shared/model/people.ts';
import type { Facts } from '../../call/facts.ts';
import { type LoggedRow, loggedSince, mostChanged } from '../../call/logged-since.ts';
import { lineWith } from '../../rules/applicants/sorted-line.ts';

/** What lists say of a person, made ready for sorting and searching. */
export interface ListedPerson {
  readonly name: string;
  readonly certificateName: string;
  readonly organization: string;
  readonly email: string;
  /** The place in the order of everybody’s names: family name, then given name, folded. */
  readonly place: number;
  /** All that a search in a list looks at, folded, a word of the record each. */
  readonly words: string;
}

interface PersonRow {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly certificateName: string | null;
  readonly email: string | null;
  readonly organization: string | null;
}

/** Somebody of the directory; the place is given anew when somebody comes, goes or gets another name. */
type Filed = { -readonly [Key in keyof ListedPerson]: ListedPerson[Key] } & {
  readonly id: PersonId;
  /** Family name, then given name, folded. */
  readonly order: string;
};

/** The directory, up to an entry of the log; null: not read yet. */
interface Kept {
  upTo: number;
  people: Map<string, Filed> | null;
  inOrder: readonly Filed[];
}

const select = `SELECT person.id, givenName, familyName, certificateName, email, organization.name AS organization
  FROM person LEFT JOIN organization ON organization.id = person.organizationId`;

/**
 * Everybody in the order of their names, read once; after that only those whom the log names. What is kept beside it
 * has to be kept by `person` and `organization`: a place tells nothing but who comes before whom today.
 */
export function directory(facts: Facts): ReadonlyMap<string, ListedPerson> {
  const kept = facts.cached('directory', [], (): Kept => ({ upTo: 0, people: null, inOrder: [] }));
  const { upTo, changed } = loggedSince(facts, kept.upTo, ['person', 'organization']);
  kept.upTo = upTo;
  const concerned = changed && concernedBy(facts, changed);
  return kept.people && concerned ? refiled(facts, kept, kept.people, concerned) : filed(facts, kept);
}

function filed({ database }: Facts, kept: Kept): ReadonlyMap<string, ListedPerson> {
  const foldOnce = folder();
  const all = database.all<PersonRow>(select).map((row) => fileOf(row, foldOnce));
  kept.people = new Map(all.map((each) => [each.id, each]));
  kept.inOrder = all.sort(byName);
  givePlaces(kept.inOrder);
  return kept.people;
}

function refiled(
  { database }: Facts,
  kept: Kept,
  people: Map<string, Filed>,
  concerned: readonly string[],
): ReadonlyMap<string, ListedPerson> {
  const foldOnce = folder();
  const leave: Filed[] = [];
  const come: Filed[] = [];
  for (const id of concerned) {
    const before = people.get(id);
    const row = database.get<PersonRow>(`${select} WHERE person.id = ?`, id);
    const now = row && fileOf(row, foldOnce);
    if (before) leave.push(before);
    if (now) {
      come.push(now);
      people.set(id, now);
    } else people.delete(id);
  }
  if (leave.length > 0 || come.length > 0) {
    kept.inOrder = lineWith(kept.inOrder, leave, come, byName);
    givePlaces(kept.inOrder);
  }
  return people;
}

/** Whom changes concern; null: so many that everybody is read again. */
function concernedBy({ database }: Facts, changed: readonly LoggedRow[]): readonly string[] | null {
  const ids = new Set<string>();
  for (const { tableName, rowId } of changed) {
    if (tableName === 'person') ids.add(rowId);
    else for (const { id } of peopleOf(database, rowId)) ids.add(id);
    if (ids.size > mostChanged) return null;
  }
  return [...ids];
}

/** Who belongs to a school system, more than enough of them to tell that they are too many. */
const peopleOf = (database: Facts['database'], organizationId: string) =>
  database.all<{ id: string }>(
    `SELECT id FROM person WHERE organizationId = ? LIMIT ${mostChanged + 1}`,
    organizationId,
  );

function givePlaces(inOrder: readonly Filed[]): void {
  for (const [place, each] of inOrder.entries()) each.place = place;
}

function byName(a: Filed, b: Filed): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function fileOf(row: PersonRow, foldOnce: (text: string) => string): Filed {
  const { id, givenName, familyName, certificateName, email, organization } = row;
  const name = sayName({ givenName, familyName });
  const order = `${foldOnce(familyName)} ${foldOnce(givenName)}`;
  return {
    id,
    order,
    name,
    certificateName: certificateName ?? name,
    organization: organization ?? '',
    email: email ?? '',
    place: 0,
    words: `${order} ${organization ? foldOnce(organization) : ''} ${email ?? ''}`,
  };
}

/** Names and school systems come again and again: each is folded once. */
function folder(): (text: string) => string {
  const folded = new Map<string, string>();
  return (text) => {
    const known = folded.get(text);
    if (known !== undefined) return known;
    const fresh = foldFast(text);
    folded.set(text, fresh);
    return fresh;
  };
}

/** Folds as `fold` does: most names are plain letters, which fold ten times as fast without Unicode’s tables. */
export const foldFast = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text.toLowerCase().replace(/[^a-z0-9]+/g, '') : fold(text);

/** Whom a search in a list means: every word typed stands somewhere in the record; null: everybody. */
export function searchFor(text: string): ((words: string) => boolean) | null {
  const asked = text.split(/\s+/).flatMap((word) => {
    const folded = foldFast(word);
    // An e-mail address stands in the record with its dots and its @.
    return folded === '' ? [] : [{ folded, typed: word.includes('@') ? searchedAddress(word) : word.toLowerCase() }];
  });
  if (asked.length === 0) return null;
  return (words) => asked.every(({ folded, typed }) => words.includes(folded) || words.includes(typed));
}
