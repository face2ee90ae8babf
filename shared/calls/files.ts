import { z } from 'zod';
import { works } from '../call.ts';
import { FileKey } from '../model/backups.ts';
import type { BackupView, RecentFileView } from '../views/files.ts';
import { nothing } from './inputs.ts';

const byKey = z.strictObject({ key: FileKey });

/** The calls about which database is open; shared/api.ts has them with all others. */
export const filesCalls = {
  'files.new': works<null>().takes('Make a new, empty database and open it in place of this one', nothing),
  'files.open': works<null>().takes('Open another database in place of this one', nothing),
  'files.recent': works<readonly RecentFileView[]>().takes(
    'The databases that were opened on this laptop, the last one first',
    nothing,
    { from: 'everything' },
  ),
  'files.openRecent': works<null>().takes('Open one of the databases that were opened before', byKey),
  'files.forget': works<null>().takes('Take a database off the list of recent ones; the file itself stays', byKey),
  'files.lookAtBackup': works<BackupView | null>().takes(
    'Show what a backup holds, and what of the open database it lacks; by the key of an automatic one, or asking for a file',
    z.strictObject({ key: FileKey.nullable().default(null) }),
  ),
  'files.openBeside': works<null>().takes(
    'Open a copy of a backup that was looked at, beside the open database, which stays as it is',
    byKey,
  ),
  'files.restore': works<null>().takes(
    'Put a copy of a backup that was looked at in the place of the open database, which is kept under another name',
    byKey,
  ),
};
