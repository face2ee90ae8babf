import { useEffect } from 'react';
import type { CommandId } from '../../shared/model/ids.ts';
import { call, subscribe } from './client.ts';
import { useStatusStore } from './status-store.ts';
import { sayDone, sayRefused, useToasts } from './toast-store.ts';

const ownWords = (ownWords: boolean) => useToasts.setState({ ownWords });

let underWay = false;

/** Takes back or does again one step at a time: of a long one a second press would take back another than was meant. */
async function alone(step: () => Promise<void>): Promise<void> {
  if (underWay) return;
  underWay = true;
  try {
    await step();
  } finally {
    underWay = false;
  }
}

/** Takes a command back: the one named, or the last. The toast says what was undone. */
export const undo = (commandId: CommandId | null = null): Promise<void> => alone(() => takeBack(commandId));

async function takeBack(commandId: CommandId | null): Promise<void> {
  ownWords(true);
  const result = await call('history.undo', { commandId });
  if (result.ok) {
    useToasts.getState().show({
      kind: 'undone',
      text: result.value.label,
      action: { label: 'Redo', keys: 'Mod+Shift+Z', run: () => void redo() },
    });
    return;
  }
  ownWords(false);
  sayRefused(result.problem);
}

/** A change that was undone, and what took it back. */
interface TakenBack {
  readonly commandId: CommandId;
  readonly undoneBy: CommandId;
}

/** Does again what was undone: the step named, or the last. */
export const redo = (step: TakenBack | null = null): Promise<void> => alone(() => doAgain(step));

async function doAgain(step: TakenBack | null): Promise<void> {
  ownWords(true);
  const again = step?.commandId ?? useStatusStore.getState().status?.redo?.commandId ?? null;
  const result = step ? await call('history.undo', { commandId: step.undoneBy }) : await call('history.redo', {});
  if (result.ok) {
    sayDone(result.value.label, { label: 'Undo', keys: 'Mod+Z', run: () => void undo(again) });
    return;
  }
  ownWords(false);
  sayRefused(result.problem);
}

/** Asks for the desk's status after every command and says what it did, with Undo beside it; the app mounts it once. */
export function useAnnouncements(): void {
  useEffect(() => {
    const { refresh } = useStatusStore.getState();
    void refresh();
    return subscribe((event) => {
      if (event.kind !== 'changed') return;
      void refresh();
      if (useToasts.getState().ownWords) ownWords(false);
      else announce(event.label, event.commandId, event.clock ?? null);
    });
  }, []);
}

/** Undo names its command, so that a toast never takes back what was done after it. */
const announce = (label: string, commandId: CommandId | null, clock: string | null): void =>
  sayDone(
    clock === null ? label : `${label}. ${clock}`,
    commandId && { label: 'Undo', keys: 'Mod+Z', run: () => void undo(commandId) },
  );
