import type { Result } from '../../shared/model/result.ts';

/**
 * How a call puts another database in the place of the open one. The desk that makes the call is closed by it. Left out
 * where a desk is opened for one call, as at a terminal.
 */
export interface DatabaseSwitch {
  /** Opens another database, or a new one; refuses what can't be opened, and then all stays as it was. */
  readonly open: (file: string, how?: { readonly isNew: boolean }) => Promise<Result<null>>;
  /** Puts a whole copy, which is beside the open database, in its place; what it replaces is kept as `aside`. */
  readonly replace: (copy: string, aside: string) => Promise<Result<null>>;
}
