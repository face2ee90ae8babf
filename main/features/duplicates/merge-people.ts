import { type MergedField, mergedFields, type NotSamePerson } from '../../../shared/model/duplicates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Person } from '../../../shared/model/people.ts';
import type { ReadableDatabase } from '../../database/handles.ts';
import { type Change, insert, remove, update } from '../../log/change.ts';
import { joinApplications } from './merge-applications.ts';
import { joinParticipants } from './merge-participants.ts';
import type { MergedRecords } from './merged-records.ts';
import { moveRows } from './move-rows.ts';

/**
 * The changes that make two people one: every row of the one who goes becomes the kept one’s. Rows that both have for
 * a cohort become one. Wants records that may be merged.
 */
export function* mergeChanges(
  database: ReadableDatabase,
  records: MergedRecords,
  fromGone: readonly MergedField[],
): Generator<Change> {
  const { kept, gone, applications, participants } = records;
  yield update('person', kept.id, factsOf(gone, fromGone));
  for (const { id } of applications.moved) yield update('application', id, { personId: kept.id });
  for (const { id } of participants.moved) yield update('participant', id, { personId: kept.id });
  for (const pair of applications.joined) yield* joinApplications(database, pair);
  for (const pair of participants.joined) yield* joinParticipants(database, pair, applications.joined);
  yield* moveRows(database, 'person', kept.id, gone.id);
  yield* movePairs(database, kept.id, gone.id);
  yield remove('person', gone.id);
  // Another laptop may not know of this yet: what it says of the one who goes is meant for the one who stays.
  yield insert('mergedPerson', { id: gone.id, keptId: kept.id });
}

/** The facts that are taken from the record that goes. */
function factsOf(gone: Person, fields: readonly MergedField[]): Partial<Omit<Person, 'id'>> {
  const taken = new Set(fields);
  const facts = mergedFields.filter((field) => taken.has(field)).map((field) => [field, gone[field]]);
  return Object.fromEntries(facts);
}

/** Whoever was not the one who goes is not the kept one either; of the two themselves nothing remains to be said. */
function* movePairs(database: ReadableDatabase, kept: PersonId, gone: PersonId): Generator<Change> {
  const pairsOf = (id: PersonId) =>
    database.all<NotSamePerson>('SELECT * FROM notSamePerson WHERE ? IN (personA, personB) ORDER BY id', id);
  const otherOf = (pair: NotSamePerson, id: PersonId): PersonId => (pair.personA === id ? pair.personB : pair.personA);
  const known = new Set(pairsOf(kept).map((pair) => otherOf(pair, kept)));
  for (const pair of pairsOf(gone)) {
    const other = otherOf(pair, gone);
    if (other === kept || known.has(other)) yield remove('notSamePerson', pair.id);
    else yield update('notSamePerson', pair.id, inOrder(kept, other));
  }
}

/** Two people as their pair is stored. */
export const inOrder = (one: PersonId, other: PersonId): Pick<NotSamePerson, 'personA' | 'personB'> =>
  one < other ? { personA: one, personB: other } : { personA: other, personB: one };
