import type { Instant } from '../model/dates.ts';
import type { CommandId } from '../model/ids.ts';

export interface HistoryRow {
  readonly commandId: CommandId;
  readonly label: string;
  readonly at: Instant;
  /** The lead who did it; null where no one was named at that laptop. */
  readonly who: string | null;
  /** A short name of the laptop. */
  readonly device: string;
  readonly entries: number;
  /** `done`: in effect; `undone`: taken back later; `undo` and `redo`: it took something back, or brought it back. */
  readonly state: 'done' | 'undone' | 'undo' | 'redo';
  /** The step that took this one back and still stands: taking that one back does this one again. */
  readonly undoneBy: CommandId | null;
}

export interface HistoryDetail {
  readonly row: HistoryRow;
  /** What it changed, a sentence each; the first 200. */
  readonly sentences: readonly string[];
  readonly more: number;
}
