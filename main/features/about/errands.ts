import { statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { done } from '../../../shared/model/result.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { latestVersion } from '../../database/migrate.ts';
import { backupTroubleOf, lastBackupAt } from '../backups/last-backup.ts';
import { cloudDriveOf } from '../files/cloud-folder.ts';
import { libraries } from './libraries.ts';

/** Tables whose rows a helper counts: how much there is, and nothing of whom. */
const counted = [
  'person',
  'cohort',
  'application',
  'participant',
  'attendanceEvent',
  'certificate',
  'logCommand',
] as const;

const show: Errand<'about.show'> = async (desk) => {
  const { database, device } = desk.facts();
  const { version } = desk;
  const size = statSync(desk.databaseFile, { throwIfNoEntry: false })?.size ?? 0;
  const counts = counted.map((table) => {
    const found = database.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
    return `${table} ${found}`;
  });
  const drive = cloudDriveOf(desk.databaseFile);
  const forAHelper = [
    `Cohort Desk ${version}`,
    `System: ${os.platform()} ${os.release()} (${os.arch()})`,
    `Node ${process.versions.node}, Electron ${process.versions.electron ?? 'none'}, Chromium ${process.versions.chrome ?? 'none'}`,
    `Memory: ${Math.round(os.totalmem() / 2 ** 20)} MB, ${Math.round(os.freemem() / 2 ** 20)} MB free`,
    // The folder's and the file's own names may be someone's.
    `Database: a ${path.extname(desk.databaseFile) || 'nameless'} file of ${Math.round(size / 1024)} KB, tables version ${latestVersion}`,
    `Rows: ${counts.join(', ')}`,
    `Laptop: ${device.letter}, ${device.because}`,
    `Cloud drive: ${drive ?? 'none seen'}`,
    `Last good backup: ${lastBackupAt(database) ?? 'none'}${backupTroubleOf(database) === null ? '' : ', and none can be made now'}`,
  ];
  return done({ version, databaseFile: desk.databaseFile, forAHelper, libraries });
};

export const aboutErrands: Pick<Handlers, 'about.show'> = { 'about.show': show };
