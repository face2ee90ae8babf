import type { PersonId } from '../../shared/model/ids.ts';
import { fold, sayName } from '../../shared/model/people.ts';
import type { Facts } from '../facts.ts';

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

/** Everybody in the order of their names, read once and kept until a person or an organization changes. */
export function directory({ database, cached }: Facts): ReadonlyMap<PersonId, ListedPerson> {
  return cached('directory', ['person', 'organization'], () => {
    const people = new Map<PersonId, ListedPerson>();
    const folded = new Map<string, string>();
    const foldOnce = (text: string): string => {
      const known = folded.get(text);
      if (known !== undefined) return known;
      const fresh = foldFast(text);
      folded.set(text, fresh);
      return fresh;
    };
    const rows = database.all<PersonRow>(
      `SELECT person.id, givenName, familyName, certificateName, email, organization.name AS organization
       FROM person LEFT JOIN organization ON organization.id = person.organizationId`,
    );
    const ordered = rows
      .map((row) => ({ row, order: `${foldOnce(row.familyName)} ${foldOnce(row.givenName)}` }))
      .sort((a, b) => (a.order < b.order ? -1 : Number(a.order > b.order)));
    for (const [place, { row, order }] of ordered.entries()) {
      const { id, givenName, familyName, certificateName, email, organization } = row;
      const name = sayName({ givenName, familyName });
      people.set(id, {
        name,
        certificateName: certificateName ?? name,
        organization: organization ?? '',
        email: email ?? '',
        place,
        words: `${order} ${organization ? foldOnce(organization) : ''} ${email ?? ''}`,
      });
    }
    return people;
  });
}

/** Folds as `fold` does: most names are plain letters, which fold ten times as fast without Unicode’s tables. */
export const foldFast = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text.toLowerCase().replace(/[^a-z0-9]+/g, '') : fold(text);

/** Whom a search in a list means: every word typed stands somewhere in the record; null: everybody. */
export function searchFor(text: string): ((words: string) => boolean) | null {
  const asked = text.split(/\s+/).flatMap((word) => {
    const folded = foldFast(word);
    // An e-mail address stands in the record with its dots and its @.
    return folded === '' ? [] : [{ folded, typed: word.toLowerCase() }];
  });
  if (asked.length === 0) return null;
  return (words) => asked.every(({ folded, typed }) => words.includes(folded) || words.includes(typed));
}
