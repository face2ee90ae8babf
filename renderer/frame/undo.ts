import { useEffect } from 'react';
import type { CommandId } from '../../shared/model/ids.ts';
import type { DeskStatus } from '../../shared/views/desk.ts';
import { call, subscribe } from '../client.ts';
import { useStatusStore } from './status-store.ts';
import { sayDone, sayRefused, useToasts } from './toast-store.ts';

const ownWords = (ownWords: boolean) => useToasts.setState({ ownWords });

/** Takes a command back: the one named, or the last. The toast says what was undone. */
export async function undo(commandId: CommandId | null = null): Promise<void> {
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

/** Does again what was taken back last. */
export async function redo(): Promise<void> {
  ownWords(true);
  const result = await call('history.redo', {});
  if (result.ok) {
    sayDone(result.value.label, { label: 'Undo', keys: 'Mod+Z', run: () => void undo() });
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
      const asked = refresh();
      if (useToasts.getState().ownWords) {
        ownWords(false);
        return;
      }
      void asked.then((status) => announce(event.label, status));
    });
  }, []);
}

function announce(label: string, status: DeskStatus | null): void {
  // Undo names its command, so that a toast never takes back what was done after it.
  const last = status?.undo?.label === label ? status.undo.commandId : null;
  sayDone(label, last && { label: 'Undo', keys: 'Mod+Z', run: () => void undo(last) });
}
