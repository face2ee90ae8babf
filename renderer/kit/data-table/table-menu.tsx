import { countOf } from '../../../shared/model/counts.ts';
import { useCommands } from '../commands.ts';
import { copyText } from '../copy-text.ts';
import { type PointedAction, PointedMenu } from '../pointed-menu.tsx';
import { sayDone, sayRefused } from '../toast-store.ts';
import type { Column, Sort } from './column.ts';
import { headerActions } from './header-menu.ts';
import { copyWithTitlesKeys, menuKeys, RowMenu } from './row-menu.tsx';
import type { ColumnHands } from './use-column-hands.ts';
import type { TableMenuState } from './use-table-menu.ts';

/** Puts cells on the clipboard, and says how many rows they are. */
function copyOut({ cells, rows }: Copied, withTitles: boolean): void {
  if (copyText(cells)) sayDone(`Copied ${countOf(rows, 'row')}${withTitles ? ' with titles' : ''}.`);
  else sayRefused({ sentence: 'The rows could not be copied. Select them, then press the keys to copy.', reasons: [] });
}

/** What is copied, as tab-separated cells. */
export interface Copied {
  readonly cells: string;
  readonly rows: number;
}

/** The menus of a table, of its headers and of its rows, and the palette’s way to them. */
export function TableMenu<Row>({
  menu,
  shown,
  hands,
  onSort,
  onHeader,
  onArrange,
  onRowMenu,
  row,
  own,
  onOpen,
  onSelectAll,
  onClear,
  copied,
}: {
  readonly menu: TableMenuState;
  readonly shown: readonly Column<Row>[];
  readonly hands: ColumnHands<Row>;
  readonly onSort: ((sort: Sort) => void) | undefined;
  /** Puts the cursor on a header. */
  readonly onHeader: (at: number | null) => void;
  readonly onArrange: (() => void) | undefined;
  /** Opens the menu of the row at the cursor. */
  readonly onRowMenu: () => void;
  /** The row at the cursor. */
  readonly row: Row | undefined;
  readonly own: ((row: Row) => readonly PointedAction[]) | undefined;
  readonly onOpen: (() => void) | undefined;
  readonly onSelectAll: (() => void) | undefined;
  readonly onClear: (() => void) | undefined;
  readonly copied: (withTitles: boolean) => Copied;
}) {
  const copy = (withTitles: boolean) => copyOut(copied(withTitles), withTitles);
  useCommands(
    row === undefined
      ? []
      : [
          { id: 'table.menu', label: 'What can be done with this row', keys: menuKeys, run: onRowMenu },
          { id: 'table.copy-titles', label: 'Copy with titles', keys: copyWithTitlesKeys, run: () => copy(true) },
        ],
  );
  const open = menu.shown;
  if (open === null) return null;
  if (open.header !== null) {
    const column = shown[open.header];
    return (
      column && (
        <PointedMenu
          label={`Column ${column.title}`}
          at={open.at}
          groups={headerActions({ column, at: open.header, hands, onSort, onMoved: onHeader, onArrange })}
          onClose={menu.close}
        />
      )
    );
  }
  if (row === undefined) return null;
  return (
    <RowMenu
      at={open.at}
      acts={{
        open: onOpen ?? null,
        own: own?.(row) ?? [],
        selectAll: onSelectAll ?? null,
        clear: onClear ?? null,
        copy,
      }}
      onClose={menu.close}
    />
  );
}
