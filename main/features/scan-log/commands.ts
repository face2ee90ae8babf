import { countOf } from '../../../shared/model/counts.ts';
import type { ScanLogOutcome } from '../../../shared/views/scan-log.ts';
import type { Facts } from '../../call/facts.ts';
import { type Change, type Decision, insert } from '../../log/change.ts';
import { newAttendanceEvent } from '../attendance/events.ts';
import type { ScanPlan, ScanWrite } from './plan.ts';

/** One command for a whole log: what was planned, as changes, under a label that says what came of it. */
export function scanLogCommand(facts: Facts, plan: ScanPlan): Decision<ScanLogOutcome> {
  const label = labelOf(plan);
  const sentence = plan.writes.length === 0 ? sayNothing(plan) : `${label}.${sayRest(plan)}`;
  return {
    ok: true,
    label,
    changes: changesOf(facts, plan.writes),
    value: { sentence, counts: plan.counts, notes: [] },
  };
}

function* changesOf(facts: Facts, writes: readonly ScanWrite[]): Generator<Change> {
  for (const { lateAt, ...write } of writes) {
    const said = { ...write, method: 'log' } as const;
    yield insert('attendanceEvent', newAttendanceEvent(facts, { ...said, kind: 'check-in' }));
    if (lateAt === null) continue;
    yield insert('attendanceEvent', newAttendanceEvent(facts, { ...said, code: null, kind: 'late', clock: lateAt }));
  }
}

/** `Checked in 44 people from the scanner log and kept 2 codes`. */
function labelOf({ writes, sessions }: ScanPlan): string {
  const people = writes.filter(({ personId }) => personId !== null).length;
  const codes = writes.length - people;
  const ids = new Set(writes.map(({ sessionId }) => sessionId));
  const [only] = ids.size === 1 ? sessions.filter(({ sessionId }) => ids.has(sessionId)) : [];
  const where = only ? ` at ${only.title}` : ids.size > 1 ? ` at ${ids.size} sessions` : '';
  if (people === 0) return `Kept ${countOf(codes, 'code')} of the scanner log${where}`;
  const whom = countOf(people, 'person', 'people');
  return `Checked in ${whom}${where} from the scanner log${codes === 0 ? '' : ` and kept ${countOf(codes, 'code')}`}`;
}

function sayNothing({ rows, counts }: ScanPlan): string {
  const here = counts['already-in'] + counts.double;
  if (rows.length > 0 && here === rows.length) return 'Everyone in this log is already checked in; nothing was saved.';
  return here > 0
    ? 'Everyone in this log who can be checked in is already checked in; nothing was saved.'
    : 'No scan in this log can be used; nothing was saved.';
}

/** What did not become a check-in, so that the numbers add up. */
function sayRest({ counts }: ScanPlan): string {
  const leftOut =
    counts['other-session'] +
    counts['no-session'] +
    counts['other-cohort'] +
    counts['no-cohort'] +
    counts.withdrawn +
    counts['cannot-be-read'];
  const parts = [
    counts.double > 0 ? countOf(counts.double, 'double scan') : '',
    counts['already-in'] > 0 ? `${countOf(counts['already-in'], 'scan')} of people already checked in` : '',
    leftOut > 0 ? `${countOf(leftOut, 'scan')} left out` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` ${parts.join(', ').replace(/^./, (letter) => letter.toUpperCase())}.`;
}
