import path from 'node:path';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { ImportKind, SentAt, SheetMapping, Spreadsheet } from '../../../shared/model/imports.ts';
import { done, type Problem, type Result, refuse } from '../../../shared/model/result.ts';
import { notApproved } from '../../call/approved-files.ts';
import { spreadsheetFilter } from '../../call/dialogs.ts';
import type { Workbench } from '../../call/handler.ts';
import { runJob } from '../../jobs/run.ts';
import { sayReadingLost } from '../../spreadsheets/read/reading-refusals.ts';
import type { ImportWish } from './plan.ts';
import { guessColumns } from './reading.ts';

/** Spreadsheets that are kept read: the one that is looked at, and the one before for whoever goes back. */
const mostReadings = 2;

/** Keeps a spreadsheet that was read, and gives back the id that it is asked for by. */
export function keep(desk: Workbench, spreadsheet: Spreadsheet): string {
  const id = desk.facts().newId();
  desk.readings.set(id, spreadsheet);
  const [oldest] = desk.readings.keys();
  if (desk.readings.size > mostReadings && oldest !== undefined) desk.readings.delete(oldest);
  return id;
}

/** A spreadsheet that was read and kept. */
export function held(desk: Workbench, readingId: string): Result<Spreadsheet> {
  const spreadsheet = desk.readings.get(readingId);
  return spreadsheet ? done(spreadsheet) : readAgain();
}

const readAgain = (): { readonly ok: false; readonly problem: Problem } =>
  refuse('This file is no longer loaded because others were read since. Choose it again.');

/** Reads the file that is named, or else chosen in a dialog; null where the dialog was canceled. */
export async function readFile(
  desk: Workbench,
  file: string | null,
  title = 'Import applications or graduates',
): Promise<Result<Spreadsheet | null>> {
  if (file !== null && !desk.mayRead(file)) return notApproved(file);
  const chosen = file ?? (await desk.dialogs.openFile({ title, filters: [spreadsheetFilter] }));
  if (chosen === null) return done(null);
  const label = `Reading ${path.basename(chosen)}`;
  desk.progress(label, null);
  return runJob(
    'readSpreadsheet',
    { file: chosen },
    {
      signal: desk.signal,
      onProgress: ({ done, total }) => desk.progress(label, total > 0 ? done / total : null),
      sayLost: sayReadingLost(path.basename(chosen)),
    },
  );
}

/** What a caller says of an import; what is null is asked for or guessed. */
interface Asked {
  readonly readingId: string | null;
  readonly kind: ImportKind | null;
  readonly mappings: readonly SheetMapping[] | null;
  readonly cohortId: CohortId | null;
  readonly sentAt: SentAt | null;
}

/** An import with nothing left open. */
export interface Settled {
  readonly spreadsheet: Spreadsheet;
  readonly wish: ImportWish;
  /** What was guessed and should be known, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Settles what a caller left open, so that one call at the terminal does what the screen does in three steps: the
 * file is asked for, its kind and columns are recognized or guessed. Refuses where no one can tell them.
 */
export async function settleImport(desk: Workbench, asked: Asked): Promise<Result<Settled>> {
  const { kind, mappings, cohortId, sentAt } = asked;
  const read = asked.readingId === null ? await readFile(desk, null) : held(desk, asked.readingId);
  if (!read.ok) return read;
  const spreadsheet = read.value;
  if (spreadsheet === null) return refuse('No file was chosen, so nothing was imported.');
  if (kind !== null && mappings !== null) {
    return done({ spreadsheet, wish: { kind, mappings, cohortId, sentAt }, notes: [] });
  }
  const guess = guessColumns(desk.facts(), spreadsheet, kind);
  if (guess.problem) return { ok: false, problem: guess.problem };
  const wish = { kind: guess.kind, mappings: mappings ?? guess.mappings, cohortId, sentAt };
  const by = guess.recognized ? [`The columns were recognized as “${guess.recognized.name}”.`] : [];
  return done({ spreadsheet, wish, notes: mappings === null ? [...by, ...guess.notes] : [] });
}
