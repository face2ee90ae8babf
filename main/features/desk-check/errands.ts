import { statSync } from 'node:fs';
import path from 'node:path';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { DeskCheckView } from '../../../shared/views/desk-check.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import { sayTrouble } from '../../database/errors.ts';
import { fileTrouble } from '../../database/held-files.ts';
import { cancelled } from '../../files/cancelled.ts';
import { runJob } from '../../jobs/run.ts';
import { databaseFile } from '../desk/queries.ts';
import type { DeskChecked, Thoroughness } from './check.ts';
import { sayCheck } from './say-check.ts';

/** Up to so many bytes a desk is checked whole at every start: a matter of a second, in a thread. */
const small = 64_000_000;

const check: Errand<'desk.check'> = async (desk) => {
  const label = 'Checking this desk';
  desk.progress(label, 0);
  return look(desk, 'whole', (fraction) => desk.progress(label, fraction));
};

/** No one asked for it and no one waits for it, so it says nothing of how far it is. */
const quickCheck: Errand<'desk.quickCheck'> = (desk) => {
  const size = statSync(databaseFile(desk.facts()), { throwIfNoEntry: false })?.size ?? 0;
  return look(desk, size <= small ? 'whole' : 'quick', () => undefined);
};

async function look(
  desk: Workbench,
  thoroughness: Thoroughness,
  tell: (fraction: number) => void,
): Promise<Result<DeskCheckView>> {
  const { signal } = desk;
  const { database } = desk.facts();
  const file = databaseFile(desk.facts());
  // The thread opens the name: it would check another file than the one that is open.
  const trouble = fileTrouble(database);
  if (trouble !== null) return refuse(sayTrouble(trouble, path.basename(file)));
  const job = runJob(
    'checkDesk',
    { database: file, thoroughness },
    { signal, onProgress: ({ done: so, total }) => tell(so / total) },
  );
  // SQLite looks at a table without a pause: whoever cancels need not wait until the thread has heard of it.
  const checked = await Promise.race([job, whenCancelled(signal)]);
  return checked.ok ? done(sayCheck(desk.facts(), checked.value)) : checked;
}

function whenCancelled(signal: AbortSignal): Promise<Result<DeskChecked>> {
  return new Promise((resolve) => {
    const stop = (): void => resolve(cancelled('Canceled: the check was not finished.'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

const rebuildSearch: Errand<'desk.rebuildSearch'> = async (desk) => done({ people: await desk.rebuildSearch() });

export const deskCheckErrands: Pick<Handlers, 'desk.check' | 'desk.quickCheck' | 'desk.rebuildSearch'> = {
  'desk.check': check,
  'desk.quickCheck': quickCheck,
  'desk.rebuildSearch': rebuildSearch,
};
