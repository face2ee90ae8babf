import { create } from 'zustand';
import { type ColumnChoice, narrowest, usualColumns, widest } from '../../../shared/model/table-columns.ts';
import { call } from '../client.ts';
import { perform } from '../perform.ts';
import type { Column } from './column.ts';

interface Choices {
  /** By list. */
  readonly of: Readonly<Record<string, ColumnChoice>>;
}

/** What was chosen on this laptop; the window brings it once (`recallColumns`), and tells main of each change. */
const useChoices = create<Choices>(() => ({ of: {} }));

/** Brings back what was chosen before; what someone has chosen meanwhile stays. */
export async function recallColumns(): Promise<void> {
  const kept = await call('preferences.columns', {});
  if (kept.ok) useChoices.setState(({ of }) => ({ of: { ...kept.value, ...of } }));
}

const choiceOf = (table: string): ColumnChoice => useChoices.getState().of[table] ?? usualColumns;

const shows = <Row>(column: Column<Row>, { turned }: ColumnChoice): boolean =>
  column.always === true || (column.hidden === true) === turned.includes(column.key);

/** Columns as a choice orders them; what the choice doesn't know keeps its place behind the column before it. */
function arranged<Row>(columns: readonly Column<Row>[], { order, widths }: ColumnChoice): readonly Column<Row>[] {
  const wide = columns.map((column) => {
    const width = widths[column.key];
    return width === undefined ? column : { ...column, width };
  });
  if (order.length === 0) return wide;
  const known = order.flatMap((key) => wide.filter((column) => column.key === key));
  const result = [...known];
  for (const [at, column] of wide.entries()) {
    if (known.includes(column)) continue;
    const before = wide[at - 1];
    result.splice(before ? result.indexOf(before) + 1 : 0, 0, column);
  }
  // What stays in sight stays the first.
  return [...result.filter(({ pinned }) => pinned), ...result.filter(({ pinned }) => !pinned)];
}

/** Every column of a table in this person's order, and whether each is shown. */
export function useArrangedColumns<Row>(
  table: string,
  columns: readonly Column<Row>[],
): readonly { readonly column: Column<Row>; readonly shown: boolean }[] {
  const choice = useChoices((state) => state.of[table]) ?? usualColumns;
  return arranged(columns, choice).map((column) => ({ column, shown: shows(column, choice) }));
}

/** The columns that a table shows, as this person chose them. */
export function useShownColumns<Row>(table: string, columns: readonly Column<Row>[]): readonly Column<Row>[] {
  return useArrangedColumns(table, columns)
    .filter(({ shown }) => shown)
    .map(({ column }) => column);
}

/** The same outside React: what “Export” exports. */
export function shownColumns<Row>(table: string, columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const choice = choiceOf(table);
  return arranged(columns, choice).filter((column) => shows(column, choice));
}

/** The shown columns that main knows, in main's order. */
export function knownColumns<Row, Key extends string>(
  table: string,
  columns: readonly Column<Row>[],
  known: readonly Key[],
): Key[] {
  const keys = shownColumns(table, columns).map(({ key }) => key);
  return known.filter((key) => keys.includes(key));
}

/** Shows at once, and has main remember it: a column that is dragged isn't written until it is let go. */
function keep(table: string, part: Partial<ColumnChoice>): void {
  const choice = { ...choiceOf(table), ...part };
  useChoices.setState((state) => ({ of: { ...state.of, [table]: choice } }));
  void perform('preferences.keepColumns', { table, choice });
}

const turnedFor = <Row>(columns: readonly Column<Row>[], keys: ReadonlySet<string>): readonly string[] =>
  columns
    .filter((column) => column.always !== true && (column.hidden !== true) !== keys.has(column.key))
    .map(({ key }) => key);

/** Shows exactly these columns from now on, in the order that they have. */
export const chooseColumns = <Row>(table: string, columns: readonly Column<Row>[], keys: ReadonlySet<string>): void =>
  keep(table, { turned: turnedFor(columns, keys) });

/** Hides one column; one that can't be hidden stays. */
export function hideColumn<Row>(table: string, columns: readonly Column<Row>[], key: string): void {
  const others = shownColumns(table, columns).filter((column) => column.key !== key);
  chooseColumns(table, columns, new Set(others.map((column) => column.key)));
}

/** Lets every column stand in this order from now on, and shows those that it says. */
export function arrangeColumns<Row>(
  table: string,
  columns: readonly Column<Row>[],
  wanted: readonly { readonly key: string; readonly shown: boolean }[],
): void {
  const shown = new Set(wanted.filter((each) => each.shown).map(({ key }) => key));
  keep(table, { turned: turnedFor(columns, shown), order: wanted.map(({ key }) => key) });
}

/** Puts a column in front of another that is shown, or behind it; what is pinned stays the first. */
export function placeColumn<Row>(
  table: string,
  columns: readonly Column<Row>[],
  key: string,
  to: { readonly key: string; readonly side: 'before' | 'after' },
): void {
  if (key === to.key) return;
  const order = arranged(columns, choiceOf(table))
    .map((column) => column.key)
    .filter((each) => each !== key);
  const at = order.indexOf(to.key);
  if (at < 0) return;
  order.splice(to.side === 'before' ? at : at + 1, 0, key);
  keep(table, { order });
}

const within = (width: number): number => Math.round(Math.max(narrowest, Math.min(widest, width)));

/** Makes columns so many pixels wide, and leaves the others as they are. */
export function sizeColumns(table: string, widths: Readonly<Record<string, number>>): void {
  const sized = Object.entries(widths).map(([key, width]) => [key, within(width)] as const);
  keep(table, { widths: { ...choiceOf(table).widths, ...Object.fromEntries(sized) } });
}

/** Shows exactly the columns of a set, in its order. A column that can't be hidden and is not in it goes first. */
export function applyColumnSet<Row>(table: string, columns: readonly Column<Row>[], keys: readonly string[]): void {
  const always = columns.filter((column) => column.always === true && !keys.includes(column.key));
  keep(table, { turned: turnedFor(columns, new Set(keys)), order: [...always.map(({ key }) => key), ...keys] });
}

/** Columns as they were before anyone chose. */
export const forgetChoice = (table: string): void => keep(table, usualColumns);
