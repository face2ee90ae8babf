import type { ImportKind, ImportRow, RowOutcome, SheetMapping } from '../model/imports.ts';
import type { Page } from './page.ts';

/** A spreadsheet as it was read, waiting to be previewed; main holds its rows under `readingId`. */
export interface ImportReading {
  readonly readingId: string;
  readonly file: string;
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string | null;
  readonly kind: ImportKind;
  readonly sheets: readonly {
    readonly name: string;
    readonly rowCount: number;
    /** The first rows, to choose the header from. */
    readonly head: readonly (readonly string[])[];
  }[];
  readonly mappings: readonly SheetMapping[];
  /** Sentences on what could not be guessed. */
  readonly notes: readonly string[];
}

export interface ImportPreview extends Page<ImportRow> {
  readonly counts: Readonly<Record<RowOutcome, number>>;
  /** Rows that would be written: nothing happens at zero. */
  readonly writes: number;
  readonly notes: readonly string[];
}

export interface ImportOutcome {
  readonly sentence: string;
  readonly counts: Readonly<Record<RowOutcome, number>>;
}
