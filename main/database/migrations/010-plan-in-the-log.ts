import type { Migration } from '../migrate.ts';

/** Finds what the log says of the year's plan without reading all of it: calendars say what was taken off the schedule. */
export const planInTheLog: Migration = {
  version: 10,
  sql: `
CREATE INDEX logEntryPlan ON logEntry (tableName)
  WHERE tableName IN ('course', 'cohort', 'conference', 'session', 'sessionCohort', 'makeUp');
`,
};
