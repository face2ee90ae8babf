import { shapeOf, type TableName } from '../../shared/model/tables.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import type { Fields } from './combine.ts';
import { pointers } from './depending.ts';
import type { GivenBy } from './fold.ts';
import { ByRow, type OwnStories, type OwnStory } from './own-story.ts';
import type { Signposts } from './signposts.ts';

/**
 * Why a row is not simply what its own entries say. `waits`: an entry points to a row that has not come in.
 * `came-back`: it was removed, and another laptop's row points to it. `unheard`: it was removed, and another laptop changed
 * it without having heard of that. `follows`: what it points to went into another.
 * `united`: it and another turned out to be one. `renamed`: another had its name before. `no-pair`, `leads-nowhere`: what
 * it says makes no sense any more.
 */
export type Why = 'waits' | 'came-back' | 'unheard' | 'follows' | 'united' | 'renamed' | 'no-pair' | 'leads-nowhere';

/** A row that is looked at. */
export interface MetRow {
  readonly table: TableName;
  readonly id: string;
  readonly story: OwnStory;
  /** Which entry gave each field its value. */
  readonly givenBy: GivenBy;
  /** As it shall stand; null: it shall not. */
  fields: Fields | null;
  why: Why | null;
}

/**
 * The rows that are looked at together, because one's standing may hang on another's: those that someone asks for, and,
 * step by step, whatever they point to that is gone, and whatever points to those that are gone.
 */
export class Meeting {
  readonly rows = new ByRow<MetRow>();
  readonly #desk: ReadableDatabase;
  readonly #stories: OwnStories;
  readonly #signposts: Signposts;
  readonly #ahead: MetRow[] = [];

  constructor(desk: ReadableDatabase, stories: OwnStories, signposts: Signposts) {
    this.#desk = desk;
    this.#stories = stories;
    this.#signposts = signposts;
  }

  /** Looks at a row, and at whatever its standing hangs on when `goOn` gets to it. */
  row(table: TableName, id: string): MetRow {
    const met = this.rows.get(table, id);
    if (met) return met;
    const story = this.#stories.of(table, id);
    const { row, gone, waits } = story;
    const givenBy = gone?.givenBy ?? story.givenBy;
    const next: MetRow = { table, id, story, givenBy, fields: row, why: waits ? 'waits' : null };
    this.rows.set(table, id, next);
    this.#ahead.push(next);
    return next;
  }

  /** Looks at all that is ahead; a step a row. */
  *goOn(): Generator<void> {
    for (let met = this.#ahead.pop(); met; met = this.#ahead.pop()) {
      this.#look(met);
      yield;
    }
  }

  /** The rows of the desk that point to one, as they stand, and were not looked at yet, are looked at. */
  whoPointsTo(table: TableName, id: string): readonly MetRow[] {
    return pointers
      .filter(({ parent }) => parent === table)
      .flatMap(({ child, field }) =>
        this.#desk
          .all<{ id: string }>(`SELECT id FROM "${child}" WHERE "${field}" = ?`, id)
          .filter((row) => !this.rows.get(child, row.id))
          .map((row) => this.row(child, row.id)),
      );
  }

  #look(met: MetRow): void {
    const { table, id, story } = met;
    if (table === 'mergedPerson' && this.#signposts.leadNowhere.has(id)) {
      met.fields = null;
      met.why = 'leads-nowhere';
      return;
    }
    if (table === 'person') for (const other of this.#signposts.into(id)) this.row('person', other);
    if (met.fields) {
      this.#bringWhatItPointsTo(table, met.fields);
      return;
    }
    this.whoPointsTo(table, id);
    const { gone } = story;
    if (!gone || gone.unheard.length === 0) return;
    met.why ??= 'unheard';
    if (table === 'person') {
      const keptId = this.#signposts.of(id);
      if (keptId === id) return;
      this.row('person', keptId);
      this.#bringWhatItPointsTo(table, pick(gone.row, gone.unheard));
    } else if (this.#wentWithAMerge(table, gone.row)) this.#bringBack(met);
  }

  #bringWhatItPointsTo(table: TableName, fields: Fields): void {
    for (const [column, { to }] of Object.entries(shapeOf(table).references)) {
      const value = fields[column] ?? null;
      if (value === null) continue;
      const id = to === 'person' ? this.#signposts.of(String(value)) : String(value);
      if (!this.#stories.isThere(to, id)) this.#bringBack(this.row(to, id));
    }
  }

  /** A row that something still points to comes back, with all that it points to itself. */
  #bringBack(met: MetRow): void {
    const { gone } = met.story;
    if (met.fields || !gone) return;
    met.fields = gone.row;
    if (met.why !== 'waits') met.why = 'came-back';
    this.#bringWhatItPointsTo(met.table, gone.row);
  }

  /** Whether a row went because it belonged to someone who was merged into another. */
  #wentWithAMerge(table: TableName, row: Fields): boolean {
    return Object.entries(shapeOf(table).references).some(([column, reference]) => {
      const value = row[column] ?? null;
      if (value === null || !('whenMerged' in reference)) return false;
      const id = String(value);
      if (reference.to === 'person') return this.#signposts.of(id) !== id;
      const { gone } = this.#stories.of(reference.to, id);
      return gone !== null && this.#wentWithAMerge(reference.to, gone.row);
    });
  }
}

const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
