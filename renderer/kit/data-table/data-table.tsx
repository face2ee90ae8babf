import { type ClipboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { ColumnList } from '../../../shared/model/column-sets.ts';
import type { PointedAction } from '../pointed-menu.tsx';
import { ProblemNote } from '../problem.tsx';
import type { RowSource } from '../slices.ts';
import { useShownColumns } from './choice.ts';
import { type Column, leastWidth, type Sort, tracks } from './column.ts';
import { ColumnMenu, choosableColumns } from './column-menu.tsx';
import { copiedRows, toCells } from './copy.ts';
import { TableHeader } from './header.tsx';
import { onColumnKey } from './header-menu.ts';
import { DataRow } from './row.tsx';
import { useClearing } from './row-selection.ts';
import { rowHeight, useFollowedRow, useRowsInView } from './rows-in-view.ts';
import { TableMenu } from './table-menu.tsx';
import { takeKeyboard } from './take-keyboard.ts';
import { useColumnHands } from './use-column-hands.ts';
import { useRows } from './use-rows.ts';
import { useTableMenu } from './use-table-menu.ts';

const none: ReadonlySet<string> = new Set();

/** Shows the whole text of a cell that doesn’t fit into it. */
function sayWhole({ target }: MouseEvent) {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[role="gridcell"]') : null;
  if (!cell) return;
  // A status cuts its own word.
  const isCut = [cell, ...cell.querySelectorAll('.status-word')].some((part) => part.scrollWidth > part.clientWidth);
  cell.title = isCut ? (cell.textContent ?? '') : '';
}

interface Props<Row> {
  /** Remembers the columns; `applicants`. */
  readonly name: string;
  /** What a screen reader calls it: `Applicants of Foxtrot`. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** `useSlices(…)`, or `allRows(rows)`. */
  readonly rows: RowSource<Row>;
  readonly idOf: (row: Row) => string;
  readonly sort?: Sort | null | undefined;
  readonly onSort?: ((sort: Sort) => void) | undefined;
  /** The row that the inspector shows. */
  readonly openId?: string | null;
  /** With the key of the column that the arrow keys or the mouse stand on, where cells are gone through. */
  readonly onOpen?: ((row: Row, column: string) => void) | undefined;
  /** Whether the arrow keys go through cells, not rows alone. */
  readonly cellwise?: boolean;
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: ((ids: ReadonlySet<string>) => void) | undefined;
  /** The list whose columns can be saved by name. */
  readonly columnSets?: ColumnList | undefined;
  /** What only this list can do with one row, in its menu; what is done to a selection says so itself (`onRows`). */
  readonly actions?: ((row: Row) => readonly PointedAction[]) | undefined;
  /** A line across the table after a row, such as after the last seat. */
  readonly cut?: { readonly after: (row: Row) => boolean; readonly label: string } | undefined;
  /** Shown instead of rows where there are none. */
  readonly empty?: ReactNode;
}

/** A list of any length, or why it can't be read. */
export function DataTable<Row>(props: Props<Row>) {
  const { problem } = props.rows;
  return problem ? <ProblemNote problem={problem} /> : <Grid {...props} />;
}

/** What a table knows and does between two drawings: its cursor, its columns, its menu, its hands. */
function useGrid<Row>({
  name,
  columns,
  rows,
  idOf,
  sort,
  onSort,
  openId,
  onOpen,
  cellwise = false,
  selected = none,
  onSelect,
}: Props<Row>) {
  const frame = useRef<HTMLDivElement>(null);
  const shown = useShownColumns(name, columns);
  const hands = useColumnHands(name, columns, shown, frame);
  const [at, setAt] = useState(0);
  const [header, setHeader] = useState<number | null>(null);
  const [across, setAcross] = useState(0);
  const [focused, setFocused] = useState(false);

  const { virtual, items, first, last } = useRowsInView(rows, frame);

  useEffect(() => takeKeyboard(frame.current), []);

  const { list } = rows;
  const isSelected = selected.size > 0;
  useClearing(rows, isSelected, onSelect);

  // Another list begins at its top; the same list keeps its place, as far as it still reaches.
  const listed = useRef(list);
  useEffect(() => {
    if (listed.current === list) return;
    listed.current = list;
    setAt(0);
    virtual.scrollToOffset(0);
  }, [list, virtual]);
  const here = useFollowedRow(rows, idOf, Math.max(0, Math.min(at, rows.total - 1)), setAt);
  const menu = useTableMenu({ frame, header, here });

  const cell = cellwise ? Math.min(across, shown.length - 1) : null;
  const hand = useRows({
    rows,
    columns: shown,
    idOf,
    at: here,
    setAt,
    header,
    setHeader,
    sort,
    onSort,
    selected,
    onSelect,
    openId: openId ?? null,
    hasInspector: openId !== undefined,
    onOpen,
    cell,
    setCell: setAcross,
    perPage: Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowHeight) - 2),
    scrollTo: (index) => virtual.scrollToIndex(index),
    onColumnKey: (event, column) => onColumnKey(event, column, hands, setHeader),
    openMenu: () => (header === null ? openRowMenu() : menu.open()),
  });
  const openRowMenu = () => {
    hand.pointAt(here, true);
    menu.open();
  };

  const copied = (withTitles: boolean) => {
    const chosen = copiedRows(rows, idOf, selected, here);
    return { cells: toCells(shown, chosen, withTitles), rows: chosen.length };
  };
  const onCopy = (event: ClipboardEvent) => {
    if (event.target !== event.currentTarget) return;
    event.clipboardData.setData('text/plain', copied(false).cells);
    event.preventDefault();
  };

  useEffect(() => {
    if (cell === null) return;
    frame.current?.querySelector('.at-cell')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [cell]);
  return {
    frame,
    shown,
    hands,
    header,
    setHeader,
    focused,
    setFocused,
    items,
    height: virtual.getTotalSize(),
    isInView: here >= first && here <= last && rows.total > 0,
    here,
    menu,
    cell,
    hand,
    openRowMenu,
    copied,
    onCopy,
  };
}

