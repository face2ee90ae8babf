import type { SavedMappingId } from '../model/ids.ts';
import type { ImportKind, ImportRow, RowOutcome, SheetMapping } from '../model/imports.ts';
import type { ListSlice } from './page.ts';

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
    /** The heading of each column if the header ended at that row of `head`; headings over several rows are joined. */
    readonly headers: readonly (readonly string[])[];
    /** What the file says of the sheet beside its cells, a sentence each: hidden rows, quotation marks gone astray. */
    readonly notes: readonly string[];
  }[];
  readonly mappings: readonly SheetMapping[];
  /** The saved mapping that the headers were recognized by; null: the columns were guessed. */
  readonly recognized: NamedMapping | null;
  /** Sentences on what could not be guessed. */
  readonly notes: readonly string[];
}

/** What the columns of some sheets are taken for, guessed again or as a saved mapping has it. */
export type ColumnsGuess = Pick<ImportReading, 'mappings' | 'recognized' | 'notes'>;

/** A saved mapping by its name. */
export interface NamedMapping {
  readonly id: SavedMappingId;
  readonly name: string;
}

/** A saved mapping as it is listed: its kind, and the headers that have a field. */
export interface SavedMappingRow extends NamedMapping {
  readonly kind: ImportKind;
  readonly columns: readonly string[];
}

export interface ImportPreview extends ListSlice<ImportRow> {
  readonly counts: Readonly<Record<RowOutcome, number>>;
  /** Rows that would be written: nothing happens at zero. */
  readonly writes: number;
  readonly notes: readonly string[];
}

export interface ImportOutcome {
  readonly sentence: string;
  readonly counts: Readonly<Record<RowOutcome, number>>;
  /** What someone should know of the file as a whole, a sentence each. */
  readonly notes: readonly string[];
}
