import { countOf } from '../../../shared/model/counts.ts';
import type { NextStep } from '../../../shared/views/desk.ts';
import type { Facts } from '../../call/facts.ts';
import { quickDuplicates } from '../duplicates/known-duplicates.ts';

/** Whether people wait to be looked at who may be one. A large desk that no one has searched yet says nothing. */
export function duplicateSteps(facts: Facts): NextStep[] {
  const pairs = quickDuplicates(facts)?.pairs.length ?? 0;
  if (pairs === 0) return [];
  const sentence = `${countOf(pairs, 'pair')} may be the same person`;
  return [{ key: 'duplicates', sentence, action: 'Compare', path: '/duplicates', urgency: 'calm' }];
}
