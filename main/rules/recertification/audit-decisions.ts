import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import type { AuditState, RecertificationAudit } from '../../../shared/model/recertification/facts.ts';
import type { AuditRules } from '../../../shared/model/recertification/life.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { Cycle, Standing } from '../../../shared/model/recertification/standing.ts';
import { done, type Problem, type Result, refuse } from '../../../shared/model/result.ts';
import { datesReversed } from '../dates/date-order.ts';
import { later } from './calendar.ts';
import { outOfCycle } from './extension.ts';

/** The rules of audits, or that there are none. */
export function auditRulesOf({ life: { audit } }: RecertificationRules): Result<AuditRules> {
  return audit === null
    ? refuse('The rules of re-certification have no audits. Add them to the rules under Settings first.')
    : done(audit);
}

/** The last day on which an answer to an audit that begins on a day is in time. */
export const answerByFor = ({ answerWithin }: AuditRules, drawnOn: CivilDate): CivilDate =>
  later(drawnOn, answerWithin);

type Known = Pick<RecertificationAudit, 'cycle' | 'outcome'>;

/**
 * The cycle of someone that a draw can be about: the latest that was completed within some days, both included, and never
 * audited; null: none is. Who is revoked, retired, inactive, exempt, or lapsed is left out.
 */
export function cycleToDraw(
  { life, cycles }: Standing,
  audits: readonly Known[],
  completed: { readonly from: CivilDate; readonly to: CivilDate },
): number | null {
  if (outOfCycle.has(life) || life === 'lapsed') return null;
  const latest = cycles.findLast(({ completedOn }) => completedOn !== null);
  if (latest?.completedOn == null) return null;
  if (latest.completedOn < completed.from || latest.completedOn > completed.to) return null;
  return audits.some(({ cycle }) => cycle === latest.number) ? null : latest.number;
}

/** What speaks against an audit for cause of a cycle; null: nothing. */
export function whyNotForCause(
  who: string,
  cycle: Cycle | undefined,
  { life }: Standing,
  audits: readonly Known[],
): Problem | null {
  if (cycle === undefined)
    return refuse(`${who} has no such cycle. Open the person again and choose one of theirs.`).problem;
  if (outOfCycle.has(life)) {
    return refuse(`${who} is ${life}, so there’s nothing to audit.`).problem;
  }
  return audits.some((audit) => audit.cycle === cycle.number && audit.outcome === 'open')
    ? refuse(`Cycle ${cycle.number} of ${who} is under audit already. Decide that audit first.`).problem
    : null;
}

type Pending = Pick<RecertificationAudit, 'cycle' | 'outcome' | 'drawnOn' | 'answeredOn' | 'answerBy' | 'decidedOn'>;

const decided = (who: string, { cycle, outcome, decidedOn }: Pending): Problem =>
  refuse(
    `The audit of cycle ${cycle} of ${who} was ${outcome} on ${decidedOn === null ? 'an earlier day' : sayDate(decidedOn)}. Undo that decision in History first.`,
  ).problem;

/** What speaks against noting that an answer came in on a day; null: nothing. */
export function whyNotAnswer(who: string, audit: Pending, answeredOn: CivilDate, today: CivilDate): Problem | null {
  if (audit.outcome !== 'open') return decided(who, audit);
  if (audit.answeredOn !== null)
    return refuse(`The answer of ${who} came in on ${sayDate(audit.answeredOn)} already.`).problem;
  const [reversed] = datesReversed([
    { pair: 'audit drawn, answered', days: [audit.drawnOn, answeredOn] },
    { pair: 'audit answered, today', days: [answeredOn, today] },
  ]);
  return reversed === undefined ? null : refuse(reversed).problem;
}

/** What speaks against deciding an audit; null: nothing. Before the last day to answer, silence says nothing. */
export function whyNotDecide(
  who: string,
  audit: Pending,
  outcome: 'passed' | 'failed',
  today: CivilDate,
): Problem | null {
  if (audit.outcome !== 'open') return decided(who, audit);
  if (audit.answeredOn !== null) return null;
  if (outcome === 'passed') return refuse(`Nothing came in from ${who} yet. Record the answer first.`).problem;
  return today <= audit.answerBy
    ? refuse(`${who} has until ${sayDate(audit.answerBy)} to answer. Record the answer first, or wait until then.`)
        .problem
    : null;
}

/** Where an audit is on a day. */
export function auditStateOn(
  {
    outcome,
    decidedOn,
    answeredOn,
    answerBy,
  }: Pick<RecertificationAudit, 'outcome' | 'decidedOn' | 'answeredOn' | 'answerBy'>,
  on: CivilDate,
): AuditState {
  if (outcome !== 'open' && decidedOn !== null && decidedOn <= on) return outcome;
  if (answeredOn !== null && answeredOn <= on) return 'to-decide';
  return on > answerBy ? 'silent' : 'to-answer';
}
