import type { ColumnSetId } from '../model/ids.ts';

/** Columns of a list, in their order, saved by name. */
export interface ColumnSetView {
  readonly id: ColumnSetId;
  readonly name: string;
  readonly columns: readonly string[];
}
