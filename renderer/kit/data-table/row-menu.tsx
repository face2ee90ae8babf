import { useCommandRegistry } from '../commands.ts';
import { type Point, type PointedAction, PointedMenu } from '../pointed-menu.tsx';

/** Opens the menu of the row that the arrow keys are on. */
export const menuKeys = 'Shift+F10';
export const copyKeys = 'Mod+C';
export const copyWithTitlesKeys = 'Mod+Shift+C';

/** What any table does with its rows; what it can’t do is left out. */
export interface TableActs {
  readonly open: (() => void) | null;
  /** What this list alone can do with the row. */
  readonly own: readonly PointedAction[];
  readonly selectAll: (() => void) | null;
  readonly clear: (() => void) | null;
  readonly copy: (withTitles: boolean) => void;
}

/** The menu of a row: what the screen does with whoever is selected, each with its key, then what every table does. */
export function RowMenu({
  at,
  acts: { open, own, selectAll, clear, copy },
  onClose,
}: {
  readonly at: Point;
  readonly acts: TableActs;
  readonly onClose: () => void;
}) {
  // Asked while the menu is open: what can be done follows the selection, which has just become this row.
  const groups = useCommandRegistry((state) => state.groups);
  const ofTheScreen = groups
    .flatMap(({ commands }) => commands)
    .flatMap(({ id, keys, onRows, run }): PointedAction[] =>
      onRows === undefined
        ? []
        : [
            {
              id,
              label: onRows.label,
              run,
              danger: onRows.danger === true,
              disabledBecause: onRows.whyNot,
              ...(keys === undefined ? {} : { keys }),
            },
          ],
    );
  return (
    <PointedMenu
      label="What can be done here"
      at={at}
      onClose={onClose}
      groups={[
        open ? [{ id: 'table.open', label: 'Open', keys: 'Enter', run: open }] : [],
        [...ofTheScreen, ...own],
        [
          ...(selectAll ? [{ id: 'table.all', label: 'Select all', keys: 'Mod+A', run: selectAll }] : []),
          ...(clear ? [{ id: 'table.none', label: 'Clear the selection', keys: 'Escape', run: clear }] : []),
        ],
        [
          { id: 'table.copy', label: 'Copy', keys: copyKeys, run: () => copy(false) },
          { id: 'table.copy-titles', label: 'Copy with titles', keys: copyWithTitlesKeys, run: () => copy(true) },
        ],
      ]}
    />
  );
}
