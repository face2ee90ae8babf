import type { FileKey } from '../model/backups.ts';
import type { Instant } from '../model/dates.ts';

/** Why no automatic backup can be made, and since when. */
export interface BackupTrouble {
  readonly since: Instant;
  readonly sentence: string;
}

/** The backups of the open database, as far as this laptop knows. */
export interface BackupsView {
  readonly folder: string;
  /** It is the one beside the database, since no one chose another. */
  readonly isUsual: boolean;
  /** When the last good backup was made, by hand or by itself; null: none was. */
  readonly lastAt: Instant | null;
  readonly trouble: BackupTrouble | null;
  /** The automatic ones that are there now, the newest first. */
  readonly files: readonly { readonly key: FileKey; readonly name: string; readonly madeAt: Instant }[];
}
