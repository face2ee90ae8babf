import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CivilDate } from '../../../shared/model/dates.ts';

/** A free name beside a database, made of its own name and some words. */
function beside(database: string, words: string): string {
  const base = path.join(path.dirname(database), `${path.basename(database, '.db')} ${words}`);
  let file = `${base}.db`;
  for (let count = 2; existsSync(file); count += 1) file = `${base} (${count}).db`;
  return file;
}

/** Under which name the open database is kept when a backup takes its place. */
export const keptAsName = (database: string, today: CivilDate): string => beside(database, `before restoring ${today}`);

/** Under which name a backup's copy comes to the open database. */
export const besideName = (database: string, today: CivilDate): string => beside(database, `restored ${today}`);
