import { setImmediate } from 'node:timers/promises';

/** How far a long piece of work is: so many of so many rows or pages. */
export interface WorkProgress {
  readonly done: number;
  readonly total: number;
}

/** What every long piece of work takes: how to stop it, and whom to tell how far it is. */
export interface WorkOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: WorkProgress) => void) | undefined;
}

/** Lets the thread hear a Cancel between two pieces of work. Throws the signal's reason once it is cancelled. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}
