import { z } from 'zod';
import { reads, works, writes } from '../call.ts';
import * as id from '../model/ids.ts';
import { ChosenStock } from '../model/label-stock.ts';
import type { BadgesView } from '../views/badges.ts';
import type { WrittenFile } from '../views/page.ts';
import { many } from './inputs.ts';

/** Whose badges: a cohort's, a session's expected people, some people, or walk-ins. */
export const BadgesOf = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('cohort'), cohortId: id.CohortId }),
  z.strictObject({ of: z.literal('session'), sessionId: id.SessionId }),
  z.strictObject({ of: z.literal('people'), personIds: many(id.PersonId) }),
  z.strictObject({
    of: z.literal('walk-ins'),
    badgeIds: z.union([z.literal('all'), z.literal('blank'), many(id.BadgeId)]),
  }),
]);
export type BadgesOf = z.infer<typeof BadgesOf>;

const whose = { whose: BadgesOf };

/** The calls about name badges; shared/api.ts has them with all others. */
export const badgeCalls = {
  'badges.list': reads<BadgesView>().takes('Badges of a cohort, a session or walk-ins', z.strictObject(whose), {
    from: [
      'course',
      'organization',
      'person',
      'cohort',
      'participant',
      'conference',
      'session',
      'sessionCohort',
      'attendanceEvent',
      'badge',
      'makeUp',
    ],
  }),
  'badges.make': writes<{ made: number }>().takes(
    'Give a number and a code to everyone who has none; no one’s is changed',
    z.strictObject(whose),
  ),
  'badges.makeBlank': writes<{ badgeIds: readonly id.BadgeId[] }>().takes(
    'Number blank badges for walk-ins, to be printed ahead',
    z.strictObject({ count: z.int().min(1).max(500) }),
  ),
  'badges.savePdf': works<WrittenFile | null>().takes(
    'Badges as a PDF on sheets of labels; who has no badge yet gets one',
    z.strictObject({
      ...whose,
      stock: ChosenStock.default('avery-5392'),
      /** The label of the first sheet to begin with. */
      from: z.int().min(1).max(1_000).default(1),
      /** The first name large and the last name below, or the whole name as it is asked for on the certificate. */
      names: z.enum(['given-first', 'certificate']).default('given-first'),
      /** Also a first page with the outlines of all labels. */
      outlines: z.boolean().default(false),
    }),
  ),
  'badges.saveOutlines': works<WrittenFile | null>().takes(
    'The outlines of a sheet of labels as a PDF, to hold against a sheet before badges are printed',
    z.strictObject({ stock: ChosenStock, from: z.int().min(1).max(1_000).default(1) }),
  ),
};
