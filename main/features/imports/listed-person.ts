import type { ImportRow } from '../../../shared/model/imports.ts';
import type { Person } from '../../../shared/model/people.ts';
import { changesOfPerson, type PersonFacts } from './application-facts.ts';
import { differencesOfPerson } from './differences.ts';
import { type PlannedPeople, personKeysOf } from './plan-people.ts';
import { sayShared } from './same-person.ts';

/** The person whom a row of an old list names. */
interface ListedPerson {
  readonly person: Person;
  readonly isNew: boolean;
  readonly differences: readonly ImportRow['differences'][number][];
  /** Good to know where someone else has the same address; null: nothing. */
  readonly sharing: string | null;
}

/** Finds or adds a row's person. A list of graduates fills in what is not known of someone; it overwrites nothing. */
export function listedPerson(people: PlannedPeople, said: PersonFacts): ListedPerson {
  const keys = personKeysOf(said, null);
  const found = people.find(keys);
  // Someone known under another name stays as they are: lists of graduates are old.
  const sharing = found ? null : sayShared(null, people.sharer(keys, null), said);
  const place = people.place(said.organization);
  const { name, email, phone, certificateName, jobTitle } = said;
  const person =
    found ?? people.add({ ...name, email, phone, certificateName, jobTitle, organizationId: place?.id ?? null });
  people.learn(keys, person);
  if (!found) return { person, isNew: true, differences: [], sharing };
  const changes = whatIsNotKnown(found, changesOfPerson(found, said, place?.id ?? null));
  people.people.edit(found, changes);
  const differences = differencesOfPerson(found, changes, (id) => people.placeName(id));
  return { person: found, isNew: false, differences, sharing };
}

const whatIsNotKnown = (known: Person, all: ReturnType<typeof changesOfPerson>) => ({
  ...(known.email === null && all.email && { email: all.email }),
  ...(known.phone === null && all.phone && { phone: all.phone }),
  ...(known.jobTitle === null && all.jobTitle && { jobTitle: all.jobTitle }),
  ...(known.certificateName === null && all.certificateName && { certificateName: all.certificateName }),
  ...(known.organizationId === null && all.organizationId && { organizationId: all.organizationId }),
});
