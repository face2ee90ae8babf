import type { Scalar } from '../database/handles.ts';
import type { Fields } from './combine.ts';
import type { LiftedEntry } from './lift.ts';
import { compareInLog, type PlaceInLog } from './order.ts';

/** An entry of one row with its command's place in the log. */
export type FoldedEntry = Pick<LiftedEntry, 'before' | 'after'> & PlaceInLog;

/** A value that a later entry overwrote without having seen it; `field` null: the whole row, which came or went. */
interface Conflict {
  readonly field: string | null;
  /** What was lost, and what stands instead; null: no row. */
  readonly lost: Fields;
  readonly won: Fields | null;
  /** The entry that lost. */
  readonly by: PlaceInLog;
}

/** What the log makes of one row. */
interface FoldedRow {
  /** Null: there is no such row, or none any more. */
  readonly row: Fields | null;
  readonly conflicts: readonly Conflict[];
}

/** Which entry gave a field its value. */
export type GivenBy = Readonly<Record<string, PlaceInLog>>;

/** A row that was removed. */
interface GoneRow {
  /** As it would be if it came back because something still points to it. */
  readonly row: Fields;
  readonly givenBy: GivenBy;
  /** The fields that were changed by someone who did not know of the removal, or of whom the remover did not know. */
  readonly unheard: readonly string[];
}

/** All that a row's own entries say of it. */
export interface RowStory extends FoldedRow {
  readonly givenBy: GivenBy;
  /** Null: it stands, or was never added. */
  readonly gone: GoneRow | null;
  /** Whether any entry adds it: an entry that changes a row may come in before the one that adds it. */
  readonly wasAdded: boolean;
}

/**
 * Makes a row from its entries, whatever the order in which they are given: in the log's true order, field by field,
 * the later wins. A removal is a tombstone. A change of a removed row that was made without knowing of the removal does
 * not bring it back, for no one said that it should: it is lost, and told. Who adds the row again brings it back whole;
 * rows of which there is one only have an id made from what they are (one-of-a-kind.ts), so that two laptops may add the
 * same: their fields are joined. What an entry saw before it is in the log, and so is what it overwrote unseen.
 *
 * Of the columns in `keepsFirst` the first value stays against another that was set without knowing of it.
 */
export function fold(entries: readonly FoldedEntry[], keepsFirst: readonly string[] = []): FoldedRow {
  const { row, conflicts } = storyOf(entries, keepsFirst);
  return { row, conflicts };
}

/** The same, with what settle.ts needs where the work of two laptops meets in a row. */
export function storyOf(entries: readonly FoldedEntry[], keepsFirst: readonly string[] = []): RowStory {
  const folding = new Folding(keepsFirst);
  for (const entry of entries.length > 1 ? [...entries].sort(compareInLog) : entries) folding.add(entry);
  const { row, conflicts, givenBy, gone, wasAdded } = folding;
  return { row, conflicts, givenBy, gone, wasAdded };
}

class Folding {
  row: Fields | null = null;
  readonly conflicts: Conflict[] = [];
  givenBy: GivenBy = {};
  gone: GoneRow | null = null;
  wasAdded = false;
  readonly #keepsFirst: readonly string[];

  constructor(keepsFirst: readonly string[]) {
    this.#keepsFirst = keepsFirst;
  }

  add(entry: FoldedEntry): void {
    if (entry.after === null) this.#remove(entry, entry.before ?? {});
    else if (entry.before === null) this.#insert(entry, entry.after);
    else this.#update(entry, entry.before, entry.after);
  }

  /** Adds a row; where another laptop has added it too, its fields come after those. */
  #insert(entry: FoldedEntry, after: Fields): void {
    const { row } = this;
    const taken = row ? this.#without(entry, after, (field) => this.#keepsFirst.includes(field)) : after;
    if (row) this.#tell(entry, {}, taken);
    this.wasAdded = true;
    this.gone = null;
    this.row = { ...row, ...taken };
    this.#give(entry, taken);
  }

  #update(entry: FoldedEntry, before: Fields, after: Fields): void {
    if (this.row === null) {
      this.conflicts.push({ field: null, lost: after, won: null, by: placeOf(entry) });
      if (this.gone) this.#changeGone(this.gone, entry, after);
      return;
    }
    const { row } = this;
    const taken = this.#without(entry, after, (field, value) => {
      const standing = row[field] ?? null;
      return (
        this.#keepsFirst.includes(field) && standing !== null && value !== null && standing !== (before[field] ?? null)
      );
    });
    this.#tell(entry, before, taken);
    this.row = { ...row, ...taken };
    this.#give(entry, taken);
  }

  /** What is taken of an entry: all but the fields whose first value stays, which are told where they differ. */
  #without(entry: FoldedEntry, after: Fields, stays: (field: string, value: Scalar) => boolean): Fields {
    const kept = Object.entries(after).filter(([field, value]) => stays(field, value));
    if (kept.length === 0) return after;
    for (const [field, lost] of kept) {
      const standing = this.row?.[field] ?? null;
      if (standing === lost) continue;
      this.conflicts.push({ field, lost: { [field]: lost }, won: { [field]: standing }, by: placeOf(entry) });
    }
    return Object.fromEntries(Object.entries(after).filter(([field]) => !kept.some(([name]) => name === field)));
  }

  /** Removes the row, with all that its remover had not seen. */
  #remove(entry: FoldedEntry, before: Fields): void {
    const { row, gone } = this;
    if (row === null) {
      // Removed on two laptops: what the second one saw has been heard of.
      const unheard = gone?.unheard.filter((field) => gone.row[field] !== (before[field] ?? null)) ?? [];
      if (gone) this.gone = { ...gone, unheard };
      return;
    }
    const unheard = Object.keys(row).filter((field) => row[field] !== (before[field] ?? null));
    for (const field of unheard) this.#lose(entry, field, row[field] ?? null, null);
    this.gone = { row, givenBy: this.givenBy, unheard };
    this.row = null;
    this.givenBy = {};
  }

  #changeGone(gone: GoneRow, entry: FoldedEntry, after: Fields): void {
    const fields = Object.keys(after);
    const place = placeOf(entry);
    this.gone = {
      row: { ...gone.row, ...after },
      givenBy: { ...gone.givenBy, ...Object.fromEntries(fields.map((field) => [field, place])) },
      unheard: [...new Set([...gone.unheard, ...fields])],
    };
  }

  /** Tells the values that an entry overwrites without having seen them. */
  #tell(entry: FoldedEntry, before: Fields, after: Fields): void {
    for (const [field, value] of Object.entries(after)) {
      const standing = this.row?.[field] ?? null;
      if (standing !== (before[field] ?? null) && standing !== value)
        this.#lose(entry, field, standing, { [field]: value });
    }
  }

  #lose(entry: FoldedEntry, field: string, value: Scalar, won: Fields | null): void {
    this.conflicts.push({ field, lost: { [field]: value }, won, by: this.givenBy[field] ?? placeOf(entry) });
  }

  #give(entry: FoldedEntry, after: Fields): void {
    const place = placeOf(entry);
    this.givenBy = { ...this.givenBy, ...Object.fromEntries(Object.keys(after).map((field) => [field, place])) };
  }
}

const placeOf = ({ clock, deviceId, deviceSequence }: PlaceInLog): PlaceInLog => ({ clock, deviceId, deviceSequence });