/** Only what is in view is drawn, and asked for. */
function Grid<Row>(props: Props<Row>) {
  const { name, label, columns, rows, idOf, sort, onSort, openId, onOpen, selected = none, onSelect } = props;
  const id = useId();
  const [arranging, setArranging] = useState(false);
  const grid = useGrid(props);
  const {
    frame,
    shown,
    hands,
    header,
    setHeader,
    focused,
    setFocused,
    items,
    height,
    isInView,
    here,
    menu,
    cell,
    hand,
  } = grid;
  const isSelected = selected.size > 0;
  const template = tracks(hands.drawn);
  const rowOrCell = cell === null ? `${id}-row-${here}` : `${id}-row-${here}-cell`;
  const active = header !== null ? `${id}-head-${header}` : isInView ? rowOrCell : undefined;
  const pinned = hands.drawn[0]?.pinned ? hands.drawn[0].width : undefined;
  const arrange = choosableColumns(columns).length > 0 ? () => setArranging(true) : undefined;
  return (
    <div className="table-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: rows placed one by one, as far as they are in view, are no table */}
      <div
        ref={frame}
        role="grid"
        className="table"
        aria-label={label}
        aria-rowcount={rows.total + 1}
        aria-colcount={shown.length}
        aria-multiselectable={onSelect ? true : undefined}
        aria-activedescendant={active}
        tabIndex={0}
        style={pinned ? { scrollPaddingLeft: `${pinned}px` } : undefined}
        onKeyDown={hand.onKeyDown}
        onCopy={grid.onCopy}
        onMouseOver={sayWhole}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          // Whoever chooses in a header’s menu goes on at that header.
          if (!menu.isOpen()) setHeader(null);
        }}
      >
        <div className="table-width" style={{ minWidth: `${leastWidth(hands.drawn)}px` }}>
          <TableHeader
            id={id}
            columns={shown}
            template={template}
            sort={sort}
            onSort={onSort}
            at={focused ? header : null}
            hands={hands}
            onMenu={(event, index) => {
              setHeader(index);
              menu.openAt(event, index);
            }}
          />
          {/* biome-ignore lint/a11y/useSemanticElements: as above */}
          <div role="rowgroup" className="table-rows" style={{ height: `${height}px` }}>
            {items.map(({ index, start }) => {
              const row = rows.rowAt(index);
              return (
                <DataRow
                  key={index}
                  id={`${id}-row-${index}`}
                  index={index}
                  start={start}
                  template={template}
                  columns={shown}
                  row={row}
                  // An inspector that is about the selection is not about a row beside it.
                  open={row !== undefined && idOf(row) === openId && (!isSelected || selected.has(openId))}
                  selected={onSelect ? row !== undefined && selected.has(idOf(row)) : null}
                  at={focused && header === null && index === here}
                  cell={index === here ? cell : null}
                  cut={row !== undefined && props.cut?.after(row) ? props.cut.label : null}
                  onClick={hand.onRowClick}
                  onMenu={(event) => {
                    hand.pointAt(index, false);
                    menu.openAt(event, null);
                  }}
                />
              );
            })}
          </div>
        </div>
      </div>
      <TableMenu
        menu={menu}
        shown={shown}
        hands={hands}
        onSort={onSort}
        onHeader={setHeader}
        onArrange={arrange}
        onRowMenu={grid.openRowMenu}
        row={rows.rowAt(here)}
        own={props.actions}
        onOpen={onOpen && (() => hand.open(here))}
        onSelectAll={onSelect && hand.selectAll}
        onClear={isSelected ? hand.clear : undefined}
        copied={grid.copied}
      />
      <ColumnMenu
        name={name}
        columns={columns}
        shown={shown}
        list={props.columnSets}
        arranging={arranging}
        onArrange={setArranging}
      />
      <span className="unseen" aria-live="polite">
        {hands.said}
      </span>
      {rows.total === 0 && props.empty && <div className="table-empty">{props.empty}</div>}
    </div>
  );
}
