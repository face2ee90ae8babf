import type { Problem } from '../../shared/model/result.ts';

/** The refusal of a person who pressed Cancel: nothing to be sorry for, nothing to show in red. */
interface CancelledProblem extends Problem {
  readonly cancelled: true;
}

/** What cancelled work gives back. */
export const cancelled = (
  sentence = 'Canceled: nothing was saved.',
): { readonly ok: false; readonly problem: CancelledProblem } => ({
  ok: false,
  problem: { sentence, reasons: [], cancelled: true },
});
