import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { instantOf } from '../../shared/model/dates.ts';
import { done, type Problem, type Result, refuse } from '../../shared/model/result.ts';
import type { DatabaseSwitch } from '../call/database-switch.ts';
import { whyNotOurs } from '../database/look-inside.ts';
import { putInPlace } from '../database/put-in-place.ts';
import { leadsTo } from '../files/open-databases.ts';
import { sayName } from '../files/say-name.ts';
import { rememberOpened } from '../settings/recent-files.ts';
import { type Desk, type DeskOptions, openDesk } from './desk.ts';

/** Holds a place at a database against another app on the same file. */
interface Reservation {
  close(): void;
}

/** What goes around the open desk. */
interface HolderOptions extends Omit<DeskOptions, 'databaseFile' | 'databases'> {
  /** Asks for a database: 'taken' where another app has it open, and has come forward. Null: no one can tell. */
  readonly reserve: (file: string) => Promise<Reservation | 'taken' | null>;
  /** Leaves the open database as soon as nothing typed would be lost by it; at once where nothing would. */
  readonly whenFree: (leave: () => Promise<Result<null>>) => Promise<Result<null>>;
  /** Another desk is open from now on: whatever was shown is of the one before. */
  readonly onOpened: (desk: Desk) => void;
  /** No database is open any longer, and the one before can't be opened again either. */
  readonly onLost: (problem: Problem) => void;
}

/** The desk that is open, and how another one takes its place. There is one at a time, and one app per database. */
export class DeskHolder implements DatabaseSwitch {
  readonly #options: HolderOptions;
  #desk: Desk | null = null;
  #file = '';
  #place: Reservation | null = null;

  constructor(options: HolderOptions) {
    this.#options = options;
  }

  /** The desk that is open now; null: none is, or one is being exchanged. */
  get desk(): Desk | null {
    return this.#desk;
  }

  /** The database that is open. */
  get file(): string {
    return this.#file;
  }

  /** Opens the first database. 'taken': another app has it open. */
  async begin(file: string): Promise<Result<null> | 'taken'> {
    const place = await this.#options.reserve(file);
    if (place === 'taken') return 'taken';
    const opened = this.#openHere(file);
    if (!opened.ok) {
      place?.close();
      return opened;
    }
    await this.#hold(place);
    this.#options.onOpened(opened.value);
    return done(null);
  }

  async open(file: string, { isNew = false } = {}): Promise<Result<null>> {
    if (leadsTo(file, this.#file)) return refuse(`${sayName(file)} is the database that is open.`);
    if (isNew && existsSync(file)) {
      return refuse(`${sayName(file)} is there already. Open it with File › Open, or choose another name.`);
    }
    const why = isNew ? null : whyNotOurs(file);
    if (why !== null) return refuse(why);
    return this.#options.whenFree(() => this.#exchange(file));
  }

  replace(copy: string, aside: string): Promise<Result<null>> {
    return this.#options.whenFree(async () => {
      const database = this.#file;
      await this.#leave();
      const exchanged = putInPlace({ copy, database, aside });
      const opened = this.#openHere(database);
      if (!opened.ok) {
        this.#options.onLost(opened.problem);
        return opened;
      }
      // Another file has the name now.
      await this.#hold(null);
      this.#options.onOpened(opened.value);
      return exchanged;
    });
  }

  /** Closes the desk for good. */
  close(): void {
    void this.#leave();
  }

  async #exchange(file: string): Promise<Result<null>> {
    const place = await this.#options.reserve(file);
    if (place === 'taken') {
      return refuse(`${sayName(file)} is open in another Cohort Desk window, which has come to the front.`);
    }
    const before = { desk: this.#desk, place: this.#place };
    const opened = this.#openHere(file);
    if (!opened.ok) {
      place?.close();
      return opened;
    }
    this.#place = null;
    await before.desk?.close();
    before.place?.close();
    await this.#hold(place);
    this.#options.onOpened(opened.value);
    return done(null);
  }

  async #leave(): Promise<void> {
    const { desk, place } = { desk: this.#desk, place: this.#place };
    this.#desk = null;
    this.#place = null;
    await desk?.close();
    place?.close();
  }

  /** Opens a database; where that fails, the one before stays the one that is open. */
  #openHere(file: string): Result<Desk> {
    const opened = openDesk({ ...this.#options, databaseFile: file, databases: this });
    if (!opened.ok) return opened;
    this.#desk = opened.desk;
    this.#file = realpathSync(path.resolve(file));
    const now = this.#options.now ?? (() => new Date());
    rememberOpened(this.#options.settings, this.#file, instantOf(now()));
    return done(opened.desk);
  }

  /** Holds the place at the open database; a new file has no identity before it is opened. */
  async #hold(place: Reservation | null): Promise<void> {
    const held = place ?? (await this.#options.reserve(this.#file));
    this.#place = held === 'taken' ? null : held;
  }
}
