import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Instant } from '../../../shared/model/dates.ts';
import type { Workbench } from '../../call/handler.ts';

/** Keeps that a good backup was made, with the last command that it holds. */
export async function noteBackup(desk: Workbench, at: Instant, step: number): Promise<void> {
  // In its turn, as other notes; but a backup during a long command is done before that is.
  const noted = desk
    .changeLaptop((laptop) => {
      laptop.keep('lastBackupAt', at);
      laptop.keep('lastBackupStep', String(step));
      laptop.forget('backupTrouble');
    })
    .catch(() => undefined);
  await Promise.race([noted, nextTurn()]);
}
