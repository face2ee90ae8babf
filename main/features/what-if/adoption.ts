import { countOf } from '../../../shared/model/counts.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import type { Graduation } from '../../../shared/model/graduates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { sayCents } from '../../../shared/model/money.ts';
import { sayName } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { sayRecertification } from '../../../shared/model/recertification.ts';
import { done } from '../../../shared/model/result.ts';
import type { AdoptionEffect, AdoptionPreview } from '../../../shared/views/adoption.ts';
import type { Facts } from '../../call/facts.ts';
import type { Query } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { hasBegun } from '../../rules/program/in-force.ts';
import { moveBetween } from '../../rules/what-if/what-if.ts';
import { feeStandings } from '../fees/standing.ts';
import { asIfAdopted, cohortsReached, whyNotAdopted } from '../program/adoption.ts';
import { beginnings } from '../program/promised.ts';
import { byName, graduatesBy, standingsOn } from '../recertification/rows.ts';
import { eligibilityOf } from '../requirements/eligibility.ts';
import { rankedCohort } from '../selection/ranking.ts';

/** So many names are told of one effect; the others are counted. */
const mostNames = 12;

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
      ...completionEffects(facts, draft),
      ...feeEffects(before, after),
      ...recertificationEffects(facts, draft, asOf),
    ],
  });
};

/** Who would gain or lose a seat in a cohort that hasn't begun. */
function seatEffects(before: Facts, after: Facts): AdoptionEffect[] {
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

/** Who would need more or fewer courses or requirements, in the cohorts that the version would give other rules. */
function completionEffects(facts: Facts, draft: Facts): AdoptionEffect[] {
  return cohortsReached(facts, draft).flatMap(({ id, name }) => {
    const then = eligibilityOf(draft, id);
    const less: ParticipantId[] = [];
    const more: ParticipantId[] = [];
    for (const [participantId, graduation] of eligibilityOf(facts, id)) {
      const other = then.get(participantId);
      const differs = other ? distance(graduation, other) : 0;
      if (differs < 0) less.push(participantId);
      if (differs > 0) more.push(participantId);
    }
    return [
      effect('completion', 'gain', participants(facts, less), (who) => `${name}: ${who} would be closer to graduating`),
      effect('completion', 'loss', participants(facts, more), (who) => `${name}: ${who} would have more to complete`),
    ].flat();
  });
}

/** By how many courses and requirements someone would be further from graduating; negative: closer. Whoever has graduated is done. */
function distance(now: Graduation, then: Graduation): number {
  if (now.verdict === 'graduated' || now.verdict === 'not-enrolled') return 0;
  return then.missing.length + then.lacking.length - now.missing.length - now.lacking.length;
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
  const [now, then] = [facts, draft].map((each) => each.policyOn(on)?.policy.recertification);
  if (!now || !then || JSON.stringify(now) === JSON.stringify(then)) return [];
  const [standingNow, standingThen] = [standingsOn(facts, on), standingsOn(draft, on)];
  const moved = new Map<string, { kind: 'gain' | 'loss'; names: string[] }>();
  for (const graduate of graduatesBy(facts, {
    on,
    ids: `SELECT participant.id FROM participant JOIN personSearchKey USING (personId)
      WHERE status = 'graduated' ORDER BY ${byName}`,
  })) {
    const [one, other] = [standingNow(graduate).state, standingThen(graduate).state];
    if (one === null || other === null || one === other) continue;
    const key = `${sayRecertification[one].toLowerCase()} → ${sayRecertification[other].toLowerCase()}`;
    const kind = standings.indexOf(other) < standings.indexOf(one) ? 'gain' : 'loss';
    const group = moved.get(key) ?? { kind, names: [] };
    group.names.push(graduate.name);
    moved.set(key, group);
  }
  const effects = [...moved].flatMap(([key, { kind, names }]) =>
    effect('recertification', kind, names, (who) => `${who} would change on ${sayDate(on)}: ${key}`),
  );
  const changed = dueDatesChanged(now, then);
  return changed === '' ? effects : [...effects, note(changed)];
}

/** From the best standing with the documents to the worst. */
const standings = ['received', 'due', 'in-grace', 'received-late', 'overdue'] as const;

function dueDatesChanged(now: Policy['recertification'], then: Policy['recertification']): string {
  const same =
    JSON.stringify(now.dueDates) === JSON.stringify(then.dueDates) && now.laterCohortsYears === then.laterCohortsYears;
  return same
    ? ''
    : 'People who graduate from then on would get a due date by the new rule; due dates already set stay';
}

const note = (sentence: string): AdoptionEffect => ({
  area: 'recertification',
  kind: 'note',
  sentence,
  people: 0,
  names: [],
});

function effect(
  area: AdoptionEffect['area'],
  kind: AdoptionEffect['kind'],
  names: readonly string[],
  say: (who: string) => string,
): AdoptionEffect[] {
  if (names.length === 0) return [];
  const who = names.length === 1 && names[0] !== undefined ? names[0] : countOf(names.length, 'person', 'people');
  return [{ area, kind, sentence: say(who), people: names.length, names: names.slice(0, mostNames) }];
}

interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

/** Names of people by their applications or places, in the order of names. */
const namesBy = ({ database }: Facts, table: 'application' | 'participant', ids: readonly string[]): string[] =>
  database
    .all<Named>(
      `SELECT givenName, familyName FROM ${table} JOIN person ON person.id = personId
       JOIN personSearchKey USING (personId) WHERE ${table}.id IN (SELECT value FROM json_each(?))
       ORDER BY sortName, ${table}.id`,
      JSON.stringify(ids),
    )
    .map(sayName);

const applicants = (facts: Facts, ids: readonly string[]): string[] => namesBy(facts, 'application', ids);
const participants = (facts: Facts, ids: readonly ParticipantId[]): string[] => namesBy(facts, 'participant', ids);
