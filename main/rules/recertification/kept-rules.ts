import type { Policy } from '../../../shared/model/program.ts';
import { documentation } from '../../../shared/model/recertification/facts.ts';
import { RecertificationRules } from '../../../shared/model/recertification/rules.ts';

const kept = new WeakMap<Policy, RecertificationRules>();

/**
 * How a policy's certification is kept. A policy without rules of its own has one due date for each graduate, which the
 * leads set, with a grace and perhaps a lapse; documents that come later still count. It says the same as
 * `decideRecertification`, which a test holds it to.
 */
export function rulesUnder(policy: Policy): RecertificationRules {
  const own = policy.recertification.rules;
  if (own !== null) return own;
  let rules = kept.get(policy);
  if (!rules) {
    rules = oneDueDate(policy);
    kept.set(policy, rules);
  }
  return rules;
}

function oneDueDate({ clauses, recertification }: Policy): RecertificationRules {
  const { laterCohortsClause, graceClause, graceDays, documentsClause, lapseDays, lapseClause } = recertification;
  const grace = { unit: 'days' as const, count: graceDays };
  return RecertificationRules.parse({
    clauses: clauses.filter(({ id }) => [laterCohortsClause, graceClause, documentsClause, lapseClause].includes(id)),
    unit: { one: 'hour', many: 'hours' },
    cycle: {
      begins: 'graduation',
      ends: { kind: 'anniversary', lastDay: 'same-day' },
      // Each graduate's date was set when they graduated, and stays until a lead sets another.
      length: null,
      repeats: false,
      clause: laterCohortsClause,
      firstClause: laterCohortsClause,
      repeatsClause: laterCohortsClause,
      missedClause: graceClause,
      earlyClause: laterCohortsClause,
      lateClause: graceClause,
      windowClause: laterCohortsClause,
    },
    clocks: {
      earn: { grace, firm: false, clause: graceClause },
      submit: { grace, firm: false, clause: graceClause },
      pay: { grace, firm: false, clause: graceClause },
      expire: { grace, clause: graceClause },
    },
    checklist: [{ key: documentation, title: 'Documentation' }],
    requirement: { kind: 'item', item: documentation, clause: documentsClause },
    elsewhereClause: documentsClause,
    life: {
      lapse: lapseDays === null ? null : { unit: 'days', count: lapseDays },
      lapseClause,
      afterLapse: 'completion-renews',
      reinstatementClause: lapseClause,
      onReturnClause: lapseClause,
      inReviewClause: documentsClause,
    },
  });
}
