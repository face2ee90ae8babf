import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import { sayCount } from '../../../shared/model/counts.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import {
  type ImportKind,
  type RowOutcome,
  rowOutcomes,
  type SentAt,
  type SheetMapping,
  type Spreadsheet,
} from '../../../shared/model/imports.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import { noProgram } from '../../call/no-program.ts';
import { idsIn } from '../../log/one-of-a-kind.ts';
import { dueDateFor } from '../../rules/recertification/recertification.ts';
import { searchEverybody } from '../duplicates/known-duplicates.ts';
import { doubtsOf, type ImportDoubts } from './doubts.ts';
import { missingColumns } from './mapping.ts';
import { planApplicationsInSteps } from './plan-applications.ts';
import { planGraduatesInSteps } from './plan-graduates.ts';
import { type ImportPlan, type KnownPeople, type PlanInput, plannedTables } from './plan-rows.ts';
import { knownApplicants, knownGraduates } from './queries.ts';
import { momentForAll, saySentForAll } from './sending.ts';
import { sheetNotes } from './sheet-notes.ts';

/** What is asked of a reading: as what, with which columns, into which cohort. */
export interface ImportWish {
  readonly kind: ImportKind;
  readonly mappings: readonly SheetMapping[];
  readonly cohortId: CohortId | null;
  /** When all were sent on sheets where no column tells it; null: no one said. */
  readonly sentAt: SentAt | null;
}

/** A plan with what is said of it as a whole. */
export interface ReadyPlan {
  readonly plan: ImportPlan;
  /** Where applications go; null for graduates, whose sheets name their cohorts. */
  readonly cohort: Cohort | null;
  readonly counts: Readonly<Record<RowOutcome, number>>;
  /** When all of a sheet without a column for it were sent, as a sentence says it; null: no one said, or no sheet lacks it. */
  readonly sent: string | null;
  /** Rows that would be written. */
  readonly writes: number;
  readonly notes: readonly string[];
}

/** A plan on its way: says now and then how many rows are taken. */
type Planning = Generator<number, Result<ReadyPlan>>;

/** The last plan of each reading: the table asks for it slice by slice, and the import writes what it showed. */
const plans = new WeakMap<Spreadsheet, { readonly stamp: readonly unknown[]; readonly ready: ReadyPlan }>();

/** What a plan depends on beside its spreadsheet; the same stamp, the same plan. */
function stampOf(facts: Facts, wish: ImportWish): readonly unknown[] {
  // A new object whenever one of these tables changes: what is compared is which one it is.
  const epoch = facts.cached('import epoch', [...plannedTables, 'policyVersion'], () => ({}));
  return [epoch, facts.inForce?.versionId, JSON.stringify(wish)];
}

function keptPlan(facts: Facts, spreadsheet: Spreadsheet, wish: ImportWish): ReadyPlan | null {
  const kept = plans.get(spreadsheet);
  return kept && stampOf(facts, wish).every((part, at) => part === kept.stamp[at]) ? kept.ready : null;
}

/** So many milliseconds a plan, or the search for duplicates before it, works before the app may answer something else. */
const longestTurn = 12;

/**
 * Plans an import at once, or gives back the plan that was made from the same wish while nothing in the database
 * changed. Refuses where it can't be planned at all. A large desk that has changed much since is not searched again
 * here, and the notes say so: the transaction that this is within must not wait for it.
 */
export function planNow(facts: Facts, spreadsheet: Spreadsheet, wish: ImportWish): Result<ReadyPlan> {
  const kept = keptPlan(facts, spreadsheet, wish);
  if (kept) return done(kept);
  const planning = makePlan(facts, spreadsheet, wish);
  for (;;) {
    const step = planning.next();
    if (step.done) return step.value;
  }
}

/**
 * The same, while the app goes on answering; `tell` hears how far it is. Everyone in the database is laid out first, as
 * for the list of duplicates, so that each new person can be held against them. Null where the signal stopped it.
 */
export async function planInTurns(
  facts: () => Facts,
  spreadsheet: Spreadsheet,
  wish: ImportWish,
  tell: (fraction: number) => void,
  signal: AbortSignal,
): Promise<Result<ReadyPlan> | null> {
  const atFirst = facts();
  const kept = keptPlan(atFirst, spreadsheet, wish);
  if (kept) return done(kept);
  let from = 0;
  let since = performance.now();
  const finished = await searchEverybody(facts, async ({ searched, of }) => {
    if (performance.now() - since < longestTurn) return true;
    from = 0.5;
    tell((searched / of) * from);
    await nextTurn();
    since = performance.now();
    return !signal.aborted;
  });
  if (!finished) return null;
  const total = spreadsheet.sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  for (let left = mostPlans; ; left -= 1) {
    const now = facts();
    const stamp = stampOf(now, wish);
    const planning = makePlan(now, spreadsheet, wish);
    let step = planning.next();
    for (; !step.done; step = planning.next()) {
      if (performance.now() - since < longestTurn) continue;
      tell(from + (step.value / Math.max(1, total)) * (1 - from));
      await nextTurn();
      since = performance.now();
      if (signal.aborted) return null;
    }
    // What someone changed while it was being read may be half in the plan.
    if (left > 0 && stampOf(facts(), wish).some((part, at) => part !== stamp[at])) continue;
    if (step.value.ok) plans.set(spreadsheet, { stamp, ready: step.value.value });
    return step.value;
  }
}

