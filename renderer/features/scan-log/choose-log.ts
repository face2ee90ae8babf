import { call } from '../../kit/client.ts';
import { sayRefused } from '../../kit/toast-store.ts';
import { useScanLog } from './store.ts';

let reading = false;

/** Asks for a scanner log, or takes the one that was dropped, and reads it; nothing is saved yet. */
export async function chooseLog(file: string | null = null): Promise<void> {
  // A second dialog behind the first would be lost.
  if (reading) return;
  reading = true;
  try {
    const result = await call('scanLog.read', { file });
    if (!result.ok) sayRefused(result.problem);
    else if (result.value) useScanLog.getState().take(result.value);
  } finally {
    reading = false;
  }
}

/** Whether a dropped file is a scanner log. Whatever can’t be told is left to the import of lists. */
export async function isScanLog(file: string): Promise<boolean> {
  const result = await call('scanLog.recognise', { file });
  return result.ok && result.value;
}
