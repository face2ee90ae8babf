import type { Sheet } from '../../../shared/model/imports.ts';

/** A sheet as it was read, with what its file says of it beside its cells. Rows count from 1. */
export interface ReadSheet extends Sheet {
  /** Whether the workbook hides it: lists for choices and old copies that no one sees there. */
  readonly hidden?: true;
  /** Rows that the workbook hides, by a filter or by hand. */
  readonly hiddenRows?: readonly number[];
  /** Its workbook counts days from 1904: a bare number that stands for a day is four years and a day later than elsewhere. */
  readonly from1904?: true;
  /** Rows with a quotation mark that no cell can have. */
  readonly strayQuotes?: readonly number[];
  /** The file does not tell its encoding: letters outside ASCII may be others than they were. */
  readonly doubtfulLetters?: true;
}

/** Whether the workbook hides a sheet from whoever opens it. */
export const isHidden = ({ hidden }: ReadSheet): boolean => hidden === true;
