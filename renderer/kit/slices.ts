import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { InputOf, KeptCallName, OutputOf } from '../../shared/api.ts';
import type { Problem, Result } from '../../shared/model/result.ts';
import type { ListSlice } from '../../shared/views/page.ts';
import { call, subscribe } from './client.ts';
import { touches } from './query.ts';

/** Rows asked for at once. */
const sliceSize = 200;
/** Slices asked for together where many are gathered: as many rows as a call may answer with. */
const slicesAtOnce = 5;
const callsAtOnce = 10;

/** The part of a list that is asked for. */
interface SliceInput {
  readonly offset: number;
  readonly limit: number;
}

/** What a table reads its rows from: some are here, the others come when they scroll into view. */
export interface RowSource<Row> {
  readonly total: number;
  /** The row at a place of the whole list; undefined while it is not here. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Says which rows are in view. */
  readonly want: (first: number, last: number) => void;
  /** Changes when the list becomes another one, so that the table returns to its top. */
  readonly list: string;
  /** Why the list can't be read; a table says so in its place. */
  readonly problem?: Problem | null;
  /**
   * Brings every row from a place to another here and keeps it here, as what is selected must be; false: the list
   * became another one meanwhile. A source without it has all of its rows.
   */
  readonly gather?: (first: number, last: number) => Promise<boolean>;
  /** Lets go of what was gathered. */
  readonly letGo?: () => void;
}

/** The calls that answer with a page of rows. */
type PageCallName = {
  [Name in KeptCallName]: OutputOf<Name> extends ListSlice<unknown> ? Name : never;
}[KeptCallName];
/** A row of such a call. */
type RowOf<Name extends PageCallName> = OutputOf<Name>['rows'][number];

/** A list in slices: its rows, and the newest answer with what stands around them (counts, cohort). */
export interface Slices<Row, Answer> extends RowSource<Row> {
  readonly answer: Answer | undefined;
  readonly problem: Problem | null;
  readonly waiting: boolean;
}

interface State<Answer extends ListSlice<unknown>> {
  readonly total: number;
  readonly pages: ReadonlyMap<number, Answer['rows']>;
  readonly answer: Answer | undefined;
  readonly problem: Problem | null;
  readonly waiting: boolean;
  readonly list: string;
}

