import { shapeOf, type TableName, tableNames } from '../../shared/model/tables.ts';
import type { ReadableDatabase, Scalar } from '../database/handles.ts';
import type { Fields } from './combine.ts';
import type { GivenBy } from './fold.ts';
import type { Meeting, MetRow } from './meeting.ts';
import { nameApart } from './name-apart.ts';
import { compareInLog, type PlaceInLog } from './order.ts';
import { ByRow } from './own-story.ts';
import type { Signposts } from './signposts.ts';

/** Where the log is read, and where the rows stand. */
export interface Sources {
  readonly log: ReadableDatabase;
  readonly desk: ReadableDatabase;
}

/**
 * Makes rows one that turned out to be one, and lets whatever points to the others follow. A table comes after those
 * that its rows point to, so that by its turn everything that they point to is settled.
 */
export class Uniting {
  readonly #from: Sources;
  readonly #meeting: Meeting;
  readonly #signposts: Signposts;
  readonly #into = new ByRow<string>();

  constructor(from: Sources, meeting: Meeting, signposts: Signposts) {
    this.#from = from;
    this.#meeting = meeting;
    this.#signposts = signposts;
  }

  *steps(): Generator<void> {
    for (const table of tableNames) {
      for (const met of this.#meeting.rows.of(table)) {
        this.#follow(met);
        yield;
      }
      if (table === 'person') this.#unitePeople();
      for (const { columns, collision } of shapeOf(table).unique) {
        if (collision === 'same-row') yield* this.#uniteAlike(table, columns);
        const [column] = columns;
        if (collision === 'lead-decides' && column) nameApart(this.#from, this.#meeting, table, column);
      }
    }
  }

  /** Makes a row point to what the rows that it points to went into. */
  #follow(met: MetRow): void {
    const { table, fields } = met;
    if (!fields) return;
    const next: Record<string, Scalar> = { ...fields };
    for (const [column, { to }] of Object.entries(shapeOf(table).references)) {
      const value = fields[column] ?? null;
      if (value === null) continue;
      next[column] = to === 'person' ? this.#signposts.of(String(value)) : (this.#into.get(to, String(value)) ?? value);
    }
    const { pair } = shapeOf(table);
    const [a, b] = pair?.map((column) => String(next[column])) ?? [];
    if (pair && a !== undefined && b !== undefined) {
      [next[pair[0]], next[pair[1]]] = a < b ? [a, b] : [b, a];
      if (a === b) {
        met.fields = null;
        met.why = 'no-pair';
        return;
      }
    }
    if (Object.keys(next).some((column) => next[column] !== fields[column])) met.why ??= 'follows';
    met.fields = next;
  }

  /** What was said of someone by who did not know that they are another goes to that other. */
  #unitePeople(): void {
    for (const met of [...this.#meeting.rows.of('person')].sort(inOrderOfAdding)) {
      const keptId = this.#signposts.of(met.id);
      const kept = keptId === met.id ? undefined : this.#meeting.rows.get('person', keptId);
      if (kept && met.story.gone?.unheard.length) join(kept, [{ ...met, fields: met.story.gone.row }]);
      if (kept && met.story.gone?.unheard.length) met.why = 'united';
    }
  }

  *#uniteAlike(table: TableName, columns: readonly string[]): Generator<void> {
    const valuesOf = (fields: Fields): Scalar[] => columns.map((column) => fields[column] ?? null);
    const groups = new Map<string, MetRow[]>();
    for (const met of this.#meeting.rows.of(table)) {
      // A row that says nothing there is like no other, as in SQL.
      if (!met.fields || valuesOf(met.fields).includes(null)) continue;
      const key = JSON.stringify(valuesOf(met.fields));
      groups.set(key, [...(groups.get(key) ?? []), met]);
    }
    const same = columns.map((column) => `"${column}" = ?`).join(' AND ');
    for (const group of groups.values()) {
      const values = valuesOf(group[0]?.fields ?? {});
      const others = this.#from.desk
        .all<{ id: string }>(`SELECT id FROM "${table}" WHERE ${same}`, ...values)
        .filter(({ id }) => !this.#meeting.rows.get(table, id))
        .map(({ id }) => this.#meeting.row(table, id));
      const [stays, ...going] = [...group, ...others].sort(inOrderOfStaying);
      yield;
      if (!stays || going.length === 0) continue;
      join(stays, going, [...columns, ...(shapeOf(table).keepsFirst ?? [])]);
      for (const met of going) {
        met.fields = null;
        met.why = 'united';
        this.#into.set(table, met.id, stays.id);
        this.#meeting.whoPointsTo(table, met.id);
      }
    }
  }
}

/** Who was not removed stays before who was, and who was added first before who came after. */
const inOrderOfStaying = (a: MetRow, b: MetRow): number =>
  Number(a.story.row === null) - Number(b.story.row === null) || inOrderOfAdding(a, b);

const inOrderOfAdding = (a: MetRow, b: MetRow): number =>
  isAfter(a.givenBy['id'], b.givenBy['id']) || (a.id < b.id ? -1 : 1);

const isAfter = (a: PlaceInLog | undefined, b: PlaceInLog | undefined): number =>
  a && b ? compareInLog(a, b) : Number(a !== undefined) - Number(b !== undefined);

/**
 * Joins the fields of rows that go to the one that stays: each as whoever wrote it last has it, except that an empty
 * field takes nothing away. `columns` stay as they are. Of a row that was removed only what its remover had not heard of counts.
 */
function join(stays: MetRow, going: readonly MetRow[], columns: readonly string[] = []): void {
  const own = new Set(['id', ...columns]);
  let fields = stays.fields ?? {};
  let givenBy: GivenBy = stays.givenBy;
  for (const met of going) {
    const { row, gone } = met.story;
    for (const field of row === null ? (gone?.unheard ?? []) : Object.keys(met.fields ?? {})) {
      const value = met.fields?.[field] ?? null;
      const place = met.givenBy[field];
      if (own.has(field) || !place || (row !== null && value === null)) continue;
      const isOpen = row !== null && (fields[field] ?? null) === null;
      if (!isOpen && isAfter(place, givenBy[field]) < 0) continue;
      fields = { ...fields, [field]: value };
      givenBy = { ...givenBy, [field]: place };
    }
  }
  stays.fields = fields;
  stays.why ??= 'united';
}
