import { badgeCodeOf, blankBadgeName } from '../../../shared/model/badges.ts';
import { countOf } from '../../../shared/model/counts.ts';
import { BadgeId, type PersonId } from '../../../shared/model/ids.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { type Change, insert } from '../../log/change.ts';
import { badgeNumbers } from '../../log/numbers.ts';
import { wearersOf } from './queries.ts';

const make: Command<'badges.make'> = (facts, { whose }) => {
  const found = wearersOf(facts, whose);
  if (!found.ok) return found;
  const { title, wearers } = found.value;
  if (wearers.length === 0) {
    return refuse(`No one in ${title} needs a badge. Accept applicants or choose others first.`);
  }
  const numbers = badgeNumbers(facts);
  const changes = wearers
    .filter(({ badge, personId }) => badge === null && personId !== null)
    .map(({ personId }) => newBadge(facts, numbers.next().value, personId));
  const count = changes.length;
  return {
    ok: true,
    label: `Made ${countOf(count, 'badge')}${whose.of === 'people' ? '' : ` for ${title}`}`,
    changes,
    value: { made: count },
  };
};

const makeBlank: Command<'badges.makeBlank'> = (facts, { count }) => {
  const numbers = badgeNumbers(facts);
  const badges = Array.from({ length: count }, () => ({
    number: numbers.next().value,
    id: BadgeId.parse(facts.newId()),
  }));
  return {
    ok: true,
    label: `Made ${countOf(count, 'blank badge')} for walk-ins`,
    changes: badges.map(({ number, id }) =>
      insert('badge', {
        id,
        number,
        code: badgeCodeOf(id),
        personId: null,
        name: blankBadgeName(number),
        organization: null,
        issuedAt: facts.now,
      }),
    ),
    value: { badgeIds: badges.map(({ id }) => id) },
  };
};

function newBadge(facts: Facts, number: number, personId: PersonId | null): Change {
  const id = BadgeId.parse(facts.newId());
  return insert('badge', {
    id,
    number,
    code: badgeCodeOf(id),
    personId,
    name: null,
    organization: null,
    issuedAt: facts.now,
  });
}

export const badgeCommands: Pick<Handlers, 'badges.make' | 'badges.makeBlank'> = {
  'badges.make': make,
  'badges.makeBlank': makeBlank,
};
