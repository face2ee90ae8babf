import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';

type OnSecond = (argv: string[], folder: string) => void;

/** One running app a user-data folder: a file with the first one's process id, and a message file from each later one. */
export class InstanceLock {
  readonly #folder: string;

  /** Takes the lock; where a living process holds it, leaves that one a message and returns `undefined`. */
  static take(folder: string, onSecond: OnSecond): InstanceLock | undefined {
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, 'pid');
    for (;;) {
      try {
        writeFileSync(file, String(process.pid), { flag: 'wx' });
        return new InstanceLock(folder, onSecond);
      } catch {
        if (isAlive(file)) {
          writeFileSync(
            path.join(folder, `${process.pid}.json`),
            JSON.stringify({ argv: process.argv, folder: process.cwd() }),
          );
          return undefined;
        }
        rmSync(file, { force: true });
      }
    }
  }

  private constructor(folder: string, onSecond: OnSecond) {
    this.#folder = folder;
    watch(folder, () => this.#readMessages(onSecond)).unref();
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  }

  #readMessages(onSecond: OnSecond): void {
    for (const name of readdirSync(this.#folder).filter((file) => file.endsWith('.json'))) {
      const file = path.join(this.#folder, name);
      try {
        const message = JSON.parse(readFileSync(file, 'utf8')) as { argv: string[]; folder: string };
        rmSync(file);
        onSecond(message.argv, message.folder);
      } catch {
        // Half written: the event for the rest of it reads it again.
      }
    }
  }
}

function isAlive(pidFile: string): boolean {
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}
