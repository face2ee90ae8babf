import { addYears, type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import { foldName } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type {
  Recertification,
  RecertificationFacts,
  RecertificationState,
} from '../../../shared/model/recertification.ts';
import { daysFrom } from '../days.ts';
import { sayDays } from '../words.ts';
import { anchorOf, firstFrame } from './cycles.ts';
import { newlyCertified } from './newly-certified.ts';

/**
 * The day on which a graduate's documents are due for the first time, and the clause that says so.
 *
 * A date that the program states for the cohort comes first; any other cohort's follows from the day of graduation.
 * Where the policy has rules of cycles, it is the end of the first one by these. Null: the policy sets none, or the day of
 * graduation, or of whatever else it counts from, is not known.
 */
export function dueDateFor(
  policy: Policy,
  cohortName: string,
  graduatedOn: CivilDate | null,
): { readonly dueOn: CivilDate; readonly clause: string } | null {
  const { dueDates, laterCohortsYears, laterCohortsClause, rules } = policy.recertification;
  if (rules !== null) return firstEndBy(rules, cohortName, graduatedOn);
  const stated = dueDates.find((due) => foldName(due.cohort) === foldName(cohortName));
  if (stated !== undefined) return { dueOn: stated.dueOn, clause: stated.clause };
  if (laterCohortsYears === null || graduatedOn === null) return null;
  return { dueOn: addYears(graduatedOn, laterCohortsYears), clause: laterCohortsClause };
}

/** The end of a first cycle that counts from the graduation, with which a certificate is issued. */
function firstEndBy(
  rules: RecertificationRules,
  cohort: string,
  graduatedOn: CivilDate | null,
): ReturnType<typeof dueDateFor> {
  const facts = newlyCertified(graduatedOn, { cohort, examOn: null, birthMonth: null });
  const { endsOn, clause } = firstFrame(rules, facts, 1, anchorOf(rules, facts));
  return endsOn === null ? null : { dueOn: endsOn, clause };
}

/**
 * Where a graduate stands with one due date on one day.
 *
 * The due date and every day of grace after it are in time. A receipt dated after `today` has not come in yet.
 * A remark of the leads is shown and never read as an answer. Made to be asked for 100,000 graduates.
 */
export function decideRecertification(policy: Policy, facts: RecertificationFacts, today: CivilDate): Recertification {
  const { state, received, afterDue } = standing(policy, facts, today);
  const reasons = [mainReason(policy, facts, state, afterDue, received)];
  if (facts.receivedOn !== null && received === null) reasons.push(aheadReason(policy, facts, facts.receivedOn));
  const lapse = lapseReason(policy, state, afterDue);
  if (lapse) reasons.push(lapse);
  if (facts.remark !== null && facts.remark.trim() !== '')
    reasons.push({
      outcome: 'not-needed',
      sentence: 'Noted by the leads',
      seen: `“${facts.remark.trim()}”`,
      clause: '',
    });
  return { state, daysLeft: daysFrom(today, facts.dueOn), reasons };
}

/** The state alone, for a question about everyone: a tenth of the work. */
export const recertificationState = (
  policy: Policy,
  facts: Pick<RecertificationFacts, 'dueOn' | 'receivedOn'>,
  today: CivilDate,
): RecertificationState => standing(policy, facts, today).state;

function standing(
  { recertification: { graceDays } }: Policy,
  { dueOn, receivedOn }: Pick<RecertificationFacts, 'dueOn' | 'receivedOn'>,
  today: CivilDate,
) {
  const received = receivedOn !== null && receivedOn <= today ? receivedOn : null;
  const afterDue = daysFrom(dueOn, received ?? today);
  return { state: stateOf(received !== null, afterDue, graceDays), received, afterDue };
}

function stateOf(received: boolean, afterDue: number, graceDays: number): RecertificationState {
  if (received) return afterDue <= graceDays ? 'received' : 'received-late';
  if (afterDue <= 0) return 'due';
  return afterDue <= graceDays ? 'in-grace' : 'overdue';
}

function mainReason(
  policy: Policy,
  facts: RecertificationFacts,
  state: RecertificationState,
  afterDue: number,
  received: CivilDate | null,
): Reason {
  const { graceDays, graceClause } = policy.recertification;
  const due = sayDate(facts.dueOn);
  const seen = received === null ? '' : `received ${sayDate(received)}`;
  const dueClause = clauseOfDue(policy, facts.dueOn);
  switch (state) {
    case 'received':
      return afterDue <= 0
        ? { outcome: 'met', sentence: `Documents received by the due date, ${due}`, seen, clause: dueClause }
        : {
            outcome: 'met',
            sentence: `Documents received ${sayDays(afterDue)} after the due date, ${due}, within the ${sayDays(graceDays)} of grace`,
            seen,
            clause: graceClause,
          };
    case 'received-late': {
      const sentence = `Documents received ${sayDays(afterDue)} after the due date, ${due}${past(graceDays)}`;
      return { outcome: 'unmet', sentence, seen, clause: graceDays === 0 ? dueClause : graceClause };
    }
    case 'due': {
      const left = afterDue === 0 ? 'today' : `in ${sayDays(-afterDue)}`;
      return { outcome: 'unknown', sentence: `Documents due on ${due}, ${left}`, seen, clause: dueClause };
    }
    case 'in-grace': {
      const sentence = `Documents were due on ${due}; ${sayDays(graceDays - afterDue)} of grace left`;
      return { outcome: 'unknown', sentence, seen, clause: graceClause };
    }
    case 'overdue': {
      const sentence = `Documents were due on ${due}, ${sayDays(afterDue)} ago${past(graceDays)}`;
      return { outcome: 'unmet', sentence, seen, clause: graceDays === 0 ? dueClause : graceClause };
    }
  }
}

/** That a certificate has lapsed, or when it will, where the policy lets one lapse. */
function lapseReason(policy: Policy, state: RecertificationState, afterDue: number): Reason | null {
  const { graceDays, lapseDays, lapseClause: clause } = policy.recertification;
  if (lapseDays === null || state !== 'overdue') return null;
  const since = afterDue - graceDays - lapseDays;
  return since > 0
    ? { outcome: 'unmet', sentence: `The certificate lapsed ${sayDays(since)} ago`, seen: '', clause }
    : { outcome: 'unknown', sentence: `The certificate lapses in ${sayDays(1 - since)}`, seen: '', clause };
}

const past = (graceDays: number): string => (graceDays === 0 ? '' : `, past the ${sayDays(graceDays)} of grace`);

const aheadReason = (policy: Policy, facts: RecertificationFacts, receivedOn: CivilDate): Reason => ({
  outcome: 'unknown',
  sentence: `The receipt date, ${sayDate(receivedOn)}, is in the future; it counts from then on`,
  seen: '',
  clause: clauseOfDue(policy, facts.dueOn),
});

/** The clause behind a due date: the program's own where it states that day, else the rule for later cohorts. */
function clauseOfDue({ recertification }: Policy, dueOn: CivilDate): string {
  return recertification.dueDates.find((due) => due.dueOn === dueOn)?.clause ?? recertification.laterCohortsClause;
}
