import type { PersonId } from '../../../shared/model/ids.ts';
import type { TagId } from '../../../shared/model/tags.ts';
import type { Facts } from '../../call/facts.ts';

/** Who has a tag; null where a list is not narrowed by one. */
export const peopleTagged = ({ database, cached }: Facts, tagId: TagId | null): ReadonlySet<PersonId> | null =>
  tagId === null
    ? null
    : cached(
        `people tagged ${tagId}`,
        ['personTag'],
        () =>
          new Set(
            database
              .all<{ personId: PersonId }>('SELECT personId FROM personTag WHERE tagId = ?', tagId)
              .map(({ personId }) => personId),
          ),
      );

/** The same asked of SQLite, of rows of `participant`: a condition, with the values to bind. */
export const whereTagged = (
  tagId: TagId | null,
): { readonly where: readonly string[]; readonly values: readonly string[] } =>
  tagId === null
    ? { where: [], values: [] }
    : { where: ['participant.personId IN (SELECT personId FROM personTag WHERE tagId = ?)'], values: [tagId] };
