import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CallName, InputOf, OutputOf } from '../../shared/api.ts';
import { api, callsFrom, isCallName } from '../../shared/api.ts';
import type { DeskEvent } from '../../shared/events.ts';
import { instantOf } from '../../shared/model/dates.ts';
import type { Device } from '../../shared/model/devices.ts';
import type { Spreadsheet } from '../../shared/model/imports.ts';
import { done, type Problem, type Result, refuse } from '../../shared/model/result.ts';
import { tableNames } from '../../shared/model/tables.ts';
import { ApprovedFiles } from '../call/approved-files.ts';
import type { Dialogs } from '../call/dialogs.ts';
import { Cache, type Facts, factsOf } from '../call/facts.ts';
import type { Workbench } from '../call/handler.ts';
import { idSource } from '../call/new-id.ts';
import { Papers, sweepPapers } from '../call/open-papers.ts';
import { progressReporter } from '../call/progress.ts';
import { checkpointsDone } from '../database/commit-large.ts';
import { deviceIn, rememberSteps } from '../database/device.ts';
import { explainStorageError, sayMoved } from '../database/errors.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/handles.ts';
import { movedFile } from '../database/held-files.ts';
import { forgetOnLaptop, malformedNotes, noteOnLaptop } from '../database/laptop.ts';
import { openDatabase, openForReading } from '../database/open.ts';
import type { PlacedCopy } from '../database/place-copy.ts';
import { asKioskHears, isKioskCall, kioskNote } from '../features/kiosk/lock.ts';
import { protect } from '../files/open-databases.ts';
import { sweepWorkplaces, Workplaces } from '../files/workplaces.ts';
import { endJobs } from '../jobs/run.ts';
import type { Deciding, Decision } from '../log/change.ts';
import { type Committed, commit, type World } from '../log/commit.ts';
import { rebuildSearch } from '../log/rebuild-search.ts';
import { completeNameIndex } from '../log/search.ts';
import { backUpInThread, copyOpenData } from './copies.ts';
import { handlers } from './handlers.ts';
import { brokenText, sayIssues, sayWhatIsWanted } from './input-problem.ts';
import { notedDialogs } from './noted-dialogs.ts';
import { resource } from './resource.ts';

export interface DeskOptions {
  readonly databaseFile: string;
  /** The folder of the app's settings, where this laptop remembers who it is; it is made where it is missing. */
  readonly settings: string;
  readonly dialogs: Dialogs;
  readonly onEvent: (event: DeskEvent) => void;
  /** The clock; a test sets its own. */
  readonly now?: () => Date;
  /** Ids for new rows; a test sets its own. UUIDv7 otherwise. */
  readonly newId?: () => string;
  /** Who makes the changes, as at a terminal; left out: the lead who is named at this laptop. */
  readonly who?: string | undefined;
  /** Hears of what was put right by itself, for a log that a developer reads. */
  readonly onNotice?: (text: string) => void;
}

/** How often the desk looks whether its database is still in its place while nobody changes anything, in milliseconds. */
const LOOK_EVERY = 2_000;

/** The open program: one database and the calls on it. Both the window and the terminal talk to it. */
export interface Desk {
  /** The gate: an unknown name or a malformed input is refused, never passed on. Always resolves to a Result. */
  call(name: string, input: unknown): Promise<Result<unknown>>;
  /** The same for whoever has the laptop's own account, such as a terminal: a kiosk does not hold it. */
  callAsOwner(name: string, input: unknown): Promise<Result<unknown>>;
  /**
   * Lets the window's page read this file from now on. Only for what a person chose or dropped: whoever calls this
   * vouches for that. False: this laptop is a kiosk, and reads nothing.
   */
  approve(file: string): boolean;
  /** Whether this laptop is a kiosk now. */
  isKiosk(): boolean;
  /** Stops what runs and closes the database at once; resolves when the threads of errands have ended too. */
  close(): Promise<void>;
}

/** Who makes a call: how they are asked, and which files they may name. */
interface Caller {
  readonly dialogs: Dialogs;
  readonly mayRead: (file: string) => boolean;
}

