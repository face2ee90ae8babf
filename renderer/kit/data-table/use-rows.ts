import type { KeyboardEvent, MouseEvent } from 'react';
import { isBound } from '../commands.ts';
import { idsHere } from '../held-rows.ts';
import { isMac } from '../keys.ts';
import type { RowSource } from '../slices.ts';
import type { Column, Sort } from './column.ts';
import { nextSort } from './header.tsx';
import { useRowSelection } from './row-selection.ts';
import { useTypedLetters } from './typed-letters.ts';

/** What the keyboard and the mouse need to know of a table. */
interface RowsInput<Row> {
  readonly rows: RowSource<Row>;
  readonly columns: readonly Column<Row>[];
  readonly idOf: (row: Row) => string;
  /** The place of the row that the arrow keys stand on. */
  readonly at: number;
  readonly setAt: (at: number) => void;
  readonly header: number | null;
  readonly setHeader: (at: number | null) => void;
  readonly sort: Sort | null | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: ((ids: ReadonlySet<string>) => void) | undefined;
  readonly openId: string | null;
  /** Whether opening a row shows it beside the list, not on a screen of its own. */
  readonly hasInspector: boolean;
  readonly onOpen: ((row: Row, column: string) => void) | undefined;
  /** The column that the arrow keys stand on, where they go through cells; null: they go through rows. */
  readonly cell: number | null;
  readonly setCell: (at: number) => void;
  /** How many rows a page is. */
  readonly perPage: number;
  readonly scrollTo: (index: number) => void;
  /** What a key does to the column of a header; false: nothing. */
  readonly onColumnKey: (event: KeyboardEvent, at: number) => boolean;
  /** Opens the menu of the header or the row that the arrow keys are on. */
  readonly openMenu: () => void;
}

/** The column of the cell that was clicked; the first where none was. */
function columnOf(target: EventTarget): number {
  const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null;
  return Math.max(0, Number(cell?.getAttribute('aria-colindex') ?? 1) - 1);
}

/** The platforms’ keys for a menu; a Mac has no key of its own for it. */
const asksForMenu = ({ key, shiftKey, altKey }: KeyboardEvent): boolean =>
  key === 'ContextMenu' || (key === 'F10' && shiftKey) || (key === 'ArrowDown' && altKey);

/** A table's hands: which key and which click moves, opens, selects, sorts or finds. */
export function useRows<Row>(input: RowsInput<Row>) {
  const { rows, columns, idOf, at, setAt, header, setHeader, sort, onSort, selected, onSelect, openId, onOpen } = input;
  const selection = useRowSelection({ rows, idOf, selected, onSelect });
  const typing = useTypedLetters(rows, columns);
  const last = rows.total - 1;
  const { cell, setCell } = input;
  const openRow = (row: Row, column = cell ?? 0) => onOpen?.(row, columns[column]?.key ?? '');

  const move = (to: number, extend: boolean) => {
    const index = Math.max(0, Math.min(last, to));
    if (last < 0) return;
    setHeader(null);
    setAt(index);
    input.scrollTo(index);
    if (extend && onSelect) selection.extendTo(index);
    else selection.beginAt(index);
    // An inspector that is open follows.
    const row = rows.rowAt(index);
    if (!extend && row !== undefined && openId !== null) openRow(row);
  };

  const open = (index: number) => {
    const row = rows.rowAt(index);
    if (row === undefined) return;
    if (idOf(row) === openId) document.querySelector<HTMLElement>('[data-inspector]')?.focus();
    else openRow(row);
  };

  /** Goes to another cell of the row; an inspector that is open follows. */
  const moveAcross = (to: number) => {
    const column = Math.max(0, Math.min(columns.length - 1, to));
    setCell(column);
    const row = rows.rowAt(at);
    if (row !== undefined && openId !== null) openRow(row, column);
  };

  const onHeaderKey = (event: KeyboardEvent): boolean => {
    if (header === null) return false;
    const column = columns[header];
    if (event.key === 'ArrowRight') setHeader(Math.min(columns.length - 1, header + 1));
    else if (event.key === 'ArrowLeft') setHeader(Math.max(0, header - 1));
    else if (event.key === 'ArrowDown') {
      if (cell !== null) setCell(header);
      setHeader(null);
    } else if ((event.key === 'Enter' || event.key === ' ') && column && column.sortable !== false) {
      onSort?.(nextSort(sort, column.key));
    } else return false;
    return true;
  };

  const onRowKey = (event: KeyboardEvent, main: boolean): boolean => {
    const { shiftKey } = event;
    if (event.key === 'ArrowDown') move(at + 1, shiftKey);
    else if (event.key === 'ArrowUp' && at <= 0 && !shiftKey) setHeader(cell ?? 0);
    else if (event.key === 'ArrowUp') move(at - 1, shiftKey);
    else if (event.key === 'ArrowRight' && cell !== null) moveAcross(cell + 1);
    else if (event.key === 'ArrowLeft' && cell !== null) moveAcross(cell - 1);
    else if (event.key === 'PageDown') move(at + input.perPage, shiftKey);
    else if (event.key === 'PageUp') move(at - input.perPage, shiftKey);
    else if (event.key === 'Home') move(0, shiftKey);
    else if (event.key === 'End') move(last, shiftKey);
    else if (event.key === 'Enter' && !main) open(at);
    else if (event.key === ' ' && !typing.isTyping()) selection.toggle(at);
    else if (main && !shiftKey && event.key.toLowerCase() === 'a') selection.selectAll();
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (asksForMenu(event) || (header !== null && input.onColumnKey(event, header))) {
      event.preventDefault();
      if (asksForMenu(event)) input.openMenu();
      return;
    }
    if (event.altKey) return;
    const main = isMac() ? event.metaKey : event.ctrlKey;
    if (onHeaderKey(event) || onRowKey(event, main)) {
      event.preventDefault();
      return;
    }
    if (main || event.metaKey || event.ctrlKey || event.key.length !== 1) return;
    // A letter that is a command's is the command's, unless a name is being typed already.
    if (!typing.isTyping() && isBound(event.nativeEvent)) return;
    event.preventDefault();
    const found = typing.find(event.key, at);
    if (found !== null) move(found, false);
  };

  const onRowClick = (event: MouseEvent, index: number) => {
    const row = rows.rowAt(index);
    if (row === undefined) return;
    setHeader(null);
    setAt(index);
    const column = cell === null ? 0 : columnOf(event.target);
    if (cell !== null) setCell(column);
    if (event.shiftKey && onSelect) {
      selection.extendTo(index);
    } else if ((isMac() ? event.metaKey : event.ctrlKey) && onSelect) {
      // As on the platform: the row that was clicked before is the first of the selection.
      const isFirst = selected.size === 0 && openId !== null && idsHere(rows, idOf, 0, last).has(openId);
      selection.toggle(index, isFirst ? openId : null);
    } else {
      selection.beginAt(index);
      if (selected.size > 0) selection.clear();
      openRow(row, column);
    }
  };

  /** As on the platform: a menu is about the selection if it was opened on it, else about its own row alone. */
  const pointAt = (index: number, isByKey: boolean) => {
    const row = rows.rowAt(index);
    if (row === undefined) return;
    setHeader(null);
    setAt(index);
    if (onSelect) {
      if (selected.has(idOf(row)) || (isByKey && selected.size > 0)) return;
      selection.selectOnly(index);
    } else if (input.hasInspector) openRow(row);
  };

  return { onKeyDown, onRowClick, pointAt, open, selectAll: selection.selectAll, clear: selection.clear };
}
