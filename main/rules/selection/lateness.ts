import type { RankingFacts } from '../../../shared/model/applicants.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { ZoneCalendar } from '../days.ts';

/**
 * Whether an application came after its window had closed.
 *
 * The window's last day ends at midnight in the program's own zone. The first sending counts: someone who was in
 * time and sends a correction later is not late.
 */
export const isLate = (calendar: ZoneCalendar, facts: RankingFacts): boolean =>
  facts.windowClosesOn !== null && facts.firstSubmittedAt >= calendar.endOf(facts.windowClosesOn);

type LateRule = Policy['admission']['late'];

const consequences: Record<LateRule, { readonly outcome: Reason['outcome']; readonly says: string }> = {
  'needs-a-look': { outcome: 'unknown', says: '; a lead decides whether it counts' },
  'in-order': { outcome: 'order', says: '; it keeps its place in the order' },
  last: { outcome: 'order', says: '; it goes after all that were in time' },
  'not-eligible': { outcome: 'unmet', says: '; can apply again when the next window opens' },
};

/** The reason that a late application carries, with what the policy makes of it; `settled` where something else already decided. */
export function lateReason(policy: Policy, calendar: ZoneCalendar, facts: RankingFacts, settled: boolean): Reason {
  const { late, lateClause } = policy.admission;
  const { outcome, says } = consequences[late];
  const closed = facts.windowClosesOn === null ? '' : ` on ${calendar.say(facts.windowClosesOn)}`;
  return {
    outcome: settled ? 'not-needed' : outcome,
    sentence: `Sent after the window closed${closed}${settled ? '' : says}`,
    seen: `first sent ${calendar.say(calendar.dayOf(facts.firstSubmittedAt))}`,
    clause: lateClause,
  };
}
