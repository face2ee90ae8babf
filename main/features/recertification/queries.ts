import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId, RecertificationDueChangeId, RecertificationReceiptId } from '../../../shared/model/ids.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import { lifeTables } from '../../../shared/model/tables/certification-records.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { HistoryLine } from '../../../shared/views/page.ts';
import type { RecertificationAnswer, RecertificationRow } from '../../../shared/views/recertification.ts';
import { factsAsKnown } from '../../call/as-known.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { inGroups } from '../../call/in-groups.ts';
import { decideRecertification } from '../../rules/recertification/recertification.ts';
import { lettersTo } from '../correspondence/queries.ts';
import { historyOf } from '../history/log-sentences.ts';
import { lifeRows } from './life-facts.ts';
import { type CohortTally, countsOf, type ListInput, listedForRecertification, listedPage, tallies } from './list.ts';
import { type Graduate, graduateBy, hadGraduated, rowOn, standingsOn } from './rows.ts';
import { standingOf } from './standing.ts';

/** The rows of the list as the screen asks for it, whole: what is exported too. */
export function listedRows(now: Facts, input: ListInput): RecertificationRow[] {
  const facts = known(now, input.knownOn, listTables);
  const standingOf = standingsOn(facts, input.on ?? facts.today);
  return listedForRecertification(facts, input).map((graduate) => rowOn(graduate, standingOf(graduate)));
}

/** What an answer as known on an earlier day is made of. */
const knownTables = [
  'organization',
  'person',
  'cohort',
  'participant',
  'recertificationDue',
  'recertificationDueChange',
  'recertificationReceipt',
] as const;

/** The same of a list, which a tag may narrow: to those who were known to have it then. */
const listTables = [...knownTables, 'tag', 'personTag'] as const;

/** The same of one graduate, whose cycles begin with the certificate and count the evidence. */
export const showTables = [...knownTables, 'certificate', 'evidenceItem', ...lifeTables] as const;

export const known = (facts: Facts, knownOn: CivilDate | null, tables: readonly TableName[]): Facts =>
  knownOn === null || knownOn >= facts.today ? facts : factsAsKnown(facts, knownOn, tables);

const list: Query<'recertification.list'> = (now, input) => {
  const facts = known(now, input.knownOn, listTables);
  const on = input.on ?? facts.today;
  const standingOf = standingsOn(facts, on);
  const byCohort = tallies(facts, on);
  const counts = countsOf(facts, input);
  const { total, graduates } = listedPage(facts, input, input.offset, input.limit);
  return done({
    on,
    total,
    offset: input.offset,
    rows: graduates.map((graduate) => rowOn(graduate, standingOf(graduate))),
    counts,
    cohorts: cohortsOf(facts, new Map(byCohort.map((tally) => [tally.cohortId, tally]))),
  });
};

/** The cohorts that have graduates, in the order of their due dates, then of their founding. */
function cohortsOf({ database }: Facts, tallies: ReadonlyMap<CohortId, CohortTally>): RecertificationAnswer['cohorts'] {
  const cohorts = database
    .all<{ id: CohortId; name: string }>('SELECT id, name FROM cohort ORDER BY coalesce(startsOn, opensOn), id')
    .flatMap(({ id, name }) => {
      const tally = tallies.get(id);
      if (!tally) return [];
      const { everyone: graduates, received, due, overdue } = tally;
      return [{ cohortId: id, name, dueOn: tally.dueOn, graduates, received, due, overdue }];
    });
  return inGroups(cohorts, ({ dueOn }) => dueOn);
}

const show: Query<'recertification.show'> = (now, { participantId, on, knownOn }) => {
  const facts = known(now, knownOn, showTables);
  const day = on ?? facts.today;
  const graduate = graduateBy(facts, participantId, day);
  if (!graduate || !hadGraduated(graduate, day)) {
    return refuse('That person was not a graduate on that date.');
  }
  const { dueOn, receivedOn, remark, graduatedOn } = graduate;
  const version = facts.policyOn(day);
  const decision =
    version && dueOn !== null
      ? decideRecertification(version.policy, { dueOn, receivedOn, remark: remark || null }, day)
      : null;
  const row = rowOn(graduate, standingsOn(facts, day)(graduate));
  const documents = version?.policy.recertification.documents ?? [];
  const standing = standingOf(facts, graduate, day);
  return done({ row, decision, standing, graduatedOn, documents, history: historyFor(now, graduate) });
};

function historyFor(facts: Facts, { participantId, personId, cohortId, dueId }: Graduate): HistoryLine[] {
  const receipts = facts.database.all<{ id: RecertificationReceiptId }>(
    'SELECT id FROM recertificationReceipt WHERE dueId = ?',
    dueId,
  );
  const changes = facts.database.all<{ id: RecertificationDueChangeId }>(
    'SELECT id FROM recertificationDueChange WHERE dueId = ?',
    dueId,
  );
  return historyOf(facts, [
    { table: 'participant', id: participantId },
    ...(dueId === null ? [] : [{ table: 'recertificationDue' as const, id: dueId }]),
    ...changes.map(({ id }) => ({ table: 'recertificationDueChange' as const, id })),
    ...receipts.map(({ id }) => ({ table: 'recertificationReceipt' as const, id })),
    ...lifeRows(facts.database, participantId),
    ...lettersTo(facts, personId, cohortId),
  ]);
}

export const recertificationQueries: Pick<Handlers, 'recertification.list' | 'recertification.show'> = {
  'recertification.list': list,
  'recertification.show': show,
};
