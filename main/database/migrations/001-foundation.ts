import type { Migration } from '../migrate.ts';

const rows = `
CREATE TABLE policyVersion (
  id TEXT PRIMARY KEY NOT NULL, number INTEGER NOT NULL UNIQUE, effectiveOn TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)), note TEXT NOT NULL, adoptedAt TEXT NOT NULL
) STRICT;
CREATE TABLE course (id TEXT PRIMARY KEY NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL) STRICT;
CREATE TABLE organization (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('school-system', 'college', 'other'))
) STRICT;
CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL, givenName TEXT NOT NULL, familyName TEXT NOT NULL, certificateName TEXT,
  email TEXT, phone TEXT, jobTitle TEXT, organizationId TEXT REFERENCES organization (id)
) STRICT;
CREATE INDEX personEmail ON person (email);
CREATE INDEX personOrganization ON person (organizationId);
CREATE TABLE cohort (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('planned', 'open', 'selecting', 'running', 'finished')),
  opensOn TEXT, closesOn TEXT, seats INTEGER NOT NULL CHECK (seats > 0), fee INTEGER NOT NULL CHECK (fee >= 0),
  startsOn TEXT, endsOn TEXT
) STRICT;
CREATE TABLE application (
  id TEXT PRIMARY KEY NOT NULL, personId TEXT NOT NULL REFERENCES person (id), cohortId TEXT NOT NULL REFERENCES cohort (id),
  firstSubmittedAt TEXT NOT NULL, latestSubmittedAt TEXT NOT NULL,
  submittedDoubt TEXT CHECK (submittedDoubt IN ('missing', 'unreadable', 'implausible')),
  status TEXT NOT NULL CHECK (status IN ('submitted', 'under-review', 'accepted', 'waiting', 'declined', 'withdrawn', 'deferred')),
  statusAt TEXT NOT NULL, statusReason TEXT, membership TEXT, highestPost TEXT CHECK (highestPost IN ('yes', 'no')),
  yearsInEducation REAL CHECK (yearsInEducation >= 0), payment TEXT, needs TEXT,
  answers TEXT NOT NULL CHECK (json_valid(answers)), overrule TEXT CHECK (json_valid(overrule)),
  decision TEXT CHECK (json_valid(decision)), UNIQUE (cohortId, personId)
) STRICT;
CREATE INDEX applicationPerson ON application (personId);
CREATE TABLE submission (
  id TEXT PRIMARY KEY NOT NULL, applicationId TEXT NOT NULL REFERENCES application (id), submittedAt TEXT NOT NULL,
  answers TEXT NOT NULL CHECK (json_valid(answers)), source TEXT NOT NULL CHECK (json_valid(source))
) STRICT;
CREATE INDEX submissionApplication ON submission (applicationId);
CREATE TABLE participant (
  id TEXT PRIMARY KEY NOT NULL, personId TEXT NOT NULL REFERENCES person (id), cohortId TEXT NOT NULL REFERENCES cohort (id),
  applicationId TEXT REFERENCES application (id),
  status TEXT NOT NULL CHECK (status IN ('enrolled', 'graduated', 'withdrawn', 'deferred')),
  graduatedOn TEXT, remark TEXT, UNIQUE (cohortId, personId)
) STRICT;
CREATE INDEX participantPerson ON participant (personId);
CREATE INDEX participantApplication ON participant (applicationId);
CREATE TABLE conference (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, startsOn TEXT NOT NULL, endsOn TEXT NOT NULL, place TEXT
) STRICT;
CREATE TABLE session (
  id TEXT PRIMARY KEY NOT NULL, courseId TEXT NOT NULL REFERENCES course (id), conferenceId TEXT REFERENCES conference (id),
  heldOn TEXT NOT NULL, startsAt TEXT NOT NULL, endsAt TEXT NOT NULL, room TEXT, instructors TEXT,
  hours REAL CHECK (hours > 0), capacity INTEGER CHECK (capacity > 0)
) STRICT;
CREATE INDEX sessionCourse ON session (courseId);
CREATE INDEX sessionConference ON session (conferenceId);
CREATE TABLE sessionCohort (
  id TEXT PRIMARY KEY NOT NULL, sessionId TEXT NOT NULL REFERENCES session (id), cohortId TEXT NOT NULL REFERENCES cohort (id),
  UNIQUE (sessionId, cohortId)
) STRICT;
CREATE INDEX sessionCohortCohort ON sessionCohort (cohortId);
CREATE TABLE attendanceEvent (
  id TEXT PRIMARY KEY NOT NULL, sessionId TEXT NOT NULL REFERENCES session (id),
  kind TEXT NOT NULL CHECK (kind IN ('check-in', 'late', 'left', 'hours', 'excused', 'annulment')), personId TEXT REFERENCES person (id), code TEXT,
  method TEXT NOT NULL CHECK (method IN ('typed', 'scanned', 'camera', 'kiosk', 'sheet', 'log')), at TEXT NOT NULL,
  annulsId TEXT REFERENCES attendanceEvent (id), reason TEXT,
  clock TEXT, hours REAL CHECK (hours >= 0),
  CHECK ((kind = 'annulment') = (annulsId IS NOT NULL)), CHECK ((kind IN ('late', 'left')) = (clock IS NOT NULL)),
  CHECK ((kind = 'hours') = (hours IS NOT NULL))
) STRICT;
CREATE INDEX attendanceEventSession ON attendanceEvent (sessionId, personId);
CREATE INDEX attendanceEventPerson ON attendanceEvent (personId);
CREATE INDEX attendanceEventAnnuls ON attendanceEvent (annulsId);
CREATE TABLE certificate (
  id TEXT PRIMARY KEY NOT NULL, participantId TEXT NOT NULL REFERENCES participant (id), number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL, issuedOn TEXT NOT NULL, policyVersionId TEXT NOT NULL REFERENCES policyVersion (id)
) STRICT;
CREATE INDEX certificateParticipant ON certificate (participantId);
CREATE INDEX certificatePolicyVersion ON certificate (policyVersionId);
CREATE TABLE recertificationDue (
  id TEXT PRIMARY KEY NOT NULL, participantId TEXT NOT NULL REFERENCES participant (id), cycle INTEGER NOT NULL CHECK (cycle > 0),
  dueOn TEXT NOT NULL, remark TEXT, UNIQUE (participantId, cycle)
) STRICT;
CREATE TABLE recertificationReceipt (
  id TEXT PRIMARY KEY NOT NULL, dueId TEXT NOT NULL REFERENCES recertificationDue (id), receivedOn TEXT NOT NULL, note TEXT
) STRICT;
CREATE INDEX recertificationReceiptDue ON recertificationReceipt (dueId);
`;

