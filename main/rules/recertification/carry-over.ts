import type { CivilDate } from '../../../shared/model/dates.ts';
import { firstOfLast } from './clocks.ts';
import { type Carried, type Ground, ledgerOf } from './completion.ts';
import { bookOf, type Entry } from './credit.ts';
import { inShare, totalAsked } from './requirements.ts';

/**
 * What a completed cycle carries into the next: what counts past the total asked for, of what was earned late enough and
 * in the categories that may, within the limit. What was carried in isn't carried on.
 */
export function carriedFrom(ground: Ground, entries: readonly Entry[], on: CivilDate): Carried | null {
  const { rules, frame } = ground;
  const { carryOver } = rules;
  const asked = totalAsked(frame.requirement);
  if (carryOver === null || asked === null || frame.endsOn === null) return null;
  const excess = ledgerOf(ground, entries, on).total - inShare(asked, frame.share);
  if (excess <= 0) return null;
  const { endsOn } = frame;
  const from = carryOver.earnedWithin === null ? null : firstOfLast(endsOn, carryOver.earnedWithin);
  const late = entries.filter(({ item }) => item !== null && (from === null || item.activityOn >= from));
  const counted = ledgerOf({ ...ground, carried: null }, late, on);
  const { places } = bookOf(rules);
  const may =
    carryOver.from.length === 0
      ? counted.total
      : carryOver.from.reduce((sum, key) => sum + (counted.amounts[places.get(key) ?? -1] ?? 0), 0);
  const credit = Math.min(carryOver.most, excess, may);
  return credit <= 0 ? null : { credit, into: carryOver.into };
}
