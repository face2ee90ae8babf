import { z } from 'zod';
import { works } from '../call.ts';
import * as id from '../model/ids.ts';
import type { WrittenFile } from '../views/page.ts';
import { many } from './inputs.ts';

/** The calls about transcripts; shared/api.ts has them with all others. */
export const transcriptCalls = {
  'transcripts.print': works<WrittenFile | null>().takes(
    'Transcripts as a PDF, one page each: courses, dates, hours, make-ups, certificate',
    z.strictObject({
      cohortId: id.CohortId,
      /** `all`: everyone who graduated with the cohort or is enrolled in it. */
      participantIds: z.union([z.literal('all'), many(id.ParticipantId)]).default('all'),
    }),
  ),
};
