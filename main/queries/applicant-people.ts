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

/** What is folded to search and to sort by is folded when somebody first does either. */
function listedPerson(row: PersonRow): ListedPerson {
  return new Listed(row);
}

class Listed implements ListedPerson {
  readonly #row: PersonRow;
  #words: string | null = null;
  #byFamilyName: string | null = null;

  constructor(row: PersonRow) {
    this.#row = row;
  }

  get name(): string {
    return sayName(this.#row);
  }

  get organization(): string {
    return this.#row.organization ?? '';
  }

  get email(): string {
    return this.#row.email ?? '';
  }

  get phone(): string {
    return this.#row.phone === null ? '' : sayPhone(this.#row.phone);
  }

  get jobTitle(): string {
    return this.#row.jobTitle ?? '';
  }

  get words(): string {
    this.#words ??= [this.name, this.organization, this.email].map(fold).join(' ');
    return this.#words;
  }

  get byFamilyName(): string {
    this.#byFamilyName ??= `${fold(this.#row.familyName)} ${fold(this.#row.givenName)}`;
    return this.#byFamilyName;
  }
}
