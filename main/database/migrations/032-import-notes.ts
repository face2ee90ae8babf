import type { Migration } from '../migrate.ts';

/** What imports could not take as it was typed: it needs a look until someone corrects it. */
export const importNotes: Migration = {
  version: 32,
  sql: `
CREATE TABLE importNote (
  id TEXT PRIMARY KEY NOT NULL, personId TEXT NOT NULL REFERENCES person (id),
  applicationId TEXT REFERENCES application (id), participantId TEXT REFERENCES participant (id),
  field TEXT NOT NULL, sentence TEXT NOT NULL, value TEXT NOT NULL, settledAt TEXT
) STRICT;
CREATE INDEX importNotePerson ON importNote (personId);
CREATE INDEX importNoteApplication ON importNote (applicationId) WHERE applicationId IS NOT NULL;
CREATE INDEX importNoteParticipant ON importNote (participantId) WHERE participantId IS NOT NULL;
`,
};
