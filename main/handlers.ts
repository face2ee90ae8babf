import { applicantCommands } from './commands/applicants.ts';
import { attendanceCommands } from './commands/attendance.ts';
import { cohortCommands } from './commands/cohorts.ts';
import { courseCommands } from './commands/courses.ts';
import { graduateCommands } from './commands/graduates.ts';
import { historyCommands } from './commands/history.ts';
import { peopleCommands } from './commands/people.ts';
import { programCommands } from './commands/program.ts';
import { recertificationCommands } from './commands/recertification.ts';
import { applicantErrands } from './errands/applicants.ts';
import { cohortErrands } from './errands/cohorts.ts';
import { deskErrands } from './errands/desk.ts';
import { graduateErrands } from './errands/graduates.ts';
import { importErrands } from './errands/imports.ts';
import { programErrands } from './errands/program.ts';
import { recertificationErrands } from './errands/recertification.ts';
import type { Handlers } from './handler.ts';
import { applicantQueries } from './queries/applicants.ts';
import { attendanceQueries } from './queries/attendance.ts';
import { cohortQueries } from './queries/cohorts.ts';
import { courseQueries } from './queries/courses.ts';
import { deskQueries } from './queries/desk.ts';
import { graduateQueries } from './queries/graduates.ts';
import { historyQueries } from './queries/history.ts';
import { peopleQueries } from './queries/people.ts';
import { programQueries } from './queries/program.ts';
import { recertificationQueries } from './queries/recertification.ts';
import { todayQueries } from './queries/today.ts';

/** Who answers each call of shared/api.ts: a call without a handler, or a handler without a call, does not compile. */
export const handlers: Handlers = {
  ...applicantCommands,
  ...applicantErrands,
  ...applicantQueries,
  ...attendanceCommands,
  ...attendanceQueries,
  ...cohortCommands,
  ...cohortErrands,
  ...cohortQueries,
  ...courseCommands,
  ...courseQueries,
  ...deskErrands,
  ...deskQueries,
  ...graduateCommands,
  ...graduateErrands,
  ...graduateQueries,
  ...historyCommands,
  ...historyQueries,
  ...importErrands,
  ...peopleCommands,
  ...peopleQueries,
  ...programCommands,
  ...programErrands,
  ...programQueries,
  ...recertificationCommands,
  ...recertificationErrands,
  ...recertificationQueries,
  ...todayQueries,
};