/** Keeps the slices of one list outside React, so that scrolling asks without rendering. */
class SliceKeeper<Answer extends ListSlice<unknown>> {
  #state: State<Answer> = {
    total: 0,
    pages: new Map(),
    answer: undefined,
    problem: null,
    waiting: true,
    list: '',
  };
  readonly #size: number;
  #listeners = new Set<() => void>();
  #ask: ((slice: SliceInput) => Promise<Result<Answer>>) | null = null;
  #epoch = 0;
  #replacing = false;
  #pending = new Set<number>();
  #view = { first: 0, last: 0 };
  /** Slices that stay here although they are not in view: rows of them are selected. */
  #gathered = new Set<number>();

  constructor(size: number) {
    this.#size = size;
  }

  readonly read = (): State<Answer> => this.#state;
  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly rowAt = (index: number): Answer['rows'][number] | undefined =>
    this.#state.pages.get(Math.floor(index / this.#size))?.[index % this.#size];

  readonly want = (first: number, last: number): void => {
    this.#view = { first, last };
    if (this.#replacing) return;
    const missing = this.#pagesInView().filter((page) => !this.#state.pages.has(page) && !this.#pending.has(page));
    if (missing.length > 0) void this.#load(missing, false, this.#state.list);
  };

  readonly gather = async (first: number, last: number): Promise<boolean> => {
    const list = this.#state.list;
    const pages = pagesBetween(first, last, this.#size);
    for (const page of pages) this.#gathered.add(page);
    for (let missing = this.#missing(pages); missing.length > 0; missing = this.#missing(pages)) {
      // A few calls at a time, so that whatever else is asked meanwhile is answered between them.
      await this.#load(missing.slice(0, slicesAtOnce * callsAtOnce), false, list);
      if (this.#state.list !== list || this.#state.problem !== null) return false;
    }
    return this.#state.list === list;
  };
  readonly letGo = (): void => this.#gathered.clear();

  /** Another list, such as another order: its first slice takes the place of everything. */
  open(list: string, ask: (slice: SliceInput) => Promise<Result<Answer>>): void {
    this.#ask = ask;
    this.#view = { first: 0, last: 0 };
    this.#gathered.clear();
    void this.#load([0], true, list);
  }

  /** The same list changed: what is in view is asked again, the rest when it comes into view. */
  refresh(): void {
    const wanted = new Set([...this.#pagesInView(), ...this.#gathered]);
    void this.#load(
      [...wanted].sort((a, b) => a - b),
      true,
      this.#state.list,
    );
  }

  #pagesInView(): number[] {
    return pagesBetween(this.#view.first, this.#view.last, this.#size);
  }

  /** Of these slices, those that are not here and exist at all. */
  #missing(pages: readonly number[]): number[] {
    const { total, pages: here } = this.#state;
    return pages.filter((page) => !here.has(page) && page * this.#size < total);
  }

  async #load(numbers: readonly number[], replace: boolean, list: string): Promise<void> {
    const ask = this.#ask;
    if (!ask) return;
    if (replace) {
      this.#epoch += 1;
      this.#replacing = true;
      this.#pending.clear();
    }
    const epoch = this.#epoch;
    for (const number of numbers) this.#pending.add(number);
    this.#set({ ...this.#state, waiting: true });
    const runs = runsOf(numbers);
    const results = await Promise.all(
      runs.map(([first, count]) => ask({ offset: first * this.#size, limit: count * this.#size })),
    );
    // A newer question was asked meanwhile: this answer is stale.
    if (epoch !== this.#epoch) return;
    if (replace) this.#replacing = false;
    for (const number of numbers) this.#pending.delete(number);
    const waiting = this.#pending.size > 0;
    const pages = new Map(replace ? [] : this.#state.pages);
    let { answer, total } = this.#state;
    for (const [at, result] of results.entries()) {
      const [first, count] = runs[at] ?? [0, 0];
      if (!result.ok) {
        this.#set({ total: 0, pages: new Map(), answer: undefined, problem: result.problem, waiting, list });
        return;
      }
      answer = result.value;
      total = result.value.total;
      for (let page = 0; page < count; page += 1) {
        pages.set(first + page, result.value.rows.slice(page * this.#size, (page + 1) * this.#size));
      }
    }
    this.#set({ total, pages, answer, problem: null, waiting, list });
    if (replace) this.want(this.#view.first, Math.min(this.#view.last, Math.max(0, total - 1)));
  }

  #set(state: State<Answer>): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** The slices that hold the rows from one place to another. */
function pagesBetween(first: number, last: number, size: number): number[] {
  const from = Math.floor(first / size);
  return Array.from({ length: Math.floor(last / size) - from + 1 }, (_, at) => from + at);
}

/** Slices, ascending, as runs of neighbours that one call can answer: where each begins, and how many they are. */
function runsOf(pages: readonly number[]): readonly (readonly [first: number, count: number])[] {
  const runs: [first: number, count: number][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && page === run[0] + run[1] && run[1] < slicesAtOnce) run[1] += 1;
    else runs.push([page, 1]);
  }
  return runs;
}

/**
 * A long list, asked for in windows of 200 rows as they scroll into view; sorting, searching and filtering happen in
 * main. `useSlices('applicants.list', (slice) => ({ cohortId, show, ...slice }))`. Where each row takes much counting,
 * `size` asks for fewer at once.
 */
export function useSlices<Name extends PageCallName>(
  name: Name,
  input: ((slice: SliceInput) => InputOf<Name>) | null,
  size: number = sliceSize,
): Slices<RowOf<Name>, OutputOf<Name>> {
  const [keeper] = useState(() => new SliceKeeper<OutputOf<Name>>(size));
  const list = input === null ? null : JSON.stringify(input({ offset: 0, limit: 0 }));
  const builder = useRef(input);
  builder.current = input;

  useEffect(() => {
    if (list === null) return;
    // What was asked for is kept as it is now: a later render's input belongs to a later list.
    const build = builder.current;
    if (build) keeper.open(list, (slice) => call(name, build(slice)));
    return subscribe((event) => {
      if (touches(event, name)) keeper.refresh();
    });
  }, [keeper, name, list]);

  const state = useSyncExternalStore(keeper.listen, keeper.read);
  const { rowAt, want, gather, letGo } = keeper;
  return { ...state, rowAt, want, gather, letGo };
}
