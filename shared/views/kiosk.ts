import type { CivilDate, ClockTime, Instant } from '../model/dates.ts';
import type { KioskAnswerKind } from '../model/kiosk.ts';

/** What a kiosk may show: the session, and no one. Null: this laptop is no kiosk. */
export interface KioskState {
  /** Null: the session is not on the schedule any more. */
  readonly session: {
    readonly title: string;
    readonly heldOn: CivilDate;
    readonly startsAt: ClockTime;
    readonly endsAt: ClockTime;
    readonly room: string | null;
  } | null;
  /** Whether it checks people in today: on the day of its session. */
  readonly open: boolean;
  /** No PIN is tried before this moment; null: one may be tried now. */
  readonly waitUntil: Instant | null;
}

/** What a kiosk tells whoever stands before it: their own first name at most. */
export interface KioskAnswer {
  readonly answer: KioskAnswerKind;
  readonly sentence: string;
  /** What to do next; empty where nothing is to do. */
  readonly next: string;
}
