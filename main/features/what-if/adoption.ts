import { sayCents } from '../../../shared/model/money.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { done } from '../../../shared/model/result.ts';
import type { AdoptionEffect, AdoptionPreview } from '../../../shared/views/adoption.ts';
import type { Facts } from '../../call/facts.ts';
import type { Query } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { hasBegun } from '../../rules/program/in-force.ts';
import { recertificationState } from '../../rules/recertification/recertification.ts';
import { moveBetween } from '../../rules/what-if/what-if.ts';
import { feeStandings } from '../fees/standing.ts';
import { asIfAdopted, cohortsReached, whyNotAdopted } from '../program/adoption.ts';
import { beginnings } from '../program/promised.ts';
import { rankedCohort } from '../selection/ranking.ts';
import { applicants, completionEffects, effect, participants } from './effects.ts';
import { recertificationMoves } from './recertification-moves.ts';

/** What adopting a version from a day on would do to people, in seats, completion, fees and re-certification. */
export const previewAdoption: Query<'program.preview'> = (facts, { policy, effectiveOn }) => {
  if (!facts.inForce) return noProgram();
  const refusal = whyNotAdopted(facts, policy, effectiveOn);
  // What can't be adopted does nothing to anyone.
  const isCorrection = effectiveOn < facts.today;
  if (refusal) return done<AdoptionPreview>({ effectiveOn, isCorrection, whyNot: refusal.problem, effects: [] });
  const asOf = isCorrection ? facts.today : effectiveOn;
  const draft = asIfAdopted(facts, policy, effectiveOn);
  // What follows today's policy is looked at as it will be on the day from which the version holds.
  const [before, after] = [facts, draft].map((each) => ({ ...each, inForce: each.policyOn(asOf) })) as [Facts, Facts];
  return done<AdoptionPreview>({
    effectiveOn,
    isCorrection,
    whyNot: null,
    effects: [
      ...seatEffects(before, after),
      ...cohortsReached(facts, draft).flatMap((cohort) => completionEffects(facts, draft, cohort)),
      ...feeEffects(before, after),
      ...recertificationEffects(facts, draft, asOf),
    ],
  });
};

/** Who would gain or lose a seat in a cohort that hasn't begun. */
function seatEffects(before: Facts, after: Facts): AdoptionEffect[] {
  // An order comes of these two alone. Without a change of them it would be made twice to find no difference.
  const [now, then] = [before, after].map(
    ({ inForce }) => inForce && [inForce.policy.admission, inForce.policy.memberships],
  );
  if (isSame(now, then)) return [];
  const coming = [...beginnings(before).values()].filter((cohort) => !hasBegun(cohort, before.today));
  return coming.flatMap(({ id, name }) => {
    const [one, other] = [rankedCohort(before, id), rankedCohort(after, id)];
    if (!one || !other) return [];
    const moved = { gain: [] as string[], loss: [] as string[] };
    for (const [applicationId, ranking] of one.rankings) {
      const then = other.rankings.get(applicationId);
      const move = then ? moveBetween(ranking, then) : 'none';
      if (move === 'gains-seat') moved.gain.push(applicationId);
      if (move === 'loses-seat') moved.loss.push(applicationId);
    }
    return [
      effect('seats', 'gain', applicants(before, moved.gain), (who) => `${name}: ${who} would gain a seat`),
      effect('seats', 'loss', applicants(before, moved.loss), (who) => `${name}: ${who} would lose the seat`),
    ].flat();
  });
}

/** A fee that is set for a cohort stays; what changes is what new cohorts ask, and what happens at the door. */
function feeEffects(before: Facts, after: Facts): AdoptionEffect[] {
  const [now, then] = [before.inForce?.policy.fee, after.inForce?.policy.fee];
  if (!now || !then) return [];
  const effects: AdoptionEffect[] = [];
  if (now.amount !== then.amount) {
    const kept = before.database.all<{ name: string }>(
      "SELECT name FROM cohort WHERE status <> 'finished' AND fee <> ? ORDER BY name",
      then.amount,
    );
    effects.push({
      area: 'fees',
      kind: 'note',
      sentence: `New cohorts would ask ${sayCents(then.amount)} instead of ${sayCents(now.amount)}. No one who has been asked already would owe more or less${kept.length === 0 ? '' : `; these cohorts keep their fee: ${kept.map(({ name }) => name).join(', ')}`}`,
      people: 0,
      names: [],
    });
  }
  if (now.atTheDoor === then.atTheDoor) return effects;
  const owing = [...beginnings(before).values()]
    .filter(({ status }) => status !== 'finished')
    .flatMap(({ id }) => [...feeStandings(before, id)].flatMap(([who, { owes }]) => (owes > 0 ? [who] : [])));
  return [
    ...effects,
    ...effect('fees', then.atTheDoor === 'ask' ? 'loss' : 'gain', participants(before, owing), (who) =>
      then.atTheDoor === 'ask'
        ? `At the door, ${who} with an open fee would wait for a lead`
        : `At the door, ${who} with an open fee would come in with a reminder`,
    ),
  ];
}

/** Who would stand otherwise with their documents on the day. Due dates that are set stay as they are. */
function recertificationEffects(facts: Facts, draft: Facts, on: Facts['today']): AdoptionEffect[] {
  const [now, then] = [facts, draft].map((each) => each.policyOn(on)?.policy);
  if (!now || !then || isSame(now.recertification, then.recertification)) return [];
  const effects = recertificationMoves(facts, on, {
    before: (graduates) => recertificationState(now, graduates, on),
    after: (graduates) => recertificationState(then, graduates, on),
  });
  const notes = [
    dueDatesChanged(now.recertification, then.recertification),
    isSame(now.recertification.rules, then.recertification.rules) ? '' : rulesChanged,
  ];
  return [...effects, ...notes.filter((sentence) => sentence !== '').map(note)];
}

/** Every cycle goes by the version in force on its first day. */
const rulesChanged =
  'The rules of re-certification change: cycles that have begun keep their rules, and cycles that begin from then on go by the new ones';

function dueDatesChanged(now: Policy['recertification'], then: Policy['recertification']): string {
  const same = isSame(now.dueDates, then.dueDates) && now.laterCohortsYears === then.laterCohortsYears;
  return same
    ? ''
    : 'People who graduate from then on would get a due date by the new rule; due dates already set stay';
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const note = (sentence: string): AdoptionEffect => ({
  area: 'recertification',
  kind: 'note',
  sentence,
  people: 0,
  names: [],
});
