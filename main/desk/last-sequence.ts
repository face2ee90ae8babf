import type { ReadableDatabase } from '../database/handles.ts';

/** The last command that this file took, whoever made it: only to tell whether what was computed is still good. */
export const lastSequence = (database: ReadableDatabase): number =>
  database.get<{ n: number | null }>('SELECT max(sequence) AS n FROM logCommand')?.n ?? 0;
