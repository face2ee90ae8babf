import type { z } from 'zod';

/** JSON text in a column, remembering what it holds. */
export type JsonText<T> = string & { readonly __holds: T };

/** Writes a value as the text of a JSON column. */
// The brand has no run-time part: this is its one way in.
export const toJson = <T>(value: T): JsonText<T> => JSON.stringify(value) as JsonText<T>;

/** Reads a JSON column through its schema; throws where the text breaks it, which only a damaged database can do. */
export const fromJson = <T>(schema: z.ZodType<T>, text: JsonText<T>): T => schema.parse(JSON.parse(text));
