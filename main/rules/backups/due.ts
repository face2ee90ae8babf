import type { Instant } from '../../../shared/model/dates.ts';

/** So long after a good backup the next one is due, in milliseconds: an hour of work. */
const EVERY = 3_600_000;

/** What decides whether a backup is due. */
interface BackupFacts {
  /** When the last good one was made; null: none was. */
  readonly lastAt: Instant | null;
  /** The last command that it holds, by its place in the file; null: not known. */
  readonly lastStep: number | null;
  /** The last command in the file now. */
  readonly step: number;
  readonly now: Instant;
  /** The database is about to be closed: what was done since the last one is enough. */
  readonly isLeaving: boolean;
}

/** Whether an automatic backup is due: where something was done since the last one, every hour and at the end. */
export function isBackupDue({ lastAt, lastStep, step, now, isLeaving }: BackupFacts): boolean {
  if (step === 0 || step === lastStep) return false;
  if (lastAt === null || isLeaving) return true;
  const since = Date.parse(now) - Date.parse(lastAt);
  // A clock that went back must not keep backups from being made.
  return since >= EVERY || since < 0;
}
