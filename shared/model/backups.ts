import { z } from 'zod';
import type { Instant } from './dates.ts';

/** What a database or a backup of one holds, as it is before anyone opens it. */
export interface DatabaseContents {
  /** The program's short name; null: no program was started in it. */
  readonly program: string | null;
  readonly people: number;
  readonly cohorts: number;
  readonly graduates: number;
  readonly commands: number;
  /** The last command in it; null: there is none. */
  readonly last: CommandLine | null;
  /** When the file was last written, as its disk says. */
  readonly madeAt: Instant;
}

/** A command of a log as a list shows it. */
export interface CommandLine {
  readonly label: string;
  readonly at: Instant;
  readonly who: string | null;
}

/** A backup beside the database that is open. */
export interface BackupCompared extends DatabaseContents {
  /** Whether both hold the same program, so that the one may take the place of the other. */
  readonly isSameProgram: boolean;
  /** How many commands the open database has and the backup hasn't: what would be lost. */
  readonly lost: number;
  /** The newest of them. */
  readonly lostCommands: readonly CommandLine[];
  /** How many commands the backup has and the open database hasn't. */
  readonly gained: number;
}

/** A file as the window names it: by a word of the main process, never by a path. */
export const FileKey = z.string().regex(/^[0-9a-f]{16}$/);
export type FileKey = z.infer<typeof FileKey>;
