import { countOf } from '../model/counts.ts';
import { type CivilDate, sayDate } from '../model/dates.ts';
import type { CohortId, ParticipantId, PersonId, RecertificationDueId } from '../model/ids.ts';
import type { ExplainedStanding } from '../model/recertification/standing.ts';
import type { Recertification, RecertificationState } from '../model/recertification.ts';
import type { HistoryLine, ListSlice } from './page.ts';

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

export const recertificationColumns = [
  'name',
  'cohort',
  'state',
  'dates',
  'remark',
  'organization',
  'dueOn',
  'receivedOn',
  'email',
] as const;
export type RecertificationColumn = (typeof recertificationColumns)[number];

/** How the parts of the list are called. */
export const sayRecertificationShow: Record<RecertificationShow, string> = {
  owe: 'Owe documents',
  overdue: 'Overdue',
  due: 'Due',
  received: 'Received',
  remarked: 'With notes',
  'no-due-date': 'No due date',
  everyone: 'Everyone',
};

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

export interface RecertificationAnswer extends ListSlice<RecertificationRow> {
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
  /** Where the certification stands, cycle by cycle, and what is still needed; null without a program. */
  readonly standing: ExplainedStanding | null;
  readonly graduatedOn: CivilDate | null;
  /** What the policy of the day asks for, piece by piece; empty: a lead judges what came in. */
  readonly documents: readonly string[];
  readonly history: readonly HistoryLine[];
}

/** What a row’s dates come to: `overdue since Jun 1, 2022`, `due in 30 days`, `received Nov 18, 2024`; empty without a due date. */
export function sayDates({
  state,
  dueOn,
  daysLeft,
  receivedOn,
}: Pick<RecertificationRow, 'state' | 'dueOn' | 'daysLeft' | 'receivedOn'>): string {
  if (receivedOn !== null) return `received ${sayDate(receivedOn)}`;
  if (state === null || dueOn === null || daysLeft === null) return '';
  if (state === 'in-grace') return `in grace, due ${sayDate(dueOn)}`;
  if (state === 'overdue') return `overdue since ${sayDate(dueOn)}`;
  return daysLeft === 0 ? 'due today' : `due in ${countOf(daysLeft, 'day')}`;
}
