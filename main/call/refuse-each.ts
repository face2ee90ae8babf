import { sayCount } from '../../shared/model/counts.ts';
import { type Problem, refuse } from '../../shared/model/result.ts';

/** A refusal with a reason each; of many reasons the first twenty, and how many more there are. */
export function refuseEach(sentence: string, reasons: readonly string[]): { readonly ok: false; problem: Problem } {
  const more = reasons.length - 20;
  return refuse(sentence, more > 0 ? [...reasons.slice(0, 20), `And ${sayCount(more)} more.`] : reasons);
}
