import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WritableDatabase } from '../database/handles.ts';
import { mustBeInPlace } from '../database/held-files.ts';
import { reindexInSteps } from './search.ts';

/**
 * Makes the whole index of names again from the people, in one transaction, with turns for everyone else. No record and
 * no entry of the log changes. Wants the writer's connection for itself until it resolves; gives back how many people.
 */
export async function rebuildSearch(database: WritableDatabase): Promise<number> {
  mustBeInPlace(database);
  database.exec('BEGIN IMMEDIATE');
  try {
    let people = 0;
    for (const indexed of reindexInSteps(database)) {
      people = indexed;
      await nextTurn();
    }
    mustBeInPlace(database);
    database.exec('COMMIT');
    return people;
  } catch (error) {
    if (database.isOpen()) database.exec('ROLLBACK');
    throw error;
  }
}
