import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Cache, factsOf } from '../../../../main/call/facts.ts';
import type { ReadableDatabase, WritableDatabase } from '../../../../main/database/handles.ts';
import { damageOf } from '../../../../main/database/open.ts';
import { duplicateCommands } from '../../../../main/features/duplicates/commands.ts';
import { insert } from '../../../../main/log/change.ts';
import { commit } from '../../../../main/log/commit.ts';
import { decideRedo, decideUndo } from '../../../../main/log/undo.ts';
import { type MergedField, mergedFields } from '../../../../shared/model/duplicates.ts';
import { PersonId } from '../../../../shared/model/ids.ts';
import type { Reference } from '../../../../shared/model/tables/table.ts';
import { tableNames, tables } from '../../../../shared/model/tables.ts';
import { runs } from '../../../runs.ts';
import { allRows, hashOfRows, make, openTestDatabase, somebody, worldAt } from '../../database-for-test.ts';
import { rowsOf, twoPeoplesRecords } from '../../generated-desk.ts';

const world = worldAt('2024-06-03T14:00:00.000Z');
const ids = [1, 2, 3].map((n) => PersonId.parse(`018f0000-0000-7000-9000-00000000000${n}`));
const [keptId = PersonId.parse(''), goneId = PersonId.parse(''), otherId = PersonId.parse('')] = ids;

const merge = (database: WritableDatabase, take: readonly MergedField[]) =>
  commit(database, world, 'duplicates.merge', (db) => {
    // A desk’s facts need no policy here; the generated one is empty.
    const facts = { ...factsOf(withoutPolicy(db), new Cache(), world.now(), world.newId, world.device), database: db };
    return duplicateCommands['duplicates.merge'](facts, { keptId, goneId, take: [...take] });
  });

/** The generated policy is no policy: no one asks for it in a merge. */
const withoutPolicy = (database: ReadableDatabase): ReadableDatabase =>
  Object.assign(Object.create(null), database, { all: () => [] });

test('what unites in a merge is united by name here, so a table that newly says so needs its own rule', () => {
  const uniting = tableNames.flatMap((table) =>
    Object.entries<Reference>(tables[table].references)
      .filter(([, reference]) => 'whenMerged' in reference && reference.whenMerged === 'unites')
      .map(([column]) => `${table}.${column}`),
  );
  expect(uniting.sort()).toEqual([
    'application.personId',
    'notSamePerson.personA',
    'notSamePerson.personB',
    'participant.personId',
    'recertificationDue.participantId',
  ]);
});

test('merging two people and undoing it leaves every row as it was, and redoing merges them again', async () => {
  await fc.assert(
    fc.asyncProperty(
      twoPeoplesRecords,
      fc.subarray([...mergedFields]),
      fc.subarray(['kept and other', 'gone and other', 'kept and gone']),
      async (cohorts, take, apart) => {
        const database = openTestDatabase();
        const people = [
          somebody({ id: keptId, email: 'a@x.example', jobTitle: 'Director' }),
          somebody({ id: goneId, givenName: 'Renee', phone: '2565550112' }),
          somebody({ id: otherId, givenName: 'Omar' }),
        ];
        const pairs = {
          'kept and other': [keptId, otherId],
          'gone and other': [goneId, otherId],
          'kept and gone': [keptId, goneId],
        } as const;
        await make(database, world, 'Generated', [
          ...people.map((person) => insert('person', person)),
          ...rowsOf([keptId, goneId], cohorts),
          ...apart.map((name, at) => {
            const [personA = keptId, personB = goneId] = Object.entries(pairs).find(([key]) => key === name)?.[1] ?? [];
            return insert('notSamePerson', {
              id: `018f0000-0000-7000-a000-00000000000${at}` as never,
              personA,
              personB,
            });
          }),
        ]);
        const [before, found] = [allRows(database), wordsOf(database)];
        const merged = await merge(database, take);
        if (!merged.ok) {
          const both = cohorts.some(([a, b]) => a.placed && b.placed && a.certificate && b.certificate);
          expect(both, merged.problem.sentence).toBe(true);
          expect(allRows(database)).toEqual(before);
          return;
        }
        const after = hashOfRows(database);
        expect(damageOf(database)).toEqual([]);
        expect(database.get('SELECT 1 FROM person WHERE id = ?', goneId)).toBeUndefined();
        expect(kept(allRows(database))).toEqual(kept(before));
        const undone = await commit(database, world, 'history.undo', (db) => decideUndo(db, null, world.device.id));
        expect(undone).toMatchObject({ ok: true });
        expect(allRows(database)).toEqual(before);
        expect(wordsOf(database)).toEqual(found);
        expect(
          await commit(database, world, 'history.redo', (facts) => decideRedo(facts, world.device.id)),
        ).toMatchObject({ ok: true });
        expect(hashOfRows(database)).toBe(after);
      },
    ),
    { numRuns: runs(60) },
  );
});

/** What a merge must never lose: the ids of all that was sent, handed out, paid and seen at the door. */
const kept = (rows: Record<string, unknown[]>): unknown =>
  ['submission', 'seatOffer', 'certificate', 'recertificationReceipt', 'feePayment', 'attendanceEvent', 'letter'].map(
    (table) => rows[table]?.map((row) => (typeof row === 'object' && row !== null && 'id' in row ? row.id : null)),
  );

const wordsOf = (database: ReadableDatabase): unknown =>
  database
    .all<{ personId: string }>(
      `SELECT personId FROM personSearch JOIN personSearchKey ON personSearchKey.key = personSearch.rowid
       WHERE personSearch MATCH 'mcallister' ORDER BY personId`,
    )
    .map(({ personId }) => personId);
