import { Instant } from '../../../shared/model/dates.ts';
import type { BackupTrouble } from '../../../shared/views/backups.ts';
import type { ReadableDatabase } from '../../database/handles.ts';
import { laptopNote } from '../../database/laptop.ts';

/** When the last good backup of this database was made from this laptop; null: none was. */
export function lastBackupAt(database: ReadableDatabase): Instant | null {
  const note = laptopNote(database, 'lastBackupAt');
  return note === null ? null : Instant.parse(note);
}

/** Why no automatic backup can be made; null: nothing is in the way that is known. */
export function backupTroubleOf(database: ReadableDatabase): BackupTrouble | null {
  const note = laptopNote(database, 'backupTrouble');
  // The note was parsed by its schema before it was given out.
  return note === null ? null : (JSON.parse(note) as BackupTrouble);
}

/** The last command in the file, by its place there: only to tell whether anything came since. */
export const stepOf = (database: ReadableDatabase): number =>
  database.get<{ n: number | null }>('SELECT max(sequence) AS n FROM logCommand')?.n ?? 0;
