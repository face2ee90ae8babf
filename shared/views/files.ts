import type { BackupCompared, FileKey } from '../model/backups.ts';
import type { Instant } from '../model/dates.ts';

/** A database that was opened on this laptop. */
export interface RecentFileView {
  readonly key: FileKey;
  readonly name: string;
  readonly folder: string;
  readonly openedAt: Instant;
  /** False: it was moved or deleted, or its disk isn't connected. */
  readonly isThere: boolean;
  readonly isOpen: boolean;
}

/** A backup that someone looks at before they restore it. */
export interface BackupView {
  readonly key: FileKey;
  readonly name: string;
  readonly folder: string;
  /** The file that is open, which the backup would take the place of. */
  readonly openName: string;
  readonly holds: BackupCompared;
  /** The name under which what is open now would be kept. */
  readonly keptAs: string;
}
