/**
 * A part of the check that goes on in steps of some milliseconds, where SQLite lets it, so that it can be cancelled
 * between two of them. Each step says how much of the part is done, from 0 to 1.
 */
export type CheckSteps<Value> = Generator<number, Value>;

/** So many rows are looked at in one step. */
export const rowsPerCheckStep = 2_000;
