import type { CallName, InputOf, OutputOf } from '../../shared/api.ts';
import type { DeskEvent } from '../../shared/events.ts';
import { type Result, refuse } from '../../shared/model/result.ts';

/** What the preload script puts on the window, and all that a screen can reach outside itself. */
interface DeskBridge {
  readonly call: (name: string, input: unknown) => Promise<unknown>;
  readonly subscribe: (listener: (event: DeskEvent) => void) => () => void;
  /** Node's name of the system: `darwin`, `win32`, `linux`. */
  readonly platform: string;
  /** Where a file lies that was chosen, pasted or dropped; the app may read it from now on. Empty: it is not from the disk. */
  readonly pathOf: (file: File) => Promise<string>;
}

declare global {
  interface Window {
    readonly desk: DeskBridge;
  }
}

/** Makes one call of shared/api.ts. A fault inside the main process comes back as a refusal too, so that nothing is silent. */
export async function call<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<Result<OutputOf<Name>>> {
  try {
    // The one place where the screens trust the main process's types: its handlers are checked against the same api.
    return (await window.desk.call(name, input)) as Result<OutputOf<Name>>;
  } catch (error) {
    console.error(name, error);
    const said = error instanceof Error ? error.message : String(error);
    return refuse('Something went wrong inside Cohort Desk, and this was not done. Try again.', [said]);
  }
}

type Listener = (event: DeskEvent) => void;
const listeners = new Set<Listener>();
let leaveBridge: (() => void) | null = null;

/** Hears what the main process tells unasked; gives back how to stop. All listeners share one line to the bridge. */
export function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  leaveBridge ??= window.desk.subscribe((event) => {
    for (const each of [...listeners]) each(event);
  });
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    leaveBridge?.();
    leaveBridge = null;
  };
}
