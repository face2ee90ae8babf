import type { Instant } from '../../../shared/model/dates.ts';
import type { ApplicationId, CohortId, CommandId } from '../../../shared/model/ids.ts';
import type { Facts } from '../../call/facts.ts';
import { isInEffect } from '../../log/in-effect.ts';
import { oldestFirst } from '../../log/order.ts';

/**
 * When those who had withdrawn their application to a cohort came back last, as the log has it: the steps that took an
 * application out of “withdrawn” and still stand. Taking the withdrawal itself back by Undo is no return.
 */
export function returnsTo({ database, cached }: Facts, cohortId: CohortId): ReadonlyMap<ApplicationId, Instant> {
  return cached(`returns to ${cohortId}`, ['application'], () => {
    const returns = new Map<ApplicationId, Instant>();
    for (const { id, commandId, at } of database.all<{ id: ApplicationId; commandId: CommandId; at: Instant }>(
      `SELECT application.id, logCommand.id AS commandId, logCommand.at
       FROM logEntry JOIN application ON application.id = logEntry.rowId AND application.cohortId = ?
       JOIN logCommand ON logCommand.sequence = commandSequence
       WHERE tableName = 'application' AND before ->> 'status' = 'withdrawn' AND undoes IS NULL
         AND after ->> 'status' IN ('submitted', 'under-review', 'waiting', 'accepted')
       ORDER BY ${oldestFirst}`,
      cohortId,
    )) {
      if (isInEffect(database, commandId)) returns.set(id, at);
    }
    return returns;
  });
}
