import { countOf } from '../../../shared/model/counts.ts';
import type { CohortId, CommandId } from '../../../shared/model/ids.ts';
import type { NextStep } from '../../../shared/views/desk.ts';
import type { Facts } from '../../call/facts.ts';
import { nameBefore } from '../../log/name-apart.ts';
import { newestFirst } from '../../log/order.ts';
import { type RowName, unsettledRows } from '../../log/settle.ts';

/** What is left for a lead to decide since two laptops’ work came together: each step goes once that is done. */
export function meetingSteps(facts: Facts): NextStep[] {
  const unsettled = unsettledRows(facts.database);
  const cameBack = unsettled.filter(({ why }) => why === 'came-back');
  const waiting = unsettled.filter(({ why }) => why === 'waits').length;
  return [...namedApart(facts), ...removedButUsed(facts, cameBack), ...waitingForChanges(waiting)];
}

/** Cohorts that two laptops gave one name: the later one is shown with its laptop’s letter until it is renamed. */
const namedApart = ({ database }: Facts): NextStep[] =>
  database.all<{ id: CohortId; name: string }>('SELECT id, name FROM cohort ORDER BY name').flatMap(({ id, name }) => {
    const before = nameBefore(name);
    if (before === null) return [];
    const sentence = `Two laptops both added a cohort named ${before}; one is shown as “${name}”`;
    return [{ key: `renamed ${id}`, sentence, action: 'Rename one', path: `/cohorts/${id}`, urgency: 'soon' as const }];
  });

interface Removal {
  readonly commandId: CommandId;
  readonly label: string;
}

/** Records that one laptop removed and another one’s work needs. Undoing the removal keeps them. */
function removedButUsed({ database }: Facts, rows: readonly RowName[]): NextStep[] {
  const removals = new Map<CommandId, Removal>();
  for (const { table, id } of rows) {
    const removal = database.get<Removal>(
      `SELECT logCommand.id AS commandId, label
       FROM logEntry CROSS JOIN logCommand ON logCommand.sequence = commandSequence
       WHERE rowId = ? AND +tableName = ? AND after IS NULL ORDER BY ${newestFirst} LIMIT 1`,
      id,
      table,
    );
    if (removal) removals.set(removal.commandId, removal);
  }
  return [...removals.values()].map(({ commandId, label }) => ({
    key: `came-back ${commandId}`,
    sentence: `“${label}” removed something that another laptop has used, so it is back. Undo that step to keep it`,
    action: 'See the step',
    path: `/history?open=${commandId}`,
    urgency: 'soon',
  }));
}

function waitingForChanges(count: number): NextStep[] {
  if (count === 0) return [];
  const sentence = `${countOf(count, 'record waits', 'records wait')} for another laptop’s changes that aren’t here yet`;
  return [{ key: 'waits', sentence, action: 'See the history', path: '/history', urgency: 'soon' }];
}
