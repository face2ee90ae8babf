import type { KeyboardEvent } from 'react';
import type { PointedAction } from '../pointed-menu.tsx';
import type { Column, Sort } from './column.ts';
import type { ColumnHands } from './use-column-hands.ts';

/** Opens the dialog in which columns are arranged and saved. */
export const arrangeKeys = 'Mod+Shift+L';

const moveKeys = { left: 'Alt+ArrowLeft', right: 'Alt+ArrowRight' };
const sizeKeys = { narrower: 'Shift+ArrowLeft', wider: 'Shift+ArrowRight' };
const fitKeys = 'Shift+Enter';
const hideKeys = 'Delete';

const end = (way: string): string => `It can’t move further ${way}.`;

/** What can be done to one column, in groups. */
export function headerActions<Row>({
  column,
  at,
  hands,
  onSort,
  onMoved,
  onArrange,
}: {
  readonly column: Column<Row>;
  readonly at: number;
  readonly hands: ColumnHands<Row>;
  readonly onSort: ((sort: Sort) => void) | undefined;
  /** Where the column is after it moved. */
  readonly onMoved: (at: number) => void;
  readonly onArrange: (() => void) | undefined;
}): readonly (readonly PointedAction[])[] {
  const move = (step: 1 | -1) => () => {
    const to = hands.move(at, step);
    if (to !== null) onMoved(to);
  };
  const sort = (direction: Sort['direction']) => () => onSort?.({ by: column.key, direction });
  return [
    onSort && column.sortable !== false
      ? [
          { id: 'sort-up', label: 'Sort ascending', run: sort('up') },
          { id: 'sort-down', label: 'Sort descending', run: sort('down') },
        ]
      : [],
    [
      {
        id: 'move-left',
        label: 'Move left',
        keys: moveKeys.left,
        disabledBecause: hands.mayMove(at, -1) ? null : end('left'),
        run: move(-1),
      },
      {
        id: 'move-right',
        label: 'Move right',
        keys: moveKeys.right,
        disabledBecause: hands.mayMove(at, 1) ? null : end('right'),
        run: move(1),
      },
    ],
    [
      { id: 'wider', label: 'Wider', keys: sizeKeys.wider, run: () => hands.sizeBy(at, 1) },
      { id: 'narrower', label: 'Narrower', keys: sizeKeys.narrower, run: () => hands.sizeBy(at, -1) },
      { id: 'fit', label: 'Fit to what it shows', keys: fitKeys, run: () => hands.fit(at) },
      { id: 'fit-all', label: 'Fit every column', run: hands.fitAll },
    ],
    [
      {
        id: 'hide',
        label: 'Hide',
        keys: hideKeys,
        disabledBecause: column.always ? 'This column is always shown.' : null,
        run: () => hands.hide(at),
      },
      ...(onArrange ? [{ id: 'arrange', label: 'Columns…', keys: arrangeKeys, run: onArrange }] : []),
      { id: 'reset', label: 'Reset the columns', run: hands.reset },
    ],
  ];
}

/** What a key does to the column whose header the arrow keys are on; false: nothing. */
export function onColumnKey<Row>(
  event: KeyboardEvent,
  at: number,
  hands: ColumnHands<Row>,
  onMoved: (at: number) => void,
): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : null;
  if (step !== null && event.altKey) {
    const to = hands.move(at, step);
    if (to !== null) onMoved(to);
  } else if (step !== null && event.shiftKey) hands.sizeBy(at, step);
  else if (event.key === 'Enter' && event.shiftKey) hands.fit(at);
  else if (event.key === 'Delete') hands.hide(at);
  else return false;
  return true;
}
