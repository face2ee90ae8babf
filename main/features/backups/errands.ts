import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { done, type Problem, refuse } from '../../../shared/model/result.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import { laptopNote } from '../../database/laptop.ts';
import { sayFolder } from '../../files/say-name.ts';
import { isBackupDue } from '../../rules/backups/due.ts';
import { changePreferences } from '../../settings/preferences.ts';
import { keyOfFile } from '../../settings/recent-files.ts';
import { bringEvidenceAlong } from '../evidence/bring-along.ts';
import { automaticName } from './automatic-names.ts';
import { backupFolderOf, backupsIn, readyFolder, thin } from './folder.ts';
import { backupTroubleOf, lastBackupAt, stepOf } from './last-backup.ts';
import { noteBackup } from './note-backup.ts';

const keep: Errand<'backups.keep'> = async (desk, { leaving }) => {
  const { database, now, zone, device, inForce } = desk.facts();
  const lastStep = laptopNote(database, 'lastBackupStep');
  const step = stepOf(database);
  const isDue = isBackupDue({
    lastAt: lastBackupAt(database),
    lastStep: lastStep === null ? null : Number(lastStep),
    step,
    now,
    isLeaving: leaving,
  });
  if (!isDue) return done({ made: null });
  const place = backupFolderOf(desk.settings, desk.databaseFile);
  const ready = readyFolder(place);
  if (!ready.ok) return noteTrouble(desk, ready.problem);
  const name = automaticName(inForce?.policy.program.name ?? 'Cohort Desk', now, zone, device.id);
  const made = await desk.backUp(path.join(place.folder, name), { isQuiet: true });
  if (!made.ok) return desk.signal.aborted ? made : noteTrouble(desk, made.problem);
  await noteBackup(desk, now, step);
  const { notes } = await bringEvidenceAlong(desk, path.join(place.folder, name), { isQuiet: true });
  const [lacking] = notes;
  // The database is safe; what isn't beside it is told until it is.
  if (lacking !== undefined) await noteTrouble(desk, { sentence: lacking, reasons: notes.slice(1) });
  thin(place.folder, device.id, now);
  desk.announce('');
  return done({ made: name });
};

/** Keeps why none could be made, since the first time that it was so. */
async function noteTrouble(desk: Workbench, problem: Problem) {
  const { database, now } = desk.facts();
  const before = backupTroubleOf(database);
  if (before?.sentence !== problem.sentence) {
    const trouble = JSON.stringify({ since: before?.since ?? now, sentence: problem.sentence });
    await desk.changeLaptop((laptop) => laptop.keep('backupTrouble', trouble));
    desk.announce('');
  }
  return { ok: false as const, problem };
}

const show: Errand<'backups.show'> = async (desk) => {
  const { database, device } = desk.facts();
  const { folder, isUsual } = backupFolderOf(desk.settings, desk.databaseFile);
  const files = backupsIn(folder, device.id).map(({ name, madeAt }) => {
    const file = path.join(folder, name);
    const key = keyOfFile(file);
    desk.lookedInto.set(key, file);
    return { key, name, madeAt };
  });
  return done({ folder, isUsual, lastAt: lastBackupAt(database), trouble: backupTroubleOf(database), files });
};

const chooseFolder: Errand<'backups.chooseFolder'> = async (desk) => {
  const folder = await desk.dialogs.chooseFolder({ title: 'Where automatic backups go' });
  if (folder === null) return done(null);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return refuse(`${sayFolder(folder)} can’t be written to. Choose another folder.`);
  }
  return goTo(desk, folder);
};

const useUsualFolder: Errand<'backups.useUsualFolder'> = (desk) => goTo(desk, null);

/** What kept backups from being made in the folder before says nothing of this one. */
async function goTo(desk: Workbench, backupFolder: string | null) {
  try {
    changePreferences(desk.settings, { backupFolder });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return refuse('The choice could not be kept: the disk refused. Free some space, then try again.');
  }
  await desk.changeLaptop((laptop) => {
    laptop.forget('backupTrouble');
    laptop.forget('lastBackupStep');
  });
  desk.announce(backupFolder === null ? 'Backups go beside the database' : 'Backups go to the new folder from now on');
  return done(null);
}

export const backupErrands: Pick<
  Handlers,
  'backups.keep' | 'backups.show' | 'backups.chooseFolder' | 'backups.useUsualFolder'
> = {
  'backups.keep': keep,
  'backups.show': show,
  'backups.chooseFolder': chooseFolder,
  'backups.useUsualFolder': useUsualFolder,
};
