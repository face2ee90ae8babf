import type { Sheet } from '../../shared/model/imports.ts';

/** A sheet as it was read from a workbook, which may hide it from whoever opens it. */
export interface MaybeHidden extends Sheet {
  readonly hidden?: true;
}

/** Whether the workbook hides a sheet: lists for choices and old copies that nobody sees there. */
export const isHidden = (sheet: Sheet): boolean => 'hidden' in sheet && sheet.hidden === true;
