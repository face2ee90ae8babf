import type { CivilDate } from '../model/dates.ts';
import type { Reason } from '../model/decision.ts';
import type { Graduation, GraduationVerdict } from '../model/graduates.ts';
import type { CohortId, ParticipantId, PersonId } from '../model/ids.ts';
import type { HistoryLine, ListSlice } from './page.ts';

export const graduateShows = [
  'graduates',
  'may-graduate',
  'requirements-missing',
  'on-the-way',
  'courses-missing',
] as const;
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
  'requirements-missing': 'Requirements missing',
  'on-the-way': 'In progress',
  'courses-missing': 'Courses missing',
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
}

export interface GraduatesAnswer extends ListSlice<GraduateRow> {
  readonly counts: Readonly<Record<GraduateShow, number>>;
}

/** What graduating people of a cohort would do. */
export interface GraduationPreview {
  /** Who would graduate by the rule, in the order of last names, which the certificates' numbers follow. */
  readonly ready: readonly {
    readonly participantId: ParticipantId;
    readonly name: string;
    readonly certificateName: string;
  }[];
  /** Who would not, with what is missing and why; a lead may graduate them anyway. */
  readonly held: readonly {
    readonly participantId: ParticipantId;
    readonly name: string;
    readonly verdict: GraduationVerdict;
    /** The titles of what is missing, a comma between them. */
    readonly missing: string;
    readonly why: string;
  }[];
  /** How many have graduated already, and how many have left the cohort. */
  readonly graduated: number;
  readonly left: number;
  /** Who of those that are ready owes the fee, a sentence each. */
  readonly owing: readonly string[];
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
  /** That their certificate was revoked, when and why; null: none was, or a new one was issued since. */
  readonly revoked: string | null;
  /** Whether they are left off the published list of graduates. */
  readonly isUnlisted: boolean;
  /** Null: no one has graduated them here, or the decision was not kept. */
  readonly decided: DecidedGraduation | null;
  readonly graduation: Graduation;
  readonly email: string | null;
  readonly recertification: string | null;
  readonly history: readonly HistoryLine[];
}
