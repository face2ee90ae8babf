import type { MouseEvent } from 'react';
import type { Column } from './column.ts';

interface Props<Row> {
  readonly id: string;
  readonly index: number;
  /** How far down it stands, in pixels. */
  readonly start: number;
  readonly template: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while it is not here yet. */
  readonly row: Row | undefined;
  readonly open: boolean;
  /** Null where nothing can be selected. */
  readonly selected: boolean | null;
  readonly at: boolean;
  /** The cell of it that the arrow keys stand on, where they go through cells; else null. */
  readonly cell: number | null;
  readonly cut: string | null;
  readonly onClick: (event: MouseEvent, index: number) => void;
  readonly onMenu: (event: MouseEvent, index: number) => void;
}

/** One row of a table. */
export function DataRow<Row>({
  id,
  index,
  start,
  template,
  columns,
  row,
  open,
  selected,
  at,
  cell: here,
  cut,
  onClick,
  onMenu,
}: Props<Row>) {
  const className = ['table-row', open && 'open', selected && 'selected', at && 'at', cut !== null && 'cut'];
  return (
    // biome-ignore-start lint/a11y: the grid itself has the focus and the keys; its rows are only pointed to
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={selected ?? undefined}
      aria-current={open ? 'true' : undefined}
      aria-busy={row === undefined ? true : undefined}
      className={className.filter(Boolean).join(' ')}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
      onClick={(event) => onClick(event, index)}
      onContextMenu={(event) => onMenu(event, index)}
    >
      {columns.map(({ key, text, cell, align, mute, pinned }, column) => {
        const said = row === undefined ? '' : text(row);
        return (
          <div
            key={key}
            id={column === here ? `${id}-cell` : undefined}
            role="gridcell"
            aria-colindex={column + 1}
            className={[
              'table-cell',
              align === 'end' && 'end',
              mute && 'mute',
              pinned && 'pinned',
              column === here && 'at-cell',
            ]
              .filter(Boolean)
              .join(' ')}
          >
            {row === undefined ? '' : (cell?.(row) ?? (said === '' ? '–' : said))}
          </div>
        );
      })}
      {cut !== null && <span className="table-cut">{cut}</span>}
    </div>
    // biome-ignore-end lint/a11y: see above
  );
}