/** Opens a database and everything that works on it; refuses a file that can't be used, with a sentence. */
export function openDesk(options: DeskOptions): { ok: true; desk: Desk } | { ok: false; problem: Problem } {
  const opened = openDatabase(options.databaseFile);
  if (!opened.ok) return opened;
  const newId = options.newId ?? idSource();
  try {
    const device = deviceIn(opened.value, options.settings, newId);
    return { ok: true, desk: new OpenDesk(opened.value, options, newId, device) };
  } catch (error) {
    opened.value.close();
    const ofSettings = error instanceof Error && 'path' in error;
    const explained = explainStorageError(error, path.basename(ofSettings ? options.settings : options.databaseFile));
    if (explained) return explained;
    throw error;
  }
}

class OpenDesk implements Desk {
  readonly #writer: WritableDatabase;
  readonly #reader: ReadableDatabase & { close(): void };
  readonly #options: DeskOptions;
  readonly #world: World;
  readonly #cache = new Cache();
  readonly #readings = new Map<string, Spreadsheet>();
  readonly #written = new Set<string>();
  readonly #papers = new Papers();
  readonly #approved = new ApprovedFiles();
  readonly #errands = new Set<AbortController>();
  readonly #workplaces: Workplaces;
  readonly #dialogs: Dialogs;
  readonly #protection: { release(): void };
  readonly #watch: NodeJS.Timeout;
  /** Whether the database's file was in its place when last looked at. */
  #wasMoved = false;
  /** What killed processes left is being removed. */
  readonly #sweeping: Promise<unknown>;
  /** The last command's place in the log, to notice what another process wrote. */
  #seen = 0;
  /** Commands go one after another: the writer's connection is in at most one transaction. */
  #turn: Promise<unknown> = Promise.resolve();
  /** Whether it was a kiosk when last looked at: a terminal may change it. */
  #wasKiosk: boolean;

  constructor(writer: WritableDatabase, options: DeskOptions, newId: () => string, device: Device) {
    this.#writer = writer;
    this.#options = options;
    const now = options.now ?? (() => new Date());
    this.#world = { now: () => instantOf(now()), newId, who: options.who, device };
    for (const key of malformedNotes(writer)) {
      options.onNotice?.(`the laptop's note “${key}” was malformed and is forgotten`);
      forgetOnLaptop(writer, key);
    }
    completeNameIndex(writer);
    this.#reader = openForReading(writer.file);
    this.#workplaces = new Workplaces(writer.file);
    this.#dialogs = notedDialogs(options.dialogs, this.#workplaces);
    this.#sweeping = Promise.all([sweepWorkplaces(writer.file), sweepPapers()]);
    this.#protection = protect(writer.file);
    this.#watch = setInterval(() => this.#lookForFile(), LOOK_EVERY);
    this.#watch.unref();
    this.#wasKiosk = kioskNote(this.#reader) !== null;
  }

  async call(name: string, input: unknown): Promise<Result<unknown>> {
    // Whatever a call is, known or not, a kiosk says the same of it.
    if (this.isKiosk() && !(isCallName(name) && isKioskCall(name))) return refuse(heldByKiosk);
    return this.#call(name, input, { dialogs: this.#dialogs, mayRead: (file) => this.#approved.has(file) });
  }

  callAsOwner(name: string, input: unknown): Promise<Result<unknown>> {
    return this.#call(name, input, { dialogs: this.#dialogs, mayRead: () => true });
  }

  approve(file: string): boolean {
    if (this.isKiosk()) return false;
    this.#approved.add(file);
    return true;
  }

