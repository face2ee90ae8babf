import type { Migration } from '../migrate.ts';

/** Name badges, of people and of walk-ins, and courses that participants make up with another cohort. */
export const badgesAndMakeUps: Migration = {
  version: 7,
  sql: `
CREATE TABLE badge (
  id TEXT PRIMARY KEY NOT NULL, number INTEGER NOT NULL CHECK (number > 0), code TEXT NOT NULL UNIQUE,
  personId TEXT REFERENCES person (id), name TEXT, organization TEXT, issuedAt TEXT NOT NULL,
  CHECK (personId IS NOT NULL OR name IS NOT NULL)
) STRICT;
CREATE INDEX badgeNumber ON badge (number);
CREATE INDEX badgePerson ON badge (personId);
CREATE TABLE makeUp (
  id TEXT PRIMARY KEY NOT NULL, participantId TEXT NOT NULL REFERENCES participant (id),
  courseId TEXT NOT NULL REFERENCES course (id), sessionId TEXT NOT NULL REFERENCES session (id),
  assignedAt TEXT NOT NULL, note TEXT, UNIQUE (participantId, sessionId)
) STRICT;
CREATE INDEX makeUpCourse ON makeUp (courseId);
CREATE INDEX makeUpSession ON makeUp (sessionId);
`,
};
