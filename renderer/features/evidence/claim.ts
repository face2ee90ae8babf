import type { InputOf } from '../../../shared/api.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import { type EvidenceAsked, type FurtherFact, furtherAsked } from '../../../shared/model/evidence.ts';
import type { Delivery } from '../../../shared/model/recertification/facts.ts';
import type { EvidenceRow } from '../../../shared/views/evidence.ts';

/** What is said of an activity, as it is typed; empty: not known. */
export interface Claim {
  readonly title: string;
  readonly activityOn: CivilDate | null;
  readonly claimed: number | null;
  readonly category: string;
  readonly strand: string;
  readonly delivery: Delivery | '';
  readonly checklistItem: string;
  readonly activityKey: string;
  readonly paid: 'paid' | 'unpaid' | '';
  readonly preApprovedOn: CivilDate | null;
  readonly relevance: number | null;
  readonly countedElsewhere: string;
}

/** A claim of which nothing is said yet. */
export const newClaim = (title: string, activityOn: CivilDate): Claim => ({
  title,
  activityOn,
  claimed: null,
  category: '',
  strand: '',
  delivery: '',
  checklistItem: '',
  activityKey: '',
  paid: '',
  preApprovedOn: null,
  relevance: null,
  countedElsewhere: '',
});

/** What is on record of an activity, to be corrected. */
export const claimOn = (row: EvidenceRow): Claim => ({
  title: row.title,
  activityOn: row.activityOn,
  claimed: row.claimed / 100,
  category: row.category ?? '',
  strand: row.strand ?? '',
  delivery: row.delivery ?? '',
  checklistItem: row.checklistItem ?? '',
  activityKey: row.activityKey ?? '',
  paid: row.paid ?? '',
  preApprovedOn: row.preApprovedOn,
  relevance: row.relevance,
  countedElsewhere: row.countedElsewhere ?? '',
});

type ClaimInput = Omit<InputOf<'evidence.correct'>, 'itemId'>;

/**
 * A claim as the desk takes it; null while its day isn’t known. What the policy doesn’t ask of its category isn’t on the
 * form, and so is as it was.
 */
export function claimInput(claim: Claim, was: Claim, asked: EvidenceAsked | undefined): ClaimInput | null {
  if (claim.activityOn === null) return null;
  const further = asked === undefined ? new Set<FurtherFact>() : furtherAsked(asked, claim.category || null);
  const said = <Fact extends FurtherFact>(fact: Fact): Claim[Fact] => (further.has(fact) ? claim : was)[fact];
  return {
    title: claim.title.trim(),
    activityOn: claim.activityOn,
    claimed: claim.claimed ?? 0,
    category: claim.category || null,
    strand: claim.strand || null,
    delivery: claim.delivery || null,
    checklistItem: claim.checklistItem || null,
    activityKey: said('activityKey').trim() || null,
    paid: said('paid') || null,
    preApprovedOn: said('preApprovedOn'),
    relevance: said('relevance'),
    countedElsewhere: said('countedElsewhere').trim() || null,
  };
}
