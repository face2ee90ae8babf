import type { Migration } from '../migrate.ts';

/**
 * A certificate says what it comes after, so that two laptops that graduate the same person issue the same one. Those
 * from before say nothing, and collide with none.
 */
export const oneCertificateAGraduation: Migration = {
  version: 33,
  sql: `
ALTER TABLE certificate ADD COLUMN follows TEXT;
CREATE UNIQUE INDEX certificateFollows ON certificate (participantId, follows);
DROP INDEX certificateParticipant;
`,
};
