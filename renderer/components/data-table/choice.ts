import { create } from 'zustand';
import type { Column } from './column.ts';

/** The columns that a person turned from hidden to shown or back, by table. */
interface Choices {
  readonly turned: Readonly<Record<string, readonly string[]>>;
}

const place = (table: string): string => `columns:${table}`;

function remembered(table: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(table)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
  } catch {
    // What another version left there is no reason to show no table.
    return [];
  }
}

const useChoices = create<Choices>(() => ({ turned: {} }));

const shows = <Row>(column: Column<Row>, turned: readonly string[]): boolean =>
  column.always === true || (column.hidden === true) === turned.includes(column.key);

/** The columns that a table shows, as this person chose them. */
export function useShownColumns<Row>(table: string, columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const turned = useChoices((state) => state.turned[table]) ?? remembered(table);
  return columns.filter((column) => shows(column, turned));
}

/** The same outside React: what “Export” exports. */
export const shownColumns = <Row>(table: string, columns: readonly Column<Row>[]): readonly Column<Row>[] =>
  columns.filter((column) => shows(column, useChoices.getState().turned[table] ?? remembered(table)));

/** Shows exactly these columns from now on. */
export function chooseColumns<Row>(table: string, columns: readonly Column<Row>[], keys: ReadonlySet<string>): void {
  const turned = columns
    .filter((column) => column.always !== true && (column.hidden !== true) !== keys.has(column.key))
    .map(({ key }) => key);
  localStorage.setItem(place(table), JSON.stringify(turned));
  useChoices.setState((state) => ({ turned: { ...state.turned, [table]: turned } }));
}
