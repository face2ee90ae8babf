import type { Cohort } from '../../shared/model/cohorts.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import {
  type ImportKind,
  type RowOutcome,
  rowOutcomes,
  type SheetMapping,
  type Spreadsheet,
} from '../../shared/model/imports.ts';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import type { Facts } from '../facts.ts';
import { missingColumns } from '../imports/mapping.ts';
import { type ImportPlan, type PlanInput, plannedTables } from '../imports/plan.ts';
import { planApplications } from '../imports/plan-applications.ts';
import { planGraduates } from '../imports/plan-graduates.ts';
import { dueDateFor } from '../rules/recertification.ts';
import { knownApplicants, knownGraduates } from './imports.ts';

/** What is asked of a reading: as what, with which columns, into which cohort. */
export interface Wish {
  readonly kind: ImportKind;
  readonly mappings: readonly SheetMapping[];
  readonly cohortId: CohortId | null;
}

/** A plan with what is said of it as a whole. */
export interface ReadyPlan {
  readonly plan: ImportPlan;
  /** Where applications go; null for graduates, whose sheets name their cohorts. */
  readonly cohort: Cohort | null;
  readonly counts: Readonly<Record<RowOutcome, number>>;
  /** Rows that would be written. */
  readonly writes: number;
  readonly notes: readonly string[];
}

/** The last plan of each reading: the table asks for it slice by slice, and the import writes what it showed. */
const plans = new WeakMap<Spreadsheet, { readonly epoch: object; readonly wish: string; readonly ready: ReadyPlan }>();

/**
 * Plans an import, or gives back the plan that was made from the same wish while nothing in the database changed.
 * Refuses where it can't be planned at all.
 */
export function planOf(facts: Facts, spreadsheet: Spreadsheet, wish: Wish): Result<ReadyPlan> {
  // A new object whenever one of these tables changes: what is compared is which one it is.
  const epoch = facts.cached('import epoch', [...plannedTables, 'policyVersion'], () => ({}));
  const words = JSON.stringify([wish, facts.inForce?.versionId]);
  const kept = plans.get(spreadsheet);
  if (kept?.epoch === epoch && kept.wish === words) return done(kept.ready);
  const fresh = makePlan(facts, spreadsheet, wish);
  if (fresh.ok) plans.set(spreadsheet, { epoch, wish: words, ready: fresh.value });
  return fresh;
}

function makePlan(facts: Facts, spreadsheet: Spreadsheet, { kind, mappings, cohortId }: Wish): Result<ReadyPlan> {
  if (!facts.inForce) return refuse('This desk has no program yet. Start one first.');
  if (!mappings.some(({ fields }) => fields.some((field) => field !== null))) {
    return refuse(
      'No column is taken for anything yet. Say which column holds the name, and which the e-mail address.',
    );
  }
  const { policy } = facts.inForce;
  const input = { spreadsheet, mappings, policy, newId: facts.newId, now: facts.now };
  if (kind === 'graduates') return done(ready(planAllGraduates(facts, input), null, input, kind));
  if (cohortId === null) return refuse('Applications go to one cohort. Choose which, and look at the rows again.');
  const cohort = facts.database.get<Cohort>('SELECT * FROM cohort WHERE id = ?', cohortId);
  if (!cohort) return refuse('This cohort is not there any more. Choose another one.');
  const plan = planApplications({ ...input, known: knownApplicants(facts, cohortId), cohort });
  return done(ready(plan, cohort, input, kind));
}

const planAllGraduates = (facts: Facts, input: Omit<PlanInput, 'known'>): ImportPlan =>
  planGraduates({ ...input, known: knownGraduates(facts), dueDateFor });

function ready(
  plan: ImportPlan,
  cohort: Cohort | null,
  { spreadsheet, mappings, policy }: Omit<PlanInput, 'known'>,
  kind: ImportKind,
): ReadyPlan {
  const counts: Record<RowOutcome, number> = { create: 0, update: 0, same: 0, 'needs-a-look': 0, 'cannot-be-used': 0 };
  for (const { outcome } of plan.rows) counts[outcome] += 1;
  const notes = [...missingColumns(spreadsheet, kind, mappings, policy), ...saySkipped(plan)];
  const writes = rowOutcomes.reduce((sum, outcome) => sum + (isWritten(outcome) ? counts[outcome] : 0), 0);
  return { plan, cohort, counts, writes, notes };
}

const isWritten = (outcome: RowOutcome): boolean => outcome !== 'same' && outcome !== 'cannot-be-used';

/** What became of rows that hold nobody, a sentence for each reason; blank rows are nothing to speak of. */
function saySkipped({ skipped }: ImportPlan): string[] {
  const byReason = new Map<string, number[]>();
  for (const { row, reason } of skipped) {
    if (reason !== 'The row is blank.') byReason.set(reason, [...(byReason.get(reason) ?? []), row]);
  }
  return [...byReason].map(([reason, rows]) => {
    const named = rows.slice(0, 5).join(', ');
    const more = rows.length > 5 ? ` and ${rows.length - 5} more` : '';
    return `Left out row${rows.length === 1 ? '' : 's'} ${named}${more}: ${reason}`;
  });
}
