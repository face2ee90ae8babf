import { nameOrCount } from '../../../shared/model/counts.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { MetRequirementId } from '../../../shared/model/requirements.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { refuseEach } from '../../call/refuse-each.ts';
import { insert, remove } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { datesReversed } from '../../rules/dates/date-order.ts';
import { someoneIsGone } from '../people/no-longer.ts';
import { type Checked, checkedAmong, requirementsOf } from './checklist.ts';

/** Whom a requirement is ticked off for, and what it is called. */
interface Asked {
  readonly people: readonly Checked[];
  readonly title: string;
}

/** Refuses people who are gone, and those whose cohort was not promised the requirement. */
function askedFor(facts: Facts, requirementId: string, participantIds: readonly ParticipantId[]): Result<Asked> {
  if (!facts.inForce) return noProgram();
  const people = checkedAmong(facts, participantIds);
  if (people.length < new Set(participantIds).size) {
    return refuse(someoneIsGone);
  }
  let title = requirementId;
  const strange = people.filter(({ cohortId }) => {
    const found = requirementsOf(facts, cohortId).find(({ id }) => id === requirementId);
    title = found?.title ?? title;
    return !found;
  });
  if (strange.length > 0) {
    return refuseEach(
      'This requirement is not asked of everyone in the selection: a cohort keeps the policy that it began with. Leave these people out.',
      strange.map(({ name }) => name),
    );
  }
  return done({ people, title });
}

const tick: Command<'requirements.tick'> = (facts, { requirementId, participantIds, metOn, days, note }) => {
  const asked = askedFor(facts, requirementId, participantIds);
  if (!asked.ok) return asked;
  const { people, title } = asked.value;
  const open = people.filter(({ met }) => !met.has(requirementId));
  if (open.length === 0) {
    return refuse(`${title} is checked off already for ${people.length === 1 ? people[0]?.name : 'all of these'}.`);
  }
  const dayOf = (id: ParticipantId) => days[id] ?? metOn;
  const ahead = datesReversed(
    open.map(({ id }) => ({ pair: 'requirement met, today', days: [dayOf(id), facts.today] })),
  );
  if (ahead.length > 0) return refuseEach('Nothing was checked off: the day can’t be right.', ahead);
  return {
    ok: true,
    label: `Checked off “${title}” for ${nameOrCount(open, 'participant')}${Object.keys(days).length === 0 ? `, ${sayDate(metOn)}` : ''}`,
    changes: open.map(({ id }) =>
      insert('metRequirement', {
        id: MetRequirementId.parse(idFor(facts.database, 'metRequirement', { participantId: id, requirementId })),
        participantId: id,
        requirementId,
        metOn: dayOf(id),
        note: note || null,
      }),
    ),
    value: { ticked: open.length },
  };
};

const clear: Command<'requirements.clear'> = (facts, { requirementId, participantIds }) => {
  const asked = askedFor(facts, requirementId, participantIds);
  if (!asked.ok) return asked;
  const { people, title } = asked.value;
  const met = people.flatMap((person) => person.met.get(requirementId) ?? []);
  if (met.length === 0) return refuse(`${title} isn’t checked off for any of these.`);
  const whose = people.filter((person) => person.met.has(requirementId));
  return {
    ok: true,
    label: `Cleared “${title}” for ${nameOrCount(whose, 'participant')}`,
    changes: met.map(({ id }) => remove('metRequirement', id)),
    value: { cleared: met.length },
  };
};

export const requirementCommands: Pick<Handlers, 'requirements.tick' | 'requirements.clear'> = {
  'requirements.tick': tick,
  'requirements.clear': clear,
};
