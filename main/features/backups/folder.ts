import { lstatSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '../../../shared/model/dates.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { APPLICATION_ID } from '../../database/application-id.ts';
import { makePrivateFolder } from '../../files/private.ts';
import { sayFileError } from '../../files/replace-file.ts';
import { sayFolder } from '../../files/say-name.ts';
import { sqliteFileAt } from '../../files/sqlite-file.ts';
import { backupsToKeep } from '../../rules/backups/thinning.ts';
import { readPreferences } from '../../settings/preferences.ts';
import { madeAtOf, type NamedBackup } from './automatic-names.ts';

/** Where the automatic backups of a database go. */
export interface BackupFolder {
  readonly folder: string;
  /** Beside the database, where no one chose another one. */
  readonly isUsual: boolean;
}

/** The folder that was chosen on this laptop, else `backups` beside the database. */
export function backupFolderOf(settings: string, database: string): BackupFolder {
  const chosen = readPreferences(settings).backupFolder;
  return chosen === null
    ? { folder: path.join(path.dirname(database), 'backups'), isUsual: true }
    : { folder: chosen, isUsual: false };
}

/** Makes sure that backups can go there: the usual folder is made, a chosen one must be there. */
export function readyFolder({ folder, isUsual }: BackupFolder): Result<null> {
  try {
    if (isUsual) makePrivateFolder(folder);
    else if (!isFolder(folder)) return refuse(sayGone(folder));
    return done(null);
  } catch (error) {
    const why = sayFileError(folder, error);
    if (why === null) throw error;
    return refuse(why);
  }
}

export const isFolder = (folder: string): boolean => {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
};

const sayGone = (folder: string): string =>
  `The folder for backups, ${sayFolder(folder)}, isn’t there. Plug in its disk or stick, or choose another folder in Settings.`;

/** The automatic backups of this laptop and program in a folder, the newest first. */
export function backupsIn(folder: string, device: DeviceId): readonly NamedBackup[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((name) => {
      const madeAt = madeAtOf(name, device);
      return madeAt === null ? [] : [{ name, madeAt }];
    })
    .sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

/**
 * Deletes the automatic backups that are no longer needed. Only files of ours by their names and by what is in them; one
 * that someone opened and worked in stays. Never fails: what can't be deleted now is deleted after the next one.
 */
export function thin(folder: string, device: DeviceId, now: Instant): void {
  const found = backupsIn(folder, device);
  const kept = backupsToKeep(
    found.map(({ madeAt }) => madeAt),
    now,
  );
  for (const { name, madeAt } of found) {
    const file = path.join(folder, name);
    try {
      if (!kept.has(madeAt) && isOurCopy(file)) rmSync(file);
    } catch {
      // The stick went, or another program holds it.
    }
  }
}

function isOurCopy(file: string): boolean {
  if (!lstatSync(file).isFile()) return false;
  const inside = sqliteFileAt(file);
  return inside !== null && inside.applicationId === APPLICATION_ID && !inside.keepsWal;
}
