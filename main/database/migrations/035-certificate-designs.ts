import type { Migration } from '../migrate.ts';

/** Certificate designs of the leads’ own with their files; policies and certificates name the version they are of. */
export const certificateDesigns: Migration = {
  version: 35,
  sql: `
CREATE TABLE certificateFile (
  id TEXT PRIMARY KEY NOT NULL, hash TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL,
  facts TEXT NOT NULL CHECK (json_valid(facts)), bytes TEXT NOT NULL
) STRICT;
CREATE TABLE certificateDesign (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, version INTEGER NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)), savedAt TEXT NOT NULL
) STRICT;
CREATE TABLE certificateDesignFile (
  id TEXT PRIMARY KEY NOT NULL, designId TEXT NOT NULL REFERENCES certificateDesign (id),
  fileId TEXT NOT NULL REFERENCES certificateFile (id), UNIQUE (designId, fileId)
) STRICT;
CREATE INDEX certificateDesignFileByFile ON certificateDesignFile (fileId);
ALTER TABLE policyVersion ADD COLUMN designId TEXT REFERENCES certificateDesign (id);
ALTER TABLE certificate ADD COLUMN designId TEXT REFERENCES certificateDesign (id);
CREATE INDEX certificateByDesign ON certificate (designId) WHERE designId IS NOT NULL;
`,
};
