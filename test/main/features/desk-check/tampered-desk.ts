import Database from 'better-sqlite3';
import { insert, remove, update } from '../../../../main/log/change.ts';
import { PersonId } from '../../../../shared/model/ids.ts';
import { make, openTestDatabase, somebody, someCohort, worldAt } from '../../database-for-test.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';

export const renee = somebody({
  id: PersonId.parse('01900000-0000-7000-8000-000000000001'),
  email: 'renee@example.org',
});
export const omar = somebody({
  id: PersonId.parse('01900000-0000-7000-8000-000000000002'),
  givenName: 'Omar',
  familyName: 'Sims',
});
export const foxtrot = someCohort({ name: 'Foxtrot' });

/** A desk on which two people were added, one was corrected, and a third came and went. */
export async function aDesk(): Promise<TestDesk> {
  const desk = openTestDesk();
  const database = openTestDatabase(desk.databaseFile);
  const world = worldAt('2024-06-03T14:00:00.000Z');
  const zoe = somebody({ givenName: 'Zoë' });
  await make(database, world, 'Added three people', [
    insert('person', renee),
    insert('person', omar),
    insert('person', zoe),
    insert('cohort', foxtrot),
  ]);
  await make(database, world, 'Corrected Omar Sims', [update('person', omar.id, { phone: '2055550142' })]);
  await make(database, world, 'Took Zoë off the desk', [remove('person', zoe.id)]);
  return desk;
}

/** Changes the file as a tool for databases would; the log's guards are taken off for a moment. */
export function tamper(desk: TestDesk, sql: string): void {
  const connection = new Database(desk.databaseFile);
  connection.unsafeMode();
  connection.pragma('foreign_keys = OFF');
  const guards = connection
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of guards) connection.exec(`DROP TRIGGER ${name}`);
  connection.exec(sql);
  for (const guard of guards) connection.exec(guard.sql);
  connection.close();
}
