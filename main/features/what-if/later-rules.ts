import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { type Cents, lessCents, sayCents, sumCents } from '../../../shared/model/money.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { AdoptionEffect, LaterEffect } from '../../../shared/views/adoption.ts';
import type { Facts } from '../../call/facts.ts';
import type { Query } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { dueDateFor, recertificationState } from '../../rules/recertification/recertification.ts';
import { laterLevers } from '../../rules/what-if/later-levers.ts';
import { sayWhatMade } from '../../rules/what-if/levers.ts';
import { feeStandings } from '../fees/standing.ts';
import { asIfAlways } from '../program/adoption.ts';
import { promisedTo } from '../program/promised.ts';
import { completionEffects, effect, participants } from './effects.ts';
import { type AlikeGraduates, recertificationMoves } from './recertification-moves.ts';

interface TriedCohort {
  readonly id: CohortId;
  readonly name: string;
  readonly fee: Cents;
}

/** What each area says of a draft beside the policy as it is. */
type Area = (facts: Facts, cohort: TriedCohort, now: Policy, then: Policy) => AdoptionEffect[];

/**
 * What other rules for completion and fees would do to a cohort, and for re-certification to every graduate, as if they
 * had always held; each with the rules that made the difference. Writes nothing.
 */
export const laterRules: Query<'program.whatIf'> = (facts, { cohortId, policy }) => {
  const cohort = facts.database.get<TriedCohort>('SELECT id, name, fee FROM cohort WHERE id = ?', cohortId);
  if (!cohort) return refuse('This cohort no longer exists. Choose another one.');
  const now = promisedTo(facts, cohortId)?.policy;
  if (!now || !facts.inForce) return noProgram();
  const today = facts.inForce.policy;
  return done({
    effects: [
      ...explained('completion', completion, facts, cohort, now, { ...now, completion: policy.completion }),
      ...explained('fees', fees, facts, cohort, today, { ...today, fee: policy.fee }),
      ...explained('recertification', recertification, facts, cohort, today, {
        ...today,
        recertification: policy.recertification,
      }),
    ],
  });
};

/** The effects of one area, each with the levers without which it would not be so. */
function explained(
  area: LaterEffect['area'],
  effectsOf: Area,
  facts: Facts,
  cohort: TriedCohort,
  now: Policy,
  then: Policy,
): LaterEffect[] {
  const levers = laterLevers(now, then, area);
  if (levers.length === 0) return [];
  // With one lever there is no doubt what made the difference.
  const without = new Map(
    levers.length === 1
      ? []
      : levers.map((lever) => [lever, new Set(effectsOf(facts, cohort, now, lever.without).map(keyOf))]),
  );
  return effectsOf(facts, cohort, now, then).map((one) => ({
    ...one,
    area,
    because: capital(sayWhatMade(levers, (lever) => without.get(lever)?.has(keyOf(one)) ?? false)),
  }));
}

const keyOf = ({ kind, sentence, names }: AdoptionEffect): string => `${kind} ${sentence} ${names.join()}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const completion: Area = (facts, cohort, _, then) => completionEffects(facts, asIfAlways(facts, then), cohort);

/** Who of the cohort would owe more or less, and what would happen to them at the door. */
const fees: Area = (facts, { id, name, fee }, now, then) => {
  const asked = new Set(
    facts.database
      .all<{ id: ParticipantId }>(
        "SELECT id FROM participant WHERE cohortId = ? AND status IN ('enrolled', 'graduated')",
        id,
      )
      .map((row) => row.id),
  );
  const amount = now.fee.amount === then.fee.amount ? fee : then.fee.amount;
  const more = new Map<Cents, ParticipantId[]>();
  const less = new Map<Cents, ParticipantId[]>();
  const owing: ParticipantId[] = [];
  for (const [participantId, { paid, waived, owes }] of feeStandings(facts, id)) {
    if (!asked.has(participantId)) continue;
    const would = lessCents(lessCents(amount, waived), paid);
    if (would > 0) owing.push(participantId);
    if (would === owes) continue;
    const [by, group] = would > owes ? [lessCents(would, owes), more] : [lessCents(owes, would), less];
    group.set(by, [...(group.get(by) ?? []), participantId]);
  }
  const each = (group: typeof more, kind: 'gain' | 'loss', word: string): AdoptionEffect[] =>
    [...group].flatMap(([cents, ids]) =>
      effect('fees', kind, participants(facts, ids), (who) => {
        const all = ids.length > 1 ? ` each, ${sayCents(sumCents(ids.map(() => cents)))} in all` : '';
        return `${name}: ${who} would owe ${sayCents(cents)} ${word}${all}`;
      }),
    );
  const atTheDoor =
    now.fee.atTheDoor === then.fee.atTheDoor
      ? []
      : effect('fees', then.fee.atTheDoor === 'ask' ? 'loss' : 'gain', participants(facts, owing), (who) =>
          then.fee.atTheDoor === 'ask'
            ? `${name}: at the door, ${who} with an open fee would wait for a lead`
            : `${name}: at the door, ${who} with an open fee would come in with a reminder`,
        );
  return [...each(more, 'loss', 'more'), ...each(less, 'gain', 'less'), ...atTheDoor];
};

/** Who would stand otherwise with their documents today, where a due date that came by the rule comes by the other one. */
const recertification: Area = (facts, _, now, then) => {
  const on = facts.today;
  const byRule = (policy: Policy, { cohort, graduatedOn }: AlikeGraduates) =>
    dueDateFor(policy, cohort, graduatedOn)?.dueOn ?? null;
  return recertificationMoves(facts, on, {
    before: (graduates) => recertificationState(now, graduates, on),
    after: (graduates) => {
      // A due date that a lead set for someone stays, whatever the rule says.
      const isByRule = graduates.dueOn === byRule(now, graduates);
      const dueOn = isByRule ? byRule(then, graduates) : graduates.dueOn;
      return dueOn && recertificationState(then, { ...graduates, dueOn }, on);
    },
  });
};
