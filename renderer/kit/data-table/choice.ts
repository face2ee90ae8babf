import { create } from 'zustand';
import type { Column } from './column.ts';

/** What a person chose of a table's columns. */
interface Choice {
  /** Those that were turned from hidden to shown or back. */
  readonly turned: readonly string[];
  /** The order in which they stand; those of a later version, and all where no one arranged them, stand as they come. */
  readonly order: readonly string[];
}

interface Choices {
  readonly of: Readonly<Record<string, Choice>>;
}

const place = (table: string): string => `columns:${table}`;

const words = (kept: unknown): readonly string[] =>
  Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];

function remembered(table: string): Choice {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(table)) ?? '[]');
    // Before columns had an order, only those that were turned were kept.
    if (Array.isArray(kept) || typeof kept !== 'object' || kept === null) return { turned: words(kept), order: [] };
    return {
      turned: words('turned' in kept ? kept.turned : []),
      order: words('order' in kept ? kept.order : []),
    };
  } catch {
    // What another version left there is no reason to show no table.
    return { turned: [], order: [] };
  }
}

const useChoices = create<Choices>(() => ({ of: {} }));

const choiceOf = (table: string, state: Choices): Choice => state.of[table] ?? remembered(table);

const shows = <Row>(column: Column<Row>, { turned }: Choice): boolean =>
  column.always === true || (column.hidden === true) === turned.includes(column.key);

/** Columns as a choice orders them; what the choice does not know keeps its place behind the column before it. */
function arranged<Row>(columns: readonly Column<Row>[], { order }: Choice): readonly Column<Row>[] {
  if (order.length === 0) return columns;
  const known = order.flatMap((key) => columns.filter((column) => column.key === key));
  const result = [...known];
  for (const [at, column] of columns.entries()) {
    if (known.includes(column)) continue;
    const before = columns[at - 1];
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
  const kept = useChoices((state) => state.of[table]);
  const choice = kept ?? remembered(table);
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
  const choice = choiceOf(table, useChoices.getState());
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

function keep(table: string, choice: Choice): void {
  localStorage.setItem(place(table), JSON.stringify(choice));
  useChoices.setState((state) => ({ of: { ...state.of, [table]: choice } }));
}

const turnedFor = <Row>(columns: readonly Column<Row>[], keys: ReadonlySet<string>): readonly string[] =>
  columns
    .filter((column) => column.always !== true && (column.hidden !== true) !== keys.has(column.key))
    .map(({ key }) => key);

/** Shows exactly these columns from now on, in the order that they have. */
export function chooseColumns<Row>(table: string, columns: readonly Column<Row>[], keys: ReadonlySet<string>): void {
  keep(table, { turned: turnedFor(columns, keys), order: choiceOf(table, useChoices.getState()).order });
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

/** Shows exactly the columns of a set, in its order. A column that can't be hidden and is not in it goes first. */
export function applyColumnSet<Row>(table: string, columns: readonly Column<Row>[], keys: readonly string[]): void {
  const always = columns.filter((column) => column.always === true && !keys.includes(column.key));
  keep(table, { turned: turnedFor(columns, new Set(keys)), order: [...always.map(({ key }) => key), ...keys] });
}

/** Columns as they were before anybody chose. */
export const forgetChoice = (table: string): void => keep(table, { turned: [], order: [] });
