import { shapeOf, type TableName } from '../../shared/model/tables.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import type { Fields } from './combine.ts';
import { type FoldedEntry, type RowStory, storyOf } from './fold.ts';
import { type KeptEntry, lift } from './lift.ts';
import type { PlaceInLog } from './order.ts';

/** What a row's own entries say of it, as far as they count yet. */
export interface OwnStory extends RowStory {
  /** Whether an entry waits until a row that it points to comes in. */
  readonly waits: boolean;
}

/** Rows by table and id. */
export class ByRow<Value> {
  readonly #byTable = new Map<TableName, Map<string, Value>>();

  get(table: TableName, id: string): Value | undefined {
    return this.#byTable.get(table)?.get(id);
  }

  set(table: TableName, id: string, value: Value): void {
    let byId = this.#byTable.get(table);
    if (!byId) {
      byId = new Map();
      this.#byTable.set(table, byId);
    }
    byId.set(id, value);
  }

  idsOf(table: TableName): readonly string[] {
    return [...(this.#byTable.get(table)?.keys() ?? [])];
  }

  /** The values of one table, also those that are added meanwhile. */
  *of(table: TableName): Generator<Value> {
    yield* this.#byTable.get(table)?.values() ?? [];
  }
}

/**
 * The rows as the log alone has them, before settle.ts looks at what they do to each other. Rows that nothing is said of
 * now are as they stand in their tables, so that of two million only those few are read from the log that matter.
 */
export class OwnStories {
  readonly #log: ReadableDatabase;
  readonly #desk: ReadableDatabase;
  readonly #told = new ByRow<OwnStory>();
  readonly #open: ByRow<true>;

  /** `open`: the rows whose standing in the table says nothing, because it is to be settled. */
  constructor(log: ReadableDatabase, desk: ReadableDatabase, open: ByRow<true>) {
    this.#log = log;
    this.#desk = desk;
    this.#open = open;
  }

  /** A row's story, from all of its entries. */
  of(table: TableName, id: string): OwnStory {
    const told = this.#told.get(table, id);
    if (told) return told;
    // Whatever points to itself on a detour was made by no app of ours: it is not there while it is looked for.
    this.#told.set(table, id, unheardOf);
    const entries = this.#entriesOf(table, id);
    const counting = entries.filter(({ after }) => after === null || this.#hasAllThatItPointsTo(table, after));
    const story = { ...storyOf(counting, shapeOf(table).keepsFirst), waits: counting.length < entries.length };
    this.#told.set(table, id, story);
    return story;
  }

  /** Whether a row is there by its own entries. */
  isThere(table: TableName, id: string): boolean {
    return this.#stands(table, id) || this.of(table, id).row !== null;
  }

  #stands(table: TableName, id: string): boolean {
    return (
      this.#open.get(table, id) === undefined &&
      this.#desk.get(`SELECT 1 FROM "${table}" WHERE id = ?`, id) !== undefined
    );
  }

  /**
   * An entry counts from when all that it points to has come in: until then it is as if it had not come in itself. So a
   * row that is here never goes because of one that is still missing.
   */
  #hasAllThatItPointsTo(table: TableName, after: Fields): boolean {
    return Object.entries(shapeOf(table).references).every(([column, { to }]) => {
      const id = after[column] ?? null;
      return id === null || this.#stands(to, String(id)) || this.of(to, String(id)).wasAdded;
    });
  }

  #entriesOf(table: TableName, id: string): FoldedEntry[] {
    return this.#log
      .all<KeptEntry & PlaceInLog>(
        `SELECT tableName, rowId, before, after, schemaVersion, clock, deviceId, deviceSequence
         FROM logEntry CROSS JOIN logCommand ON logCommand.sequence = commandSequence
         WHERE rowId = ? AND +tableName = ?`,
        id,
        table,
      )
      .map((kept) => {
        const { before, after } = lift(kept);
        const { clock, deviceId, deviceSequence } = kept;
        return { before, after, clock, deviceId, deviceSequence };
      });
  }
}

const unheardOf: OwnStory = { row: null, conflicts: [], givenBy: {}, gone: null, wasAdded: false, waits: false };
