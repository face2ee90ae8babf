import type { CallName, InputOf, OutputOf } from '../../shared/api.ts';
import type { Result } from '../../shared/model/result.ts';
import type { WrittenFile } from '../../shared/views/page.ts';
import { call } from './client.ts';
import { sayDone, sayRefused } from './toast-store.ts';

/**
 * Does something a person asked for: a refusal is shown with its reasons, and what was done shows by itself with
 * Undo, because every command on disk is announced. Screens use `call` instead where they show a refusal in place.
 */
export async function perform<Name extends CallName>(
  name: Name,
  input: InputOf<Name>,
): Promise<Result<OutputOf<Name>>> {
  const result = await call(name, input);
  if (!result.ok) sayRefused(result.problem);
  return result;
}

/** The calls that write a file which the person chooses; null where the person thought better of it. */
export type FileCallName = {
  [Name in CallName]: WrittenFile extends OutputOf<Name> ? Name : never;
}[CallName];

const baseName = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;

/** Writes a file and says what it holds, with a way to its folder. */
export async function writeFile<Name extends FileCallName>(name: Name, input: InputOf<Name>): Promise<void> {
  const result = await perform(name, input);
  if (!result.ok) return;
  const written: WrittenFile | null = result.value;
  if (written === null) return;
  const { file, holds, notes } = written;
  sayDone([`Saved ${holds} to ${baseName(file)}.`, ...notes].join(' '), {
    label: 'Show in folder',
    run: () => void perform('desk.showFile', { file }),
  });
}
