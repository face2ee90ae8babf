/** A kind of file, as a dialog lists it. Extensions have no dot. */
interface FileFilter {
  readonly name: string;
  readonly extensions: string[];
}

/** What the desk asks a person for: on the screen a system dialog answers, at the terminal `--file` and `--out`. */
export interface Dialogs {
  /** The file to read; null: cancelled. */
  openFile(options: { title: string; filters: FileFilter[] }): Promise<string | null>;
  /** Where to write; null: cancelled. */
  saveFile(options: { title: string; suggestedName: string; filters: FileFilter[] }): Promise<string | null>;
  /** The folder to write several files into; null: cancelled. */
  chooseFolder(options: { title: string }): Promise<string | null>;
  /** Shows a file in its folder. */
  reveal(file: string): Promise<void>;
  /** Opens a file in the program that the system has for it. */
  open(file: string): Promise<void>;
  /** Lets the system's dialog print the pages that the window shows; left out where there is no window. */
  print?(paper: PrintedPaper): Promise<PrintAnswer>;
  /** What closing the window would lose from now on, a sentence each; left out where there is no window. */
  holdOpen?(because: readonly string[]): void;
  /** Closes the window, whatever is lost. */
  closeWindow?(): void;
}

/** The pages that are printed; their size in points. */
interface PrintedPaper {
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** What came of the system's dialog; `why` is its own word. */
export type PrintAnswer =
  | { readonly kind: 'printed' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly why: string };

export const workbookFilter: FileFilter = { name: 'Excel workbook', extensions: ['xlsx'] };
export const csvFilter: FileFilter = { name: 'CSV', extensions: ['csv'] };
export const calendarFilter: FileFilter = { name: 'Calendar', extensions: ['ics'] };
export const pdfFilter: FileFilter = { name: 'PDF', extensions: ['pdf'] };
export const databaseFilter: FileFilter = { name: 'Cohort Desk database', extensions: ['db', 'cohortdesk'] };
export const spreadsheetFilter: FileFilter = { name: 'Spreadsheets', extensions: ['csv', 'xlsx', 'tsv', 'txt'] };
