import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import type { RowSource } from '../slices.ts';

/** How high a row is, in pixels; the style says the same. */
export const rowHeight = 34;
/** How far a row that moved is looked for: as far as one slice. */
const mostSearched = 200;

/**
 * Keeps the cursor on its row when rows come in above it: where the row at the cursor became another one, it is looked
 * for nearby.
 */
export function useFollowedRow<Row>(
  rows: RowSource<Row>,
  idOf: (row: Row) => string,
  at: number,
  setAt: (at: number) => void,
): number {
  const row = rows.rowAt(at);
  const id = row === undefined ? null : idOf(row);
  const kept = useRef({ id, at, list: rows.list });
  const { current } = kept;
  if (current.at === at && current.list === rows.list && current.id !== null && id !== null && current.id !== id) {
    for (let step = 1; step <= mostSearched; step += 1) {
      for (const index of [at + step, at - step]) {
        const other = index < 0 ? undefined : rows.rowAt(index);
        if (other === undefined || idOf(other) !== current.id) continue;
        kept.current = { id: current.id, at: index, list: rows.list };
        // React renders again with the place where the row stands now.
        setAt(index);
        return index;
      }
    }
  }
  kept.current = { id: id ?? current.id, at, list: rows.list };
  return at;
}

/** The rows that are in view, and those just beyond; they are asked for. */
export function useRowsInView<Row>({ total, want }: RowSource<Row>, frame: RefObject<HTMLDivElement | null>) {
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // Effects move the list too, and React can't flush within them; its next turn is before the next frame.
    useFlushSync: false,
    // The sticky header is above the rows: every row is one height lower than the virtualizer believes.
    scrollPaddingEnd: rowHeight,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => want(first, last), [want, first, last]);
  return { virtual, items, first, last };
}
