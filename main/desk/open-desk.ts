import path from 'node:path';
import type { CallName, InputOf, OutputOf } from '../../shared/api.ts';
import { api, callsFrom, isCallName } from '../../shared/api.ts';
import type { DeskEvent } from '../../shared/events.ts';
import type { FileKey } from '../../shared/model/backups.ts';
import { instantOf } from '../../shared/model/dates.ts';
import type { Device } from '../../shared/model/devices.ts';
import type { Spreadsheet } from '../../shared/model/imports.ts';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { type TableName, tableNames } from '../../shared/model/tables.ts';
import { ApprovedFiles } from '../call/approved-files.ts';
import type { Dialogs } from '../call/dialogs.ts';
import { doubtOfClock } from '../call/doubt-of-clock.ts';
import { Cache, type Facts, factsOf } from '../call/facts.ts';
import type { Workbench } from '../call/handler.ts';
import { type KeyKeeping, keyKeeping } from '../call/key-keeping.ts';
import { Papers, sweepPapers } from '../call/open-papers.ts';
import { type PaperWritten, papersToFiles, previewed, type WritePaper } from '../call/paper-out.ts';
import { checkpointsDone } from '../database/commit-large.ts';
import { programIdOf, rememberSteps } from '../database/device.ts';
import { explainStorageError, type FileTrouble, sayTrouble } from '../database/errors.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/handles.ts';
import { fileTrouble, watchContents } from '../database/held-files.ts';
import { forgetOnLaptop, laptopNote, malformedNotes, noteOnLaptop } from '../database/laptop.ts';
import { openForReading } from '../database/open.ts';
import { protect } from '../files/open-databases.ts';
import { sweepWorkplaces, Workplaces } from '../files/workplaces.ts';
import { stopJobs } from '../jobs/run.ts';
import type { Deciding, Decision } from '../log/change.ts';
import { type Committed, commit, type World } from '../log/commit.ts';
import { completeNameIndex } from '../log/search.ts';
import { backUpInThread, copyOpenData } from './copies.ts';
import type { Desk, DeskOptions } from './desk.ts';
import { handlers } from './handlers.ts';
import { lastSequence } from './last-sequence.ts';
import { heardLocked, heldByKiosk, isLocked, mayCallLocked } from './lock.ts';
import { notedDialogs } from './noted-dialogs.ts';
import { ofTheApp } from './of-the-app.ts';
import { parseInput } from './parse-input.ts';
import { repairs } from './repairs.ts';
import { Turns } from './turns.ts';
import { type Work, Works } from './works.ts';

/** How often the desk looks whether its database is still in its place while no one changes anything, in milliseconds. */
const LOOK_EVERY = 2_000;

/** Who makes a call: how they are asked, and which files they may name. */
interface CallerAccess {
  readonly dialogs: Dialogs;
  readonly mayRead: (file: string) => boolean;
  /** Where their papers go; left out: into the files that they name. */
  readonly papers?: WritePaper;
}

/** One open database, and the calls on it. */
export class OpenDesk implements Desk {
  readonly #writer: WritableDatabase;
  readonly #reader: ReadableDatabase & { close(): void };
  readonly #options: DeskOptions;
  readonly #world: World;
  readonly #cache = new Cache();
  readonly #readings = new Map<string, Spreadsheet>();
  readonly #written = new Set<string>();
  readonly #lookedInto = new Map<FileKey, string>();
  readonly #papers = new Papers();
  readonly #approved = new ApprovedFiles();
  readonly #keys: KeyKeeping;
  readonly #works = new Works((event) => this.#say(event));
  readonly #turns = new Turns();
  readonly #workplaces: Workplaces;
  readonly #dialogs: Dialogs;
  readonly #protection: { release(): void };
  readonly #watch: NodeJS.Timeout;
  readonly #watched: { letGo(): void };
  /** What had become of the database's file when last looked at. */
  #trouble: FileTrouble | null = null;
  /** What killed processes left is being removed. */
  readonly #sweeping: Promise<unknown>;
  /** The last command's place in the log, to notice what another process wrote. */
  #seen = 0;
  /** Whether it was a kiosk when last looked at: a terminal may change it. */
  #wasKiosk: boolean;

