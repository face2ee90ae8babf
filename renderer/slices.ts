import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CallName, InputOf, OutputOf } from '../shared/api.ts';
import type { Problem, Result } from '../shared/model/result.ts';
import type { TableName } from '../shared/model/tables.ts';
import type { Page } from '../shared/views/page.ts';
import { call, subscribe } from './client.ts';
import { touches } from './query.ts';
import { useStable } from './stable.ts';

/** Rows asked for at once. */
export const sliceSize = 200;

/** The part of a list that is asked for. */
export interface SliceInput {
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
}

/** The calls that answer with a page of rows. */
export type PageCallName = {
  [Name in CallName]: OutputOf<Name> extends Page<unknown> ? Name : never;
}[CallName];
/** A row of such a call. */
export type RowOf<Name extends PageCallName> = OutputOf<Name>['rows'][number];

/** A list in slices: its rows, and the newest answer with what stands around them (counts, cohort). */
export interface Slices<Row, Answer> extends RowSource<Row> {
  readonly answer: Answer | undefined;
  readonly problem: Problem | null;
  readonly waiting: boolean;
}

interface State<Answer extends Page<unknown>> {
  readonly total: number;
  readonly pages: ReadonlyMap<number, Answer['rows']>;
  readonly answer: Answer | undefined;
  readonly problem: Problem | null;
  readonly waiting: boolean;
  readonly list: string;
}

/** Keeps the slices of one list outside React, so that scrolling asks without rendering. */
class SliceKeeper<Answer extends Page<unknown>> {
  #state: State<Answer> = {
    total: 0,
    pages: new Map(),
    answer: undefined,
    problem: null,
    waiting: true,
    list: '',
  };
  #listeners = new Set<() => void>();
  #ask: ((slice: SliceInput) => Promise<Result<Answer>>) | null = null;
  #epoch = 0;
  #replacing = false;
  #pending = new Set<number>();
  #view = { first: 0, last: 0 };

  readonly read = (): State<Answer> => this.#state;
  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly rowAt = (index: number): Answer['rows'][number] | undefined =>
    this.#state.pages.get(Math.floor(index / sliceSize))?.[index % sliceSize];

  readonly want = (first: number, last: number): void => {
    this.#view = { first, last };
    if (this.#replacing) return;
    const missing = this.#pagesInView().filter((page) => !this.#state.pages.has(page) && !this.#pending.has(page));
    if (missing.length > 0) void this.#load(missing, false, this.#state.list);
  };

  /** Another list, such as another order: its first slice takes the place of everything. */
  open(list: string, ask: (slice: SliceInput) => Promise<Result<Answer>>): void {
    this.#ask = ask;
    this.#view = { first: 0, last: 0 };
    void this.#load([0], true, list);
  }

  /** The same list changed: what is in view is asked again, the rest when it comes into view. */
  refresh(): void {
    void this.#load(this.#pagesInView(), true, this.#state.list);
  }

  #pagesInView(): number[] {
    const { first, last } = this.#view;
    const from = Math.floor(first / sliceSize);
    return Array.from({ length: Math.floor(last / sliceSize) - from + 1 }, (_, at) => from + at);
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
    const results = await Promise.all(numbers.map((number) => ask({ offset: number * sliceSize, limit: sliceSize })));
    // A newer question was asked meanwhile: this answer is stale.
    if (epoch !== this.#epoch) return;
    if (replace) this.#replacing = false;
    for (const number of numbers) this.#pending.delete(number);
    const waiting = this.#pending.size > 0;
    const pages = new Map(replace ? [] : this.#state.pages);
    let { answer, total } = this.#state;
    for (const [at, result] of results.entries()) {
      const number = numbers[at];
      if (!result.ok) {
        this.#set({ total: 0, pages: new Map(), answer: undefined, problem: result.problem, waiting, list });
        return;
      }
      answer = result.value;
      total = result.value.total;
      if (number !== undefined) pages.set(number, result.value.rows);
    }
    this.#set({ total, pages, answer, problem: null, waiting, list });
    if (replace) this.want(this.#view.first, Math.min(this.#view.last, Math.max(0, total - 1)));
  }

  #set(state: State<Answer>): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/**
 * A long list, asked for in windows of 200 rows as they scroll into view; sorting, searching and filtering happen in
 * main. `useSlices('applicants.list', (slice) => ({ cohortId, show, ...slice }), ['application'])`.
 */
export function useSlices<Name extends PageCallName>(
  name: Name,
  input: ((slice: SliceInput) => InputOf<Name>) | null,
  tables: readonly TableName[] | 'any',
): Slices<RowOf<Name>, OutputOf<Name>> {
  const [keeper] = useState(() => new SliceKeeper<OutputOf<Name>>());
  const watched = useStable(tables);
  const list = input === null ? null : JSON.stringify(input({ offset: 0, limit: 0 }));
  const builder = useRef(input);
  builder.current = input;

  useEffect(() => {
    if (list === null) return;
    // What was asked for is kept as it is now: a later render's input belongs to a later list.
    const build = builder.current;
    if (build) keeper.open(list, (slice) => call(name, build(slice)));
    return subscribe((event) => {
      if (touches(event, watched)) keeper.refresh();
    });
  }, [keeper, name, list, watched]);

  const state = useSyncExternalStore(keeper.listen, keeper.read);
  return { ...state, rowAt: keeper.rowAt, want: keeper.want };
}
