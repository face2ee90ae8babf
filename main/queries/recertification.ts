import type { ParsedInputOf } from '../../shared/api.ts';
import type { CivilDate } from '../../shared/model/dates.ts';
import type { CohortId, RecertificationReceiptId } from '../../shared/model/ids.ts';
import { done, refuse } from '../../shared/model/result.ts';
import type { HistoryLine } from '../../shared/views/page.ts';
import {
  type RecertificationPage,
  type RecertificationRow,
  type RecertificationShow,
  recertificationShows,
} from '../../shared/views/recertification.ts';
import type { Facts } from '../facts.ts';
import type { Handlers, Query } from '../handler.ts';
import { decideRecertification } from '../rules/recertification.ts';
import { searchFor } from './directory.ts';
import { inGroups } from './in-groups.ts';
import { historyOf } from './log-sentences.ts';
import {
  type DecideOn,
  decisionsOn,
  everyGraduate,
  type Graduate,
  hadGraduated,
  isShown,
  rowOn,
} from './recertification-rows.ts';

type ListInput = Omit<ParsedInputOf<'recertification.list'>, 'offset' | 'limit'>;

/** The rows of the list as the screen asks for it, whole: what is exported too. */
export function listedRows(facts: Facts, input: ListInput): RecertificationRow[] {
  const on = input.on ?? facts.today;
  const decide = decisionsOn(facts, on);
  return chosen(graduatesBy(facts, on), input, decide).map((graduate) => rowOn(graduate, on, decide));
}

const graduatesBy = (facts: Facts, on: CivilDate): Graduate[] =>
  everyGraduate(facts).filter((graduate) => hadGraduated(graduate, on));

/** Those whom the list shows, in its order. */
function chosen(everybody: readonly Graduate[], input: ListInput, decide: DecideOn): Graduate[] {
  const { cohortId, show, sort, search } = input;
  const matches = searchFor(search);
  const found = everybody.filter(
    ({ cohortId: own, days, remark, words }) =>
      (cohortId === null || own === cohortId) &&
      isShown(show, decide(days)?.state ?? null, remark) &&
      (matches === null || matches(words)),
  );
  switch (sort?.by) {
    case undefined:
      return inGroups(found, ({ days }) => urgency(decide(days)));
    case 'name':
      return sort?.direction === 'down' ? found.reverse() : found;
    case 'state':
      return inGroups(found, ({ days }) => urgency(decide(days)), sort?.direction);
    case 'dueOn':
      return inGroups(found, ({ days }) => days.dueOn, sort?.direction);
    case 'receivedOn':
      return inGroups(found, ({ days }) => days.receivedOn, sort?.direction);
    default: {
      const { by, direction } = sort;
      return inGroups(found, (graduate) => graduate[by], direction);
    }
  }
}

/** Who has owed longest stands first, then who must hand in soonest, then who has; nobody’s due date stands last. */
function urgency(decision: ReturnType<DecideOn>): number | null {
  if (decision === null) return null;
  const { state, daysLeft } = decision;
  return state === 'received' || state === 'received-late' ? 1_000_000 + daysLeft : daysLeft;
}

const list: Query<'recertification.list'> = (facts, input) => {
  const on = input.on ?? facts.today;
  const decide = decisionsOn(facts, on);
  const everybody = graduatesBy(facts, on);
  const listed = chosen(everybody, input, decide);
  const tallies = tallyByCohort(everybody, decide);
  const cohorts = cohortsOf(facts, tallies);
  return done({
    on,
    total: listed.length,
    offset: input.offset,
    rows: listed.slice(input.offset, input.offset + input.limit).map((graduate) => rowOn(graduate, on, decide)),
    counts: total(
      [...tallies].filter(([id]) => input.cohortId === null || id === input.cohortId).map(([, own]) => own),
    ),
    cohorts,
  });
};

interface Tally {
  readonly counts: Record<RecertificationShow, number>;
  dueOn: CivilDate | null;
}

const nobody = (): Tally['counts'] => ({
  owe: 0,
  overdue: 0,
  due: 0,
  received: 0,
  remarked: 0,
  'no-due-date': 0,
  everyone: 0,
});

/** How many of each cohort stand where. */
function tallyByCohort(everybody: readonly Graduate[], decide: DecideOn): ReadonlyMap<CohortId, Tally> {
  const tallies = new Map<CohortId, Tally>();
  for (const { cohortId, days, remark } of everybody) {
    let tally = tallies.get(cohortId);
    if (!tally) {
      tally = { counts: nobody(), dueOn: null };
      tallies.set(cohortId, tally);
    }
    if (days.dueOn !== null && (tally.dueOn === null || days.dueOn > tally.dueOn)) tally.dueOn = days.dueOn;
    const state = decide(days)?.state ?? null;
    for (const show of recertificationShows) if (isShown(show, state, remark)) tally.counts[show] += 1;
  }
  return tallies;
}

function total(tallies: readonly Tally[]): Tally['counts'] {
  const sum = nobody();
  for (const { counts } of tallies) for (const show of recertificationShows) sum[show] += counts[show];
  return sum;
}

/** The cohorts that have graduates, in the order of their due dates, then of their founding. */
function cohortsOf({ database }: Facts, tallies: ReadonlyMap<CohortId, Tally>): RecertificationPage['cohorts'] {
  const cohorts = database
    .all<{ id: CohortId; name: string }>('SELECT id, name FROM cohort ORDER BY coalesce(startsOn, opensOn), id')
    .flatMap(({ id, name }) => {
      const tally = tallies.get(id);
      if (!tally) return [];
      const { everyone: graduates, received, due, overdue } = tally.counts;
      return [{ cohortId: id, name, dueOn: tally.dueOn, graduates, received, due, overdue }];
    });
  return inGroups(cohorts, ({ dueOn }) => dueOn);
}

const show: Query<'recertification.show'> = (facts, { participantId, on }) => {
  const day = on ?? facts.today;
  const graduate = everyGraduate(facts).find((each) => each.participantId === participantId);
  if (!graduate || !hadGraduated(graduate, day)) {
    return refuse('That person is not among the graduates of that day.');
  }
  const { days, remark, graduatedOn } = graduate;
  const { inForce } = facts;
  const decision =
    inForce && days.dueOn !== null
      ? decideRecertification(
          inForce.policy,
          { dueOn: days.dueOn, receivedOn: days.receivedOn, remark: remark || null },
          day,
        )
      : null;
  const row = rowOn(graduate, day, decisionsOn(facts, day));
  return done({ row, decision, graduatedOn, history: historyFor(facts, graduate) });
};

function historyFor(facts: Facts, { participantId, dueId }: Graduate): HistoryLine[] {
  const receipts = facts.database.all<{ id: RecertificationReceiptId }>(
    'SELECT id FROM recertificationReceipt WHERE dueId = ?',
    dueId,
  );
  return historyOf(facts, [
    { table: 'participant', id: participantId },
    ...(dueId === null ? [] : [{ table: 'recertificationDue' as const, id: dueId }]),
    ...receipts.map(({ id }) => ({ table: 'recertificationReceipt' as const, id })),
  ]);
}

export const recertificationQueries: Pick<Handlers, 'recertification.list' | 'recertification.show'> = {
  'recertification.list': list,
  'recertification.show': show,
};
