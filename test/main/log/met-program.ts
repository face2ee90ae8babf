import { expect } from 'vitest';
import { insert } from '../../../main/log/change.ts';
import { idFor } from '../../../main/log/one-of-a-kind.ts';
import { unsettledRows } from '../../../main/log/settle.ts';
import { Instant } from '../../../shared/model/dates.ts';
import * as ids from '../../../shared/model/ids.ts';
import { toJson } from '../../../shared/model/json.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import { hashOfRows, somebody, someCohort } from '../database-for-test.ts';
import { type Laptop, laptopsWith, meet } from './laptops.ts';

export const at = Instant.parse('2024-06-01T12:00:00.000Z');
export const [ada, bo] = [somebody({ givenName: 'Ada', phone: '1' }), somebody({ givenName: 'Bo', phone: '2' })];
export const foxtrot = someCohort({ name: 'Foxtrot' });

export const rows = ({ database }: Laptop, table: TableName, ...columns: string[]): unknown[] =>
  database.all(`SELECT ${columns.join(', ')} FROM "${table}" ORDER BY ${columns.join(', ')}`);
export const whys = ({ database }: Laptop): string[] =>
  unsettledRows(database)
    .map(({ table, why }) => `${table} ${why}`)
    .sort();

/** So many laptops of a program with two people and a cohort, each a minute after the one before. */
export async function program<Count extends 2 | 3>(count: Count) {
  const laptops = await laptopsWith(count, insert('person', ada), insert('person', bo), insert('cohort', foxtrot));
  const [one, two, three = laptops[1]] = laptops;
  if (!one || !two || !three) throw new Error('There are laptops.');
  for (const [place, laptop] of laptops.entries()) laptop.minute = place + 1;
  return { laptops, one, two, three };
}

/** Everyone has the same in the end. */
export async function meetAgain(laptops: readonly Laptop[]): Promise<void> {
  await meet(laptops);
  expect(new Set(laptops.map(({ database }) => hashOfRows(database))).size).toBe(1);
}

export const application = (
  laptop: Laptop,
  personId: ids.PersonId,
  status: 'submitted' | 'accepted' = 'submitted',
) => ({
  id: ids.ApplicationId.parse(idFor(laptop.database, 'application', { cohortId: foxtrot.id, personId })),
  personId,
  cohortId: foxtrot.id,
  firstSubmittedAt: at,
  latestSubmittedAt: at,
  submittedDoubt: null,
  status,
  statusAt: at,
  statusReason: null,
  membership: null,
  highestPost: null,
  yearsInEducation: null,
  payment: null,
  needs: null,
  answers: toJson({}),
  overrule: null,
  decision: null,
  readOrder: laptop.newId(),
});
export const form = (laptop: Laptop, applicationId: ids.ApplicationId) =>
  insert('submission', {
    id: ids.SubmissionId.parse(laptop.newId()),
    applicationId,
    submittedAt: at,
    answers: toJson({}),
    source: toJson({ file: 'x', sheet: 'y', row: 1 }),
  });
