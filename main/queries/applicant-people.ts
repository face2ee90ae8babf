import type { CohortId, PersonId } from '../../shared/model/ids.ts';
import { fold, type Person, sayName, sayPhone } from '../../shared/model/people.ts';
import type { Facts } from '../facts.ts';

/** A person as a list of applicants shows, finds and sorts them. */
export interface ListedPerson {
  readonly name: string;
  readonly organization: string;
  readonly email: string;
  readonly phone: string;
  readonly jobTitle: string;
  /** Name, school system and e-mail address, folded, to search in. */
  readonly words: string;
  readonly byFamilyName: string;
}

/** The applicants of a cohort as people. */
export interface ApplicantPeople {
  /** The same as before, as long as no person and no organization has changed. */
  readonly known: ReadonlyMap<PersonId, ListedPerson>;
  readonly personOf: (id: PersonId) => ListedPerson;
}

type PersonRow = Pick<Person, 'id' | 'givenName' | 'familyName' | 'email' | 'phone' | 'jobTitle'> & {
  readonly organization: string | null;
};

const people = `SELECT person.id, givenName, familyName, email, phone, jobTitle, organization.name AS organization
  FROM person LEFT JOIN organization ON organization.id = organizationId`;

/**
 * The applicants of a cohort as people. Kept while no person changes: a list of 100,000 is made again after every
 * acceptance, and who the people are takes most of the reading.
 */
export function applicantPeople({ database, cached }: Facts, cohortId: CohortId): ApplicantPeople {
  const known = cached(`applicant people ${cohortId}`, ['person', 'organization'], () => {
    const rows = database.all<PersonRow>(
      `${people} WHERE person.id IN (SELECT personId FROM application WHERE cohortId = ?)`,
      cohortId,
    );
    return new Map(rows.map((row) => [row.id, listedPerson(row)]));
  });
  const personOf = (id: PersonId): ListedPerson => {
    let person = known.get(id);
    if (!person) {
      // Somebody known from elsewhere has applied since: no person changed, and yet one is new here.
      const row = database.get<PersonRow>(`${people} WHERE person.id = ?`, id);
      if (!row) throw new Error(`The person ${id} of an application is not there.`);
      person = listedPerson(row);
      known.set(id, person);
    }
    return person;
  };
  return { known, personOf };
}

function listedPerson(row: PersonRow): ListedPerson {
  const name = sayName(row);
  const organization = row.organization ?? '';
  const email = row.email ?? '';
  return {
    name,
    organization,
    email,
    phone: row.phone === null ? '' : sayPhone(row.phone),
    jobTitle: row.jobTitle ?? '',
    words: [name, organization, email].map(fold).join(' '),
    byFamilyName: `${fold(row.familyName)} ${fold(row.givenName)}`,
  };
}
