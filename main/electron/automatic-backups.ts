import { app } from 'electron';
import type { Desk } from '../desk/desk.ts';

/** How often it is looked whether a backup is due, in milliseconds. */
const LOOK_EVERY = 60_000;

/** Makes what backup is due, by the rule in `rules/backups`. A bug there must not keep the app from ending. */
export async function keepBackup(desk: Desk | null, leaving: boolean, report: (error: unknown) => void): Promise<void> {
  try {
    await desk?.callAsOwner('backups.keep', { leaving });
  } catch (error) {
    report(error);
  }
}

/** Looks from time to time whether a backup is due, as long as the app runs. */
export function watchBackups(desk: () => Desk | null, report: (error: unknown) => void): void {
  setInterval(() => void keepBackup(desk(), false, report), LOOK_EVERY).unref();
}

/** What holds the end of the app back until the last backup is made. */
export class LastBackup {
  #state: 'working' | 'leaving' | 'done' = 'working';

  /** Whether the app may end now; where not, it ends by itself once the backup is made. */
  mayEnd(desk: Desk | null, report: (error: unknown) => void): boolean {
    if (this.#state === 'done' || desk === null) return true;
    if (this.#state === 'leaving') return false;
    this.#state = 'leaving';
    void keepBackup(desk, true, report).then(() => {
      if (this.#state !== 'leaving') return;
      this.#state = 'done';
      app.quit();
    });
    return false;
  }

  /** Someone starts the app again before it has ended: it goes on. */
  callOff(): void {
    this.#state = 'working';
  }
}
