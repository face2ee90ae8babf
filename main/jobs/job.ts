import type { BackupCompared } from '../../shared/model/backups.ts';
import type { Sheet, Spreadsheet } from '../../shared/model/imports.ts';
import type { Result } from '../../shared/model/result.ts';
import type { BackUpInput } from '../database/back-up.ts';
import type { LookInsideInput } from '../database/look-inside.ts';
import type { DraftCopy, PlacedCopy } from '../database/place-copy.ts';
import type { WorkProgress } from '../files/progress.ts';
import type { WorkbookSheet } from '../spreadsheets/write/cells.ts';

/** Where a paper goes: its file, and a folder for what its pages look like where someone looks at them. */
export interface PaperJob {
  readonly file: string;
  readonly preview?: string;
  /** When the file says that it was made; left out: now. */
  readonly now?: Date;
}

/**
 * Every piece of work that has a thread of its own: what goes in, what comes out. Only plain data crosses. Here are those
 * of the floors below; a feature adds its own beside the code that does the work (`declare module`), so that this floor
 * knows no feature. What does each is in `main/worker.ts`, where a missing one doesn't compile.
 */
export interface Jobs {
  readonly readSpreadsheet: {
    readonly input: { readonly file: string };
    readonly output: Spreadsheet;
  };
  readonly writeWorkbook: {
    readonly input: { readonly file: string; readonly sheets: readonly WorkbookSheet[] };
    readonly output: { readonly rows: number };
  };
  readonly writeCsv: {
    readonly input: { readonly file: string; readonly sheet: WorkbookSheet };
    readonly output: { readonly rows: number };
  };
  readonly writeListPaper: {
    readonly input: PaperJob & { readonly sheet: WorkbookSheet };
    readonly output: { readonly rows: number; readonly pages: number };
  };
  /** Copies a database on a connection of its own; `file` is the copy. */
  readonly backUp: {
    readonly input: BackUpInput;
    readonly output: PlacedCopy;
  };
  /** Checks a copy that is written already, and gives it its name. */
  readonly placeCopy: {
    readonly input: DraftCopy;
    readonly output: PlacedCopy;
  };
  /** Looks into a backup and compares it with the open database; changes neither. */
  readonly lookInside: {
    readonly input: LookInsideInput;
    readonly output: BackupCompared;
  };
}

export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Jobs[Name]['input'];
export type JobOutput<Name extends JobName> = Jobs[Name]['output'];

/** What the worker is told. Rows follow in parts, so that no part holds up the window while it is copied. */
export type ToWorker =
  | { readonly kind: 'start'; readonly name: JobName; readonly input: JobInput<JobName> }
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: WorkbookSheet['rows'] }
  | { readonly kind: 'go' }
  /** The rows that came are taken: the next ones, please. */
  | { readonly kind: 'more' }
  | { readonly kind: 'cancel' };

/** What the worker says. `failed` is what a job threw, told as the stack that it left, with the disk's or SQLite's code. */
export type FromWorker<Name extends JobName = JobName> =
  | { readonly kind: 'progress'; readonly progress: WorkProgress }
  /** Rows of a sheet that was read. They come in parts before their result, each when the one before is taken. */
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: Sheet['rows'] }
  | { readonly kind: 'result'; readonly result: Result<JobOutput<Name>> }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string; readonly code: string | null };
