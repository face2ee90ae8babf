import type { CivilDate } from '../model/dates.ts';
import type { CohortId, ParticipantId, PersonId } from '../model/ids.ts';
import type { ListSlice } from './page.ts';

/** The parts of the published list: who is on it, and who is left off. */
export const publishedShows = ['listed', 'left-off'] as const;
export type PublishedShow = (typeof publishedShows)[number];

export const sayPublishedShow: Record<PublishedShow, string> = { listed: 'On the list', 'left-off': 'Left off' };

export const publishedColumns = ['cohort', 'name', 'organization', 'graduatedOn', 'listed'] as const;
export type PublishedColumn = (typeof publishedColumns)[number];

/** A graduate as the list has them. */
export interface PublishedRow {
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  /** As it is on the certificate. */
  readonly name: string;
  readonly organization: string;
  readonly cohortId: CohortId;
  readonly cohort: string;
  readonly graduatedOn: CivilDate | null;
  /** Why they are not on the list; null: they are. */
  readonly leftOff: 'by-choice' | 'revoked' | null;
  /** Why a lead left them off, where they said so. */
  readonly reason: string | null;
}

export interface PublishedAnswer extends ListSlice<PublishedRow> {
  readonly counts: Readonly<Record<PublishedShow, number>>;
  /** How many cohorts the published list has. */
  readonly cohorts: number;
}

/** Why someone is not on the list, in words. */
export const sayLeftOff = ({ leftOff, reason }: Pick<PublishedRow, 'leftOff' | 'reason'>): string =>
  leftOff === 'revoked' ? 'Certificate revoked' : leftOff === 'by-choice' ? (reason ?? 'Left off') : 'On the list';
