import type { CivilDate, Instant } from '../model/dates.ts';
import type { CohortId, CommandId, SessionId } from '../model/ids.ts';
import type { Policy } from '../model/program.ts';

/** What the frame shows around every screen: rail counts, status bar, undo and redo. */
export interface DeskStatus {
  readonly databaseFile: string;
  /** What another program did to the database's file while it is open, and what to do; null: it is as it should be. */
  readonly fileTrouble: { readonly sentence: string; readonly canSaveCopy: boolean } | null;
  readonly lastBackupAt: Instant | null;
  /** That this laptop's clock is far off, going by the log, and what to do; null: it can be right. */
  readonly clock: string | null;
  readonly today: CivilDate;
  readonly program: { readonly name: string; readonly title: string; readonly zone: string } | null;
  /** The cohort that work is about now: the newest that is not finished. */
  readonly currentCohort: { readonly id: CohortId; readonly name: string } | null;
  readonly counts: {
    readonly applicants: number;
    readonly needsALook: number;
    readonly cohorts: number;
    readonly sessionsToday: number;
    readonly graduates: number;
    readonly overdue: number;
    readonly commands: number;
  };
  /** This laptop by its name, and the lead whose changes it makes; null: no one is named yet. */
  readonly laptop: { readonly device: string; readonly lead: string | null };
  readonly undo: { readonly commandId: CommandId; readonly label: string } | null;
  readonly redo: { readonly commandId: CommandId; readonly label: string } | null;
}

/** Who is using this laptop, and who was at any so far. */
export interface LeadsView {
  readonly device: string;
  /** Null: no one is named yet. */
  readonly lead: string | null;
  /** Every lead who did something in this database, the last one first. */
  readonly known: readonly string[];
}

/** One thing that waits for a lead, and the screen on which it is done. */
export interface NextStep {
  readonly key: string;
  readonly sentence: string;
  readonly action: string;
  readonly path: string;
  readonly urgency: 'now' | 'soon' | 'calm';
}

export interface TodayView {
  readonly today: CivilDate;
  readonly session: {
    readonly id: SessionId;
    readonly title: string;
    readonly heldOn: CivilDate;
    readonly when: string;
    readonly room: string | null;
    readonly cohorts: string;
    readonly expected: number;
    readonly present: number;
    readonly isToday: boolean;
  } | null;
  readonly steps: readonly NextStep[];
  readonly recent: readonly {
    readonly commandId: CommandId;
    readonly label: string;
    readonly at: Instant;
    readonly who: string | null;
  }[];
}

export interface ProgramView {
  readonly policy: Policy;
  readonly number: number;
  readonly effectiveOn: CivilDate;
  readonly note: string;
  readonly versions: readonly {
    readonly number: number;
    readonly effectiveOn: CivilDate;
    readonly note: string;
    readonly adoptedAt: Instant;
    readonly inForce: boolean;
  }[];
}
