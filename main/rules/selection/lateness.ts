import type { RankingFacts } from '../../../shared/model/applicants.ts';
import type { Instant } from '../../../shared/model/dates.ts';
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

/** Whether an application was first sent before its window had opened, at midnight in the program's own zone. */
export const isEarly = (calendar: ZoneCalendar, facts: RankingFacts): boolean =>
  facts.windowOpensOn !== null && facts.firstSubmittedAt < calendar.startOf(facts.windowOpensOn);

const earlyConsequences: Record<
  Policy['admission']['early'],
  { readonly outcome: Reason['outcome']; readonly says: string }
> = {
  'needs-a-look': { outcome: 'unknown', says: '; a lead decides whether it counts' },
  'in-order': { outcome: 'order', says: '; it keeps its place in the order' },
};

/** The reason that an early application carries; `settled` where something else already decided. */
export function earlyReason(policy: Policy, calendar: ZoneCalendar, facts: RankingFacts, settled: boolean): Reason {
  const { early, earlyClause } = policy.admission;
  const { outcome, says } = earlyConsequences[early];
  const opened = facts.windowOpensOn === null ? '' : ` on ${calendar.say(facts.windowOpensOn)}`;
  return {
    outcome: settled ? 'not-needed' : outcome,
    sentence: `Sent before the window opened${opened}${settled ? '' : says}`,
    seen: `first sent ${calendar.say(calendar.dayOf(facts.firstSubmittedAt))}`,
    clause: earlyClause,
  };
}

/** The moment of the return by which someone ranks; null: they never withdrew, or keep the place they had. */
export const returnCounting = ({ admission }: Policy, { returnedAt }: RankingFacts): Instant | null =>
  admission.returning === 'day-of-return' ? returnedAt : null;

/** The reason that someone who came back carries. */
export function returnReason({ admission }: Policy, calendar: ZoneCalendar, returnedAt: Instant): Reason {
  const day = calendar.say(calendar.dayOf(returnedAt));
  const what = admission.returning === 'day-of-return' ? 'that day counts' : 'the place is the one they had';
  return {
    outcome: 'order',
    sentence: `Withdrew and came back on ${day}; ${what}`,
    seen: '',
    clause: admission.returningClause,
  };
}

type LateRule = Policy['admission']['late'];

const consequences: Record<LateRule, { readonly outcome: Reason['outcome']; readonly says: string }> = {
  'needs-a-look': { outcome: 'unknown', says: '; a lead decides whether it counts' },
  'in-order': { outcome: 'order', says: '; it keeps its place in the order' },
  last: { outcome: 'order', says: '; it goes after everyone who was on time' },
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
