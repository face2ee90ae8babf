import { countOf, sayCount, wordFor } from '../../../shared/model/counts.ts';
import type { ImportOutcome } from '../../../shared/views/imports.ts';
import type { Change, Decision } from '../../log/change.ts';
import type { ReadyPlan } from './plan.ts';
import type { PlannedTable, PlannedWrite } from './plan-rows.ts';

/** One command for a whole import: what was planned, as changes, under a label that says what came of it. */
export function importCommand(ready: ReadyPlan): Decision<ImportOutcome> {
  const { plan, counts, cohort, sent } = ready;
  const what = cohort ? sayApplications(plan.writes, cohort.name) : sayGraduates(plan.writes);
  const label = sent === null ? what : `${what}, ${sent}`;
  const sentence = plan.writes.length === 0 ? sayNothing(ready) : `${label}.${sayRest(ready)}`;
  return { ok: true, label, changes: changesOf(plan.writes), value: { sentence, counts, notes: ready.notes } };
}

function* changesOf(writes: readonly PlannedWrite[]): Generator<Change> {
  for (const write of writes) yield write.kind === 'insert' ? { ...write, id: write.row.id } : write;
}

/** `Imported 71 applications to Foxtrot`, `Updated 2 applications to Foxtrot`, or both. */
function sayApplications(writes: readonly PlannedWrite[], cohort: string): string {
  const fresh = count(writes, 'application', 'insert');
  const updated = count(writes, 'application', 'update');
  if (fresh === 0) return `Updated ${countOf(updated, 'application')} to ${cohort}`;
  const also = updated === 0 ? '' : ` and updated ${sayCount(updated)}`;
  return `Imported ${countOf(fresh, 'application')} to ${cohort}${also}`;
}

/** `Imported 96 graduates of Alpha, Beta, Charlie and Delta`. */
function sayGraduates(writes: readonly PlannedWrite[]): string {
  const fresh = count(writes, 'participant', 'insert');
  if (fresh === 0) return 'Updated the list of graduates';
  const cohorts = count(writes, 'cohort', 'insert');
  return `Imported ${countOf(fresh, 'graduate')}${cohorts === 0 ? '' : ` and ${countOf(cohorts, 'cohort')}`}`;
}

function sayNothing({ plan, counts }: ReadyPlan): string {
  if (counts.same === 0) return 'No row in this file can be used; nothing was saved.';
  if (plan.rows.length === 1) return 'The one row in this file is already here; nothing was saved.';
  const unusable =
    counts['cannot-be-used'] === 0 ? '' : `, and ${countOf(counts['cannot-be-used'], 'row')} can’t be used`;
  const here =
    counts.same === plan.rows.length ? `All ${countOf(counts.same, 'row')} of this file are` : sayAre(counts.same);
  return `${here} here already${unusable}; nothing was saved.`;
}

const sayAre = (rows: number): string => `${countOf(rows, 'row')} ${wordFor(rows, 'is', 'are')}`;

/** What did not become a new row, so that the numbers add up. */
function sayRest({ plan, counts, writes, cohort }: ReadyPlan): string {
  const fresh = count(plan.writes, 'application', 'insert') + count(plan.writes, 'application', 'update');
  const parts = [
    cohort && fresh !== writes ? `from ${countOf(writes, 'row')}` : '',
    counts['needs-a-look'] > 0 ? `${countOf(counts['needs-a-look'], 'row')} to look at` : '',
    counts.same > 0 ? `${countOf(counts.same, 'row')} here already` : '',
    counts['cannot-be-used'] > 0 ? `${countOf(counts['cannot-be-used'], 'row')} not usable` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` ${parts.join(', ').replace(/^./, (letter) => letter.toUpperCase())}.`;
}

const count = (writes: readonly PlannedWrite[], table: PlannedTable, kind: PlannedWrite['kind']): number =>
  writes.reduce((sum, write) => sum + (write.table === table && write.kind === kind ? 1 : 0), 0);
