import { setImmediate as nextTurn } from 'node:timers/promises';
import { done, type Result } from '../../../shared/model/result.ts';
import { openSnapshot, type Snapshot } from '../../database/snapshot.ts';
import { cancelled } from '../../files/cancelled.ts';
import type { WorkOptions } from '../../files/progress.ts';
import type { RowName } from '../../log/settle.ts';
import { checkEvidenceFiles, type FilesLookedAt } from './evidence-files.ts';
import { type Finding, type FindingKind, Findings } from './finding.ts';
import { checkLog } from './log-order.ts';
import { checkPages, isDamage, pagesAreWhole } from './pages.ts';
import { checkRows, type RowsChecked } from './rows.ts';
import { checkSeals } from './seals.ts';
import { checkSearch } from './search-index.ts';
import type { CheckSteps } from './steps.ts';

/** How much is looked at: everything, or what can be seen of a desk of any size in a few seconds. */
export type Thoroughness = 'whole' | 'quick';

/** What a check found, as plain data. */
export interface DeskChecked {
  readonly told: readonly Finding[];
  /** How often each kind was found; more may have been found than are told. */
  readonly counts: readonly (readonly [kind: FindingKind, count: number])[];
  /** Every row that is not what the log makes of it. */
  readonly differing: readonly RowName[];
  /** Null: the file is too damaged to compare its rows, or only a quick look was asked for. */
  readonly compared: RowsChecked | null;
}

declare module '../../jobs/job.ts' {
  interface Jobs {
    readonly checkDesk: {
      readonly input: { readonly database: string; readonly thoroughness: Thoroughness; readonly files: FilesLookedAt };
      readonly output: DeskChecked;
    };
  }
}

/**
 * Checks a database on a connection of its own that can't write, at one moment, whatever is written meanwhile. Whole:
 * its pages and indexes, what rows point to, the log, every row against the log, the index of names, and the files of evidence.
 */
export async function checkDesk(
  file: string,
  thoroughness: Thoroughness,
  files: FilesLookedAt,
  { signal, onProgress }: WorkOptions,
): Promise<Result<DeskChecked>> {
  const findings = new Findings();
  const outcome = (compared: RowsChecked | null): Result<DeskChecked> =>
    done({
      told: findings.told,
      counts: [...findings.counts],
      differing: [...findings.differing.values()],
      compared,
    });
  let database: Snapshot | null = null;
  try {
    database = openSnapshot(file);
    for (const said of database.schemaDifferences()) findings.add({ kind: 'schema', said });
    const steps = thoroughness === 'whole' ? checkWhole(database, findings) : checkQuickly(database, findings);
    for (;;) {
      const step = steps.next();
      if (step.done) {
        // In a damaged database the records of the files would mislead.
        if (!findings.has('page')) await checkEvidenceFiles(database, file, files, findings, signal);
        return signal?.aborted ? cancelled('Canceled: the check was not finished.') : outcome(step.value);
      }
      onProgress?.({ done: Math.round(1_000 * step.value), total: 1_000 });
      await nextTurn();
      if (!signal?.aborted) continue;
      steps.return(null);
      return cancelled('Canceled: the check was not finished.');
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    findings.add({ kind: 'page', said: error.message });
    return outcome(null);
  } finally {
    database?.close();
  }
}

/** The shares of the parts are those of the processor time that each takes on a desk of 2,000,000 events. */
function* checkWhole(database: Snapshot, findings: Findings): CheckSteps<RowsChecked | null> {
  if (!(yield* shareOf(0, 0.45, checkPages(database, findings)))) return null;
  yield* shareOf(0.45, 0.5, checkLog(database, findings));
  yield* shareOf(0.5, 0.6, checkSeals(database, findings));
  const compared = yield* shareOf(0.6, 0.95, checkRows(database, findings));
  yield* shareOf(0.95, 1, checkSearch(database, findings));
  return compared;
}

function* checkQuickly(database: Snapshot, findings: Findings): CheckSteps<null> {
  if (pagesAreWhole(database, findings)) yield* checkLog(database, findings);
  return null;
}

function* shareOf<Value>(from: number, to: number, steps: CheckSteps<Value>): CheckSteps<Value> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}
