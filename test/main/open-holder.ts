import path from 'node:path';
import { onTestFinished } from 'vitest';
import { DeskHolder } from '../../main/desk/desk-holder.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/api.ts';
import type { DeskEvent } from '../../shared/events.ts';
import { done, type Problem, type Result, refuse } from '../../shared/model/result.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** An app without a window: one desk at a time, and another in its place when a call says so. */
export interface TestHolder {
  readonly holder: DeskHolder;
  readonly folder: string;
  readonly settings: string;
  readonly events: DeskEvent[];
  /** How often a desk was opened. */
  opened: number;
  answers: { openFile: string | null; saveFile: string | null; folder: string | null };
  now: string;
  /** Databases that another app has open. */
  readonly taken: Set<string>;
  /** What waits until the page lets it go; null: the page has nothing to lose, so that all goes at once. */
  waiting: (() => Promise<Result<null>>)[] | null;
  ask<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<Result<OutputOf<Name>>>;
  call<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  refusal<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<Problem>;
}

/** Opens the first database of an app, in a folder that goes when the test ends. */
export async function openHolder(folder = temporaryFolder(), name = 'program.db'): Promise<TestHolder> {
  const settings = path.join(folder, 'settings');
  const state: Pick<TestHolder, 'events' | 'opened' | 'answers' | 'now' | 'taken' | 'waiting'> = {
    events: [],
    opened: 0,
    answers: { openFile: null, saveFile: null, folder: null },
    now: '2024-06-03T14:00:00.000Z',
    taken: new Set(),
    waiting: null,
  };
  const holder = new DeskHolder({
    settings,
    dialogs: {
      openFile: async () => state.answers.openFile,
      saveFile: async () => state.answers.saveFile,
      chooseFolder: async () => state.answers.folder,
      reveal: async () => undefined,
      open: async () => undefined,
    },
    onEvent: (event) => state.events.push(event),
    now: () => new Date(state.now),
    reserve: async (file) => (state.taken.has(file) ? 'taken' : { close: () => undefined }),
    whenFree: async (leave) => {
      if (state.waiting === null) return leave();
      state.waiting.push(leave);
      return done(null);
    },
    onOpened: () => {
      state.opened += 1;
    },
    onLost: (problem) => {
      throw new Error(problem.sentence);
    },
  });
  const begun = await holder.begin(path.join(folder, name));
  if (begun === 'taken' || !begun.ok) throw new Error('The first database could not be opened.');
  onTestFinished(() => holder.close());
  const ask = async <Name extends CallName>(call: Name, input: InputOf<Name>) =>
    (await (holder.desk?.call(call, input) ?? refuse('No desk is open.'))) as Result<OutputOf<Name>>;
  return Object.assign(state, {
    holder,
    folder,
    settings,
    ask,
    async call<Name extends CallName>(call: Name, input: InputOf<Name>) {
      const result = await ask(call, input);
      if (!result.ok) throw new Error([result.problem.sentence, ...result.problem.reasons].join(' '));
      return result.value;
    },
    async refusal<Name extends CallName>(call: Name, input: InputOf<Name>) {
      const result = await ask(call, input);
      if (result.ok) throw new Error(`${call} was not refused.`);
      return result.problem;
    },
  });
}
