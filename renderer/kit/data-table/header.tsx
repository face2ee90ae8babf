import { ChevronDown, ChevronUp } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { Column, Sort } from './column.ts';
import type { ColumnHands } from './use-column-hands.ts';

/** The order that a click on a header asks for: up, then down. */
export const nextSort = (sort: Sort | null | undefined, key: string): Sort => ({
  by: key,
  direction: sort?.by === key && sort.direction === 'up' ? 'down' : 'up',
});

/** From so many letters on, a title may take three lines, in smaller letters: a course's name is never cut. */
const longTitle = 20;

/** The row of column titles, which sort. It stays while the rows scroll. */
export function TableHeader<Row>({
  id,
  columns,
  template,
  sort,
  onSort,
  at,
  hands,
  onMenu,
}: {
  readonly id: string;
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly sort: Sort | null | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
  /** The header that the arrow keys stand on; null: they are in the rows. */
  readonly at: number | null;
  readonly hands: ColumnHands<Row>;
  readonly onMenu: (event: MouseEvent, at: number) => void;
}) {
  const { drop } = hands;
  return (
    // biome-ignore-start lint/a11y: the grid itself has the focus; its parts are only pointed to
    <div role="rowgroup" className="table-head">
      <div role="row" aria-rowindex={1} className="table-row" style={{ gridTemplateColumns: template }}>
        {columns.map(({ key, title, align, pinned, sortable = true }, index) => {
          const sorted = sort?.by === key ? sort.direction : null;
          const sorts = sortable && onSort !== undefined;
          return (
            <div
              key={key}
              id={`${id}-head-${index}`}
              role="columnheader"
              aria-colindex={index + 1}
              aria-haspopup="menu"
              aria-sort={sorted === 'up' ? 'ascending' : sorted === 'down' ? 'descending' : sorts ? 'none' : undefined}
              className={[
                'table-header',
                align === 'end' && 'end',
                pinned && 'pinned',
                sorts && 'sorts',
                at === index && 'at',
                sorted && 'sorted',
                title.length > longTitle && 'long',
                drop?.key === key && `drop-${drop.side}`,
              ]
                .filter(Boolean)
                .join(' ')}
              onClick={() => sorts && !hands.wasDragged() && onSort(nextSort(sort, key))}
              onPointerDown={(event) => hands.startMoving(event, index)}
              onContextMenu={(event) => onMenu(event, index)}
              title={sorts ? `${title}: click to sort, right-click for more` : `${title}: right-click for more`}
            >
              <span>{title}</span>
              {sorted === 'up' && <ChevronUp aria-hidden="true" />}
              {sorted === 'down' && <ChevronDown aria-hidden="true" />}
              <span
                className="table-edge"
                aria-hidden="true"
                onPointerDown={(event) => hands.startSizing(event, index)}
                onClick={(event) => event.stopPropagation()}
                onDoubleClick={() => hands.fit(index)}
              />
            </div>
          );
        })}
      </div>
    </div>
    // biome-ignore-end lint/a11y: see above
  );
}
