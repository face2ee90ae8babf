import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { sayName } from '../../../shared/model/people.ts';
import type { Requirement } from '../../../shared/model/program.ts';
import type { MetRequirement } from '../../../shared/model/requirements.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { someoneIsGone } from '../people/no-longer.ts';
import { promisedTo } from '../program/promised.ts';

/** A participant as the checklist has them. */
export interface Checked {
  readonly id: ParticipantId;
  readonly cohortId: CohortId;
  readonly name: string;
  readonly met: ReadonlyMap<string, StoredMet>;
}

type StoredMet = Pick<MetRequirement, 'id' | 'participantId' | 'requirementId' | 'metOn' | 'note'>;

/** These participants with what they have met; anyone no longer on record is left out. */
export function checkedAmong({ database }: Facts, ids: readonly ParticipantId[]): readonly Checked[] {
  const asked = JSON.stringify([...new Set(ids)]);
  const met = Map.groupBy(
    database.all<StoredMet>(
      `SELECT id, participantId, requirementId, metOn, note FROM metRequirement
       WHERE participantId IN (SELECT value FROM json_each(?))`,
      asked,
    ),
    ({ participantId }) => participantId,
  );
  return database
    .all<{ id: ParticipantId; cohortId: CohortId; givenName: string; familyName: string }>(
      `SELECT participant.id, cohortId, givenName, familyName FROM json_each(?) asked
       CROSS JOIN participant ON participant.id = asked.value JOIN person ON person.id = personId ORDER BY asked.key`,
      asked,
    )
    .map(({ id, cohortId, ...person }) => ({
      id,
      cohortId,
      name: sayName(person),
      met: new Map((met.get(id) ?? []).map((each) => [each.requirementId, each])),
    }));
}

/** The checklist that a cohort was promised. */
export const requirementsOf = (facts: Facts, cohortId: CohortId): readonly Requirement[] =>
  promisedTo(facts, cohortId)?.policy.graduation.requirements ?? [];

const show: Query<'requirements.show'> = (facts, { participantIds }) => {
  const people = checkedAmong(facts, participantIds);
  if (people.length === 0) return refuse(someoneIsGone);
  const titles = new Map<string, string>();
  for (const cohortId of new Set(people.map((person) => person.cohortId))) {
    for (const { id, title } of requirementsOf(facts, cohortId)) titles.set(id, titles.get(id) ?? title);
  }
  return done({
    people: people.length,
    requirements: [...titles].map(([id, title]) => ({
      id,
      title,
      met: people.flatMap(({ id: participantId, met }) => {
        const found = met.get(id);
        return found ? [{ participantId, metOn: found.metOn, note: found.note }] : [];
      }),
    })),
  });
};

export const requirementQueries: Pick<Handlers, 'requirements.show'> = { 'requirements.show': show };
