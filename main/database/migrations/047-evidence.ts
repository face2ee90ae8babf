import type { Migration } from '../migrate.ts';

/** Evidence toward re-certification, and the files, links and notes that show it; the files lie beside the database. */
export const evidence: Migration = {
  version: 47,
  sql: `
CREATE TABLE evidenceItem (
  id TEXT PRIMARY KEY NOT NULL, personId TEXT NOT NULL REFERENCES person (id), title TEXT NOT NULL,
  activityOn TEXT NOT NULL, category TEXT, strand TEXT, delivery TEXT, checklistItem TEXT, claimed INTEGER NOT NULL,
  accepted INTEGER, state TEXT NOT NULL, receivedOn TEXT, decidedOn TEXT, reviewer TEXT, returnedBecause TEXT,
  activityKey TEXT, paid TEXT, preApprovedOn TEXT, relevance INTEGER, countedElsewhere TEXT, firstReviewer TEXT,
  firstReviewedOn TEXT, firstAccepted INTEGER
) STRICT;
CREATE INDEX evidenceItemByPerson ON evidenceItem (personId);
CREATE INDEX evidenceItemWaiting ON evidenceItem (receivedOn, id) WHERE state = 'received';
CREATE TABLE evidenceDocument (
  id TEXT PRIMARY KEY NOT NULL, itemId TEXT NOT NULL REFERENCES evidenceItem (id), kind TEXT NOT NULL, sha256 TEXT,
  size INTEGER, type TEXT, name TEXT, text TEXT, addedOn TEXT NOT NULL
) STRICT;
CREATE INDEX evidenceDocumentOfItem ON evidenceDocument (itemId);
CREATE INDEX evidenceDocumentByHash ON evidenceDocument (sha256) WHERE sha256 IS NOT NULL;
`,
};
