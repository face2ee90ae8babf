import { fold } from '../../shared/model/people.ts';
import type { WritableDatabase } from '../database/handles.ts';

interface SearchedPerson {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly organization: string | null;
}

const searched = `
  SELECT person.id, givenName, familyName, email, organization.name AS organization
  FROM person LEFT JOIN organization ON organization.id = person.organizationId`;

/** Brings the index of names up to date with people who changed, in the transaction that changes them. */
export function indexPeople(database: WritableDatabase, personIds: Iterable<string>): void {
  for (const id of personIds) {
    const person = database.get<SearchedPerson>(`${searched} WHERE person.id = ?`, id);
    const known = database.get<{ key: number }>('SELECT key FROM personSearchKey WHERE personId = ?', id)?.key;
    if (known !== undefined) database.run('DELETE FROM personSearch WHERE rowid = ?', known);
    if (person) indexPerson(database, person, known);
    else if (known !== undefined) database.run('DELETE FROM personSearchKey WHERE key = ?', known);
  }
}

/** Makes the whole index of names again from the people. */
export function reindexPeople(database: WritableDatabase): void {
  database.run('DELETE FROM personSearchKey');
  database.run("INSERT INTO personSearch (personSearch) VALUES ('delete-all')");
  for (const person of database.all<SearchedPerson>(searched)) indexPerson(database, person, undefined);
}

function indexPerson(database: WritableDatabase, person: SearchedPerson, known: number | undefined): void {
  const key =
    known ??
    database.get<{ key: number }>('INSERT INTO personSearchKey (personId) VALUES (?) RETURNING key', person.id)?.key;
  if (key === undefined) throw new Error('SQLite did not return the key of a person.');
  database.run('INSERT INTO personSearch (rowid, words) VALUES (?, ?)', key, wordsOf(person));
}

/** The words a person is found by; names also as one word, so that `obrien` finds O’Brien and `delacruz` De la Cruz. */
function wordsOf(person: SearchedPerson): string {
  return [
    person.givenName,
    person.familyName,
    fold(person.givenName),
    fold(person.familyName),
    person.email,
    person.organization,
  ]
    .filter(Boolean)
    .join(' ');
}
