import type {
  AttendanceEventKind,
  CheckInMethod,
  CheckInOutcome as CheckInWord,
  DoorNote,
  SessionPresence,
} from '../model/attendance.ts';
import type { ParticipantStatus } from '../model/cohorts.ts';
import type { CivilDate, ClockTime, Instant } from '../model/dates.ts';
import type { AttendanceEventId, ParticipantId, PersonId, SessionId } from '../model/ids.ts';
import type { Cents } from '../model/money.ts';
import type { SessionRow } from './cohorts.ts';
import type { ListSlice } from './page.ts';

/** Sessions as they are listed. */
export interface SessionsAnswer extends ListSlice<SessionRow> {
  /** How many of all are over. */
  readonly held: number;
}

export interface AttendeeRow {
  /** Null: someone in no cohort at all, checked in anyway. */
  readonly participantId: ParticipantId | null;
  readonly personId: PersonId;
  readonly name: string;
  /** Last name first, folded: the order of a sign-in sheet. */
  readonly order: string;
  readonly organization: string;
  readonly cohort: string;
  /** The numbers of the person's badges; the first stands on the badge and on the sign-in sheet. Empty: none was made. */
  readonly badges: readonly number[];
  /** False: of another cohort, and not to make up the course here. */
  readonly expected: boolean;
  /** Of another cohort, and expected here to make up the course. */
  readonly makesUp: boolean;
  /** Whether a check-in stands. */
  readonly present: boolean;
  readonly at: Instant | null;
  readonly method: CheckInMethod | null;
  readonly eventId: AttendanceEventId | null;
  /** How the person stands, with all that was noted besides. */
  readonly presence: SessionPresence;
}

/** One of the last check-ins, newest first; an unknown code and an unmatched walk-in have no person. */
export interface RecentCheckIn {
  readonly eventId: AttendanceEventId;
  readonly personId: PersonId | null;
  /** Empty for an unknown code. */
  readonly name: string;
  readonly organization: string;
  /** The number of a walk-in's badge; null: no walk-in. */
  readonly walkIn: number | null;
  /** What was scanned or typed; null where a lead picked a name. */
  readonly code: string | null;
  readonly at: Instant;
  readonly method: CheckInMethod;
  readonly annulled: boolean;
}

/** Someone who came without being known, or a code that no one has: to be matched to a person. */
export interface WalkInRow {
  /** The badge's code, or the code that was kept; names this row. */
  readonly code: string;
  /** The badge's number; null: a kept code. */
  readonly number: number | null;
  /** As typed at the door; empty for a kept code. */
  readonly name: string;
  readonly organization: string;
  /** Where the code stands, in order. */
  readonly at: readonly {
    readonly sessionId: SessionId;
    readonly title: string;
    readonly heldOn: CivilDate;
    readonly at: Instant;
  }[];
}

export interface SessionView {
  readonly session: SessionRow;
  /** Hours that the whole session counts for. */
  readonly ofHours: number;
  /** How many the room holds; null: no one said. */
  readonly capacity: number | null;
  /** Empty where the caller asked to leave them out. */
  readonly people: readonly AttendeeRow[];
  /** Walk-ins who are in and matched to no one yet; kept codes not counted. */
  readonly walkIns: number;
  /** Walk-ins and kept codes that wait to be matched: as many as their list holds. */
  readonly toMatch: number;
  readonly recent: readonly RecentCheckIn[];
}

/** Something that was noted of a person at a session; nothing of it is ever changed, only taken back. */
export interface AttendanceNote {
  readonly eventId: AttendanceEventId;
  readonly kind: Exclude<AttendanceEventKind, 'annulment'>;
  readonly at: Instant;
  readonly method: CheckInMethod;
  readonly clock: ClockTime | null;
  readonly hours: number | null;
  readonly reason: string | null;
  /** When and why it was undone; null: it stands. */
  readonly annulled: { readonly at: Instant; readonly reason: string | null } | null;
}

/** Someone that three letters, an e-mail address, a badge number or a code may mean. */
export interface CheckInMatch {
  /** Null: a walk-in whom no one has matched yet; then the code says who it is. */
  readonly personId: PersonId | null;
  /** The code of a walk-in's badge; null for anybody known. */
  readonly code: string | null;
  /** The number of the badge that was typed, or of a walk-in's; null where a name was. */
  readonly badgeNumber: number | null;
  readonly name: string;
  readonly organization: string;
  /** Empty: in no cohort. */
  readonly cohort: string;
  readonly status: ParticipantStatus | null;
  readonly expected: boolean;
  readonly makesUp: boolean;
  readonly inSince: Instant | null;
}

/** What check-in answers: always a sentence, and whether a lead may confirm what was held back. */
export interface CheckInAnswer {
  readonly answer: CheckInWord;
  readonly sentence: string;
  /** What a lead should know besides. */
  readonly notes: readonly DoorNote[];
  readonly mayConfirm: boolean;
  readonly eventId: AttendanceEventId | null;
  /** When this was answered. */
  readonly at: Instant;
  readonly personId: PersonId | null;
  readonly participantId: ParticipantId | null;
  readonly name: string | null;
  /** What the person still owes of the course fee. */
  readonly owes: Cents;
  /** Where else the person is expected right now; null: nowhere. */
  readonly elsewhere: { readonly sessionId: SessionId; readonly title: string; readonly where: string } | null;
  /** The number of the badge: of a walk-in who came in, or a blank one that was scanned. */
  readonly badgeNumber: number | null;
  readonly expected: number;
  readonly present: number;
  readonly guests: number;
}
