import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WritableDatabase } from '../database/handles.ts';
import { mustBeInPlace } from '../database/held-files.ts';
import { indexPeople } from './search.ts';

/**
 * Makes the whole index of names again from the people, in one transaction, with turns for everyone else. No record and
 * no entry of the log changes. Wants the writer's connection for itself until it resolves; gives back how many people.
 */
export async function rebuildSearch(database: WritableDatabase): Promise<number> {
  mustBeInPlace(database);
  database.exec('BEGIN IMMEDIATE');
  try {
    database.run('DELETE FROM personSearchKey');
    database.run("INSERT INTO personSearch (personSearch) VALUES ('delete-all')");
    const people = database.all<{ id: string }>('SELECT id FROM person').map(({ id }) => id);
    for (const _ of indexPeople(database, people)) await nextTurn();
    mustBeInPlace(database);
    database.exec('COMMIT');
    return people.length;
  } catch (error) {
    if (database.isOpen()) database.exec('ROLLBACK');
    throw error;
  }
}
