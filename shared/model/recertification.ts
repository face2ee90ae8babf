import type { CivilDate } from './dates.ts';
import type { Reason } from './decision.ts';
import type {
  ParticipantId,
  RecertificationDueChangeId,
  RecertificationDueId,
  RecertificationReceiptId,
} from './ids.ts';

/** A graduate's documents, due on a day for one cycle. */
export interface RecertificationDue {
  readonly id: RecertificationDueId;
  readonly participantId: ParticipantId;
  /** 1, 2, 3 … */
  readonly cycle: number;
  readonly dueOn: CivilDate;
  /** What the leads noted by hand, as they wrote it: “pending”, “moved to Georgia”. */
  readonly remark: string | null;
}

/** That a due date was another one until a day: a question about an earlier day is answered by that one. */
export interface RecertificationDueChange {
  readonly id: RecertificationDueChangeId;
  readonly dueId: RecertificationDueId;
  /** The first day on which the later date holds. */
  readonly fromOn: CivilDate;
  /** The date that held until then. */
  readonly wasDueOn: CivilDate;
  readonly reason: string | null;
}

/** Documents that came in for a due date. */
export interface RecertificationReceipt {
  readonly id: RecertificationReceiptId;
  readonly dueId: RecertificationDueId;
  readonly receivedOn: CivilDate;
  readonly note: string | null;
}

export interface RecertificationFacts {
  readonly dueOn: CivilDate;
  /** The first day on which documents came in; null: none yet. */
  readonly receivedOn: CivilDate | null;
  readonly remark: string | null;
}

export type RecertificationState = 'received' | 'received-late' | 'due' | 'in-grace' | 'overdue';

/** Where a graduate stands with one due date on one day. */
export interface Recertification {
  readonly state: RecertificationState;
  /** Days until the due date; negative once it has passed. */
  readonly daysLeft: number;
  readonly reasons: readonly Reason[];
}

export const sayRecertification: Record<RecertificationState, string> = {
  received: 'Received',
  'received-late': 'Received late',
  due: 'Due',
  'in-grace': 'In grace',
  overdue: 'Overdue',
};
