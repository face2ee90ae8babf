import type { CivilDate } from '../model/dates.ts';
import type { Reason } from '../model/decision.ts';
import type { Graduation, GraduationVerdict } from '../model/graduates.ts';
import type { CohortId, ParticipantId, PersonId } from '../model/ids.ts';
import type { HistoryLine, ListSlice } from './page.ts';

export const graduateShows = ['graduates', 'may-graduate', 'on-the-way', 'courses-missing', 'needs-a-look'] as const;
export type GraduateShow = (typeof graduateShows)[number];

export const graduateColumns = [
  'name',
  'certificateName',
  'organization',
  'cohort',
  'verdict',
  'attended',
  'missing',
  'graduatedOn',
  'certificate',
] as const;
export type GraduateColumn = (typeof graduateColumns)[number];

/** How the parts of the list are called. */
export const sayGraduateShow: Record<GraduateShow, string> = {
  graduates: 'Graduates',
  'may-graduate': 'Ready to graduate',
  'on-the-way': 'In progress',
  'courses-missing': 'Can’t finish',
  'needs-a-look': 'Needs a look',
};

export interface GraduateRow {
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  readonly name: string;
  readonly certificateName: string;
  readonly organization: string;
  readonly cohortId: CohortId;
  readonly cohort: string;
  readonly verdict: GraduationVerdict;
  readonly attended: number;
  /** How many courses were asked of the cohort. */
  readonly courses: number;
  readonly missing: string;
  readonly graduatedOn: CivilDate | null;
  readonly certificate: string | null;
  /** Whether a lead graduated them against the rule. */
  readonly overruled: boolean;
  /** What has changed since they were graduated, and that the decision stays; empty: nothing it rests on. */
  readonly changedSince: string;
  /** Whether something that a list of graduates said is still to be corrected. */
  readonly toCorrect: boolean;
}

export interface GraduatesAnswer extends ListSlice<GraduateRow> {
  readonly counts: Readonly<Record<GraduateShow, number>>;
}

/** The decision that a certificate rests on. */
export interface DecidedGraduation {
  /** When and under which version it was made, and whether the same rule gives the same answer today. */
  readonly sentence: string;
  readonly agrees: boolean;
  readonly reasons: readonly Reason[];
}

export interface GraduateDetail {
  readonly row: GraduateRow;
  /** The name that was printed; null: no certificate was issued here. */
  readonly issuedTo: string | null;
  /** Null: no one has graduated them here, or the decision was not kept. */
  readonly decided: DecidedGraduation | null;
  readonly graduation: Graduation;
  readonly email: string | null;
  readonly recertification: string | null;
  readonly history: readonly HistoryLine[];
}
