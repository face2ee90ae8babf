import type { z } from 'zod';
import type { TableName } from './model/tables.ts';

/**
 * `reads`: a query, answers at once. `writes`: one command in the log. `works`: touches files or takes long;
 * it may ask for a file, report progress and be cancelled.
 */
type CallKind = 'reads' | 'writes' | 'works';

/**
 * Who may make a call. `lead`: whoever sits at the laptop, in the window or at a terminal. `kiosk`: the window of a
 * laptop that is a kiosk too; what it changes is in no lead's name. `terminal`: only who has the laptop's own account.
 */
type Caller = 'lead' | 'kiosk' | 'terminal';

/** The tables that an answer is made of; `everything`: also the log itself, or the laptop's own notes. */
export type Sources = readonly TableName[] | 'everything';

/** The declaration of one call: what it is for, what goes in (the schema, so that callers may leave out what has a default), what comes out. */
interface Declared<Kind extends CallKind, Schema extends z.ZodType, Output, From extends Sources> {
  readonly kind: Kind;
  /** One line; the terminal's help prints it. */
  readonly about: string;
  readonly input: Schema;
  /** A screen that shows the answer asks again when one of these changes. Nothing for a call whose answer no screen keeps. */
  readonly from: From;
  readonly by: Caller;
  /** Only a type: nothing at run time. */
  readonly output?: Output;
}

function declare<Kind extends CallKind, Output>(kind: Kind) {
  function takes<Schema extends z.ZodType>(
    about: string,
    input: Schema,
    options?: { readonly by?: Caller },
  ): Declared<Kind, Schema, Output, readonly []>;
  function takes<Schema extends z.ZodType, const From extends Sources>(
    about: string,
    input: Schema,
    options: { readonly from: From; readonly by?: Caller },
  ): Declared<Kind, Schema, Output, From>;
  function takes(
    about: string,
    input: z.ZodType,
    { from = [], by = 'lead' }: { readonly from?: Sources; readonly by?: Caller } = {},
  ): Declared<Kind, z.ZodType, Output, Sources> {
    return { kind, about, input, from, by };
  }
  return { takes };
}

/** Declares a query: `reads<Output>().takes('what it is for', schema, { from: ['person'] })`. */
export const reads = <Output>() => ({
  takes: <Schema extends z.ZodType, const From extends Sources>(
    about: string,
    input: Schema,
    { from, by = 'lead' }: { readonly from: From; readonly by?: Caller },
  ): Declared<'reads', Schema, Output, From> => ({ kind: 'reads', about, input, from, by }),
});
/** Declares a command: one entry of the history. */
export const writes = <Output>() => declare<'writes', Output>('writes');
/** Declares an errand that touches files or takes long; with `from` where a screen keeps its answer. */
export const works = <Output>() => declare<'works', Output>('works');
