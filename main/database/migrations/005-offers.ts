import type { Migration } from '../migrate.ts';

/** Seats that were offered to people on the waiting list, and what they answered. */
export const offers: Migration = {
  version: 5,
  sql: `
CREATE TABLE seatOffer (
  id TEXT PRIMARY KEY NOT NULL, applicationId TEXT NOT NULL REFERENCES application (id),
  offeredOn TEXT NOT NULL, replyBy TEXT NOT NULL, overruleReason TEXT,
  answer TEXT NOT NULL CHECK (answer IN ('open', 'taken', 'declined', 'lapsed')), answeredOn TEXT,
  CHECK ((answer = 'open') = (answeredOn IS NULL))
) STRICT;
CREATE INDEX seatOfferApplication ON seatOffer (applicationId);
`,
};
