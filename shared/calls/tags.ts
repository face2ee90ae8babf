import { z } from 'zod';
import { reads, writes } from '../call.ts';
import { PersonId } from '../model/ids.ts';
import { TagId } from '../model/tags.ts';
import type { TagView } from '../views/tags.ts';
import { many, nothing } from './inputs.ts';

/** What was typed, more than a tag may have: the rule says in a sentence what is too much. */
const name = z.string().max(10_000);

/** The calls about people’s tags; shared/api.ts has them with all others. */
export const tagCalls = {
  'tags.list': reads<readonly TagView[]>().takes('Every tag, by name, and how many people have it', nothing, {
    from: ['tag', 'personTag'],
  }),
  'tags.give': writes<{ tagId: TagId; people: number }>().takes(
    'Give people a tag; a tag that is new is added',
    z.strictObject({ personIds: many(PersonId), name }),
  ),
  'tags.take': writes<{ people: number }>().takes(
    'Take a tag off people',
    z.strictObject({ personIds: many(PersonId), tagId: TagId }),
  ),
  'tags.rename': writes<null>().takes('Rename a tag, for everyone who has it', z.strictObject({ tagId: TagId, name })),
  'tags.delete': writes<null>().takes(
    'Delete a tag, and take it off everyone who has it',
    z.strictObject({ tagId: TagId }),
  ),
};