const log = `
CREATE TABLE logCommand (
  sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, call TEXT NOT NULL, label TEXT NOT NULL, deviceId TEXT NOT NULL,
  deviceSequence INTEGER NOT NULL, clock TEXT NOT NULL, at TEXT NOT NULL, who TEXT, undoes TEXT REFERENCES logCommand (id),
  UNIQUE (deviceId, deviceSequence)
) STRICT;
CREATE INDEX logCommandUndoes ON logCommand (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE logEntry (
  sequence INTEGER PRIMARY KEY, commandSequence INTEGER NOT NULL REFERENCES logCommand (sequence), tableName TEXT NOT NULL,
  rowId TEXT NOT NULL, before TEXT CHECK (json_valid(before)), after TEXT CHECK (json_valid(after)),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX logEntryCommand ON logEntry (commandSequence);
CREATE INDEX logEntryRow ON logEntry (rowId);
${['logCommand', 'logEntry']
  .flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (verb) =>
        `CREATE TRIGGER ${table}No${verb} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, 'The log is never changed.'); END;`,
    ),
  )
  .join('\n')}
`;

// Of this laptop alone, not of the program: outside the log, and never merged.
const laptop = `
CREATE TABLE laptop (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
`;

// Made from the rows and remade at will: not of the log either.
const search = `
CREATE TABLE personSearchKey (key INTEGER PRIMARY KEY, personId TEXT NOT NULL UNIQUE) STRICT;
CREATE VIRTUAL TABLE personSearch USING fts5 (
  words, content='', contentless_delete=1, prefix='2 3', tokenize="unicode61 remove_diacritics 2"
);
`;

/** The first tables: rows, the log that they follow, the laptop's own notes, and the index of names. */
export const foundation: Migration = { version: 1, sql: rows + log + laptop + search };
