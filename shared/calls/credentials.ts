import { z } from 'zod';
import { works } from '../call.ts';
import * as id from '../model/ids.ts';
import type { WrittenFile } from '../views/page.ts';
import { many, nothing } from './inputs.ts';

/** The calls about certificates as Open Badges; shared/api.ts has them with all others. */
export const credentialCalls = {
  'credentials.save': works<WrittenFile | null>().takes(
    'Certificates as signed Open Badges: one as PNG, SVG, or JSON, as its file’s name ends; several in a ZIP',
    z.strictObject({
      cohortId: id.CohortId,
      participantIds: z.union([z.literal('all'), many(id.ParticipantId)]).default('all'),
    }),
  ),
  'credentials.saveStatusLists': works<WrittenFile | null>().takes(
    'Write the signed lists in which a verifier sees whether a badge was revoked, to be published beside verify.html',
    nothing,
  ),
};
