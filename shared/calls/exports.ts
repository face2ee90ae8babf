import { z } from 'zod';
import { works } from '../call.ts';
import * as id from '../model/ids.ts';
import { attendeeColumns } from '../views/attendance-sheet.ts';
import type { WrittenFile } from '../views/page.ts';
import { progressColumns } from '../views/progress.ts';
import { progressCalls } from './progress.ts';
import { sheetChoice } from './sheet-choice.ts';

const matrix = progressCalls['progress.list'].input.shape;

const CourseColumn = z.templateLiteral(['course ', z.string().regex(/^[a-z][a-z0-9-]{0,40}$/)]);

/** The calls that write attendance and progress to spreadsheets; shared/api.ts has them with all others. */
export const exportCalls = {
  'attendance.exportSession': works<WrittenFile | null>().takes(
    'The attendance of one session as a spreadsheet',
    z.strictObject({
      sessionId: id.SessionId,
      /** The people on the screen, in its order; left out: everyone who is expected or came. */
      personIds: z.array(id.PersonId).max(100_000).optional(),
      ...sheetChoice(attendeeColumns),
    }),
  ),
  'attendance.exportCohort': works<WrittenFile | null>().takes(
    'The attendance of a cohort as a spreadsheet, a row for each person and session',
    z.strictObject({ cohortId: id.CohortId, ...sheetChoice(attendeeColumns) }),
  ),
  'progress.export': works<WrittenFile | null>().takes(
    'The progress matrix of a cohort as a spreadsheet',
    z.strictObject({
      cohortId: id.CohortId,
      show: matrix.show,
      search: matrix.search,
      tagId: matrix.tagId,
      sort: matrix.sort,
      ...sheetChoice(progressColumns),
      /** `courses` is every course; one alone is `course` and its key, such as `course law-ethics`. */
      columns: z
        .array(z.union([z.enum(progressColumns), CourseColumn]))
        .min(1)
        .optional(),
    }),
  ),
};