  constructor(writer: WritableDatabase, options: DeskOptions, newId: () => string, device: Device) {
    this.#writer = writer;
    this.#options = options;
    const now = options.now ?? (() => new Date());
    this.#world = { now: () => instantOf(now()), newId, who: options.who, device };
    for (const key of malformedNotes(writer)) {
      options.onNotice?.(`the laptop’s note “${key}” was malformed and is forgotten`);
      forgetOnLaptop(writer, key);
    }
    completeNameIndex(writer);
    this.#reader = openForReading(writer.file);
    this.#watched = watchContents(writer.file, [writer, this.#reader]);
    this.#workplaces = new Workplaces(writer.file);
    this.#keys = keyKeeping(options, programIdOf(writer));
    this.#dialogs = notedDialogs(options.dialogs, this.#workplaces);
    this.#sweeping = Promise.all([sweepWorkplaces(writer.file), sweepPapers()]);
    this.#protection = protect(writer.file);
    this.#watch = setInterval(() => this.#lookForFile(), LOOK_EVERY);
    this.#watch.unref();
    this.#wasKiosk = isLocked(this.#reader);
  }

  async call(name: string, input: unknown): Promise<Result<unknown>> {
    // Whatever a call is, known or not, a kiosk says the same of it.
    if (this.isKiosk() && !(isCallName(name) && mayCallLocked(name))) return refuse(heldByKiosk);
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

  /** Says so on every screen when something becomes of the database's file, and when it is as it was. */
  #lookForFile(): void {
    const trouble = fileTrouble(this.#reader);
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    this.#announce('');
  }

  isKiosk(): boolean {
    // What ends after the database was closed still says that it has ended.
    if (!this.#writer.isOpen()) return this.#wasKiosk;
    const on = this.#readKiosk();
    if (on !== this.#wasKiosk) {
      this.#wasKiosk = on;
      this.#options.onEvent({ kind: 'kiosk', on });
    }
    return on;
  }

  /** A file that can't be read says nothing new: whoever is locked stays so, and every call tells of the file. */
  #readKiosk(): boolean {
    try {
      return isLocked(this.#reader);
    } catch (error) {
      if (explainStorageError(error, '') === null) throw error;
      return this.#wasKiosk;
    }
  }

  /** Tells the screens, a kiosk's no more than it may hear. */
  #say(event: DeskEvent): void {
    const heard = this.isKiosk() ? heardLocked(event) : event;
    if (heard !== null) this.#options.onEvent(heard);
  }

  async #call(name: string, input: unknown, caller: CallerAccess): Promise<Result<unknown>> {
    if (!isCallName(name)) return refuse(`There is no call “${name}”.`);
    const parsed = parseInput(name, input);
    if (!parsed.ok) return parsed;
    try {
      return await this.#dispatch(name, parsed.value, caller);
    } catch (error) {
      const file = path.basename(this.#writer.file);
      const explained = explainStorageError(error, file);
      // What SQLite makes of another program's bytes says less than what became of the file.
      const trouble = explained && fileTrouble(this.#reader);
      if (trouble) return refuse(sayTrouble(trouble, file));
      if (explained) return explained;
      throw error;
    }
  }

  close(): Promise<void> {
    clearInterval(this.#watch);
    this.#works.cancel();
    this.#reader.close();
    this.#writer.close();
    this.#papers.removeAll();
    this.#protection.release();
    return Promise.all([stopJobs(), checkpointsDone(), this.#sweeping]).then(() => {
      this.#watched.letGo();
      this.#workplaces.forget();
    });
  }

  async #dispatch(name: CallName, input: unknown, caller: CallerAccess): Promise<Result<unknown>> {
    // Each handler belongs to its call's own schema, which has just parsed the input; TypeScript can't follow that
    // through a union of all the calls, so the three kinds are told apart here and nowhere else.
    const handler = handlers[name] as (context: Facts | Workbench, input: unknown) => unknown;
    switch (api[name].kind) {
      case 'reads':
        return handler(this.#facts(this.#reader), input) as Result<unknown>;
      case 'writes':
        return this.#write(name, (facts) => handler(facts, input) as Decision<unknown>);
      case 'works':
        return this.#works.run(
          (work) => handler(this.#workbench(name, caller, work), input) as Promise<Result<unknown>>,
        );
    }
  }

  async #write<Value>(
    name: CallName,
    decide: (facts: Facts) => Decision<Value> | Deciding<Value>,
    progress?: Parameters<typeof commit>[4],
  ): Promise<Result<Value>> {
    // Someone who checks in at a kiosk isn’t a lead, and the lead named on the laptop isn’t there.
    const world = api[name].by === 'kiosk' ? { ...this.#world, who: null } : this.#world;
    const clock = doubtOfClock(this.#facts(this.#reader));
    const committed = await this.#turns.take(() =>
      commit(this.#writer, world, name, (database) => decide(this.#facts(database)), progress),
    );
    this.#lookForFile();
    if (!committed.ok) return committed;
    this.#tell(committed.value, clock);
    return done(committed.value.value);
  }

  #tell({ commandId, tables, label }: Committed<unknown>, clock: string | null): void {
    if (commandId === null) return;
    this.#cache.changed(tables);
    this.#seen = lastSequence(this.#writer);
    this.#remember();
    this.#say({ kind: 'changed', tables, calls: callsFrom(tables), label, commandId, clock });
  }

  /** What is written is safe without this: an older copy of the file would only be harder to tell from this one. */
  #remember(): void {
    try {
      rememberSteps(this.#writer, this.#options.settings, this.#world.device);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }

  #workbench(name: CallName, caller: CallerAccess, { signal, report }: Work): Workbench {
    const { dialogs, mayRead } = caller;
    const database = this.#writer.file;
    return {
      facts: () => this.#facts(this.#reader),
      dialogs,
      mayRead,
      lookedInto: this.#lookedInto,
      ...ofTheApp(database, this.#options),
      signal,
      progress: report,
      // The gate gives each call its own output; the name carries its type.
      call: <Name extends CallName>(other: Name, input: InputOf<Name>) =>
        this.#call(other, input, caller) as Promise<Result<OutputOf<Name>>>,
      callWithFile: <Name extends CallName>(other: Name, input: InputOf<Name>, file: string) =>
        this.#call(other, input, { ...caller, dialogs: { ...dialogs, openFile: async () => file } }) as Promise<
          Result<OutputOf<Name>>
        >,
      callForPreview: (other, input, file) =>
        previewed(file, (papers) => this.#call(other, input, { ...caller, papers }) as PaperWritten),
      isForPreview: caller.papers !== undefined,
      writePaper: caller.papers ?? papersToFiles(dialogs, this.#written),
      commit: (label, decide) =>
        this.#write(name, decide, { signal, onProgress: (fraction) => report(label, fraction) }),
      readings: this.#readings,
      keys: this.#keys,
      written: this.#written,
      papers: this.#papers,
      changeLaptop: (step) => this.#changeLaptop(step),
      announce: (label) => this.#announce(label),
      cancelWork: () => this.#works.cancel(),
      backUp: (file, how) => backUpInThread(this.#reader, { database, file, signal, progress: report, ...how }),
      saveOpenData: (file) => copyOpenData(this.#reader, { database, file, signal, progress: report }),
      ...repairs(this.#writer, this.#turns, { signal, report }, () => this.#announce('Restored records', tableNames)),
    };
  }

  /** In its turn: within another command's transaction a note could be rolled back with it. */
  #changeLaptop: Workbench['changeLaptop'] = async (step) => {
    const value = await this.#turns.take(() =>
      step({
        read: (key) => laptopNote(this.#writer, key),
        keep: (key, note) => noteOnLaptop(this.#writer, key, note),
        forget: (key) => forgetOnLaptop(this.#writer, key),
      }),
    );
    this.isKiosk();
    return value;
  };

  #announce(label: string, tables: readonly TableName[] = []): void {
    this.#cache.changed(tables);
    this.#say({ kind: 'changed', tables, calls: callsFrom(tables), label, commandId: null });
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
