import type { ParsedInputOf } from '../../../shared/api.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId, RecertificationReceiptId } from '../../../shared/model/ids.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { HistoryLine } from '../../../shared/views/page.ts';
import {
  type RecertificationPage,
  type RecertificationRow,
  type RecertificationShow,
  recertificationShows,
} from '../../../shared/views/recertification.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { inGroups } from '../../call/in-groups.ts';
import { decideRecertification } from '../../rules/recertification/recertification.ts';
import { lettersTo } from '../correspondence/queries.ts';
import { historyOf } from '../history/log-sentences.ts';
import { searchFor } from '../people/directory.ts';
import {
  everyGraduate,
  firstReceipts,
  type Graduate,
  hadGraduated,
  isShown,
  rowOn,
  type StandingOn,
  standingsOn,
} from './rows.ts';

type ListInput = Omit<ParsedInputOf<'recertification.list'>, 'offset' | 'limit'>;

/** The rows of the list as the screen asks for it, whole: what is exported too. */
export function listedRows(facts: Facts, input: ListInput): RecertificationRow[] {
  const on = input.on ?? facts.today;
  const standingOf = standingsOn(facts, on);
  return chosen(graduatesBy(facts, on), input, standingOf).map((graduate) => rowOn(graduate, standingOf(graduate)));
}

const graduatesBy = (facts: Facts, on: CivilDate): Graduate[] =>
  everyGraduate(facts).filter((graduate) => hadGraduated(graduate, on));

type StandingOf = (graduate: Graduate) => StandingOn;

/** Those whom the list shows, in its order. */
function chosen(everybody: readonly Graduate[], input: ListInput, standingOf: StandingOf): Graduate[] {
  const { cohortId, show, sort, search } = input;
  const matches = searchFor(search);
  const found = everybody.filter(
    (graduate) =>
      (cohortId === null || graduate.cohortId === cohortId) &&
      isShown(show, standingOf(graduate).state, graduate.remark) &&
      (matches === null || matches(graduate.words)),
  );
  const byUrgency = (graduate: Graduate): number | null => urgency(standingOf(graduate));
  if (!sort) return inGroups(found, byUrgency);
  const { by, direction } = sort;
  switch (by) {
    case 'name':
      return direction === 'down' ? found.reverse() : found;
    case 'state':
    case 'dates':
      return inGroups(found, byUrgency, direction);
    case 'receivedOn':
      return inGroups(found, (graduate) => standingOf(graduate).receivedOn, direction);
    default:
      return inGroups(found, (graduate) => graduate[by], direction);
  }
}

/** Who has owed longest stands first, then who must hand in soonest, then who has; nobody’s due date stands last. */
function urgency({ state, daysLeft }: StandingOn): number | null {
  if (daysLeft === null) return null;
  return state === 'received' || state === 'received-late' ? 1_000_000 + daysLeft : daysLeft;
}

const list: Query<'recertification.list'> = (facts, input) => {
  const on = input.on ?? facts.today;
  const standingOf = standingsOn(facts, on);
  const everybody = graduatesBy(facts, on);
  const listed = chosen(everybody, input, standingOf);
  const tallies = tallyByCohort(everybody, standingOf);
  const cohorts = cohortsOf(facts, tallies);
  return done({
    on,
    total: listed.length,
    offset: input.offset,
    rows: listed
      .slice(input.offset, input.offset + input.limit)
      .map((graduate) => rowOn(graduate, standingOf(graduate))),
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
function tallyByCohort(everybody: readonly Graduate[], standingOf: StandingOf): ReadonlyMap<CohortId, Tally> {
  const tallies = new Map<CohortId, Tally>();
  for (const graduate of everybody) {
    const { cohortId, dueOn, remark } = graduate;
    let tally = tallies.get(cohortId);
    if (!tally) {
      tally = { counts: nobody(), dueOn: null };
      tallies.set(cohortId, tally);
    }
    if (dueOn !== null && (tally.dueOn === null || dueOn > tally.dueOn)) tally.dueOn = dueOn;
    count(tally.counts, standingOf(graduate).state, remark);
  }
  return tallies;
}

/** Counts one graduate into every part of the list that `isShown` shows them in. */
function count(counts: Tally['counts'], state: RecertificationRow['state'], remark: string): void {
  counts.everyone += 1;
  if (remark !== '') counts.remarked += 1;
  switch (state) {
    case null:
      counts['no-due-date'] += 1;
      break;
    case 'received':
    case 'received-late':
      counts.received += 1;
      break;
    case 'overdue':
      counts.owe += 1;
      counts.overdue += 1;
      break;
    default:
      counts.owe += 1;
      counts.due += 1;
  }
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
  const { at, dueOn, remark, graduatedOn } = graduate;
  const { inForce } = facts;
  const receivedOn = firstReceipts(facts)[at] ?? null;
  const decision =
    inForce && dueOn !== null
      ? decideRecertification(inForce.policy, { dueOn, receivedOn, remark: remark || null }, day)
      : null;
  const row = rowOn(graduate, standingsOn(facts, day)(graduate));
  return done({ row, decision, graduatedOn, history: historyFor(facts, graduate) });
};

function historyFor(facts: Facts, { participantId, personId, cohortId, dueId }: Graduate): HistoryLine[] {
  const receipts = facts.database.all<{ id: RecertificationReceiptId }>(
    'SELECT id FROM recertificationReceipt WHERE dueId = ?',
    dueId,
  );
  return historyOf(facts, [
    { table: 'participant', id: participantId },
    ...(dueId === null ? [] : [{ table: 'recertificationDue' as const, id: dueId }]),
    ...receipts.map(({ id }) => ({ table: 'recertificationReceipt' as const, id })),
    ...lettersTo(facts, personId, cohortId),
  ]);
}

export const recertificationQueries: Pick<Handlers, 'recertification.list' | 'recertification.show'> = {
  'recertification.list': list,
  'recertification.show': show,
};
