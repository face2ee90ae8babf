import { z } from 'zod';
import { reads, works, writes } from '../call.ts';
import { CivilDate } from '../model/dates.ts';
import * as id from '../model/ids.ts';
import type { RequirementList, RequirementsView } from '../views/requirements.ts';
import { many } from './inputs.ts';

/** The key that the policy gives a requirement. */
const requirementId = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);

/** The calls about the checklist for graduation; shared/api.ts has them with all others. */
export const requirementCalls = {
  'requirements.show': reads<RequirementsView>().takes(
    'The checklist for graduation, and who of these participants has met what',
    z.strictObject({ participantIds: many(id.ParticipantId) }),
    { from: ['person', 'cohort', 'participant', 'session', 'sessionCohort', 'metRequirement'] },
  ),
  'requirements.tick': writes<{ ticked: number }>().takes(
    'Check off a requirement for graduation for participants, as of a day',
    z.strictObject({
      requirementId,
      participantIds: many(id.ParticipantId),
      metOn: CivilDate,
      /** Days of single people, as a list gave them; everyone else gets `metOn`. */
      days: z.record(id.ParticipantId, CivilDate).default({}),
      note: z.string().trim().max(400).nullable().default(null),
    }),
  ),
  'requirements.clear': writes<{ cleared: number }>().takes(
    'Clear a requirement that was checked off',
    z.strictObject({ requirementId, participantIds: many(id.ParticipantId) }),
  ),
  'requirements.readList': works<RequirementList | null>().takes(
    'Find the participants on a list that say that a requirement is met; writes nothing',
    z.strictObject({
      cohortId: id.CohortId,
      requirementId,
    }),
  ),
};
