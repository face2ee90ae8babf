import type { z } from 'zod';

/**
 * `reads`: a query, answers at once. `writes`: one command in the log. `works`: touches files or takes long;
 * it may ask for a file, report progress and be cancelled.
 */
export type CallKind = 'reads' | 'writes' | 'works';

const declare =
  <Kind extends CallKind>(kind: Kind) =>
  <Output>() => ({
    takes: <Schema extends z.ZodType>(about: string, input: Schema) =>
      ({ kind, about, input }) as Declared<Kind, Schema, Output>,
  });

/** The declaration of one call: what it is for, what goes in (the schema, so that callers may leave out what has a default), what comes out. */
export interface Declared<Kind extends CallKind, Schema extends z.ZodType, Output> {
  readonly kind: Kind;
  /** One line; the terminal's help prints it. */
  readonly about: string;
  readonly input: Schema;
  /** Only a type: nothing at run time. */
  readonly output?: Output;
}

/** Declares a query: `reads<Output>().takes('what it is for', schema)`. */
export const reads = declare('reads');
/** Declares a command: one entry of the history. */
export const writes = declare('writes');
/** Declares an errand that touches files or takes long. */
export const works = declare('works');