/** How many times a plan is made again because the desk changed meanwhile; the screen asks again after a change anyway. */
const mostPlans = 2;

function* makePlan(facts: Facts, spreadsheet: Spreadsheet, { kind, mappings, cohortId, sentAt }: ImportWish): Planning {
  if (!facts.inForce) return noProgram();
  if (!mappings.some(({ fields }) => fields.some((field) => field !== null))) {
    return refuse('No column is matched yet. Choose which column holds the name, and which the e-mail address.');
  }
  const { policy } = facts.inForce;
  const { notes: unseen, ...doubts } = doubtsOf(facts);
  const input = {
    spreadsheet,
    mappings,
    policy,
    newId: facts.newId,
    idFor: idsIn(facts.database),
    now: facts.now,
    ...doubts,
  };
  if (kind === 'graduates') {
    const plan = yield* planGraduatesInSteps({ ...input, known: yield* laid(knownGraduates(facts)), dueDateFor });
    return done({ ...ready(plan, null, input, { kind, sentAt }, unseen), sent: null });
  }
  if (cohortId === null) {
    // The terminal has no list to choose from: the ids come with the refusal.
    const cohorts = facts.database.all<Cohort>('SELECT * FROM cohort ORDER BY name LIMIT 20');
    return refuse(
      'Applications go to one cohort. Choose which, and look at the rows again.',
      cohorts.map(({ id, name }) => `The cohortId of ${name} is ${id}.`),
    );
  }
  const cohort = facts.database.get<Cohort>('SELECT * FROM cohort WHERE id = ?', cohortId);
  if (!cohort) return refuse('This cohort no longer exists. Choose another one.');
  const told = momentForAll(mappings, sentAt, cohort.opensOn, facts);
  if (!told.ok) return told;
  const sentOn = told.value;
  const known = yield* laid(knownApplicants(facts, cohortId));
  const plan = yield* planApplicationsInSteps({ ...input, known, cohort, sentAt: sentOn });
  const sent = sentOn && saySentForAll(sentOn, policy.program.zone);
  return done({ ...ready(plan, cohort, input, { kind, sentAt }, unseen), sent });
}

/** Lays out whom the plan may meet; no row is taken yet. */
function* laid(steps: Generator<void, KnownPeople>): Generator<number, KnownPeople> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield 0;
  }
}

function ready(
  plan: ImportPlan,
  cohort: Cohort | null,
  { spreadsheet, mappings, policy }: Omit<PlanInput, 'known'>,
  { kind, sentAt }: Pick<ImportWish, 'kind' | 'sentAt'>,
  unseen: ImportDoubts['notes'],
): Omit<ReadyPlan, 'sent'> {
  const counts: Record<RowOutcome, number> = { create: 0, update: 0, same: 0, 'needs-a-look': 0, 'cannot-be-used': 0 };
  for (const { outcome } of plan.rows) counts[outcome] += 1;
  const notes = [
    ...missingColumns(spreadsheet, kind, mappings, policy, sentAt !== null),
    ...sheetNotes(spreadsheet, mappings),
    ...saySkipped(plan, mappings.length > 1),
    ...(plan.notes ?? []),
    ...unseen,
  ];
  const writes = rowOutcomes.reduce((sum, outcome) => sum + (isWritten(outcome) ? counts[outcome] : 0), 0);
  return { plan, cohort, counts, writes, notes };
}

const isWritten = (outcome: RowOutcome): boolean => outcome !== 'same' && outcome !== 'cannot-be-used';

/** What became of rows that hold no one, a sentence for each reason; blank rows are nothing to speak of. */
function saySkipped({ skipped }: ImportPlan, severalSheets: boolean): string[] {
  const byReason = new Map<string, string[]>();
  for (const { sheet, row, reason } of skipped) {
    if (reason === 'The row is blank.') continue;
    const place = severalSheets ? `row ${row} of ${sheet}` : `row ${row}`;
    const places = byReason.get(reason);
    if (places) places.push(place);
    else byReason.set(reason, [place]);
  }
  return [...byReason].map(([reason, places]) => {
    const more = places.length > 5 ? ` and ${sayCount(places.length - 5)} more` : '';
    return `Left out ${places.slice(0, 5).join(', ')}${more}. ${reason}`;
  });
}
