import type { Api, CallName, InputOf, OutputOf, ParsedInputOf } from '../../shared/api.ts';
import type { PaperCallName } from '../../shared/calls/papers.ts';
import type { FileKey } from '../../shared/model/backups.ts';
import type { Spreadsheet } from '../../shared/model/imports.ts';
import type { Preferences } from '../../shared/model/preferences.ts';
import type { Result } from '../../shared/model/result.ts';
import type { LaptopKey } from '../database/laptop.ts';
import type { PlacedCopy } from '../database/place-copy.ts';
import type { Deciding, Decision } from '../log/change.ts';
import type { RowName } from '../log/settle.ts';
import type { DatabaseSwitch } from './database-switch.ts';
import type { Dialogs } from './dialogs.ts';
import type { Facts } from './facts.ts';
import type { KeyKeeping } from './key-keeping.ts';
import type { Papers } from './open-papers.ts';
import type { PreviewedPaper, WritePaper } from './paper-out.ts';

/** Answers a call that reads: from facts alone, at once. */
export type Query<Name extends CallName> = (facts: Facts, input: ParsedInputOf<Name>) => Result<OutputOf<Name>>;

/** Answers a call that writes: decides what to change, and never changes it. */
export type Command<Name extends CallName> = (facts: Facts, input: ParsedInputOf<Name>) => Decision<OutputOf<Name>>;

/** Answers a call that touches files or takes long. */
export type Errand<Name extends CallName> = (
  desk: Workbench,
  input: ParsedInputOf<Name>,
) => Promise<Result<OutputOf<Name>>>;

/** The handler that a call must have, by its kind. */
type HandlerOf<Name extends CallName> = Api[Name]['kind'] extends 'reads'
  ? Query<Name>
  : Api[Name]['kind'] extends 'writes'
    ? Command<Name>
    : Errand<Name>;

/** One handler for every call: a missing or an extra one does not compile. */
export type Handlers = { readonly [Name in CallName]: HandlerOf<Name> };

/** What this laptop alone remembers; it is in no log and never merged. */
interface LaptopNotes {
  readonly read: (key: LaptopKey) => string | null;
  readonly keep: (key: LaptopKey, value: string) => void;
  readonly forget: (key: LaptopKey) => void;
}

/** What an errand works with. */
export interface Workbench {
  /** The facts of this moment. */
  readonly facts: () => Facts;
  readonly dialogs: Dialogs;
  /**
   * Whether the caller may name this file to be read: the window's page only what a person chose or dropped, a terminal any.
   * What a dialog answers needs no asking.
   */
  readonly mayRead: (file: string) => boolean;
  /** The file of the open database. */
  readonly databaseFile: string;
  /** The folder of the app's settings on this laptop. */
  readonly settings: string;
  /** The version of the app. */
  readonly version: string;
  /** Whatever shows the desk follows what someone chose on this laptop. */
  readonly preferencesChanged: (preferences: Preferences) => void;
  /** How another database takes this one's place; null: none can, as at a terminal. */
  readonly databases: DatabaseSwitch | null;
  /** Aborts when the person cancels or the app closes. */
  readonly signal: AbortSignal;
  /** Says how far the work has come, from 0 to 1; null where no one can know. */
  readonly progress: (label: string, fraction: number | null) => void;
  /** Makes another call, through the same gate. */
  readonly call: <Name extends CallName>(name: Name, input: InputOf<Name>) => Promise<Result<OutputOf<Name>>>;
  /** Makes another call that asks for a file to read, answered with this one: how the app reads what it brings along. */
  readonly callWithFile: <Name extends CallName>(
    name: Name,
    input: InputOf<Name>,
    file: string,
  ) => Promise<Result<OutputOf<Name>>>;
  /** Makes a paper with another call into a file of the app’s own, to be looked at; the gate looks at its input as at any other. */
  readonly callForPreview: (
    name: PaperCallName,
    input: unknown,
    file: string,
  ) => Promise<Result<PreviewedPaper | null>>;
  /** Whether what is made will be looked at, and then printed: a list is made as pages. */
  readonly isForPreview: boolean;
  /** Writes a paper where whoever asked for it wants it: in a file that they name, or to be looked at first. */
  readonly writePaper: WritePaper;
  /** Writes one command, with progress and Cancel. */
  readonly commit: <Value>(
    label: string,
    decide: (facts: Facts) => Decision<Value> | Deciding<Value>,
  ) => Promise<Result<Value>>;
  /** Spreadsheets that were read and wait for their import, by reading id. */
  readonly readings: Map<string, Spreadsheet>;
  /** The papers that someone looks at before they are printed. */
  readonly papers: Papers;
  /** Where this laptop keeps the private part of the program’s key. */
  readonly keys: KeyKeeping;
  /** Files that were written since the start: the only ones that may be shown. */
  readonly written: Set<string>;
  /** Reads and changes what this laptop alone remembers, in one step between two commands. */
  readonly changeLaptop: <Value>(step: (laptop: LaptopNotes) => Value) => Promise<Value>;
  /** Tells the screens of something that changed no record: what shows the laptop or the log asks again. */
  readonly announce: (label: string) => void;
  /** Cancels the work that is running, this one too. */
  readonly cancelWork: () => void;
  /** Writes a checked copy of the database, in a thread, with progress and Cancel. */
  readonly backUp: (
    file: string,
    options?: { readonly asItIs?: boolean; readonly isQuiet?: boolean },
  ) => Promise<Result<PlacedCopy>>;
  /** Databases and backups that the window was told of since the start: the only ones that it may name, by their keys. */
  readonly lookedInto: Map<FileKey, string>;
  /** The same of what this desk holds open, where the database's own file has gone. */
  readonly saveOpenData: (file: string) => Promise<Result<PlacedCopy>>;
  /** Makes the index of names again from the people, between two commands; gives back how many people. */
  readonly rebuildSearch: () => Promise<number>;
  /** Sets rows back to what the log says, all or none; `find` says which, while no one can write. */
  readonly restoreRows: (label: string, find: () => Promise<Result<readonly RowName[]>>) => Promise<Result<number>>;
  /** A file that the app brings along, under resources/. */
  readonly resource: (relative: string) => string;
}
