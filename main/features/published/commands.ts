import { countOf } from '../../../shared/model/counts.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { sayName } from '../../../shared/model/people.ts';
import { UnlistedId } from '../../../shared/model/published.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { insert, remove } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { someoneIsGone } from '../people/no-longer.ts';

interface Graduate {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly unlistedId: UnlistedId | null;
}

const peopleBy = ({ database }: Facts, ids: readonly PersonId[]): readonly Graduate[] =>
  database.all<Graduate>(
    `SELECT person.id, givenName, familyName, unlisted.id AS unlistedId FROM json_each(?) asked
     CROSS JOIN person ON person.id = asked.value LEFT JOIN unlisted ON unlisted.personId = person.id
     ORDER BY asked.key`,
    JSON.stringify([...new Set(ids)]),
  );

const leaveOff: Command<'published.leaveOff'> = (facts, { personIds, reason }) => {
  const people = peopleBy(facts, personIds);
  if (people.length < new Set(personIds).size) return refuse(someoneIsGone);
  const listed = people.filter(({ unlistedId }) => unlistedId === null);
  if (listed.length === 0) return refuse(`${sayWho(people)} ${people.length === 1 ? 'is' : 'are'} left off already.`);
  return {
    ok: true,
    label: `Left ${sayWho(listed)} off the published list`,
    changes: listed.map(({ id }) =>
      insert('unlisted', {
        id: UnlistedId.parse(idFor(facts.database, 'unlisted', { personId: id })),
        personId: id,
        reason: reason || null,
      }),
    ),
    value: { leftOff: listed.length },
  };
};

const putBack: Command<'published.putBack'> = (facts, { personIds }) => {
  const people = peopleBy(facts, personIds);
  if (people.length < new Set(personIds).size) return refuse(someoneIsGone);
  const unlisted = people.flatMap((person) => (person.unlistedId === null ? [] : [person]));
  if (unlisted.length === 0) {
    return refuse(`No one chose to leave ${people.length === 1 ? sayWho(people) : 'these people'} off the list.`);
  }
  return {
    ok: true,
    label: `Put ${sayWho(unlisted)} back on the published list`,
    changes: unlisted.flatMap(({ unlistedId }) => (unlistedId === null ? [] : [remove('unlisted', unlistedId)])),
    value: { putBack: unlisted.length },
  };
};

const sayWho = (people: readonly Graduate[]): string =>
  people.length === 1 && people[0] ? sayName(people[0]) : countOf(people.length, 'graduate');

export const publishedCommands: Pick<Handlers, 'published.leaveOff' | 'published.putBack'> = {
  'published.leaveOff': leaveOff,
  'published.putBack': putBack,
};
