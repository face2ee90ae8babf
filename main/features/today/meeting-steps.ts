import { countOf } from '../../../shared/model/counts.ts';
import { dayOf, daysBetween, type Instant } from '../../../shared/model/dates.ts';
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
  const changed = unsettled.filter((row) => row.why === 'unheard' && !wasMerged(facts, row));
  const waiting = unsettled.filter(({ why }) => why === 'waits').length;
  return [
    ...namedApart(facts),
    ...removedButUsed(facts, cameBack),
    ...removedButChanged(facts, changed),
    ...waitingForChanges(waiting),
  ];
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
  readonly at: Instant;
}

/** Records that one laptop removed and another one’s work needs. Undoing the removal keeps them. */
const removedButUsed = (facts: Facts, rows: readonly RowName[]): NextStep[] =>
  removalsOf(facts, rows).map(({ commandId, label }) => ({
    key: `came-back ${commandId}`,
    sentence: `“${label}” removed something that another laptop has used, so it is back. Undo that step to keep it`,
    action: 'See the step',
    path: `/history?open=${commandId}`,
    urgency: 'soon',
  }));

/** So many days it is said what was lost where one laptop removed what another one changed. */
const lossSaidFor = 7;

/** Records that one laptop removed while another one changed them: the change is gone with them. */
const removedButChanged = (facts: Facts, rows: readonly RowName[]): NextStep[] =>
  removalsOf(facts, rows)
    .filter(({ at }) => daysBetween(dayOf(at, facts.zone), facts.today) < lossSaidFor)
    .map(({ commandId, label }) => ({
      key: `unheard ${commandId}`,
      sentence: `“${label}” removed something that another laptop changed at the same time, so that change is gone too. Add it again if it should stay`,
      action: 'See the step',
      path: `/history?open=${commandId}`,
      urgency: 'soon',
    }));

/** Whether someone is gone because they were merged into another, to whom the change went: nothing is lost. */
const wasMerged = ({ database }: Facts, { table, id }: RowName): boolean =>
  table === 'person' && database.get('SELECT 1 FROM mergedPerson WHERE id = ?', id) !== undefined;

/** The steps that removed some rows, each once. */
function removalsOf({ database }: Facts, rows: readonly RowName[]): readonly Removal[] {
  const removals = new Map<CommandId, Removal>();
  for (const { table, id } of rows) {
    const removal = database.get<Removal>(
      `SELECT logCommand.id AS commandId, label, at
       FROM logEntry CROSS JOIN logCommand ON logCommand.sequence = commandSequence
       WHERE rowId = ? AND +tableName = ? AND after IS NULL ORDER BY ${newestFirst} LIMIT 1`,
      id,
      table,
    );
    if (removal) removals.set(removal.commandId, removal);
  }
  return [...removals.values()];
}

function waitingForChanges(count: number): NextStep[] {
  if (count === 0) return [];
  const sentence = `${countOf(count, 'record waits', 'records wait')} for another laptop’s changes that aren’t here yet`;
  return [{ key: 'waits', sentence, action: 'See the history', path: '/history', urgency: 'soon' }];
}
