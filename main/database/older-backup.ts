import { lstatSync } from 'node:fs';
import Database from 'better-sqlite3';
import { sayName } from '../files/say-name.ts';
import { sqliteFileAt } from '../files/sqlite-file.ts';
import { type ReadableDatabase, wrap } from './handles.ts';

/** A laptop's last step in a log. */
interface LastStep {
  readonly deviceId: string;
  readonly id: string;
}

/**
 * Why a backup under this name may not be replaced by a copy of this desk: it holds changes that this desk doesn't, or
 * can't be read. Null: it may, or no database is there. An older backup of this desk ends, for each laptop, with a step
 * that this desk has too; another program's doesn't, nor one that was made after the two went different ways.
 */
export function whyBackupIsKept(file: string, desk: Pick<ReadableDatabase, 'get'>): string | null {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile() || sqliteFileAt(file) === null) return null;
  const steps = lastStepsIn(file);
  if (steps === null) return `${sayName(file)} is a database that can’t be read. Choose another name.`;
  const isHere = ({ deviceId, id }: LastStep) =>
    desk.get('SELECT 1 FROM logCommand WHERE deviceId = ? AND id = ?', deviceId, id) !== undefined;
  return steps.every(isHere)
    ? null
    : `${sayName(file)} is a backup with changes that this database doesn’t have. Choose another name, so that they aren’t lost.`;
}

/** The last step of each laptop in a database that no one has open; null: it can't be read. */
function lastStepsIn(file: string): readonly LastStep[] | null {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(file, { fileMustExist: true, readonly: true });
    connection.pragma('trusted_schema = OFF');
    // SQLite takes the other columns from the row of the maximum.
    return wrap(connection).all<LastStep>('SELECT deviceId, id, max(deviceSequence) FROM logCommand GROUP BY deviceId');
  } catch (error) {
    if (error instanceof Database.SqliteError) return null;
    throw error;
  } finally {
    connection?.close();
  }
}
