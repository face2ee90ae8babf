import { sayCount } from '../../../shared/model/counts.ts';
import type { WhatIfAnswer } from '../../../shared/views/selection.ts';

/** `3 would gain a seat, 1 would lose it; 12 would only have another place.` */
export function sayConsequences({ counts, cohort }: Pick<WhatIfAnswer, 'counts' | 'cohort'>): string {
  const many = (count: number, would: string): string[] => (count === 0 ? [] : [`${sayCount(count)} would ${would}`]);
  const parts = [
    ...many(counts['gains-seat'], 'gain a seat'),
    ...many(counts['loses-seat'], 'lose the seat'),
    ...many(counts['other-standing'], 'change standing'),
    ...many(counts['other-tier'], 'be in another tier'),
    ...many(counts['other-place'], 'only have another place'),
  ];
  return parts.length === 0 ? `In ${cohort.name} no one would move.` : `In ${cohort.name}, ${parts.join(', ')}.`;
}
