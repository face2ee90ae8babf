import type { DuplicateSide } from '../../../shared/views/duplicates.ts';
import type { Slices } from '../../kit/slices.ts';

/** Two people of a list, known by a key. */
interface Pair {
  readonly key: string;
  readonly a: DuplicateSide;
  readonly b: DuplicateSide;
}

/** Both names; one of them where they are the same. */
export const sayPairNames = ({ a, b }: Pair): string => (a.name === b.name ? a.name : `${a.name} · ${b.name}`);

/** Both school systems, each once. */
export const sayPlaces = ({ a, b }: Pair): string =>
  [...new Set([a.organization, b.organization])].filter(Boolean).join(' · ');

/** The pair that is looked at; once it is gone, the one that took its place. */
export function currentPair<Row extends Pair, Answer>(
  rows: Slices<Row, Answer>,
  key: string | null,
  at: number,
): { readonly pair: Row; readonly at: number } | null {
  const there = rows.rowAt(at);
  if (there && (key === null || there.key === key)) return { pair: there, at };
  for (let index = 0; index < Math.min(rows.total, 200) && key !== null; index += 1) {
    const pair = rows.rowAt(index);
    if (pair?.key === key) return { pair, at: index };
  }
  const next = Math.max(0, Math.min(at, rows.total - 1));
  const pair = rows.rowAt(next);
  return pair ? { pair, at: next } : null;
}

/** Where a pair stands in its list. */
export function placeOfPair<Row extends Pair, Answer>(rows: Slices<Row, Answer>, pair: Row): number {
  for (let index = 0; index < rows.total; index += 1) if (rows.rowAt(index)?.key === pair.key) return index;
  return 0;
}
