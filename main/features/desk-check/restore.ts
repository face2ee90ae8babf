import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CivilDate } from '../../../shared/model/dates.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { makePrivateFolder } from '../../files/private.ts';
import type { RowName } from '../../log/settle.ts';
import type { DeskChecked } from './check.ts';
import { repairOf, whyNoRepair } from './repair.ts';

/** The rows that the log can make again; refuses where there are none, and where the log can't be trusted to. */
export function rowsToRestore({ counts, differing }: DeskChecked): Result<readonly RowName[]> {
  const found = new Set(counts.map(([kind]) => kind));
  if (repairOf(found) === 'records') return done(differing);
  return refuse(whyNoRepair(found));
}

/** Where the database is copied to as it is now: beside it, in the folder of the copies from before each migration. */
export function copyBeforeRestoring(database: string, today: CivilDate): string {
  const folder = path.join(path.dirname(database), 'backups');
  makePrivateFolder(folder);
  const base = path.join(folder, `${path.basename(database, '.db')} before restoring ${today}`);
  let file = `${base}.db`;
  for (let count = 2; existsSync(file); count += 1) file = `${base} (${count}).db`;
  return file;
}
