import { Columns3 } from 'lucide-react';
import {
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Button as PressButton,
  Separator,
} from 'react-aria-components';
import type { ColumnList } from '../../../shared/model/column-sets.ts';
import type { ColumnSetView } from '../../../shared/views/column-sets.ts';
import { useCommands } from '../commands.ts';
import { Kbd } from '../kbd.tsx';
import { useCall } from '../query.ts';
import { ArrangeColumns } from './arrange-columns.tsx';
import { applyColumnSet, chooseColumns } from './choice.ts';
import type { Column } from './column.ts';
import { arrangeKeys } from './header-menu.ts';

/** The columns that someone can hide; where there are none, there is nothing to choose. */
export const choosableColumns = <Row,>(columns: readonly Column<Row>[]): readonly Column<Row>[] =>
  columns.filter(({ always }) => always !== true);

/** Which columns are shown, in which order; remembered for each table, and for some lists saved by name. */
export function ColumnMenu<Row>({
  name,
  columns,
  shown,
  list,
  arranging,
  onArrange,
}: {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly shown: readonly Column<Row>[];
  /** The list whose columns are saved by name; left out: they are not. */
  readonly list?: ColumnList | undefined;
  /** Whether the dialog is open in which they are arranged. */
  readonly arranging: boolean;
  readonly onArrange: (isOpen: boolean) => void;
}) {
  const { value: sets = [] } = useCall('columnSets.list', list ? { list } : null);
  const choosable = choosableColumns(columns);
  useCommands(
    choosable.length === 0
      ? []
      : [
          { id: `columns.${name}`, label: 'Columns of this list', keys: arrangeKeys, run: () => onArrange(true) },
          ...sets.map((set) => ({
            id: `columns.${name}.${set.id}`,
            label: `Show the columns “${set.name}”`,
            run: () => applyColumnSet(name, columns, set.columns),
          })),
        ],
  );
  if (choosable.length === 0) return null;
  const inUse = sets.find((set) => isShown(set, columns, shown));
  return (
    <>
      <MenuTrigger>
        <PressButton className="button button-quiet icon-only table-columns" aria-label="Columns">
          <Columns3 aria-hidden="true" />
        </PressButton>
        <Popover className="popover" placement="bottom end" data-modal="">
          <Menu className="menu" aria-label="Columns">
            <MenuSection
              aria-label="Columns"
              selectionMode="multiple"
              selectedKeys={shown.map(({ key }) => key)}
              onSelectionChange={(keys) => {
                const chosen = keys === 'all' ? columns.map(({ key }) => key) : [...keys].map(String);
                chooseColumns(name, columns, new Set(chosen));
              }}
            >
              {choosable.map(({ key, title }) => (
                <MenuItem
                  key={key}
                  id={key}
                  textValue={title}
                  className="menu-item menu-check"
                  shouldCloseOnSelect={false}
                >
                  {title}
                </MenuItem>
              ))}
            </MenuSection>
            {sets.length > 0 && <Separator className="menu-line" />}
            {sets.length > 0 && (
              <MenuSection
                selectionMode="single"
                selectedKeys={inUse ? [inUse.id] : []}
                onSelectionChange={(keys) => {
                  const set = sets.find(({ id }) => keys !== 'all' && keys.has(id));
                  if (set) applyColumnSet(name, columns, set.columns);
                }}
              >
                <Header className="menu-title">Saved sets</Header>
                {sets.map(({ id, name: word }) => (
                  <MenuItem key={id} id={id} textValue={word} className="menu-item menu-check">
                    {word}
                  </MenuItem>
                ))}
              </MenuSection>
            )}
            <Separator className="menu-line" />
            <MenuItem id="arrange" textValue="Arrange" className="menu-item" onAction={() => onArrange(true)}>
              <span>{list ? 'Arrange and save…' : 'Arrange…'}</span>
              <Kbd keys={arrangeKeys} />
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {arranging && (
        <ArrangeColumns name={name} columns={columns} list={list} sets={sets} onClose={() => onArrange(false)} />
      )}
    </>
  );
}

/** Whether a table shows just what a set has, in its order; columns that the table has not, or can't hide, are no matter. */
function isShown<Row>(set: ColumnSetView, columns: readonly Column<Row>[], shown: readonly Column<Row>[]): boolean {
  const optional = (key: string): boolean => columns.some((column) => column.key === key && column.always !== true);
  const wanted = set.columns.filter(optional);
  const there = shown.map(({ key }) => key).filter(optional);
  return wanted.length === there.length && wanted.every((key, at) => key === there[at]);
}
