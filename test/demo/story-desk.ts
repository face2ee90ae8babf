import { openDesk } from '../../main/desk/desk.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/api.ts';
import type { Result } from '../../shared/model/result.ts';
import { settingsBeside } from '../main/settings-beside.ts';

/** What the next dialogs answer. */
interface Answers {
  readonly openFile?: string;
  readonly saveFile?: string;
  readonly folder?: string;
}

/** A desk that the story talks to: a clock, the answers of its dialogs, and calls that must go well. */
export interface StoryDesk {
  setNow(moment: string): void;
  answer(dialog: Answers): void;
  call<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  close(): Promise<void>;
}

/** Opens a desk whose clock and dialogs the story sets. */
export function openStoryDesk(databaseFile: string): StoryDesk {
  let now = new Date();
  let answers: Answers = {};
  const opened = openDesk({
    databaseFile,
    settings: settingsBeside(databaseFile),
    dialogs: {
      openFile: async () => answers.openFile ?? null,
      saveFile: async () => answers.saveFile ?? null,
      chooseFolder: async () => answers.folder ?? null,
      reveal: async () => undefined,
      open: async () => undefined,
    },
    onEvent: () => undefined,
    now: () => now,
  });
  if (!opened.ok) throw new Error(opened.problem.sentence);
  const { desk } = opened;
  return {
    setNow: (moment) => {
      now = new Date(moment);
    },
    answer: (next) => {
      answers = next;
    },
    async call<Name extends CallName>(name: Name, input: InputOf<Name>) {
      const result = (await desk.call(name, input)) as Result<OutputOf<Name>>;
      if (!result.ok) throw new Error(`${name}: ${[result.problem.sentence, ...result.problem.reasons].join(' ')}`);
      return result.value;
    },
    close: () => desk.close(),
  };
}
