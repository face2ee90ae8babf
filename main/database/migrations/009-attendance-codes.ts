import type { Migration } from '../migrate.ts';

/** Finds whose code was scanned without looking through every event: a scanner does not wait, nor does the line. */
export const attendanceCodes: Migration = {
  version: 9,
  sql: 'CREATE INDEX attendanceEventCode ON attendanceEvent (code COLLATE NOCASE) WHERE code IS NOT NULL;',
};
