import type { ParsedInputOf } from '../../../shared/api.ts';
import { addYears, type CivilDate } from '../../../shared/model/dates.ts';
import type { EvidenceAsked, FurtherFact, KeptEvidenceItem } from '../../../shared/model/evidence.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import { datesReversed } from '../../rules/dates/date-order.ts';
import { claimOf } from '../../rules/evidence/claim.ts';
import { askedToday } from './asked.ts';

type Claim = Omit<ParsedInputOf<'evidence.correct'>, 'itemId'>;
type ClaimFields = Pick<
  KeptEvidenceItem,
  'title' | 'activityOn' | 'category' | 'strand' | 'delivery' | 'checklistItem' | 'claimed' | FurtherFact
>;

/** What is said of an activity, as fields of its row; refuses days, amounts, and kinds that can't be. */
export function claimFields(facts: Facts, claim: Claim): Result<ClaimFields> {
  const asked = askedToday(facts);
  const reversed = datesReversed([
    { pair: 'activity, today', days: [claim.activityOn, facts.today] },
    { pair: 'long before, activity', days: [longBefore(facts.today), claim.activityOn] },
    { pair: 'approved beforehand, today', days: [claim.preApprovedOn, facts.today] },
  ]);
  const [first] = reversed;
  if (first !== undefined) return refuse(first);
  const unknown = unknownChoice(asked, claim);
  if (unknown !== null) return refuse(unknown);
  const claimed = claimOf(claim.claimed, claim.category, asked);
  if (!claimed.ok) return claimed;
  return done({ ...claim, claimed: claimed.value });
}

const longBefore = (today: CivilDate): CivilDate => addYears(today, -20);

function unknownChoice(asked: EvidenceAsked, { category, strand, checklistItem }: Claim): string | null {
  const has = (choices: readonly { readonly key: string }[], key: string | null): boolean =>
    key === null || choices.some((each) => each.key === key);
  if (!has(asked.categories, category)) return 'The policy has no such category. Choose one of its own, or none.';
  if (!has(asked.strands, strand)) return 'The policy has no such strand. Choose one of its own, or none.';
  if (!has(asked.checklist, checklistItem))
    return 'The policy asks for no such document. Choose one of its own, or none.';
  return null;
}
