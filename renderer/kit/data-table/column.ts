import type { ReactNode } from 'react';
import type { RowSource } from '../slices.ts';

/** A column of a table of rows. */
export interface Column<Row> {
  /** The key by which main sorts and exports. */
  readonly key: string;
  readonly title: string;
  /** The cell as text: what is copied, found and shown where `cell` shows nothing else. */
  readonly text: (row: Row) => string;
  readonly cell?: (row: Row) => ReactNode;
  /** Pixels; without it the column takes what is left, and at least `least`. */
  readonly width?: number;
  readonly least?: number;
  /** Numbers stand at the right. */
  readonly align?: 'start' | 'end';
  readonly mute?: boolean;
  /** False: a click on the header sorts nothing. */
  readonly sortable?: boolean;
  /** Shown only once it is chosen. */
  readonly hidden?: boolean;
  /** Can't be hidden: the name. */
  readonly always?: boolean;
  /** Stays in sight while the others scroll sideways: the first column, with a `width`. */
  readonly pinned?: boolean;
}

/** The order of a list. */
export interface Sort<Key extends string = string> {
  readonly by: Key;
  readonly direction: 'up' | 'down';
}

/** Rows that are all here already, as a table's source. */
export const allRows = <Row>(rows: readonly Row[], list = 'all'): RowSource<Row> => ({
  total: rows.length,
  rowAt: (index) => rows[index],
  want: () => {},
  list,
});

/** The grid's columns as CSS. */
export const tracks = <Row>(columns: readonly Column<Row>[]): string =>
  columns.map(({ width, least = 120 }) => (width ? `${width}px` : `minmax(${least}px, 1fr)`)).join(' ');

/** The least width at which nothing is squeezed. */
export const leastWidth = <Row>(columns: readonly Column<Row>[]): number =>
  columns.reduce((sum, { width, least = 120 }) => sum + (width ?? least), 0);
