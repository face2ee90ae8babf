import { type CallName, callsFrom, type InputOf, type OutputOf } from '../../shared/api.ts';
import type { DeskEvent } from '../../shared/events.ts';
import { CivilDate } from '../../shared/model/dates.ts';
import { usualPreferences } from '../../shared/model/preferences.ts';
import { done, type Result } from '../../shared/model/result.ts';
import type { DeskStatus } from '../../shared/views/desk.ts';
import type { DeskCheckView } from '../../shared/views/desk-check.ts';

/** What the main process would answer, by call. */
export type Answers = {
  readonly [Name in CallName]?: (input: InputOf<Name>) => Result<OutputOf<Name>> | Promise<Result<OutputOf<Name>>>;
};

/** One call that a screen made. */
export interface Made {
  readonly name: string;
  readonly input: unknown;
}

type Changed = Extract<DeskEvent, { kind: 'changed' }>;

/** An event as a test tells it: which calls to ask again follows from the tables. */
export type Told = Exclude<DeskEvent, Changed> | Omit<Changed, 'calls'>;

export interface FakeDesk {
  /** Every call so far, oldest first. */
  readonly calls: readonly Made[];
  /** The inputs of one call, oldest first. */
  readonly asked: <Name extends CallName>(name: Name) => readonly InputOf<Name>[];
  /** Speaks as the main process does, unasked. */
  readonly tell: (event: Told) => void;
  /** Answers differently from now on. */
  readonly answer: (more: Answers) => void;
}

/** A desk with a program, on a day of the sample year. */
export const aStatus: DeskStatus = {
  databaseFile: '/home/lead/AL-CTO/program.db',
  fileTrouble: null,
  clock: null,
  lastBackupAt: null,
  today: CivilDate.parse('2024-10-21'),
  program: { name: 'AL-CTO', title: 'Alabama Chief Technology Officer certification', zone: 'America/Chicago' },
  currentCohort: null,
  counts: {
    applicants: 68,
    needsALook: 4,
    cohorts: 6,
    sessionsToday: 0,
    graduates: 89,
    overdue: 14,
    commands: 12,
  },
  laptop: { device: 'desk-laptop', lead: 'Mara Lindqvist' },
  undo: null,
  redo: null,
};

/** A file with which all is well. */
const soundFile: DeskCheckView = {
  outcome: 'whole',
  sentence: 'The file is fine, and its log is in order.',
  next: null,
  repair: null,
  differences: [],
  more: 0,
  compared: null,
};

/** Puts a desk on the window that answers from a map, remembers what was asked, and can speak. */
export function fakeDesk(answers: Answers = {}, platform = 'linux'): FakeDesk {
  const calls: Made[] = [];
  const listeners = new Set<(event: DeskEvent) => void>();
  let known: Answers = {
    'kiosk.state': () => done(null),
    'desk.status': () => done(aStatus),
    'desk.leads': () => done({ ...aStatus.laptop, known: ['Mara Lindqvist'] }),
    'columnSets.list': () => done([]),
    'desk.holdOpen': () => done(null),
    'desk.quickCheck': () => done(soundFile),
    'preferences.show': () => done(usualPreferences),
    'preferences.columns': () => done({}),
    'preferences.keepColumns': () => done(null),
    'backups.show': () =>
      done({ folder: '/home/lead/AL-CTO/backups', isUsual: true, lastAt: null, trouble: null, files: [] }),
    'people.toCorrect': () => done([]),
    'tags.list': () => done([]),
    'notes.list': () => done([]),
    'certificates.keys': () => done({ keepsBy: 'passphrase', keys: [] }),
    ...answers,
  };
  const desk: Window['desk'] = {
    call: async (name, input) => {
      calls.push({ name, input });
      // The map's own keys are the only names it answers.
      const answer = Object.entries(known).find(([key]) => key === name)?.[1] as
        | ((input: unknown) => unknown)
        | undefined;
      if (!answer) throw new Error(`The fake desk has no answer to ${name}`);
      return answer(input);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    platform,
    pathOf: async (file) => `/home/lead/${file.name}`,
  };
  Object.defineProperty(window, 'desk', { value: desk, configurable: true, writable: true });
  return {
    calls,
    asked: <Name extends CallName>(name: Name) =>
      calls.filter((made) => made.name === name).map(({ input }) => input as InputOf<Name>),
    tell: (told) => {
      const event = told.kind === 'changed' ? { ...told, calls: callsFrom(told.tables) } : told;
      for (const listener of [...listeners]) listener(event);
    },
    answer: (more) => {
      known = { ...known, ...more };
    },
  };
}
