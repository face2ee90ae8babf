import type { CivilDate } from '../model/dates.ts';
import type { CohortId, ParticipantId, PersonId, RecertificationDueId } from '../model/ids.ts';
import type { Recertification, RecertificationState } from '../model/recertification.ts';
import type { HistoryLine, Page } from './page.ts';

export const recertificationShows = [
  'owe',
  'overdue',
  'due',
  'received',
  'remarked',
  'no-due-date',
  'everyone',
] as const;
export type RecertificationShow = (typeof recertificationShows)[number];

export interface RecertificationRow {
  /** Null where no due date is set for the graduate's cohort. */
  readonly dueId: RecertificationDueId | null;
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  readonly name: string;
  readonly organization: string;
  readonly email: string;
  readonly cohortId: CohortId;
  readonly cohort: string;
  readonly state: RecertificationState | null;
  readonly dueOn: CivilDate | null;
  readonly receivedOn: CivilDate | null;
  /** Days until the due date, negative once it has passed; null without one. */
  readonly daysLeft: number | null;
  readonly remark: string;
}

export interface RecertificationPage extends Page<RecertificationRow> {
  readonly on: CivilDate;
  readonly counts: Readonly<Record<RecertificationShow, number>>;
  readonly cohorts: readonly {
    readonly cohortId: CohortId;
    readonly name: string;
    readonly dueOn: CivilDate | null;
    readonly graduates: number;
    readonly received: number;
    readonly due: number;
    readonly overdue: number;
  }[];
}

export interface RecertificationDetail {
  readonly row: RecertificationRow;
  readonly decision: Recertification | null;
  readonly graduatedOn: CivilDate | null;
  readonly history: readonly HistoryLine[];
}
