import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { narrowest, widest } from '../../../shared/model/table-columns.ts';
import { followPointer } from '../follow-pointer.ts';
import { forgetChoice, hideColumn, placeColumn, sizeColumns } from './choice.ts';
import type { Column } from './column.ts';
import { drawnWidth, fittingWidth, headerUnder } from './measure.ts';

/** How much a key makes a column wider or narrower, in pixels. */
const stride = 16;
/** What a column without a width has at least, where nothing is laid out to be measured. */
const usualLeast = 120;

/** Where a column that is dragged would go. */
export interface Drop {
  readonly key: string;
  readonly side: 'before' | 'after';
}

/** What a person can do to the columns of a table, by mouse and by keys. */
export interface ColumnHands<Row> {
  /** The columns as they are drawn now, also while one is dragged wider. */
  readonly drawn: readonly Column<Row>[];
  readonly drop: Drop | null;
  /** What a screen reader hears of the last step. */
  readonly said: string;
  readonly startSizing: (event: PointerEvent, at: number) => void;
  readonly startMoving: (event: PointerEvent, at: number) => void;
  /** Whether the press that ends now moved a column: it sorts nothing. */
  readonly wasDragged: () => boolean;
  readonly sizeBy: (at: number, steps: number) => void;
  readonly fit: (at: number) => void;
  readonly fitAll: () => void;
  /** Where it is afterwards; null where it can’t move further. */
  readonly move: (at: number, step: 1 | -1) => number | null;
  readonly mayMove: (at: number, step: 1 | -1) => boolean;
  readonly hide: (at: number) => void;
  readonly reset: () => void;
}

/** The hands of a table’s columns: each step is remembered at once, and read aloud. */
export function useColumnHands<Row>(
  name: string,
  columns: readonly Column<Row>[],
  shown: readonly Column<Row>[],
  grid: RefObject<HTMLElement | null>,
): ColumnHands<Row> {
  const [sizing, setSizing] = useState<Readonly<Record<string, number>>>({});
  const [drop, setDrop] = useState<Drop | null>(null);
  const [said, setSaid] = useState('');
  const dragged = useRef(false);

  const widthOf = (at: number): number =>
    Math.round(drawnWidth(grid.current, at)) || (shown[at]?.width ?? shown[at]?.least ?? usualLeast);
  const size = (at: number, width: number) => {
    const column = shown[at];
    if (!column) return;
    const kept = Math.round(Math.max(narrowest, Math.min(widest, width)));
    sizeColumns(name, { [column.key]: kept });
    setSaid(`${column.title} is ${kept} pixels wide.`);
  };
  const mayMove = (at: number, step: 1 | -1): boolean => {
    const [from, to] = [shown[at], shown[at + step]];
    return from !== undefined && to !== undefined && !from.pinned && !to.pinned;
  };
  const place = (from: number, { key, side }: Drop) => {
    const column = shown[from];
    const target = shown.find((each) => each.key === key);
    if (!column || !target || column === target) return;
    placeColumn(name, columns, column.key, { key, side });
    setSaid(`${column.title} is ${side} ${target.title} now.`);
  };

  return {
    drawn: shown.map((column) => {
      const width = sizing[column.key];
      return width === undefined ? column : { ...column, width };
    }),
    drop,
    said,
    startSizing: (event, at) => {
      const column = shown[at];
      if (event.button !== 0 || !column) return;
      event.stopPropagation();
      const begin = widthOf(at);
      // What is before the edge keeps its width meanwhile and afterwards: the edge stays under the pointer.
      const before = Object.fromEntries(shown.slice(0, at).map(({ key }, index) => [key, widthOf(index)]));
      const widths = (x: number) => ({
        ...before,
        [column.key]: Math.max(narrowest, Math.min(widest, begin + x - event.clientX)),
      });
      followPointer(event, {
        onDrag: (x) => setSizing(widths(x)),
        onDrop: (x) => {
          setSizing({});
          sizeColumns(name, widths(x));
        },
        onPutBack: () => setSizing({}),
      });
    },
    startMoving: (event, at) => {
      const column = shown[at];
      dragged.current = false;
      // A finger on the header scrolls the list; its menu and the dialog of columns move one as well.
      if (event.button !== 0 || event.pointerType === 'touch' || !column || column.pinned) return;
      const under = (x: number): Drop | null => {
        const found = grid.current && headerUnder(grid.current, x);
        const target = found ? shown[found.at] : undefined;
        if (!found || !target || target.key === column.key) return null;
        return { key: target.key, side: target.pinned ? 'after' : found.side };
      };
      followPointer(event, {
        onDrag: (x) => {
          dragged.current = true;
          setDrop(under(x));
        },
        onDrop: (x) => {
          setDrop(null);
          const to = under(x);
          if (to) place(at, to);
        },
        onPutBack: () => setDrop(null),
      });
    },
    wasDragged: () => dragged.current,
    sizeBy: (at, steps) => size(at, widthOf(at) + steps * stride),
    fit: (at) => grid.current && size(at, fittingWidth(grid.current, at)),
    fitAll: () => {
      const { current } = grid;
      if (!current) return;
      sizeColumns(name, Object.fromEntries(shown.map(({ key }, at) => [key, fittingWidth(current, at)])));
      setSaid('Every column fits what it shows.');
    },
    mayMove,
    move: (at, step) => {
      const target = shown[at + step];
      if (!mayMove(at, step) || !target) return null;
      place(at, { key: target.key, side: step === 1 ? 'after' : 'before' });
      return at + step;
    },
    hide: (at) => {
      const column = shown[at];
      if (!column || column.always) return;
      hideColumn(name, columns, column.key);
      setSaid(`${column.title} is hidden.`);
    },
    reset: () => {
      forgetChoice(name);
      setSaid('The columns are back to normal.');
    },
  };
}
