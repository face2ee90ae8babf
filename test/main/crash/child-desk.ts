import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Desk, openDesk } from '../../../main/desk/desk.ts';
import { settingsBeside } from '../settings-beside.ts';

/** Opens the desk of a process that is going to be killed: no one answers a dialog, and no one hears an event. */
export function openChildDesk(databaseFile: string): Desk {
  const opened = openDesk({
    databaseFile,
    settings: settingsBeside(databaseFile),
    dialogs: {
      openFile: async () => null,
      saveFile: async () => null,
      chooseFolder: async () => null,
      reveal: async () => {},
      open: async () => {},
    },
    onEvent: () => undefined,
  });
  if (!opened.ok) throw new Error(opened.problem.sentence);
  return opened.desk;
}

/** Tells the test a line. It is in the pipe when this returns: what was said before a kill is heard after it. */
export function say(line: string): void {
  writeSync(1, `${line}\n`);
}

/** Calls back before each statement that this process runs to change the database, its BEGIN and COMMIT included. */
export function beforeEachWrite(notice: () => void): void {
  const memory = new Database(':memory:');
  for (const [prototype, name] of [
    [Object.getPrototypeOf(memory.prepare('SELECT 1')), 'run'],
    [Database.prototype, 'exec'],
  ] as const) {
    const original: unknown = Reflect.get(prototype, name);
    if (typeof original !== 'function') throw new Error(`better-sqlite3 has no “${name}”.`);
    Reflect.set(prototype, name, function (this: unknown, ...values: unknown[]): unknown {
      notice();
      return Reflect.apply(original, this, values);
    });
  }
  memory.close();
}
