import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { isBound } from '../commands.ts';
import { idsBetween, idsHere } from '../held-rows.ts';
import { isMac } from '../keys.ts';
import type { RowSource } from '../slices.ts';
import type { Column, Sort } from './column.ts';
import { nextSort } from './header.tsx';

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
  readonly onOpen: ((row: Row, column: string) => void) | undefined;
  /** The column that the arrow keys stand on, where they go through cells; null: they go through rows. */
  readonly cell: number | null;
  readonly setCell: (at: number) => void;
  /** How many rows a page is. */
  readonly perPage: number;
  readonly scrollTo: (index: number) => void;
}

/** Letters typed within this time belong to one name. */
const pause = 900;

/** The column of the cell that was clicked; the first where none was. */
function columnOf(target: EventTarget): number {
  const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null;
  return Math.max(0, Number(cell?.getAttribute('aria-colindex') ?? 1) - 1);
}

/** A table's hands: moving, opening, selecting, sorting and finding, by keyboard and by mouse. */
export function useRows<Row>(input: RowsInput<Row>) {
  const { rows, columns, idOf, at, setAt, header, setHeader, sort, onSort, selected, onSelect, openId, onOpen } = input;
  const anchor = useRef(0);
  const typed = useRef({ text: '', at: 0 });
  /** Counts what was asked to be selected: only the last of it is. */
  const wanted = useRef(0);
  const last = rows.total - 1;
  const { cell, setCell } = input;
  const openRow = (row: Row, column = cell ?? 0) => onOpen?.(row, columns[column]?.key ?? '');

  /** Selects these rows and no others; whatever was still to be gathered is not wanted any more. */
  const select = (ids: ReadonlySet<string>) => {
    wanted.current += 1;
    onSelect?.(ids);
  };
  /** Selects everything from a row to another, also what is not here yet: all of it at once, or nothing. */
  const selectRange = (from: number, to: number) => {
    if (!onSelect || last < 0) return;
    const [lower, upper] = [Math.min(from, to), Math.max(from, to)];
    const ids = idsHere(rows, idOf, lower, upper);
    wanted.current += 1;
    const mine = wanted.current;
    if (ids.size > upper - lower) onSelect(ids);
    else void idsBetween(rows, idOf, lower, upper).then((all) => all && mine === wanted.current && onSelect(all));
  };

  const move = (to: number, extend: boolean) => {
    const index = Math.max(0, Math.min(last, to));
    if (last < 0) return;
    setHeader(null);
    setAt(index);
    input.scrollTo(index);
    if (extend && onSelect) selectRange(anchor.current, index);
    else anchor.current = index;
    // An inspector that is open follows.
    const row = rows.rowAt(index);
    if (!extend && row !== undefined && openId !== null) openRow(row);
  };

  const toggle = (index: number, kept: string | null = null) => {
    const row = rows.rowAt(index);
    if (row === undefined || !onSelect) return;
    const ids = new Set(selected);
    if (kept !== null && kept !== idOf(row)) ids.add(kept);
    if (!ids.delete(idOf(row))) ids.add(idOf(row));
    anchor.current = index;
    select(ids);
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

  /** Goes to the next row whose name, or whichever column must be shown, begins with what is typed. */
  const find = (letter: string) => {
    const now = Date.now();
    const fresh = now - typed.current.at > pause;
    const text = (fresh ? '' : typed.current.text) + letter.toLowerCase();
    typed.current = { text, at: now };
    const column = columns.find(({ always }) => always) ?? columns[0];
    if (!column) return;
    for (let step = fresh ? 1 : 0; step <= rows.total; step += 1) {
      const index = (at + step) % rows.total;
      const row = rows.rowAt(index);
      if (row !== undefined && column.text(row).toLowerCase().startsWith(text)) {
        move(index, false);
        return;
      }
    }
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
    else if (event.key === ' ' && Date.now() - typed.current.at > pause) toggle(at);
    else if (main && event.key.toLowerCase() === 'a') selectRange(0, last);
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const main = isMac() ? event.metaKey : event.ctrlKey;
    if (onHeaderKey(event) || onRowKey(event, main)) {
      event.preventDefault();
      return;
    }
    if (main || event.metaKey || event.ctrlKey || event.key.length !== 1) return;
    // A letter that is a command's is the command's, unless a name is being typed already.
    const typing = Date.now() - typed.current.at <= pause;
    if (!typing && isBound(event.nativeEvent)) return;
    event.preventDefault();
    find(event.key);
  };

  const onRowClick = (event: MouseEvent, index: number) => {
    const row = rows.rowAt(index);
    if (row === undefined) return;
    setHeader(null);
    setAt(index);
    const column = cell === null ? 0 : columnOf(event.target);
    if (cell !== null) setCell(column);
    if (event.shiftKey && onSelect) {
      selectRange(anchor.current, index);
    } else if ((isMac() ? event.metaKey : event.ctrlKey) && onSelect) {
      // As on the platform: the row that was clicked before is the first of the selection.
      const isFirst = selected.size === 0 && openId !== null && idsHere(rows, idOf, 0, last).has(openId);
      toggle(index, isFirst ? openId : null);
    } else {
      anchor.current = index;
      if (selected.size > 0) select(new Set());
      openRow(row, column);
    }
  };

  return { onKeyDown, onRowClick };
}
