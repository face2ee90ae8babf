import { countOf } from '../../../shared/model/counts.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { foldName, type Person, sayName } from '../../../shared/model/people.ts';
import { refuse } from '../../../shared/model/result.ts';
import { type PersonTag, PersonTagId, type Tag, TagId } from '../../../shared/model/tags.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { insert, remove, update } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { tagName } from '../../rules/tags/tag-name.ts';
import { someoneIsGone } from '../people/no-longer.ts';
import { allTags } from './queries.ts';

const noSuchTag = 'That tag was deleted, or the step that added it was undone. Choose another one.';

const tagOf = ({ database }: Facts, tagId: TagId): Tag | undefined =>
  database.get<Tag>('SELECT id, name FROM tag WHERE id = ?', tagId);

/** Each person once; null where one of them is gone. */
function peopleOf({ database }: Facts, personIds: readonly PersonId[]): readonly Person[] | null {
  const ids = [...new Set(personIds)];
  const people = database.all<Person>(
    'SELECT person.* FROM json_each(?) asked CROSS JOIN person ON person.id = asked.value ORDER BY asked.key',
    JSON.stringify(ids),
  );
  return people.length === ids.length ? people : null;
}

/** `Renée McAllister`, or `12 people`. */
const sayWhom = (people: readonly Person[]): string => {
  const [only] = people;
  return people.length === 1 && only ? sayName(only) : countOf(people.length, 'person', 'people');
};

const give: Command<'tags.give'> = (facts, { personIds, name: typed }) => {
  const { database } = facts;
  const name = tagName(typed);
  if (!name.ok) return name;
  const people = peopleOf(facts, personIds);
  if (!people) return refuse(someoneIsGone);
  // “speaker” is the tag “Speaker”: two that differ by a letter's case would be no filter.
  const known = allTags(facts).find((tag) => foldName(tag.name) === foldName(name.value));
  const tagId = known?.tagId ?? TagId.parse(idFor(database, 'tag', { name: name.value }));
  const called = known?.name ?? name.value;
  const tagged = new Set(
    database
      .all<Pick<PersonTag, 'personId'>>('SELECT personId FROM personTag WHERE tagId = ?', tagId)
      .map(({ personId }) => personId),
  );
  const fresh = people.filter(({ id }) => !tagged.has(id));
  return {
    ok: true,
    label: `Tagged ${sayWhom(fresh.length > 0 ? fresh : people)} “${called}”`,
    changes: [
      ...(known ? [] : [insert('tag', { id: tagId, name: called })]),
      ...fresh.map(({ id: personId }) =>
        insert('personTag', {
          id: PersonTagId.parse(idFor(database, 'personTag', { personId, tagId })),
          personId,
          tagId,
        }),
      ),
    ],
    value: { tagId, people: fresh.length },
  };
};

const take: Command<'tags.take'> = (facts, { personIds, tagId }) => {
  const tag = tagOf(facts, tagId);
  if (!tag) return refuse(noSuchTag);
  const people = peopleOf(facts, personIds);
  if (!people) return refuse(someoneIsGone);
  const given = facts.database.all<PersonTag>(
    'SELECT * FROM personTag WHERE tagId = ? AND personId IN (SELECT value FROM json_each(?))',
    tagId,
    JSON.stringify(personIds),
  );
  const had = new Set(given.map(({ personId }) => personId));
  const who = people.filter(({ id }) => had.has(id));
  return {
    ok: true,
    label: `Took the tag “${tag.name}” off ${sayWhom(who.length > 0 ? who : people)}`,
    changes: given.map(({ id }) => remove('personTag', id)),
    value: { people: given.length },
  };
};

const rename: Command<'tags.rename'> = (facts, { tagId, name: typed }) => {
  const tag = tagOf(facts, tagId);
  if (!tag) return refuse(noSuchTag);
  const name = tagName(typed);
  if (!name.ok) return name;
  const other = allTags(facts).find((one) => one.tagId !== tagId && foldName(one.name) === foldName(name.value));
  if (other) {
    return refuse(
      `Another tag is named “${other.name}”. Choose another name, or give that tag to the people who have “${tag.name}” and delete this one.`,
    );
  }
  return {
    ok: true,
    label: `Renamed the tag “${tag.name}” to “${name.value}”`,
    changes: tag.name === name.value ? [] : [update('tag', tagId, { name: name.value })],
    value: null,
  };
};

const erase: Command<'tags.delete'> = (facts, { tagId }) => {
  const tag = tagOf(facts, tagId);
  if (!tag) return refuse(noSuchTag);
  const given = facts.database.all<PersonTag>('SELECT * FROM personTag WHERE tagId = ?', tagId);
  return {
    ok: true,
    label: `Deleted the tag “${tag.name}”${given.length === 0 ? '' : `, which ${countOf(given.length, 'person', 'people')} had`}`,
    changes: [...given.map(({ id }) => remove('personTag', id)), remove('tag', tagId)],
    value: null,
  };
};

export const tagCommands: Pick<Handlers, 'tags.give' | 'tags.take' | 'tags.rename' | 'tags.delete'> = {
  'tags.give': give,
  'tags.take': take,
  'tags.rename': rename,
  'tags.delete': erase,
};
