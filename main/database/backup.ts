import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { explainStorageError } from './errors.ts';
import type { WritableDatabase } from './handles.ts';
import { damageOf, openForReading } from './open.ts';

/**
 * Writes a copy of the database to a file, opens the copy and checks it whole before it takes its name.
 * Refuses a file that can't be written; the database itself is never touched.
 */
export function backUp(database: WritableDatabase, file: string): Result<{ readonly rows: number }> {
  if (path.resolve(file) === path.resolve(database.file)) {
    return refuse('A backup can’t take the place of the database itself. Choose another name or folder.');
  }
  const draft = `${file}.part`;
  try {
    rmSync(draft, { force: true });
    database.run('VACUUM INTO ?', draft);
    const copy = openForReading(draft);
    const damage = damageOf(copy);
    const rows = copy.get<{ n: number }>('SELECT count(*) AS n FROM logEntry')?.n ?? 0;
    copy.close();
    if (damage.length > 0) {
      rmSync(draft, { force: true });
      return refuse('The copy is not whole, so no backup was kept. Close the app and open your latest backup.', damage);
    }
    renameSync(draft, file);
    return done({ rows });
  } catch (error) {
    rmSync(draft, { force: true });
    const explained = explainStorageError(error, path.basename(file));
    if (explained) return explained;
    throw error;
  }
}
