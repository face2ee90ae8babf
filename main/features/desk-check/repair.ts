import type { DeskCheckView } from '../../../shared/views/desk-check.ts';
import type { FindingKind } from './finding.ts';

/** How to go on from a backup, as the end of a sentence. The status bar names the file. */
const takeBackup =
  'close Cohort Desk, put a copy of your latest backup in this file’s place, start again, and check that one too.';

/** What to do where files of evidence are gone. */
const takeEvidence =
  'The records are fine. Copy the folder “evidence” from your latest backup into this database’s folder and check again; what is not there either, ask for and add again.';

/** Rows that are not what the log makes of them. */
const ofRecords: readonly FindingKind[] = ['field', 'missing', 'unknown'];

/** What shows that the log itself was changed: what it makes of records is then no better than what they are. */
const ofTheLog: readonly FindingKind[] = ['entry', 'gap', 'command', 'seal'];

/** What can be put right without a loss: the search by the people, records by a log that no one has changed. */
export function repairOf(all: ReadonlySet<FindingKind>): DeskCheckView['repair'] {
  // Files beside the database say nothing of its records.
  const found = new Set<FindingKind>([...all].filter((kind) => kind !== 'evidence'));
  const has = (kinds: readonly FindingKind[]): boolean => kinds.some((kind) => found.has(kind));
  if (found.size === 0 || has(['page', 'schema', ...ofTheLog])) return null;
  if ([...found].every((kind) => kind === 'search')) return 'search';
  return has(ofRecords) ? 'records' : null;
}

const next: Record<NonNullable<DeskCheckView['repair']>, string> = {
  search: 'No record is wrong: only the search is out of date. Press “Rebuild the search”.',
  // A correction on a screen would be logged as a change of what another program wrote, which the log knows nothing of.
  records:
    'Someone changed the file with another program; the records named below differ from the log. Press “Restore from the log” to set them back. A copy of the file as it is now is kept first.',
};

/** What to do about what a check found; null: nothing. */
export function nextStep(found: ReadonlySet<FindingKind>): string | null {
  const repair = repairOf(found);
  return repair === null ? nextWithoutRepair(found) : next[repair];
}

/** Why no record is made again from the log, and what to do instead. */
export function whyNoRepair(found: ReadonlySet<FindingKind>): string {
  const without = nextWithoutRepair(found);
  if (without !== null && repairOf(found) === null) return `No record was restored. ${without}`;
  return 'Every record is what the log says, so there is nothing to restore.';
}

function nextWithoutRepair(found: ReadonlySet<FindingKind>): string | null {
  if (found.size === 0) return null;
  if (found.size === 1 && found.has('evidence')) return takeEvidence;
  if (found.has('page')) return `Stop working in this file, and keep a copy of it. Then ${takeBackup}`;
  if (found.has('schema')) {
    return `Another program changed how this file is built, so new entries may not be saved correctly. Stop working in it: ${takeBackup}`;
  }
  if (ofTheLog.some((kind) => found.has(kind))) {
    return 'The log itself was changed, so this file can no longer prove who decided what. Keep it as it is, open your latest backup, and check that one too.';
  }
  return `Something in this file isn’t as Cohort Desk wrote it, and the log can’t fix it. Stop working in it: ${takeBackup}`;
}
