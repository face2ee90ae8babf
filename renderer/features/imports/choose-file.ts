import { type ImportKind, mostPasted } from '../../../shared/model/imports.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { ImportReading } from '../../../shared/views/imports.ts';
import { confirm } from '../../kit/ask.tsx';
import { call } from '../../kit/client.ts';
import { sayRefused } from '../../kit/toast-store.ts';
import { useImport } from './store.ts';

let reading = false;

/** Asks for a file, or takes the one that was dropped, and reads it; nothing is saved yet. */
export async function chooseFile(file: string | null = null): Promise<void> {
  // A second dialog behind the first would be lost.
  if (file === null && reading) return;
  await take(() => call('imports.read', { file }));
}

/** Reads what was copied in a spreadsheet and pasted. */
export async function takePasted(text: string): Promise<void> {
  if (text.length > mostPasted) {
    say('That is too much to paste at once. Save the sheet as a file, and choose that file.');
    return;
  }
  await take(() => call('imports.readText', { text }));
}

async function take(read: () => Promise<Result<ImportReading | null>>): Promise<void> {
  if (reading) {
    say('Another file is being chosen or read. Wait until it is ready, then try again.');
    return;
  }
  const { importing, touched, reading: before } = useImport.getState();
  if (importing) {
    say('An import is running. Wait until it is done, then choose the next file.');
    return;
  }
  reading = true;
  try {
    if (before && touched && !(await mayLetGo(before))) return;
    const result = await read();
    if (!result.ok) sayRefused(result.problem);
    else if (result.value) useImport.getState().take(result.value);
  } finally {
    reading = false;
  }
}

const mayLetGo = ({ file }: ImportReading): Promise<boolean> =>
  confirm({
    title: `Leave “${file}”?`,
    sentence: 'Your choices for its sheets and columns are discarded. Nothing was saved from it.',
    action: 'Choose another file',
  });

/** Takes the file that was read for the other kind, and guesses its columns again. */
export async function takeAs(kind: ImportKind): Promise<void> {
  const { reading: now, take: show } = useImport.getState();
  if (!now || now.kind === kind) return;
  const result = await call('imports.read', { readingId: now.readingId, kind });
  if (!result.ok) sayRefused(result.problem);
  else if (result.value) show(result.value);
}

const say = (sentence: string): void => sayRefused({ sentence, reasons: [] });
