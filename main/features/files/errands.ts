import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FileKey } from '../../../shared/model/backups.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { BackupView } from '../../../shared/views/files.ts';
import type { DatabaseSwitch } from '../../call/database-switch.ts';
import { databaseFilter } from '../../call/dialogs.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import { whyNotOurs } from '../../database/look-inside.ts';
import { leadsTo } from '../../files/open-databases.ts';
import { sayName } from '../../files/say-name.ts';
import { runJob } from '../../jobs/run.ts';
import { forgetRecent, keyOfFile, recentFiles } from '../../settings/recent-files.ts';
import { besideName, keptAsName } from './names-beside.ts';

const onlyInWindow = refuse('Only the window opens another database. At a terminal, name it with --db FILE.');

const openNew: Errand<'files.new'> = async (desk) => {
  if (!desk.databases) return onlyInWindow;
  const file = await desk.dialogs.saveFile({
    title: 'New program',
    suggestedName: 'New program.db',
    filters: [databaseFilter],
  });
  return file === null ? done(null) : desk.databases.open(file, { isNew: true });
};

const open: Errand<'files.open'> = async (desk) => {
  if (!desk.databases) return onlyInWindow;
  const file = await desk.dialogs.openFile({ title: 'Open a program', filters: [databaseFilter] });
  return file === null ? done(null) : desk.databases.open(file);
};

const recent: Errand<'files.recent'> = async (desk) =>
  done(
    recentFiles(desk.settings).map(({ file, openedAt }) => ({
      key: keyOfFile(file),
      name: path.basename(file),
      folder: path.dirname(file),
      openedAt,
      isThere: existsSync(file),
      isOpen: leadsTo(file, desk.databaseFile),
    })),
  );

const openRecent: Errand<'files.openRecent'> = async (desk, { key }) => {
  if (!desk.databases) return onlyInWindow;
  const found = recentFiles(desk.settings).find(({ file }) => keyOfFile(file) === key);
  return found ? desk.databases.open(found.file) : refuse(notListed);
};

const forget: Errand<'files.forget'> = async (desk, { key }) => {
  const found = recentFiles(desk.settings).find(({ file }) => keyOfFile(file) === key);
  if (found) forgetRecent(desk.settings, found.file);
  desk.announce('');
  return done(null);
};

const notListed = 'That database isn’t under Open Recent now. Open it with File › Open.';

const lookAtBackup: Errand<'files.lookAtBackup'> = async (desk, { key }) => {
  const file = key === null ? await askForBackup(desk) : desk.lookedInto.get(key);
  if (file === null) return done(null);
  if (file === undefined) return refuse(notLookedAt);
  const looked = await lookAt(desk, file);
  if (looked.ok) desk.lookedInto.set(looked.value.key, file);
  return looked;
};

const askForBackup = (desk: Workbench): Promise<string | null> =>
  desk.dialogs.openFile({ title: 'Restore a backup', filters: [databaseFilter] });

const notLookedAt = 'Look at the backup first: choose it with File › Restore.';

async function lookAt(desk: Workbench, file: string): Promise<Result<BackupView>> {
  const { databaseFile } = desk;
  if (leadsTo(file, databaseFile)) {
    return refuse(`${sayName(file)} is the database that is open, not a backup. Choose another file.`);
  }
  const why = whyNotOurs(file);
  if (why !== null) return refuse(why);
  desk.progress('Looking at the backup', null);
  const looked = await runJob('lookInside', { backup: file, open: databaseFile }, { signal: desk.signal });
  if (!looked.ok) return looked;
  const { today } = desk.facts();
  return done({
    key: keyOfFile(file),
    name: path.basename(file),
    folder: path.dirname(file),
    openName: path.basename(databaseFile),
    holds: looked.value,
    keptAs: path.basename(keptAsName(databaseFile, today)),
  });
}

/** A whole copy of a backup that was looked at, beside the open database; it is looked at again as it is now. */
async function copyOf(desk: Workbench, key: FileKey, nameFor: (view: BackupView) => Result<string>) {
  const backup = desk.lookedInto.get(key);
  if (backup === undefined) return refuse(notLookedAt);
  const looked = await lookAt(desk, backup);
  if (!looked.ok) return looked;
  const named = nameFor(looked.value);
  if (!named.ok) return named;
  const onProgress = ({ done: part, total }: { done: number; total: number }) =>
    desk.progress('Restoring the backup', total > 0 ? part / total : null);
  const copied = await runJob('backUp', { database: backup, file: named.value }, { signal: desk.signal, onProgress });
  return copied.ok ? done(named.value) : copied;
}

const openBeside: Errand<'files.openBeside'> = async (desk, { key }) => {
  const { databases } = desk;
  if (!databases) return onlyInWindow;
  const copy = await copyOf(desk, key, () => done(besideName(desk.databaseFile, desk.facts().today)));
  return copy.ok ? databases.open(copy.value) : copy;
};

const restore: Errand<'files.restore'> = async (desk, { key }) => {
  const { databases } = desk;
  if (!databases) return onlyInWindow;
  const { today } = desk.facts();
  const copy = await copyOf(desk, key, ({ holds, name }) =>
    holds.isSameProgram
      ? done(besideName(desk.databaseFile, today))
      : refuse(
          `“${name}” holds another program${holds.program === null ? '' : `, ${holds.program}`}, so it can’t take this one’s place. Open it beside this one instead.`,
        ),
  );
  return copy.ok ? exchange(databases, copy.value, keptAsName(desk.databaseFile, today)) : copy;
};

/** The copy stays beside the database where it can't take its place: nothing of it is lost. */
async function exchange(databases: DatabaseSwitch, copy: string, aside: string): Promise<Result<null>> {
  const exchanged = await databases.replace(copy, aside);
  if (exchanged.ok) return exchanged;
  const { sentence, reasons } = exchanged.problem;
  return refuse(sentence, [...reasons, `The backup’s copy is beside the database, as ${sayName(copy)}.`]);
}

export const filesErrands: Pick<
  Handlers,
  | 'files.new'
  | 'files.open'
  | 'files.recent'
  | 'files.openRecent'
  | 'files.forget'
  | 'files.lookAtBackup'
  | 'files.openBeside'
  | 'files.restore'
> = {
  'files.new': openNew,
  'files.open': open,
  'files.recent': recent,
  'files.openRecent': openRecent,
  'files.forget': forget,
  'files.lookAtBackup': lookAtBackup,
  'files.openBeside': openBeside,
  'files.restore': restore,
};
