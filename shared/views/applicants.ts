import {
  type ApplicationStatus,
  isInTheOrder,
  type Ranking,
  type SubmittedDoubt,
  sayStatus,
  sayVerdict,
} from '../model/applicants.ts';
import type { Instant } from '../model/dates.ts';
import type { FeeStanding } from '../model/fees.ts';
import type { ApplicationId, CohortId, PersonId } from '../model/ids.ts';
import type { HistoryLine, ListSlice } from './page.ts';

export const applicantShows = [
  'in-order',
  'within-seats',
  'waiting',
  'past-last-seat',
  'needs-a-look',
  'late',
  'early',
  'not-eligible',
  'accepted',
  'closed',
] as const;
export type ApplicantShow = (typeof applicantShows)[number];

export const applicantColumns = [
  'place',
  'name',
  'organization',
  'tier',
  'years',
  'applied',
  'status',
  'jobTitle',
  'email',
  'phone',
  'payment',
  'needs',
] as const;
export type ApplicantColumn = (typeof applicantColumns)[number];

export interface ApplicantRow {
  readonly applicationId: ApplicationId;
  readonly personId: PersonId;
  readonly place: number | null;
  readonly name: string;
  readonly organization: string;
  readonly tier: number | null;
  readonly tierName: string;
  /** As it should be read: `10`, `< 1`, `15+`, `?`. */
  readonly years: string;
  readonly applied: Instant;
  /** Why the time above stands for nothing; null: it can be relied on. */
  readonly appliedDoubt: SubmittedDoubt | null;
  readonly status: ApplicationStatus;
  readonly verdict: Ranking['verdict'];
  readonly late: boolean;
  /** First sent before the window opened. */
  readonly early: boolean;
  readonly overruled: boolean;
  /** Whether a fact that the acceptance saw is another one now; the decision stays. */
  readonly changedSince: boolean;
  /** Whether a seat is offered and the answer still to come. */
  readonly offered: boolean;
  /** Whether something that an import noted is still to be corrected. */
  readonly toCorrect: boolean;
  readonly jobTitle: string;
  readonly email: string;
  readonly phone: string;
  readonly payment: string;
  readonly needs: string;
}

/** How an applicant stands, in a word: what was decided, else what the order says. */
export const sayApplicantStanding = (row: Pick<ApplicantRow, 'status' | 'verdict'>): string =>
  row.status === 'accepted' || !isInTheOrder(row.status) ? sayStatus[row.status] : sayVerdict[row.verdict];

/** The same with every mark that the screen shows beside it: what is read aloud, copied and exported. */
export const sayApplicantStatus = (row: ApplicantRow): string =>
  [
    sayApplicantStanding(row),
    row.late ? 'late' : '',
    row.early ? 'early' : '',
    row.offered ? 'offered' : '',
    row.overruled ? 'overruled' : '',
    row.changedSince ? 'facts changed since' : '',
    row.toCorrect ? 'to correct' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');

export interface ApplicantsAnswer extends ListSlice<ApplicantRow> {
  readonly cohort: { readonly id: CohortId; readonly name: string; readonly seats: number };
  readonly policyNumber: number;
  readonly counts: Readonly<Record<ApplicantShow, number>>;
  /** How many within the seats are neither accepted nor asked to answer an offer. */
  readonly acceptable: number;
  /** How many have no place until a lead looks at them. */
  readonly undecided: number;
}

export interface ApplicantDetail {
  readonly row: ApplicantRow;
  readonly cohort: { readonly id: CohortId; readonly name: string; readonly seats: number };
  readonly ranking: Ranking;
  readonly policyNumber: number;
  readonly membership: string | null;
  readonly highestPost: 'yes' | 'no' | null;
  readonly yearsInEducation: number | null;
  readonly certificateName: string;
  /** Where the course fee of someone accepted stands; null: no one asks for it yet. */
  readonly fee: FeeStanding | null;
  readonly statusReason: string | null;
  /** Who set the status, when and why: `Accepted by Mara Lindqvist on Mon, Jun 3, 2024 at 9:12 AM`; null: no lead did. */
  readonly statusSaid: string | null;
  /** Who overruled the rule and when; null: it stands. */
  readonly overruleSaid: string | null;
  /** The time of submission as it was typed; null: no form tells one. */
  readonly appliedTyped: string | null;
  /** Which facts have changed since the decision, and that it stays; null: none of those that it saw. */
  readonly changedSince: string | null;
  /** The decision as it stood when the status was set, in words; null where none was taken. */
  readonly decided: string | null;
  readonly submissions: readonly {
    readonly at: Instant;
    readonly source: string;
    readonly answers: readonly {
      readonly question: string;
      /** As it was typed. */
      readonly answer: string;
      /** What it was taken for; empty: it was not understood; null: text that stands for itself. */
      readonly understood: string | null;
    }[];
  }[];
  readonly history: readonly HistoryLine[];
}

/** What deferring applicants to another cohort would do. */
export interface DeferralView {
  readonly to: { readonly id: CohortId; readonly name: string };
  /** Who can go. */
  readonly can: readonly ApplicationId[];
  /** Who can’t, and why, a sentence each. */
  readonly cannot: readonly { readonly applicationId: ApplicationId; readonly why: string }[];
  /** How many of those who can go are accepted, and leave their place in the cohort. */
  readonly accepted: number;
  /** How many of them have a seat offered, and decline it by going. */
  readonly offered: number;
}
