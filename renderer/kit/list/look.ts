import { create } from 'zustand';
import type { Sort } from '../data-table/column.ts';

/** What is being looked at in a list. */
interface Looked<Show extends string, Column extends string> {
  /** Which part of the list. */
  readonly show: Show;
  readonly search: string;
  /** Undefined: in the order in which main gives the list. */
  readonly sort: Sort<Column> | undefined;
  /** The record in the inspector. */
  readonly openId: string | null;
  readonly selected: ReadonlySet<string>;
}

interface ListLook<Show extends string, Column extends string> extends Looked<Show, Column> {
  readonly look: (part: Partial<Looked<Show, Column>>) => void;
  /** As a table asks for it; a column by which main does not sort changes nothing. */
  readonly sortBy: (sort: Sort) => void;
}

/** The store of a list: what is looked at outlives a visit to another screen. */
export const listLook = <Show extends string, Column extends string>(show: Show, columns: readonly Column[]) =>
  create<ListLook<Show, Column>>((set) => ({
    show,
    search: '',
    sort: undefined,
    openId: null,
    selected: new Set<string>(),
    look: (part) => set(part),
    sortBy: ({ by, direction }) => {
      const column = columns.find((key) => key === by);
      if (column) set({ sort: { by: column, direction } });
    },
  }));