  /** Says so on every screen when the database's file goes, and when it is back. */
  #lookForFile(): void {
    const moved = movedFile(this.#reader) !== null;
    if (moved === this.#wasMoved) return;
    this.#wasMoved = moved;
    this.#say({ kind: 'changed', tables: [], calls: callsFrom([]), label: '', commandId: null });
  }

  isKiosk(): boolean {
    // What ends after the database was closed still says that it has ended.
    if (!this.#writer.isOpen()) return this.#wasKiosk;
    const on = kioskNote(this.#reader) !== null;
    if (on !== this.#wasKiosk) {
      this.#wasKiosk = on;
      this.#options.onEvent({ kind: 'kiosk', on });
    }
    return on;
  }

  /** Tells the screens, a kiosk's no more than it may hear. */
  #say(event: DeskEvent): void {
    const heard = this.isKiosk() ? asKioskHears(event) : event;
    if (heard !== null) this.#options.onEvent(heard);
  }

  async #call(name: string, input: unknown, caller: Caller): Promise<Result<unknown>> {
    if (!isCallName(name)) return refuse(`There is no call “${name}”.`);
    const broken = brokenText(input);
    if (broken !== null) {
      return refuse(`“${name}” can’t be done with these inputs.`, [
        `${broken || 'The input'}: it has half a character.`,
      ]);
    }
    const parsed = api[name].input.safeParse(input, { error: sayWhatIsWanted });
    if (!parsed.success) return refuse(`“${name}” can’t be done with these inputs.`, sayIssues(parsed.error));
    try {
      return await this.#dispatch(name, parsed.data, caller);
    } catch (error) {
      const explained = explainStorageError(error, path.basename(this.#writer.file));
      if (explained) return explained;
      throw error;
    }
  }

  close(): Promise<void> {
    clearInterval(this.#watch);
    for (const errand of this.#errands) errand.abort();
    this.#reader.close();
    this.#writer.close();
    this.#papers.removeAll();
    this.#protection.release();
    return Promise.all([endJobs(), checkpointsDone(), this.#sweeping]).then(() => this.#workplaces.forget());
  }

  async #dispatch(name: CallName, input: unknown, caller: Caller): Promise<Result<unknown>> {
    // Each handler belongs to its call's own schema, which has just parsed the input; TypeScript can't follow that
    // through a union of all the calls, so the three kinds are told apart here and nowhere else.
    const handler = handlers[name] as (context: Facts | Workbench, input: unknown) => unknown;
    switch (api[name].kind) {
      case 'reads':
        return handler(this.#facts(this.#reader), input) as Result<unknown>;
      case 'writes':
        return this.#write(name, (facts) => handler(facts, input) as Decision<unknown>);
      case 'works':
        return this.#work(name, caller, (workbench) => handler(workbench, input) as Promise<Result<unknown>>);
    }
  }

  async #write<Value>(
    name: CallName,
    decide: (facts: Facts) => Decision<Value> | Deciding<Value>,
    progress?: Parameters<typeof commit>[4],
  ): Promise<Result<Value>> {
    const mine = this.#turn.then(() =>
      commit(
        this.#writer,
        // Whoever checks in at a kiosk is no lead, and the one named at the laptop is elsewhere.
        api[name].by === 'kiosk' ? { ...this.#world, who: null } : this.#world,
        name,
        (db) => decide(this.#facts(db)),
        progress,
      ),
    );
    this.#turn = mine.catch(() => undefined);
    const committed = await mine;
    this.#lookForFile();
    if (!committed.ok) return committed;
    this.#tell(committed.value);
    return done(committed.value.value);
  }

  #tell(committed: Committed<unknown>): void {
    const { commandId, tables, label } = committed;
    if (commandId === null) return;
    this.#cache.changed(tables);
    this.#seen = lastSequence(this.#writer);
    this.#remember();
    this.#say({ kind: 'changed', tables, calls: callsFrom(tables), label, commandId });
  }

  /** What is written is safe without this: an older copy of the file would only be harder to tell from this one. */
  #remember(): void {
    try {
      rememberSteps(this.#writer, this.#options.settings, this.#world.device);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }

  async #work(
    name: CallName,
    caller: Caller,
    run: (workbench: Workbench) => Promise<Result<unknown>>,
  ): Promise<Result<unknown>> {
    if (name === 'desk.cancel') {
      for (const errand of this.#errands) errand.abort();
      return done(null);
    }
    const controller = new AbortController();
    this.#errands.add(controller);
    const reporter = progressReporter((event) => this.#say(event));
    try {
      return await run(this.#workbench(name, caller, controller.signal, reporter.report));
    } finally {
      this.#errands.delete(controller);
      reporter.end();
    }
  }

  #workbench(name: CallName, caller: Caller, signal: AbortSignal, progress: Workbench['progress']): Workbench {
    const { dialogs, mayRead } = caller;
    return {
      facts: () => this.#facts(this.#reader),
      dialogs,
      mayRead,
      signal,
      progress,
      // The gate gives each call its own output; the name carries its type.
      call: <Name extends CallName>(other: Name, input: InputOf<Name>) =>
        this.#call(other, input, caller) as Promise<Result<OutputOf<Name>>>,
      callWithFile: <Name extends CallName>(other: Name, input: InputOf<Name>, file: string) =>
        this.#call(other, input, { mayRead, dialogs: { ...dialogs, openFile: async () => file } }) as Promise<
          Result<OutputOf<Name>>
        >,
      callWith: (other, input, answers) => this.#call(other, input, { mayRead, dialogs: { ...dialogs, ...answers } }),
      commit: (label, decide) =>
        this.#write(name, decide, { signal, onProgress: (fraction) => progress(label, fraction) }),
      readings: this.#readings,
      written: this.#written,
      papers: this.#papers,
      changeKiosk: (decide) => this.#changeKiosk(decide),
      backUp: (file) => this.#backUp({ database: this.#writer.file, file, signal, progress }),
      saveOpenData: (file) => copyOpenData(this.#reader, { database: this.#writer.file, file, signal, progress }),
      rebuildSearch: () => this.#rebuildSearch(),
      nameLead: (lead) => this.#nameLead(lead),
      resource,
    };
  }

  /** In its turn: within another command's transaction a note could be rolled back with it. */
  #changeKiosk: Workbench['changeKiosk'] = async (decide) => {
    const value = await this.#inTurn(() => {
      const { note, value: found } = decide(kioskNote(this.#writer));
      if (note === null) forgetOnLaptop(this.#writer, 'kiosk');
      else noteOnLaptop(this.#writer, 'kiosk', JSON.stringify(note));
      return found;
    });
    this.isKiosk();
    return value;
  };

  async #backUp(copying: Parameters<typeof backUpInThread>[0]): Promise<Result<PlacedCopy>> {
    // The thread opens the name: it would copy another file, and say that this one is safe.
    if (movedFile(this.#reader) !== null) return refuse(sayMoved(path.basename(this.#writer.file)));
    const result = await backUpInThread(copying);
    if (!result.ok) return result;
    // In its turn, as other notes; but a backup during a long command is done before that is.
    const noted = this.#inTurn(() => noteOnLaptop(this.#writer, 'lastBackupAt', this.#world.now()));
    await Promise.race([noted.catch(() => undefined), nextTurn()]);
    this.#say({ kind: 'changed', tables: [], calls: callsFrom([]), label: 'Backed up', commandId: null });
    return result;
  }

  #rebuildSearch(): Promise<number> {
    return this.#inTurn(() => rebuildSearch(this.#writer));
  }

  /** Does something between two commands: within one's transaction it could be rolled back with it. */
  #inTurn<Value>(step: () => Value | Promise<Value>): Promise<Value> {
    const mine = this.#turn.then(step);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** Between commands, so that no command has two names and none takes the note back with itself. */
  #nameLead(lead: string | null): Promise<void> {
    const mine = this.#inTurn(() => {
      if (lead === null) forgetOnLaptop(this.#writer, 'leadName');
      else noteOnLaptop(this.#writer, 'leadName', lead);
    });
    const label = lead === null ? 'Nobody is named at this laptop now' : `${lead} is at this laptop now`;
    return mine.then(() => this.#say({ kind: 'changed', tables: [], calls: callsFrom([]), label, commandId: null }));
  }

  #facts(database: ReadableDatabase): Facts {
    const sequence = lastSequence(database);
    if (sequence !== this.#seen) {
      this.#cache.changed(tableNames);
      this.#seen = sequence;
    }
    return factsOf(database, this.#cache, this.#world.now(), this.#world.newId, this.#world.device);
  }
}

const heldByKiosk = 'This laptop is a kiosk now: it only checks people in. A lead leaves it with the PIN.';

const lastSequence = (database: ReadableDatabase): number =>
  database.get<{ n: number | null }>('SELECT max(sequence) AS n FROM logCommand')?.n ?? 0;
