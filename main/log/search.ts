import { nameOrder, searchWords } from '../../shared/model/listed-names.ts';
import { foldName } from '../../shared/model/people.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/handles.ts';
import type { LogEntry } from './apply.ts';
import type { RowChange } from './combine.ts';

interface SearchedPerson {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly organization: string | null;
}

/** So many people are brought up to date with one statement each step: fewer calls, and still a matter of milliseconds. */
const PEOPLE_A_STEP = 100;

/** The ids of one step, handed to SQLite as one text. */
const ids = '(SELECT value FROM json_each(?))';

/**
 * Brings the index of names up to date with people who changed, in the transaction that changes them. After every
 * step it says how many people are done, so that a command of very many can let others have their turn.
 */
export function* indexPeople(database: WritableDatabase, personIds: Iterable<string>): Generator<number> {
  const all = [...personIds];
  for (let from = 0; from < all.length; from += PEOPLE_A_STEP) {
    const step = all.slice(from, from + PEOPLE_A_STEP);
    indexStep(database, JSON.stringify(step));
    yield from + step.length;
  }
}

/** What of a person’s row the index of names holds. */
const searchedFields = ['givenName', 'familyName', 'email', 'organizationId'];

/** Whether a change of a person’s row concerns the index: a new phone number does not. */
export const isSearched = (kind: RowChange['kind'], { after }: LogEntry): boolean =>
  kind !== 'update' || searchedFields.some((field) => after !== null && field in after);

/** The people of organizations that got another name: their entries in the index hold it. */
export function peopleOf(database: ReadableDatabase, organizationIds: Iterable<string>): string[] {
  return [...organizationIds].flatMap((id) =>
    database.all<{ id: string }>('SELECT id FROM person WHERE organizationId = ?', id).map((person) => person.id),
  );
}

/** What lists sort and search by stands beside the index, so that 100,000 people need not be folded for each look. */
const setListed = 'UPDATE personSearchKey SET sortName = ?, words = ? WHERE key = ?';

/** Fills in what an older version of the app did not keep in the index of names. */
export function completeNameIndex(database: WritableDatabase): void {
  if (!database.get("SELECT 1 FROM personSearchKey WHERE sortName = '' LIMIT 1")) return;
  const people = database.all<SearchedPerson & { key: number }>(
    `SELECT key, person.id, givenName, familyName, email, organization.name AS organization
     FROM personSearchKey JOIN person ON person.id = personId
     LEFT JOIN organization ON organization.id = person.organizationId WHERE sortName = ''`,
  );
  database.exec('BEGIN IMMEDIATE');
  for (const person of people) database.run(setListed, nameOrder(person), searchWords(person), person.key);
  database.exec('COMMIT');
}

/** Makes the whole index of names again from the people, in steps that say how many are done. */
export function* reindexInSteps(database: WritableDatabase): Generator<number> {
  database.run('DELETE FROM personSearchKey');
  database.run("INSERT INTO personSearch (personSearch) VALUES ('delete-all')");
  const people = database.all<{ id: string }>('SELECT id FROM person').map(({ id }) => id);
  yield* indexPeople(database, people);
}

/** The same at one stretch. */
export function reindexPeople(database: WritableDatabase): void {
  for (const _ of reindexInSteps(database));
}

function indexStep(database: WritableDatabase, step: string): void {
  database.run(
    `DELETE FROM personSearch WHERE rowid IN (SELECT key FROM personSearchKey WHERE personId IN ${ids})`,
    step,
  );
  database.run(
    `DELETE FROM personSearchKey WHERE personId IN ${ids}
       AND NOT EXISTS (SELECT 1 FROM person WHERE person.id = personId)`,
    step,
  );
  database.run(
    `INSERT INTO personSearchKey (personId) SELECT id FROM person WHERE id IN ${ids}
       AND NOT EXISTS (SELECT 1 FROM personSearchKey WHERE personId = person.id) ORDER BY id`,
    step,
  );
  const people = database.all<SearchedPerson & { key: number }>(
    `SELECT key, person.id, givenName, familyName, email, organization.name AS organization
     FROM personSearchKey JOIN person ON person.id = personId
     LEFT JOIN organization ON organization.id = person.organizationId
     WHERE personId IN ${ids} ORDER BY key`,
    step,
  );
  for (const person of people) {
    database.run('INSERT INTO personSearch (rowid, words) VALUES (?, ?)', person.key, wordsOf(person));
    database.run(setListed, nameOrder(person), searchWords(person), person.key);
  }
}

/** The words a person is found by; names also as one word, so that `obrien` finds O’Brien and `delacruz` De la Cruz. */
function wordsOf({ givenName, familyName, email, organization }: SearchedPerson): string {
  const asOneWord = [givenName, familyName].filter((name) => !/^[A-Za-z]*$/.test(name)).map(foldName);
  return [givenName, familyName, ...asOneWord, email, organization].filter(Boolean).join(' ');
}
