import { z } from 'zod';
import { works } from '../call.ts';
import type { BackupsView } from '../views/backups.ts';
import { nothing } from './inputs.ts';

/** The calls about automatic backups; shared/api.ts has them with all others. */
export const backupsCalls = {
  'backups.keep': works<{ readonly made: string | null }>().takes(
    'Make an automatic backup where one is due: after an hour of work, or with leaving for whatever was done since the last',
    z.strictObject({ leaving: z.boolean().default(false) }),
  ),
  'backups.show': works<BackupsView>().takes(
    'Where automatic backups go, which are there, and whether one could be made',
    nothing,
    { from: 'everything' },
  ),
  'backups.chooseFolder': works<null>().takes(
    'Choose the folder for automatic backups, which may be on another disk or a stick',
    nothing,
  ),
  'backups.useUsualFolder': works<null>().takes('Keep automatic backups beside the database again', nothing),
};
