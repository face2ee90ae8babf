import { sayCount } from '../../../shared/model/counts.ts';
import type { EvidenceAsked } from '../../../shared/model/evidence.ts';
import { type Credit, creditOf, mostClaimed, sayCredit } from '../../../shared/model/recertification/amounts.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';

/**
 * What someone claims, as whole hundredths. Refuses less than nothing, more than one activity can be, and a part of
 * the step in which the policy counts the category.
 * @param amount in hours, points or credits, as it was typed
 */
export function claimOf(
  amount: number,
  category: string | null,
  { unit, categories }: Pick<EvidenceAsked, 'unit' | 'categories'>,
): Result<Credit> {
  const said = sayCount(amount);
  if (!Number.isFinite(amount)) return refuse(`That isn’t a number of ${unit.many}. Type one, such as 2.5.`);
  if (amount < 0) return refuse(`${said} ${unit.many} is less than nothing. Type 0 or more.`);
  if (amount * 100 > mostClaimed) {
    return refuse(
      `${said} ${unit.many} is more than one activity can be; the most is ${sayCredit(creditOf(mostClaimed))}. Check the number, or add several pieces of evidence.`,
    );
  }
  const step = Math.max(1, categories.find(({ key }) => key === category)?.step ?? 1);
  // A product of decimals is off by a hair: 0.29 × 100 is 28.999….
  const hundredths = Math.round(amount * 100);
  const isWhole = Math.abs(amount * 100 - hundredths) < 1e-6;
  if (isWhole && hundredths % step === 0) return done(creditOf(hundredths));
  const below = Math.floor((amount * 100) / step + 1e-9) * step;
  return refuse(
    `${said} ${unit.many} can’t be counted: they are counted in steps of ${sayCredit(creditOf(step))}. Type ${sayCredit(creditOf(below))} or ${sayCredit(creditOf(below + step))}.`,
  );
}
