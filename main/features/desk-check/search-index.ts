import type { ReadableDatabase, WritableDatabase } from '../../database/handles.ts';
import { openScratch } from '../../database/snapshot.ts';
import { indexPeople } from '../../log/search.ts';
import type { Findings } from './finding.ts';
import { type CheckSteps, rowsPerCheckStep } from './steps.ts';

/** A word of the index, and in which entry it stands where. */
interface Word {
  readonly term: string;
  readonly doc: number;
  readonly offset: number;
}

/** Makes the index of names again in memory, and holds the one in the file against it, word by word. */
export function* checkSearch(database: ReadableDatabase, findings: Findings): CheckSteps<void> {
  const scratch = openScratch();
  try {
    yield* copyPeople(database, scratch);
    const everyone = scratch.all<{ id: string }>('SELECT id FROM person').map(({ id }) => id);
    for (const done of indexPeople(scratch, everyone)) {
      if (done % rowsPerCheckStep === 0) yield 0.2 + (0.5 * done) / everyone.length;
    }
    const owners = new Map<number, string>();
    for (const from of [database, scratch]) {
      for (const { key, personId } of from.each<{ key: number; personId: string }>(
        'SELECT key, personId FROM personSearchKey',
      )) {
        owners.set(key, personId);
      }
    }
    const strange = new Set<number>();
    yield* compareWords(database, scratch, strange);
    const people = [...strange].map((key) => owners.get(key) ?? String(key));
    for (const id of new Set([...unmatched(database), ...people])) findings.add({ kind: 'search', id });
  } finally {
    scratch.close();
  }
}

/** Who has no number in the index, and who has one and is no one. */
const unmatched = (database: ReadableDatabase): string[] =>
  database
    .all<{ id: string }>(
      `SELECT id FROM person WHERE id NOT IN (SELECT personId FROM personSearchKey)
       UNION ALL SELECT personId FROM personSearchKey WHERE personId NOT IN (SELECT id FROM person)`,
    )
    .map(({ id }) => id);

/** People and their organizations with the numbers that they have in the index; nothing else is needed. */
function* copyPeople(database: ReadableDatabase, scratch: WritableDatabase): Generator<number> {
  scratch.exec('PRAGMA foreign_keys = OFF');
  let copied = 0;
  for (const { id, name, kind } of database.each<{ id: string; name: string; kind: string }>(
    'SELECT id, name, kind FROM organization',
  )) {
    scratch.run('INSERT INTO organization (id, name, kind) VALUES (?, ?, ?)', id, name, kind);
  }
  for (const person of database.each<{
    id: string;
    givenName: string;
    familyName: string;
    email: string | null;
    organizationId: string | null;
    key: number | null;
  }>(
    `SELECT id, givenName, familyName, email, organizationId, key
     FROM person LEFT JOIN personSearchKey ON personId = person.id`,
  )) {
    const { id, givenName, familyName, email, organizationId, key } = person;
    scratch.run(
      'INSERT INTO person (id, givenName, familyName, email, organizationId) VALUES (?, ?, ?, ?, ?)',
      id,
      givenName,
      familyName,
      email,
      organizationId,
    );
    if (key !== null) scratch.run('INSERT INTO personSearchKey (key, personId) VALUES (?, ?)', key, id);
    copied += 1;
    if (copied % rowsPerCheckStep === 0) yield 0.1;
  }
}

/** Adds the entries whose words differ. Both lists come in the order of words and entries. */
function* compareWords(database: ReadableDatabase, scratch: ReadableDatabase, strange: Set<number>): Generator<number> {
  const [left, right] = [wordsOf(database), wordsOf(scratch)];
  let [a, b] = [left.next(), right.next()];
  let looked = 0;
  try {
    while (!a.done || !b.done) {
      const order = a.done ? 1 : b.done ? -1 : inOrder(a.value, b.value);
      if (order < 0 && !a.done) strange.add(a.value.doc);
      if (order > 0 && !b.done) strange.add(b.value.doc);
      if (order <= 0) a = left.next();
      if (order >= 0) b = right.next();
      looked += 1;
      if (looked % (rowsPerCheckStep * 10) === 0) yield 0.8;
    }
  } finally {
    left.return?.();
    right.return?.();
  }
}

const wordsOf = (database: ReadableDatabase): IterableIterator<Word> =>
  database.each<Word>('SELECT term, doc, "offset" FROM temp.searchWords');

function inOrder(a: Word, b: Word): number {
  if (a.term !== b.term) return Buffer.compare(Buffer.from(a.term), Buffer.from(b.term));
  return a.doc - b.doc || a.offset - b.offset;
}
