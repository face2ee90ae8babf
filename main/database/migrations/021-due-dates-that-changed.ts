import type { Migration } from '../migrate.ts';

/** A due date that is changed keeps, beside the new one, until when the old one held. */
export const dueDatesThatChanged: Migration = {
  version: 21,
  sql: `
CREATE TABLE recertificationDueChange (
  id TEXT PRIMARY KEY NOT NULL, dueId TEXT NOT NULL REFERENCES recertificationDue (id),
  fromOn TEXT NOT NULL, wasDueOn TEXT NOT NULL, reason TEXT
) STRICT;
CREATE INDEX recertificationDueChangeDue ON recertificationDueChange (dueId, fromOn, id, wasDueOn);
CREATE INDEX recertificationDueChangeFrom ON recertificationDueChange (fromOn);
`,
};
