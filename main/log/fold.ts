import type { Fields } from './combine.ts';
import type { LiftedEntry } from './lift.ts';
import { compareInLog, type PlaceInLog } from './order.ts';

/** An entry of one row with its command's place in the log. */
export type FoldedEntry = Pick<LiftedEntry, 'before' | 'after'> & PlaceInLog;

/** A value that a later entry overwrote without having seen it; `field` null: the whole row, which came or went. */
export interface Conflict {
  readonly field: string | null;
  /** What was lost, and what stands instead; null: no row. */
  readonly lost: Fields;
  readonly won: Fields | null;
  /** The entry that lost. */
  readonly by: PlaceInLog;
}

/** What the log makes of one row. */
export interface FoldedRow {
  /** Null: there is no such row, or none any more. */
  readonly row: Fields | null;
  readonly conflicts: readonly Conflict[];
}

/**
 * Makes a row from its entries, whatever the order in which they are given: in the log's true order, field by field,
 * the later wins. A removal is a tombstone. A change of a removed row that was made without knowing of the removal does
 * not bring it back, for no one said that it should: it is lost, and told. Who adds the row again brings it back whole;
 * rows of which there is one only have an id made from what they are (one-of-a-kind.ts), so that two laptops may add the
 * same: their fields are joined. What an entry saw before it is in the log, and so is what it overwrote unseen.
 */
export function fold(entries: readonly FoldedEntry[]): FoldedRow {
  const folding = new Folding();
  for (const entry of [...entries].sort(compareInLog)) folding.add(entry);
  return { row: folding.row, conflicts: folding.conflicts };
}

class Folding {
  row: Fields | null = null;
  readonly conflicts: Conflict[] = [];
  /** Which entry gave each field its value. */
  #givenBy: Readonly<Record<string, FoldedEntry>> = {};

  add(entry: FoldedEntry): void {
    if (entry.after === null) this.#remove(entry, entry.before ?? {});
    else if (entry.before === null) this.#insert(entry, entry.after);
    else this.#update(entry, entry.before, entry.after);
  }

  /** Adds a row; where another laptop has added it too, its fields come after those. */
  #insert(entry: FoldedEntry, after: Fields): void {
    if (this.row) this.#tell(entry, {}, after);
    this.#give(entry, { ...this.row, ...after }, Object.keys(after));
  }

  #update(entry: FoldedEntry, before: Fields, after: Fields): void {
    if (this.row === null) {
      this.conflicts.push({ field: null, lost: after, won: null, by: placeOf(entry) });
      return;
    }
    this.#tell(entry, before, after);
    this.#give(entry, { ...this.row, ...after }, Object.keys(after));
  }

  /** Removes the row, with all that its remover had not seen. */
  #remove(entry: FoldedEntry, before: Fields): void {
    for (const [field, value] of Object.entries(this.row ?? {})) {
      if (value !== (before[field] ?? null)) this.#lose(entry, field, value, null);
    }
    this.row = null;
    this.#givenBy = {};
  }

  /** Tells the values that an entry overwrites without having seen them. */
  #tell(entry: FoldedEntry, before: Fields, after: Fields): void {
    for (const [field, value] of Object.entries(after)) {
      const standing = this.row?.[field] ?? null;
      if (standing !== (before[field] ?? null) && standing !== value)
        this.#lose(entry, field, standing, { [field]: value });
    }
  }

  #lose(entry: FoldedEntry, field: string, value: Fields[string], won: Fields | null): void {
    this.conflicts.push({ field, lost: { [field]: value ?? null }, won, by: placeOf(this.#givenBy[field] ?? entry) });
  }

  #give(entry: FoldedEntry, row: Fields, fields: readonly string[]): void {
    this.row = row;
    this.#givenBy = { ...this.#givenBy, ...Object.fromEntries(fields.map((field) => [field, entry])) };
  }
}

const placeOf = ({ clock, deviceId, deviceSequence }: PlaceInLog): PlaceInLog => ({ clock, deviceId, deviceSequence });
