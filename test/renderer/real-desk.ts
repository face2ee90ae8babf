import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { type Desk, openDesk } from '../../main/desk/desk.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/api.ts';
import type { DeskEvent } from '../../shared/events.ts';
import type { Result } from '../../shared/model/result.ts';
import { putNewDatabase } from '../main/new-database.ts';

/** A desk on a file of its own that all tests of a file share: they look, and change nothing. */
export interface SharedDesk {
  /** Makes a call that must go well. */
  readonly call: <Name extends CallName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;
  /** Puts the desk behind the window that a test opens. */
  readonly putOnWindow: () => void;
}

/** Opens it with a clock that stands still; it goes with the file's last test. */
export function openSharedDesk(now: string): SharedDesk {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cohort-desk-'));
  const databaseFile = path.join(folder, 'program.db');
  putNewDatabase(databaseFile);
  const listeners = new Set<(event: DeskEvent) => void>();
  const nothing = async () => null;
  const opened = openDesk({
    databaseFile,
    settings: path.join(folder, 'settings'),
    dialogs: {
      openFile: nothing,
      saveFile: nothing,
      chooseFolder: nothing,
      reveal: async () => undefined,
      open: async () => undefined,
    },
    onEvent: (event) => {
      for (const listener of [...listeners]) listener(event);
    },
    now: () => new Date(now),
  });
  if (!opened.ok) throw new Error(opened.problem.sentence);
  const { desk }: { desk: Desk } = opened;
  afterAll(async () => {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const window_ = {
    // As the real bridge, which carries values, not objects that the page could go on changing.
    call: async (name: string, input: unknown) => structuredClone(await desk.call(name, input)),
    subscribe: (listener: (event: DeskEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    platform: 'linux',
    pathOf: async () => '',
  };
  return {
    async call<Name extends CallName>(name: Name, input: InputOf<Name>) {
      const result = (await desk.call(name, input)) as Result<OutputOf<Name>>;
      if (!result.ok) throw new Error([result.problem.sentence, ...result.problem.reasons].join(' '));
      return result.value;
    },
    putOnWindow: () => Object.defineProperty(window, 'desk', { value: window_, configurable: true, writable: true }),
  };
}
