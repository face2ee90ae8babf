import { sayCount } from '../../../shared/model/counts.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import { OrganizationId, PersonId } from '../../../shared/model/ids.ts';
import type { Organization, Person } from '../../../shared/model/people.ts';
import { kindOfOrganization, organizationKey, parseOrganization, spellingOf } from '../organizations/typed-name.ts';
import { Drafts } from './drafts.ts';
import { emailAndNameKey, nameAndPhoneKey, nameAndPlaceKey, sendingKey } from './known-people.ts';
import { areTwoPeople, type NameParts } from './names.ts';
import type { PlanInput, PlannedRow, PlannedWrite } from './plan-rows.ts';

/** What of a row tells whose it is. */
interface Identity {
  readonly name: NameParts;
  /** The name’s key. */
  readonly folded: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly organization: string;
}

/** Finds and drafts the people and organizations of one plan. */
export class PlannedPeople {
  readonly people = new Drafts<Person>();
  readonly organizations = new Drafts<Organization>();
  readonly #known: PlanInput['known'];
  readonly #newId: () => string;
  readonly #input: Doubts;
  readonly #seen: Record<Kind, Map<string, Person>> = {
    byEmailAndName: new Map(),
    byEmail: new Map(),
    byNameAndPhone: new Map(),
    bySending: new Map(),
    byNameAndPlace: new Map(),
  };
  readonly #places = new Map<string, { place: Organization; spelling: number }>();
  readonly #placesById = new Map<string, Organization>();
  readonly #typedPlaces = new Map<string, Organization>();
  readonly #placeDoubts = new Map<string, string | null>();
  /** The keys of places that are like one on the list. */
  readonly #doubted = new Set<string>();

  constructor(input: Doubts) {
    this.#known = input.known;
    this.#newId = input.newId;
    this.#input = input;
  }

  /**
   * Why someone should look at a new person: whom in the database or in an earlier row they may be. Null where no one is
   * alike, or where it is `known` already, who shares the address and is named for that.
   */
  doubtPerson(person: Person, row: PlannedRow, known: Person | null = null): string | null {
    const organization = this.placeName(person.organizationId) || null;
    const found = this.#input.mayBe?.({ ...person, organization }, row);
    if (!found || found.id === known?.id) return null;
    const where = found.row === null ? '' : `, row ${found.row.row}${sayOtherSheet(found.row, row)}`;
    return `May be the same person as ${found.name}${where}: ${found.reasons.join('; ')}. Import, then compare the two under Duplicates.`;
  }

  /** Why someone should look at a typed organization: it is new, and close to one on the list; null elsewhere. */
  doubtPlace(typed: string): string | null {
    const known = this.#placeDoubts.get(typed);
    if (known !== undefined) return known;
    const doubt = this.#doubtPlace(typed);
    this.#placeDoubts.set(typed, doubt);
    return doubt;
  }

  #doubtPlace(typed: string): string | null {
    if (typed.trim() === '' || this.#known.organizations.has(organizationKey(typed))) return null;
    const nearest = this.#input.nearestPlaces?.(parseOrganization(typed)) ?? [];
    if (nearest.length === 0) return null;
    this.#doubted.add(organizationKey(typed));
    const names = nearest.length === 1 ? `nearest is ${nearest[0]}` : `nearest are ${nearest.join(', ')}`;
    return `“${typed.trim()}” is not on the list of school systems; ${names}. Correct the file, or merge the two under School systems afterwards.`;
  }

  /**
   * The person of a row, as the plan has it by now; null: someone new. Equal e-mail, or equal name and phone, is the
   * same person; but not where one address stands with the names of two, such as spouses, nor where name and phone are
   * those of someone else. A row without an address is also known by its name and the moment of its sending, and one without
   * address and phone by name and place of work, where the person has neither: else it would be new at every import.
   */
  find(keys: PersonKeys, isSomebodyElse: (known: Person) => boolean = () => false): Person | null {
    for (const kind of kinds) {
      const key = keys[kind];
      if (key === null) continue;
      const found = this.#seen[kind].get(key) ?? this.#known[kind].get(key);
      if (!found) continue;
      const now = this.people.now(found);
      if (kind === 'byEmail' && areTwoPeople(now, keys.name)) continue;
      if (kind === 'byNameAndPhone' && isSomebodyElse(now)) continue;
      return now;
    }
    return null;
  }

  /** Someone else who has the address of a row already, as spouses and offices do; null: no one. */
  sharer(keys: PersonKeys, person: Person | null): Person | null {
    const { byEmail } = keys;
    if (byEmail === null) return null;
    const holder = this.#seen.byEmail.get(byEmail) ?? this.#known.byEmail.get(byEmail);
    return holder && holder.id !== person?.id ? this.people.now(holder) : null;
  }

  /** Who has the name and the phone of a row already; null: no one. */
  phoneHolder({ byNameAndPhone: key }: PersonKeys): Person | null {
    const holder = key === null ? null : (this.#seen.byNameAndPhone.get(key) ?? this.#known.byNameAndPhone.get(key));
    return holder ? this.people.now(holder) : null;
  }

  /** Lets later rows find a person by what this row says. */
  learn(keys: PersonKeys, person: Person): void {
    for (const kind of kinds) {
      const key = keys[kind];
      if (key !== null && !this.#seen[kind].has(key)) this.#seen[kind].set(key, person);
    }
  }

  /** Drafts a new person. */
  add(person: Omit<Person, 'id'>): Person {
    return this.people.insert({ id: PersonId.parse(this.#newId()), ...person });
  }

  /** A sentence on the places that are new and like none on the list, whose rows say nothing of it; none: no sentence. */
  notes(): string[] {
    const fresh = [...this.#places.entries()].flatMap(([key, { place }]) =>
      this.#known.organizations.has(key) || this.#doubted.has(key) ? [] : [this.organizations.now(place).name],
    );
    if (fresh.length === 0 || this.#input.nearestPlaces === undefined) return [];
    const more = fresh.length > mostNamed ? ` and ${sayCount(fresh.length - mostNamed)} more` : '';
    const named = `${fresh.slice(0, mostNamed).join(', ')}${more}`;
    return [
      `Not on the list of school systems, and added to it: ${named}. Merge what is only another name under School systems afterwards.`,
    ];
  }

  /** The organization of a typed name, drafted where it is new; null where nothing was typed. */
  place(typed: string): Organization | null {
    if (typed.trim() === '') return null;
    const seen = this.#typedPlaces.get(typed);
    if (seen) return this.organizations.now(seen);
    const key = organizationKey(typed);
    const spelling = spellingOf(typed);
    const name = parseOrganization(typed);
    const drafted = this.#places.get(key);
    const known = drafted?.place ?? this.#known.organizations.get(key);
    const place = known ?? this.#addPlace(name);
    if (!known) this.#places.set(key, { place, spelling });
    // Of several spellings in one file the best one stays; a name that the desk already has is the leads' own.
    else if (drafted && spelling > drafted.spelling) {
      this.organizations.edit(place, { name });
      drafted.spelling = spelling;
    }
    this.#typedPlaces.set(typed, place);
    return this.organizations.now(place);
  }

  #addPlace(name: string): Organization {
    const id = OrganizationId.parse(this.#newId());
    const place = this.organizations.insert({ id, name, kind: kindOfOrganization(name) });
    this.#placesById.set(id, place);
    return place;
  }

  /** The name of an organization that a person has, by its id. */
  placeName(id: Person['organizationId']): string {
    if (id === null) return '';
    const place = this.#placesById.get(id) ?? this.#known.organizationsById.get(id);
    return place ? this.organizations.now(place).name : '';
  }

  /** The writes of organizations and people. */
  *writes(): Generator<PlannedWrite, void> {
    yield* this.organizations.writes<PlannedWrite>(
      (row) => ({ table: 'organization', kind: 'insert', row }),
      (id, fields) => ({ table: 'organization', kind: 'update', id, fields }),
    );
    yield* this.people.writes<PlannedWrite>(
      (row) => ({ table: 'person', kind: 'insert', row }),
      (id, fields) => ({ table: 'person', kind: 'update', id, fields }),
    );
  }
}

const sayOtherSheet = (other: PlannedRow, here: PlannedRow): string =>
  other.sheet === here.sheet ? '' : ` of “${other.sheet}”`;

/** So many new places are named; the rows name them all. */
const mostNamed = 8;

/** What of a plan’s input finds people and places, or doubts them. */
type Doubts = Pick<PlanInput, 'known' | 'newId' | 'mayBe' | 'nearestPlaces'>;

/** What a person is found by, the surest first; the names are those of the maps of `KnownPeople`. */
const kinds = ['byEmailAndName', 'byEmail', 'byNameAndPhone', 'bySending', 'byNameAndPlace'] as const;
type Kind = (typeof kinds)[number];

/** What a row's person is found by; null where the row does not tell it. */
export type PersonKeys = Readonly<Record<Kind, string | null>> & { readonly name: NameParts };

/** The keys of a row's person. */
export function personKeysOf(
  { name, folded, email, phone, organization }: Identity,
  submittedAt: Instant | null,
): PersonKeys {
  const byNameAndPhone = nameAndPhoneKey(folded, phone);
  const named = folded !== '';
  return {
    name,
    byEmailAndName: emailAndNameKey(email, folded),
    byEmail: email,
    byNameAndPhone,
    bySending: email === null && submittedAt !== null && named ? sendingKey(submittedAt, folded) : null,
    byNameAndPlace: email === null && byNameAndPhone === null && named ? nameAndPlaceKey(folded, organization) : null,
  };
}
