import path from 'node:path';
import { sayDate } from '../../../shared/model/dates.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import { databaseFilter } from '../../call/dialogs.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { stepOf } from '../backups/last-backup.ts';
import { noteBackup } from '../backups/note-backup.ts';
import { bringEvidenceAlong } from '../evidence/bring-along.ts';

const backUp: Errand<'desk.backUp'> = async (desk) => {
  const { today, inForce } = desk.facts();
  const program = inForce?.policy.program.name ?? 'Cohort Desk';
  const file = await desk.dialogs.saveFile({
    title: `Back up ${program} as of ${sayDate(today)}`,
    suggestedName: `${program} backup ${today}.db`,
    filters: [databaseFilter],
  });
  if (file === null) return done(null);
  const step = stepOf(desk.facts().database);
  const backedUp = await desk.backUp(file);
  if (!backedUp.ok) return backedUp;
  await noteBackup(desk, desk.facts().now, step);
  desk.announce('Backed up');
  desk.written.add(file);
  const { said, notes } = await bringEvidenceAlong(desk, file);
  return done({ file, holds: `${path.basename(file)}, checked and complete${said}`, notes });
};

const saveCopy: Errand<'desk.saveCopy'> = async (desk) => {
  const { today, inForce } = desk.facts();
  const program = inForce?.policy.program.name ?? 'Cohort Desk';
  const file = await desk.dialogs.saveFile({
    title: `Save a copy of ${program}`,
    suggestedName: `${program} saved ${today}.db`,
    filters: [databaseFilter],
  });
  if (file === null) return done(null);
  const saved = await desk.saveOpenData(file);
  if (!saved.ok) return saved;
  desk.written.add(file);
  const { said, notes } = await bringEvidenceAlong(desk, file);
  return done({
    file,
    holds: `everything in this program, ${path.basename(file)}, checked and complete${said}`,
    notes: [
      ...notes,
      `Close Cohort Desk, put this file in the place of the old one, and start again; or start with --db=“${file}”.`,
    ],
  });
};

const nameLead: Errand<'desk.nameLead'> = async (desk, { name }) => {
  await desk.changeLaptop((laptop) => (name === null ? laptop.forget('leadName') : laptop.keep('leadName', name)));
  desk.announce(name === null ? 'No one is named on this laptop now' : `${name} is now using this laptop`);
  return done(null);
};

const showFile: Errand<'desk.showFile'> = async (desk, { file }) => {
  if (!desk.written.has(file)) return refuse('Only a file that was written since the start can be shown.');
  await desk.dialogs.reveal(file);
  return done(null);
};

const holdOpen: Errand<'desk.holdOpen'> = async (desk, { because }) => {
  desk.dialogs.holdOpen?.(because);
  return done(null);
};

const closeWindow: Errand<'desk.closeWindow'> = async (desk) => {
  desk.dialogs.closeWindow?.();
  return done(null);
};

const cancel: Errand<'desk.cancel'> = async (desk) => {
  desk.cancelWork();
  return done(null);
};

export const deskErrands: Pick<
  Handlers,
  | 'desk.backUp'
  | 'desk.saveCopy'
  | 'desk.nameLead'
  | 'desk.showFile'
  | 'desk.holdOpen'
  | 'desk.closeWindow'
  | 'desk.cancel'
> = {
  'desk.backUp': backUp,
  'desk.saveCopy': saveCopy,
  'desk.nameLead': nameLead,
  'desk.showFile': showFile,
  'desk.holdOpen': holdOpen,
  'desk.closeWindow': closeWindow,
  'desk.cancel': cancel,
};
