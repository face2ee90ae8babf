import type { Migration } from '../migrate.ts';

/** Due dates in their order with all that asks whether they are still open: the rail counts them after every command. */
export const listsInOrder: Migration = {
  version: 18,
  sql: `
DROP INDEX recertificationDueOn;
CREATE INDEX recertificationDueOn ON recertificationDue (dueOn, id, participantId, cycle);
`,
};
