import { statSync } from 'node:fs';
import path from 'node:path';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { DeskCheckView } from '../../../shared/views/desk-check.ts';
import { databaseFile } from '../../call/database-file.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import { sayTrouble } from '../../database/errors.ts';
import { fileTrouble } from '../../database/held-files.ts';
import { cancelled } from '../../files/cancelled.ts';
import { runJob } from '../../jobs/run.ts';
import type { DeskChecked, Thoroughness } from './check.ts';
import type { FilesLookedAt } from './evidence-files.ts';
import { copyBeforeRestoring, rowsToRestore } from './restore.ts';
import { sayCheck } from './say-check.ts';

/** Up to so many bytes a desk is checked whole at every start: a matter of a second, in a thread. */
const small = 64_000_000;

const check: Errand<'desk.check'> = async (desk) => {
  const label = 'Checking this desk';
  desk.progress(label, 0);
  return look(desk, 'whole', 'bytes', (fraction) => desk.progress(label, fraction));
};

/** No one asked for it and no one waits for it, so it says nothing of how far it is. */
const quickCheck: Errand<'desk.quickCheck'> = (desk) => {
  const size = statSync(databaseFile(desk.facts()), { throwIfNoEntry: false })?.size ?? 0;
  return look(desk, size <= small ? 'whole' : 'quick', 'size', () => undefined);
};

async function look(
  desk: Workbench,
  thoroughness: Thoroughness,
  files: FilesLookedAt,
  tell: (fraction: number) => void,
): Promise<Result<DeskCheckView>> {
  const checked = await lookInThread(desk, thoroughness, files, tell);
  return checked.ok ? done(sayCheck(desk.facts(), checked.value)) : checked;
}

async function lookInThread(
  desk: Workbench,
  thoroughness: Thoroughness,
  files: FilesLookedAt,
  tell: (fraction: number) => void,
): Promise<Result<DeskChecked>> {
  const { signal } = desk;
  const { database } = desk.facts();
  const file = databaseFile(desk.facts());
  // The thread opens the name: it would check another file than the one that is open.
  const trouble = fileTrouble(database);
  if (trouble !== null) return refuse(sayTrouble(trouble, path.basename(file)));
  const job = runJob(
    'checkDesk',
    { database: file, thoroughness, files },
    { signal, onProgress: ({ done: so, total }) => tell(so / total) },
  );
  // SQLite looks at a table without a pause: whoever cancels need not wait until the thread has heard of it.
  return Promise.race([job, whenCancelled(signal)]);
}

function whenCancelled(signal: AbortSignal): Promise<Result<DeskChecked>> {
  return new Promise((resolve) => {
    const stop = (): void => resolve(cancelled('Canceled: the check was not finished.'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

const rebuildSearch: Errand<'desk.rebuildSearch'> = async (desk) => done({ people: await desk.rebuildSearch() });

/**
 * Sets records that another program changed back to what the log says. Only where the log itself is as its laptops sealed
 * it, since it is then the better witness; and never before the file as it is now has been copied.
 */
const restoreRecords: Errand<'desk.restoreRecords'> = async (desk) => {
  const label = 'Restoring records from the log';
  const tellThird = (third: 0 | 1) => (fraction: number) => desk.progress(label, (third + fraction) / 3);
  const before = await lookInThread(desk, 'whole', 'size', tellThird(0));
  const found = before.ok ? rowsToRestore(before.value) : before;
  if (!found.ok) return found;
  const copy = copyBeforeRestoring(databaseFile(desk.facts()), desk.facts().today);
  const copied = await desk.backUp(copy, { asItIs: true });
  if (!copied.ok) return copied;
  const restored = await desk.restoreRows(label, async () => {
    // Again, now that no one can write: meanwhile more may have been changed.
    const now = await lookInThread(desk, 'whole', 'size', tellThird(1));
    return now.ok ? rowsToRestore(now.value) : now;
  });
  return restored.ok ? done({ records: restored.value, copy }) : restored;
};

export const deskCheckErrands: Pick<
  Handlers,
  'desk.check' | 'desk.quickCheck' | 'desk.rebuildSearch' | 'desk.restoreRecords'
> = {
  'desk.check': check,
  'desk.quickCheck': quickCheck,
  'desk.rebuildSearch': rebuildSearch,
  'desk.restoreRecords': restoreRecords,
};
