import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Desk, openDesk } from '../../main/desk/desk.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/api.ts';
import type { DeskEvent } from '../../shared/events.ts';
import type { Problem, Result } from '../../shared/model/result.ts';
import { putNewDatabase } from './new-database.ts';
import { settingsBeside } from './settings-beside.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A desk for a test, with the answers that its dialogs shall give and a clock that the test sets. */
export interface TestDesk {
  readonly desk: Desk;
  readonly databaseFile: string;
  readonly folder: string;
  readonly events: DeskEvent[];
  /** What the next dialogs answer; null cancels. */
  answers: { openFile: string | null; saveFile: string | null; folder: string | null };
  /** The wall clock, ISO. */
  now: string;
  /** Makes a call and returns its Result. */
  ask<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<Result<OutputOf<Name>>>;
  /** Makes a call that must go well, and returns its value. */
  call<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  /** Makes a call that must be refused, and returns why. */
  refusal<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<Problem>;
}

/** Opens a desk on a database of its own, in a folder that goes when the test ends. */
export function openTestDesk(databaseFile?: string): TestDesk {
  const folder = temporaryFolder();
  const file = databaseFile ?? path.join(folder, 'program.db');
  if (databaseFile === undefined) putNewDatabase(file);
  const events: DeskEvent[] = [];
  const answers: TestDesk['answers'] = { openFile: null, saveFile: null, folder: null };
  const state = { answers, now: '2024-06-03T14:00:00.000Z' };
  const opened = openDesk({
    databaseFile: file,
    settings: settingsBeside(file),
    dialogs: {
      openFile: async () => state.answers.openFile,
      saveFile: async () => state.answers.saveFile,
      chooseFolder: async () => state.answers.folder,
      reveal: async () => undefined,
      open: async () => undefined,
    },
    onEvent: (event) => events.push(event),
    now: () => new Date(state.now),
  });
  if (!opened.ok) throw new Error(opened.problem.sentence);
  const { desk } = opened;
  onTestFinished(() => desk.close());
  const ask = <Name extends CallName>(name: Name, input: InputOf<Name>) =>
    desk.call(name, input) as Promise<Result<OutputOf<Name>>>;
  return Object.assign(state, {
    desk,
    databaseFile: file,
    folder,
    events,
    ask,
    async call<Name extends CallName>(name: Name, input: InputOf<Name>) {
      const result = await ask(name, input);
      if (!result.ok) throw new Error([result.problem.sentence, ...result.problem.reasons].join(' '));
      return result.value;
    },
    async refusal<Name extends CallName>(name: Name, input: InputOf<Name>) {
      const result = await ask(name, input);
      if (result.ok) throw new Error(`${name} was not refused.`);
      return result.problem;
    },
  });
}
