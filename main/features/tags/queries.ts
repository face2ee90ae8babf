import type { PersonId } from '../../../shared/model/ids.ts';
import { compareOrder } from '../../../shared/model/listed-names.ts';
import { foldName } from '../../../shared/model/people.ts';
import { done } from '../../../shared/model/result.ts';
import type { GivenTag, TagView } from '../../../shared/views/tags.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';

const byName = (a: GivenTag, b: GivenTag): number => compareOrder(foldName(a.name), foldName(b.name));

/** Every tag, by name. */
export const allTags = ({ database, cached }: Facts): readonly TagView[] =>
  cached('tags', ['tag', 'personTag'], () =>
    database
      .all<TagView>(
        `SELECT tag.id AS tagId, name, (SELECT count(*) FROM personTag WHERE tagId = tag.id) AS people FROM tag`,
      )
      .sort(byName),
  );

/** The tags that one person has, by name. */
export const tagsOf = ({ database }: Facts, personId: PersonId): readonly GivenTag[] =>
  database
    .all<GivenTag>(
      'SELECT tagId, tag.name FROM personTag JOIN tag ON tag.id = tagId WHERE personTag.personId = ?',
      personId,
    )
    .sort(byName);

const list: Query<'tags.list'> = (facts) => done(allTags(facts));

export const tagQueries: Pick<Handlers, 'tags.list'> = { 'tags.list': list };
