import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { ColumnList } from '../../../shared/model/column-sets.ts';
import { useCommands } from '../commands.ts';
import { ProblemNote } from '../problem.tsx';
import type { RowSource } from '../slices.ts';
import { useShownColumns } from './choice.ts';
import { type Column, leastWidth, type Sort, tracks } from './column.ts';
import { ColumnMenu } from './column-menu.tsx';
import { toCells } from './copy.ts';
import { TableHeader } from './header.tsx';
import { DataRow } from './row.tsx';
import { takeKeyboard } from './take-keyboard.ts';
import { useRows } from './use-rows.ts';

const rowHeight = 34;
/** How far a row that moved is looked for: as far as one slice. */
const mostSearched = 200;
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
  /** A line across the table after a row, such as after the last seat. */
  readonly cut?: { readonly after: (row: Row) => boolean; readonly label: string } | undefined;
  /** Shown instead of rows where there are none. */
  readonly empty?: ReactNode;
}

/**
 * Keeps the cursor on its row when rows come in above it: where the row at the cursor became another one, it is looked
 * for nearby.
 */
function useFollowedRow<Row>(
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
function useRowsInView<Row>({ total, want }: RowSource<Row>, frame: RefObject<HTMLDivElement | null>) {
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

/** Escape clears the selection; rows that were held only for it are let go. */
function useClearing<Row>({ letGo }: RowSource<Row>, isSelected: boolean, onSelect: Props<Row>['onSelect']): void {
  const clear = () => onSelect?.(none);
  useCommands(
    isSelected && onSelect
      ? [{ id: 'selection.clear', label: 'Clear the selection', keys: 'Escape', hidden: true, run: clear }]
      : [],
  );
  useEffect(() => {
    if (!isSelected) letGo?.();
  }, [isSelected, letGo]);
}

/** What is copied: the rows that are selected, or else the one that the arrow keys are on. */
function copied<Row>(
  rows: RowSource<Row>,
  idOf: (row: Row) => string,
  selected: ReadonlySet<string>,
  here: number,
): readonly Row[] {
  const chosen: Row[] = [];
  for (let index = 0; index < rows.total; index += 1) {
    const row = rows.rowAt(index);
    if (row !== undefined && selected.has(idOf(row))) chosen.push(row);
  }
  const current = rows.rowAt(here);
  return chosen.length > 0 || current === undefined ? chosen : [current];
}

/** A list of any length, or why it can't be read. */
export function DataTable<Row>(props: Props<Row>) {
  const { problem } = props.rows;
  return problem ? <ProblemNote problem={problem} /> : <Grid {...props} />;
}

/** Only what is in view is drawn, and asked for. */
function Grid<Row>({
  name,
  label,
  columns,
  rows,
  idOf,
  sort,
  onSort,
  openId = null,
  onOpen,
  cellwise = false,
  selected = none,
  onSelect,
  columnSets,
  cut,
  empty,
}: Props<Row>) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const shown = useShownColumns(name, columns);
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

  const cell = cellwise ? Math.min(across, shown.length - 1) : null;
  const { onKeyDown, onRowClick } = useRows({
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
    openId,
    onOpen,
    cell,
    setCell: setAcross,
    perPage: Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowHeight) - 2),
    scrollTo: (index) => virtual.scrollToIndex(index),
  });

  const onCopy = (event: ClipboardEvent) => {
    if (event.target !== event.currentTarget) return;
    event.clipboardData.setData('text/plain', toCells(shown, copied(rows, idOf, selected, here)));
    event.preventDefault();
  };

  const template = tracks(shown);
  const inView = here >= first && here <= last && rows.total > 0;
  const rowOrCell = cell === null ? `${id}-row-${here}` : `${id}-row-${here}-cell`;
  const active = header !== null ? `${id}-head-${header}` : inView ? rowOrCell : undefined;
  useEffect(() => {
    if (cell === null) return;
    frame.current?.querySelector('.at-cell')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [cell]);
  const pinned = shown[0]?.pinned ? shown[0].width : undefined;
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
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onMouseOver={sayWhole}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          setHeader(null);
        }}
      >
        <div className="table-width" style={{ minWidth: `${leastWidth(shown)}px` }}>
          <TableHeader
            id={id}
            columns={shown}
            template={template}
            sort={sort}
            onSort={onSort}
            at={focused ? header : null}
          />
          {/* biome-ignore lint/a11y/useSemanticElements: as above */}
          <div role="rowgroup" className="table-rows" style={{ height: `${virtual.getTotalSize()}px` }}>
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
                  cut={row !== undefined && cut?.after(row) ? cut.label : null}
                  onClick={onRowClick}
                />
              );
            })}
          </div>
        </div>
      </div>
      <ColumnMenu name={name} columns={columns} shown={shown} list={columnSets} />
      {rows.total === 0 && empty && <div className="table-empty">{empty}</div>}
    </div>
  );
}
