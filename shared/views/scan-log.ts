import type { CivilDate, ClockTime, Instant } from '../model/dates.ts';
import type { SessionId } from '../model/ids.ts';
import type { ScanOutcome } from '../model/scan-log.ts';
import type { ListSlice } from './page.ts';

/** A scanner log as it was read; main holds its lines under `readingId`. */
export interface ScanLogReading {
  readonly readingId: string;
  readonly file: string;
  readonly encoding: string | null;
  readonly scans: number;
  /** Whether the log says when each code was scanned. Without it a session must be chosen. */
  readonly hasTimes: boolean;
}

/** One line of the log, and what would become of it. */
export interface ScanRow {
  /** As the file counts, from 1. */
  readonly row: number;
  readonly code: string;
  readonly at: Instant | null;
  readonly outcome: ScanOutcome;
  /** Empty where the code belongs to no one. */
  readonly name: string;
  readonly organization: string;
  /** The session that the scan goes to, or would belong to; null: none. */
  readonly sessionId: SessionId | null;
  readonly session: string;
  /** Why, and what can be done about it; empty where nothing is to say. */
  readonly note: string;
}

/** A session that scans of the log belong to by their moment. */
export interface ScannedSession {
  readonly sessionId: SessionId;
  readonly title: string;
  readonly heldOn: CivilDate;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  readonly scans: number;
}

export interface ScanLogPreview extends ListSlice<ScanRow> {
  readonly counts: Readonly<Record<ScanOutcome, number>>;
  /** Check-ins and kept codes that would be written: nothing happens at zero. */
  readonly writes: number;
  readonly sessions: readonly ScannedSession[];
  /** How the columns were understood and what is wrong with the file, a sentence each. */
  readonly notes: readonly string[];
}

export interface ScanLogOutcome {
  readonly sentence: string;
  readonly counts: Readonly<Record<ScanOutcome, number>>;
  readonly notes: readonly string[];
}
