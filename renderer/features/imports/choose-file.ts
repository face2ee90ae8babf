import type { ImportKind } from '../../../shared/model/imports.ts';
import { call } from '../../client.ts';
import { sayRefused } from '../../frame/toast-store.ts';
import { useImport } from './store.ts';

let reading = false;

/** Asks for a file, or takes the one that was dropped, and reads it; nothing is written yet. */
export async function chooseFile(file: string | null = null): Promise<void> {
  // A second dialog behind the first would be lost.
  if (reading) return;
  reading = true;
  try {
    const result = await call('imports.read', { file });
    if (!result.ok) sayRefused(result.problem);
    else if (result.value) useImport.getState().take(result.value);
  } finally {
    reading = false;
  }
}

/** Takes the file that was read for the other kind, and guesses its columns anew. */
export async function takeAs(kind: ImportKind): Promise<void> {
  const { reading: now, take } = useImport.getState();
  if (!now || now.kind === kind) return;
  const result = await call('imports.read', { readingId: now.readingId, kind });
  if (!result.ok) sayRefused(result.problem);
  else if (result.value) take(result.value);
}
