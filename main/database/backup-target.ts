import { lstatSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { wordFor } from '../../shared/model/counts.ts';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { leadsTo } from '../files/open-databases.ts';
import { sayFileError } from '../files/replace-file.ts';
import { sayFolder, sayName } from '../files/say-name.ts';
import { isSidecarName, SIDECARS } from '../files/sidecars.ts';
import { sqliteFileAt } from '../files/sqlite-file.ts';
import { APPLICATION_ID } from './application-id.ts';

/**
 * Whether a copy of a database may be written under a name: it must be free, or that of a regular file of its own, and
 * never that of a desk that someone works in, or of another program's database. An older backup may be replaced; whether
 * it holds what this desk doesn't is for `older-backup.ts`. Looks at files, not at names, since a link, a linked folder
 * or a disk that takes A for a has many names for one file.
 */
export function checkTarget(file: string, database: string): Result<null> {
  const name = path.basename(file);
  if (name !== name.trim()) return refuse(`${sayName(file)} begins or ends with a space. Choose a name without it.`);
  if (isSidecarName(name)) {
    return refuse(`SQLite keeps its own files under names like ${sayName(file)}. Choose a name that ends in “.db”.`);
  }
  try {
    const folder = statSync(path.dirname(file), { throwIfNoEntry: false });
    if (!folder?.isDirectory()) {
      return refuse(
        `The folder ${sayFolder(path.dirname(file))} doesn’t exist. Choose another folder, then try again.`,
      );
    }
    if (leadsTo(file, database)) {
      return refuse('A backup can’t take the place of the database itself. Choose another name or folder.');
    }
    const there = lstatSync(file, { throwIfNoEntry: false });
    const strange = there && strangeTarget(there, name);
    if (strange) return refuse(strange);
    const beside = SIDECARS.map((suffix) => name + suffix).filter((each) =>
      isThere(path.join(path.dirname(file), each)),
    );
    // Opened under this name, the copy would be taken together with them, and be damaged.
    if (beside.length > 0) return refuse(sayBeside(name, beside));
    const kept = there && whyNotReplaced(file);
    return kept ? refuse(kept) : done(null);
  } catch (error) {
    const why = sayFileError(file, error);
    if (why === null) throw error;
    return refuse(why);
  }
}

function strangeTarget(there: Stats, name: string): string | null {
  if (there.isSymbolicLink()) return `“${name}” is a link to another file. Choose a name of its own.`;
  if (there.isDirectory()) return `“${name}” is a folder. Choose another name.`;
  if (!there.isFile()) return `“${name}” is a device or a pipe, not a file. Choose another name.`;
  if (there.nlink > 1) return `“${name}” is one of several names of the same file. Choose a name of its own.`;
  return null;
}

/** Why a database may not be replaced by a copy of ours; null: it may, or it isn't a database. */
function whyNotReplaced(file: string): string | null {
  const database = sqliteFileAt(file);
  if (database === null) return null;
  if (database.applicationId !== APPLICATION_ID)
    return `${sayName(file)} is another program’s database. Choose another name.`;
  return database.keepsWal
    ? `${sayName(file)} is a database that someone worked in, not a backup. Choose another name.`
    : null;
}

const isThere = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

const sayBeside = (name: string, beside: readonly string[]): string =>
  `“${name}” is open in another program, or one that had it open crashed: ${beside.map((each) => `“${each}”`).join(' and ')} ${wordFor(beside.length, 'is', 'are')} still beside it. Choose another name.`;
