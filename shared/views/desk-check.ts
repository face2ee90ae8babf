/** One thing that a check of the desk found, in a lead's words. */
export interface DeskDifference {
  readonly about: 'file' | 'record' | 'log' | 'search' | 'evidence';
  /** The table, by its name in the database; null: the file itself. */
  readonly table: string | null;
  readonly id: string | null;
  /** Whose record it is: `Renée McAllister`. */
  readonly record: string;
  /** The field that differs, in words; null: the whole record. */
  readonly field: string | null;
  /** What the log says, and what stands in the table; null where that is nothing. */
  readonly log: string | null;
  readonly desk: string | null;
  /** All of it in one sentence. */
  readonly sentence: string;
}

/** What a check of the desk found. */
export interface DeskCheckView {
  /** `differs`: the file is sound, but says something else than its log. `damaged`: the file itself is not sound. */
  readonly outcome: 'whole' | 'differs' | 'damaged';
  readonly sentence: string;
  /** What to do now; null: nothing. */
  readonly next: string | null;
  /** What can be put right here and now: the search alone, or records by the log; null: nothing. */
  readonly repair: 'search' | 'records' | null;
  readonly differences: readonly DeskDifference[];
  /** So many more were found than are told. */
  readonly more: number;
  /** What was compared; null after a quick look, and where the file is too damaged. */
  readonly compared: {
    readonly rows: number;
    readonly entries: number;
    /** SHA-256 over all rows by table and id: two laptops with the same hash hold the same records. */
    readonly hash: string;
  } | null;
}

/** What a repair did. */
export interface RecordsRestored {
  /** How many records are again what the log says. */
  readonly records: number;
  /** The copy of the database as it was before, by its full path. */
  readonly copy: string;
}
