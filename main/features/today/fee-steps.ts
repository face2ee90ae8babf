import { sayCount } from '../../../shared/model/counts.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { NextStep } from '../../../shared/views/desk.ts';
import type { Facts } from '../../call/facts.ts';
import { feesOwed } from '../fees/groups.ts';

/** Who still owes the course fee: `12 participants owe their fee: $900 in all`. */
export function feeSteps(facts: Facts): NextStep[] {
  const { people, cents, cohortId } = feesOwed(facts);
  if (people === 0) return [];
  const sentence =
    people === 1
      ? `1 participant owes the fee: ${sayCents(cents)}`
      : `${sayCount(people)} participants owe their fee: ${sayCents(cents)} in all`;
  const path = cohortId === null ? '/fees' : `/fees/${cohortId}`;
  return [{ key: 'fees', sentence, action: 'See who', path: `${path}?show=owes`, urgency: 'soon' }];
}
