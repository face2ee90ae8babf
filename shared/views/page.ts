import { z } from 'zod';

/** The part of a list that a screen asks for. */
export const Slice = {
  search: z.string().max(200).default(''),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(1_000).default(200),
};

/** A sort order over the keys of a list's columns. */
export const sortBy = <const Keys extends readonly [string, ...string[]]>(keys: Keys) =>
  z.strictObject({ by: z.enum(keys), direction: z.enum(['up', 'down']) }).optional();

/** A slice of a list, with how long the whole list is. */
export interface ListSlice<Row> {
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly Row[];
}

/** What an exported list can be written as. */
export const SheetFormat = z.enum(['xlsx', 'csv']);
export type SheetFormat = z.infer<typeof SheetFormat>;

/** A file that was written; null stands beside it where the person cancelled. */
export interface WrittenFile {
  readonly file: string;
  /** What it holds: `60 rows`, `32 certificates`. */
  readonly holds: string;
  /** A sentence for each thing that could not be written. */
  readonly notes: readonly string[];
}

/** One line of a record's history. */
export interface HistoryLine {
  readonly at: string;
  readonly sentence: string;
  /** The lead who did it; left out or null: no one was named, or it came by a form. */
  readonly who?: string | null;
}
