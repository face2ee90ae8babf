import type { CivilDate } from '../../../shared/model/dates.ts';
import type { EvidenceAsked, KeptEvidenceItem } from '../../../shared/model/evidence.ts';
import { type Credit, noCredit, sayCredit } from '../../../shared/model/recertification/amounts.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';

/** What a lead decides about a piece of evidence. */
export type ReviewDecision =
  | { readonly kind: 'accept' }
  | { readonly kind: 'part'; readonly accepted: Credit; readonly reason: string }
  | { readonly kind: 'return'; readonly reason: string };

/** Who decides, and when. */
interface Reviewing {
  /** The lead named on this laptop; null: no one is. */
  readonly reviewer: string | null;
  readonly today: CivilDate;
  readonly asked: Pick<EvidenceAsked, 'unit' | 'secondReview'>;
}

/** The fields that a review sets, all of them together. */
export type ReviewFields = Pick<
  KeptEvidenceItem,
  | 'state'
  | 'accepted'
  | 'decidedOn'
  | 'reviewer'
  | 'returnedBecause'
  | 'firstReviewer'
  | 'firstReviewedOn'
  | 'firstAccepted'
>;

export const notReviewed: Omit<ReviewFields, 'state'> = {
  accepted: null,
  decidedOn: null,
  reviewer: null,
  returnedBecause: null,
  firstReviewer: null,
  firstReviewedOn: null,
  firstAccepted: null,
};

/**
 * What a review makes of a piece of evidence. Where the policy asks for a second pair of eyes, two leads must give the
 * same amount; until then it waits on, and another amount takes the first one's place. Returning needs only one lead:
 * it takes nothing away that can't be handed in again.
 */
export function reviewOf(
  item: Pick<KeptEvidenceItem, 'title' | 'state' | 'claimed' | 'firstReviewer' | 'firstAccepted'>,
  decision: ReviewDecision,
  { reviewer, today, asked }: Reviewing,
): Result<ReviewFields> {
  if (item.state === 'missing') {
    return refuse(`Nothing has come in for “${item.title}” yet. Add the file, a link, or a note first.`);
  }
  if (decision.kind === 'return') {
    return done({
      ...notReviewed,
      state: 'returned',
      accepted: noCredit,
      decidedOn: today,
      reviewer,
      returnedBecause: decision.reason,
    });
  }
  const given = decision.kind === 'accept' ? done(item.claimed) : partOf(item.claimed, decision.accepted, asked);
  if (!given.ok) return given;
  const reason = decision.kind === 'part' ? decision.reason : null;
  const accepted = given.value;
  if (asked.secondReview === 'needed') {
    if (reviewer === null) {
      return refuse(
        'The policy asks for two leads to look at each piece of evidence. Say who is using this laptop first: choose “Who is using this laptop”.',
      );
    }
    const isSecond = item.firstReviewer !== null && item.firstReviewer !== reviewer && item.firstAccepted === accepted;
    if (!isSecond) {
      return done({
        ...notReviewed,
        state: 'received',
        returnedBecause: reason,
        firstReviewer: reviewer,
        firstReviewedOn: today,
        firstAccepted: accepted,
      });
    }
    return done({
      ...notReviewed,
      state: stateFor(item.claimed, accepted),
      accepted,
      decidedOn: today,
      reviewer: `${item.firstReviewer} and ${reviewer}`,
      returnedBecause: reason,
    });
  }
  return done({
    ...notReviewed,
    state: stateFor(item.claimed, accepted),
    accepted,
    decidedOn: today,
    reviewer,
    returnedBecause: reason,
  });
}

const stateFor = (claimed: Credit, accepted: Credit): 'accepted' | 'partly-accepted' =>
  accepted < claimed ? 'partly-accepted' : 'accepted';

/** Part of what was claimed: more than nothing, and less than all. */
function partOf(claimed: Credit, accepted: Credit, { unit }: Pick<EvidenceAsked, 'unit'>): Result<Credit> {
  if (accepted > claimed) {
    return refuse(
      `${sayCredit(accepted)} is more than the ${sayCredit(claimed)} ${unit.many} that were claimed. Correct the claim first.`,
    );
  }
  if (accepted === claimed) return refuse('That is all that was claimed. Accept it instead.');
  if (accepted === noCredit) return refuse('None of it counts then. Return it instead, with the reason.');
  return done(accepted);
}
