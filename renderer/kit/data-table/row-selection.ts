import { useEffect, useRef } from 'react';
import { useCommands } from '../commands.ts';
import { idsBetween, idsHere } from '../held-rows.ts';
import type { RowSource } from '../slices.ts';

/** How the rows of a table are selected: one by one, and from the row where a selection began to another. */
export function useRowSelection<Row>({
  rows,
  idOf,
  selected,
  onSelect,
}: {
  readonly rows: RowSource<Row>;
  readonly idOf: (row: Row) => string;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: ((ids: ReadonlySet<string>) => void) | undefined;
}) {
  const anchor = useRef(0);
  /** Counts what was asked to be selected: only the last of it is. */
  const wanted = useRef(0);

  /** Selects these rows and no others; whatever was still to be gathered is no longer wanted. */
  const select = (ids: ReadonlySet<string>) => {
    wanted.current += 1;
    onSelect?.(ids);
  };

  /** Selects everything from a row to another, also what is not here yet: all of it at once, or nothing. */
  const selectRange = (from: number, to: number) => {
    if (!onSelect || rows.total === 0) return;
    const [lower, upper] = [Math.min(from, to), Math.max(from, to)];
    const ids = idsHere(rows, idOf, lower, upper);
    wanted.current += 1;
    const mine = wanted.current;
    if (ids.size > upper - lower) onSelect(ids);
    else void idsBetween(rows, idOf, lower, upper).then((all) => all && mine === wanted.current && onSelect(all));
  };

  return {
    beginAt: (index: number) => {
      anchor.current = index;
    },
    extendTo: (index: number) => selectRange(anchor.current, index),
    selectAll: () => selectRange(0, rows.total - 1),
    clear: () => select(new Set()),
    selectOnly: (index: number) => {
      const row = rows.rowAt(index);
      anchor.current = index;
      if (row !== undefined) select(new Set([idOf(row)]));
    },
    /** Selects a row, or no longer; `kept` is selected with it. */
    toggle: (index: number, kept: string | null = null) => {
      const row = rows.rowAt(index);
      if (row === undefined || !onSelect) return;
      const ids = new Set(selected);
      if (kept !== null && kept !== idOf(row)) ids.add(kept);
      if (!ids.delete(idOf(row))) ids.add(idOf(row));
      anchor.current = index;
      select(ids);
    },
  };
}

/** Escape clears the selection; rows that were held only for it are let go. */
export function useClearing<Row>(
  { letGo }: RowSource<Row>,
  isSelected: boolean,
  onSelect: ((ids: ReadonlySet<string>) => void) | undefined,
): void {
  const clear = () => onSelect?.(new Set());
  useCommands(
    isSelected && onSelect
      ? [{ id: 'selection.clear', label: 'Clear the selection', keys: 'Escape', hidden: true, run: clear }]
      : [],
  );
  useEffect(() => {
    if (!isSelected) letGo?.();
  }, [isSelected, letGo]);
}
