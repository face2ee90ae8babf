import { useMemo } from 'react';
import type { Sort } from '../data-table/column.ts';
import { heldRows } from '../held-rows.ts';
import type { RowSource } from '../slices.ts';
import { type Inspected, inspectedOf } from './inspected.ts';

/** What a list needs of its store. */
interface Store {
  readonly sort: Sort | undefined;
  readonly openId: string | null;
  readonly selected: ReadonlySet<string>;
  readonly sortBy: (sort: Sort) => void;
  readonly look: (part: { readonly openId?: string | null; readonly selected?: ReadonlySet<string> }) => void;
}

/** A list as its store looks at it. */
export interface Listing<Row> {
  /** The rows that are selected. */
  readonly held: readonly Row[];
  /** Those whom an action is about: the selection, else the open one. */
  readonly acting: readonly Row[];
  /** Whom the inspector is about. */
  readonly inspected: Inspected<Row>;
  /** Selects no one. */
  readonly clear: () => void;
  /** For its `DataTable`. */
  readonly table: {
    readonly rows: RowSource<Row>;
    readonly idOf: (row: Row) => string;
    readonly sort: Sort | undefined;
    readonly onSort: (sort: Sort) => void;
    readonly openId: string | null;
    readonly onOpen: (row: Row) => void;
    readonly selected: ReadonlySet<string>;
    readonly onSelect: (ids: ReadonlySet<string>) => void;
  };
}

/** Ties a list's rows to its store: what is selected, what is open, and what an action is about. */
export function useListing<Row>(
  rows: RowSource<Row>,
  idOf: (row: Row) => string,
  { sort, openId, selected, sortBy, look }: Store,
): Listing<Row> {
  const held = useMemo(() => heldRows(rows, selected, idOf), [rows, selected, idOf]);
  const open = useMemo(() => heldRows(rows, new Set(openId === null ? [] : [openId]), idOf), [rows, openId, idOf]);
  return {
    held,
    acting: held.length > 0 ? held : open,
    inspected: inspectedOf(openId, held, idOf),
    clear: () => look({ selected: new Set() }),
    table: {
      rows,
      idOf,
      sort,
      onSort: sortBy,
      openId,
      onOpen: (row) => look({ openId: idOf(row) }),
      selected,
      onSelect: (ids) => look({ selected: ids }),
    },
  };
}
