import { z } from 'zod';
import { reads, works } from '../call.ts';
import * as id from '../model/ids.ts';
import type { CohortCalendarView } from '../views/calendars.ts';
import type { WrittenFile } from '../views/page.ts';

const conferences = z.boolean().default(true);

/** The calls about calendar files (iCalendar); shared/api.ts has them with all others. */
export const calendarCalls = {
  'calendars.cohort': reads<CohortCalendarView>().takes(
    'What a cohort’s calendar files would hold',
    z.strictObject({ cohortId: id.CohortId }),
    { from: ['course', 'person', 'cohort', 'participant', 'conference', 'session', 'sessionCohort', 'makeUp'] },
  ),
  'calendars.saveCohort': works<WrittenFile | null>().takes(
    'A cohort’s sessions as one calendar file',
    z.strictObject({ cohortId: id.CohortId, conferences }),
  ),
  'calendars.savePeople': works<WrittenFile | null>().takes(
    'A calendar file for each participant of a cohort, in a folder',
    z.strictObject({ cohortId: id.CohortId, conferences }),
  ),
  'calendars.savePerson': works<WrittenFile | null>().takes(
    'One person’s sessions and make-ups as a calendar file',
    z.strictObject({ personId: id.PersonId, conferences }),
  ),
};
