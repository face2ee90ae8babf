import { z } from 'zod';

/** A column is never dragged narrower or wider than this, in pixels. */
export const narrowest = 40;
export const widest = 1_200;

const Key = z.string().min(1).max(80);
const Keys = z.array(Key).max(200).readonly();

/** What someone chose of a list's columns on this laptop. */
export const ColumnChoice = z.strictObject({
  /** Those that were turned from hidden to shown or back. */
  turned: Keys,
  /** The order they are in; those of a later version, and all where no one arranged them, are where they come. */
  order: Keys,
  /** Pixels of those that were made wider or narrower. */
  widths: z.record(Key, z.number().int().min(narrowest).max(widest)).readonly(),
});
export type ColumnChoice = z.infer<typeof ColumnChoice>;

/** Columns as a list has them until someone chooses. */
export const usualColumns: ColumnChoice = { turned: [], order: [], widths: {} };
