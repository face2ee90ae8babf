import type { CohortId, PersonId } from '../../../shared/model/ids.ts';
import { compareOrder, foldFast } from '../../../shared/model/listed-names.ts';
import { searchedAddress } from '../../../shared/model/mail-address.ts';
import { type Person, sayName, sayPhone } from '../../../shared/model/people.ts';
import type { Facts } from '../../call/facts.ts';

/** What lists say of a person, with what they sort and search by. */
export interface ListedPerson {
  readonly name: string;
  readonly certificateName: string;
  readonly organization: string;
  readonly email: string;
  readonly phone: string;
  readonly jobTitle: string;
  /** Last name, then first name, folded. */
  readonly order: string;
  /** The place among the people read together: by last name, then first name, folded, then the record. */
  readonly place: number;
  /** All that a search in a list looks at, folded, a word of the record each. */
  readonly words: string;
}

type PersonRow = Pick<
  Person,
  'id' | 'givenName' | 'familyName' | 'certificateName' | 'email' | 'phone' | 'jobTitle'
> & {
  readonly organization: string | null;
  /** What `main/log/search.ts` keeps beside the index of names, so that no list folds 5,000 names again. */
  readonly sortName: string;
  readonly words: string;
};

/** Whoever applied to a cohort or has a place in it, by id, in the order of their names; without a cohort, to any. */
export function cohortPeople(
  { database, cached }: Facts,
  cohortId: CohortId | null,
): ReadonlyMap<PersonId, ListedPerson> {
  return cached(`people of ${cohortId ?? 'all'}`, ['application', 'participant', 'person', 'organization'], () => {
    const ofOne = cohortId === null ? '' : 'WHERE cohortId = ?';
    const rows = database.all<PersonRow>(
      `WITH member (id) AS (SELECT personId FROM application ${ofOne} UNION SELECT personId FROM participant ${ofOne})
       SELECT person.id, givenName, familyName, certificateName, email, phone, jobTitle,
         organization.name AS organization, sortName, words
       FROM member CROSS JOIN person ON person.id = member.id CROSS JOIN personSearchKey ON personId = person.id
       LEFT JOIN organization ON organization.id = person.organizationId`,
      ...(cohortId === null ? [] : [cohortId, cohortId]),
    );
    rows.sort((a, b) => compareOrder(a.sortName, b.sortName) || compareOrder(a.id, b.id));
    return new Map(rows.map((row, place) => [row.id, listed(row, place)]));
  });
}

function listed(row: PersonRow, place: number): ListedPerson {
  const name = sayName(row);
  const organization = row.organization ?? '';
  const email = row.email ?? '';
  return {
    name,
    certificateName: row.certificateName ?? name,
    organization,
    email,
    phone: row.phone === null ? '' : sayPhone(row.phone),
    jobTitle: row.jobTitle ?? '',
    order: row.sortName,
    place,
    words: row.words,
  };
}

/** Whom a search in a list means: every word typed stands somewhere in the record; null: everyone. */
export function searchFor(text: string): ((words: string) => boolean) | null {
  const asked = text.split(/\s+/).flatMap((word) => {
    const folded = foldFast(word);
    // An e-mail address stands in the record with its dots and its @.
    return folded === '' ? [] : [{ folded, typed: word.includes('@') ? searchedAddress(word) : word.toLowerCase() }];
  });
  if (asked.length === 0) return null;
  return (words) => asked.every(({ folded, typed }) => words.includes(folded) || words.includes(typed));
}

/** The same asked of SQLite: conditions on an expression that holds a record's words, with the values to bind. */
export function likeEach(expression: string, text: string): { readonly where: string[]; readonly values: string[] } {
  const asked = text.split(/\s+/).flatMap((word) => {
    const folded = foldFast(word);
    // Most words are the same either way, and 100,000 records need not be looked through twice.
    return folded === '' ? [] : [[...new Set([folded, word.toLowerCase()])]];
  });
  return {
    where: asked.map((ways) => `(${ways.map(() => `instr(${expression}, ?) > 0`).join(' OR ')})`),
    values: asked.flat(),
  };
}
