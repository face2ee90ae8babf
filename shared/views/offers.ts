import type { ApplicationStatus } from '../model/applicants.ts';
import type { CivilDate } from '../model/dates.ts';
import type { ApplicationId, CohortId, PersonId, SeatOfferId } from '../model/ids.ts';
import type { OfferState } from '../model/offers.ts';

/** Who is asked next for a seat of a cohort. */
export interface NextInLine {
  readonly applicationId: ApplicationId;
  readonly name: string;
  readonly organization: string;
  readonly place: number;
  readonly cohort: { readonly id: CohortId; readonly name: string };
  /** Seats that no one holds by acceptance or by an open offer. */
  readonly free: number;
}

export interface OfferRow {
  readonly offerId: SeatOfferId;
  readonly applicationId: ApplicationId;
  readonly personId: PersonId;
  readonly name: string;
  readonly organization: string;
  /** In the order as it stands; null: not ranked any more. */
  readonly place: number | null;
  readonly status: ApplicationStatus;
  readonly offeredOn: CivilDate;
  readonly replyBy: CivilDate;
  /** Whether the answer, or that none came, still has to be noted. */
  readonly unanswered: boolean;
  /** As it stands today. */
  readonly state: OfferState;
  /** Why it stands so: `Has until Fri, Jun 14, 2024 to take the seat`. */
  readonly sentence: string;
  /** Why it was made out of order; null: in order. */
  readonly overruleReason: string | null;
}

export interface OffersView {
  readonly cohort: { readonly id: CohortId; readonly name: string; readonly seats: number };
  readonly accepted: number;
  readonly open: number;
  readonly free: number;
  /** Null: no one waits who could be asked. */
  readonly next: NextInLine | null;
  /** Open offers first, by their last day; then the others, the newest first. */
  readonly offers: readonly OfferRow[];
  /** A day by which to answer, until the lead says another. */
  readonly usualReplyBy: CivilDate;
}

/** What can be done for one applicant. */
export interface OfferDetail {
  /** The last offer; null: none was made. */
  readonly offer: OfferRow | null;
  /** Why no seat can be offered at all, as a sentence; null where one can. */
  readonly cannot: string | null;
  /** Why an offer now would go out of order, a sentence each; empty: it is in order. */
  readonly against: readonly string[];
  readonly usualReplyBy: CivilDate;
}
