/** Why something was refused. `sentence` says what, why and what to do next; `reasons` hold the rest, one each. */
export interface Problem {
  readonly sentence: string;
  readonly reasons: readonly string[];
}

/** What a call gives back: a value, or the reason that there is none. Exceptions are bugs. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** A call that went well. */
export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** A refusal that a person can act on. */
export const refuse = (
  sentence: string,
  reasons: readonly string[] = [],
): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem: { sentence, reasons } });
