import type { ParsedInputOf } from '../../../shared/api.ts';
import { addDays, type CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import {
  type RecertificationAnswer,
  type RecertificationShow,
  recertificationShows,
} from '../../../shared/views/recertification.ts';
import type { Facts } from '../../call/facts.ts';
import { inGroups } from '../../call/in-groups.ts';
import { likeEach } from '../people/directory.ts';
import { byName, type Graduate, graduatesBy, joined } from './rows.ts';

export type ListInput = Omit<ParsedInputOf<'recertification.list'>, 'offset' | 'limit'>;

/** A part of the list as SQLite finds it: what stands after the joins, and the values for its question marks. */
interface Part {
  readonly where: string;
  readonly values: readonly string[];
}

const receivedBy = `EXISTS (SELECT 1 FROM recertificationReceipt WHERE dueId = due.id AND receivedOn <= ?)`;
const isRemarked = `(trim(coalesce(due.remark, '')) <> '' OR trim(coalesce(participant.remark, '')) <> '')`;

/** The first due date that is still in time on a day: the rule's own arithmetic, which a test holds against the rule. */
const inTimeFrom = ({ inForce }: Facts, on: CivilDate): CivilDate =>
  addDays(on, -(inForce?.policy.recertification.graceDays ?? 0));

/** Graduates in a state on a day. Without a program no one owes anything. */
function shown(facts: Facts, show: RecertificationShow, on: CivilDate): Part {
  const hasDue = facts.inForce ? 'due.dueOn IS NOT NULL' : 'FALSE';
  switch (show) {
    case 'owe':
      return { where: `${hasDue} AND NOT ${receivedBy}`, values: [on] };
    case 'overdue':
      return { where: `${hasDue} AND due.dueOn < ? AND NOT ${receivedBy}`, values: [inTimeFrom(facts, on), on] };
    case 'due':
      return { where: `${hasDue} AND due.dueOn >= ? AND NOT ${receivedBy}`, values: [inTimeFrom(facts, on), on] };
    case 'received':
      return { where: `${hasDue} AND ${receivedBy}`, values: [on] };
    case 'remarked':
      return { where: isRemarked, values: [] };
    case 'no-due-date':
      return { where: `NOT ${hasDue}`, values: [] };
    case 'everyone':
      return { where: 'TRUE', values: [] };
  }
}

/** Whom the list shows. */
function chosen(facts: Facts, { cohortId, show, search, ...rest }: ListInput): Part {
  const on = rest.on ?? facts.today;
  const part = shown(facts, show, on);
  const said = likeEach(
    `words || ' ' || lower(cohort.name || ' ' || coalesce(due.remark, '') || ' ' || coalesce(participant.remark, ''))`,
    search,
  );
  return {
    where: [
      "WHERE participant.status = 'graduated' AND (graduatedOn IS NULL OR graduatedOn <= ?)",
      ...(cohortId === null ? [] : ['participant.cohortId = ?']),
      part.where,
      ...said.where,
    ].join(' AND '),
    values: [on, ...(cohortId === null ? [] : [cohortId]), ...part.values, ...said.values],
  };
}

/** Who has owed longest stands first, then who must hand in soonest, then who has; no one's due date stands last. */
function order(facts: Facts, { sort, show, ...rest }: ListInput): Part | null {
  const on = rest.on ?? facts.today;
  const way = sort?.direction === 'down' ? 'DESC' : 'ASC';
  switch (sort?.by) {
    case undefined:
    case 'state':
    case 'dates':
      // Where all of a part have or have not handed in, their due dates alone decide: an index has them in order.
      if (show === 'owe' || show === 'overdue' || show === 'due' || show === 'received')
        return { where: `ORDER BY due.dueOn ${way}, ${byName}`, values: [] };
      return { where: `ORDER BY due.dueOn IS NULL, ${receivedBy} ${way}, due.dueOn ${way}, ${byName}`, values: [on] };
    case 'name':
      return { where: `ORDER BY sortName ${way}, participant.id ${way}`, values: [] };
    default:
      return null;
  }
}

/** A slice of the list, in its order; without a limit, all of it. */
export function listedForRecertification(facts: Facts, input: ListInput, offset = 0, limit = -1): readonly Graduate[] {
  const part = chosen(facts, input);
  const inOrder = facts.inForce ? order(facts, input) : null;
  if (inOrder) {
    const tail = `${part.where} ${inOrder.where} LIMIT ? OFFSET ?`;
    return graduatesBy(facts, tail, ...part.values, ...inOrder.values, limit, offset);
  }
  const everyone = graduatesBy(facts, `${part.where} ORDER BY ${byName}`, ...part.values);
  const by = input.sort?.by;
  const on = input.on ?? facts.today;
  const keyOf = ({ receivedOn, ...graduate }: Graduate): string | null => {
    switch (by) {
      case undefined:
      case 'name':
      case 'state':
      case 'dates':
        return null;
      case 'receivedOn':
        return receivedOn !== null && receivedOn <= on ? receivedOn : null;
      default:
        return graduate[by];
    }
  };
  const sorted = inGroups(everyone, keyOf, input.sort?.direction);
  return limit < 0 ? sorted : sorted.slice(offset, offset + limit);
}

/** How many of a cohort stand where, and their latest due date. */
export interface CohortTally extends Readonly<Record<RecertificationShow, number>> {
  readonly cohortId: CohortId;
  readonly dueOn: CivilDate | null;
}

/** How many of each cohort stand where on a day, whatever a list shows of them. */
export function tallies(facts: Facts, on: CivilDate): readonly CohortTally[] {
  const tables = ['participant', 'recertificationDue', 'recertificationReceipt', 'policyVersion'] as const;
  const timely = inTimeFrom(facts, on);
  return facts.cached(`recertification tallies ${on} ${timely} ${facts.inForce === null}`, tables, () =>
    facts.database.all<CohortTally>(
      `WITH day (today, inTimeFrom) AS (VALUES (?, ?)), graduate AS (
         SELECT cohortId, due.dueOn, ${isRemarked} AS remarked,
           EXISTS (SELECT 1 FROM recertificationReceipt, day WHERE dueId = due.id AND receivedOn <= today) AS received
         FROM day, participant INDEXED BY participantStatus
         LEFT JOIN recertificationDue due INDEXED BY recertificationDueLatest ON due.participantId = participant.id
           AND due.cycle = (SELECT max(cycle) FROM recertificationDue WHERE participantId = participant.id)
         WHERE status = 'graduated' AND (graduatedOn IS NULL OR graduatedOn <= today))
       SELECT cohortId, max(dueOn) AS dueOn, count(*) AS everyone, sum(remarked) AS remarked,
         count(*) FILTER (WHERE dueOn IS NULL) AS "no-due-date", count(*) FILTER (WHERE received) AS received,
         count(*) FILTER (WHERE dueOn IS NOT NULL AND NOT received) AS owe,
         count(*) FILTER (WHERE dueOn < inTimeFrom AND NOT received) AS overdue,
         count(*) FILTER (WHERE dueOn >= inTimeFrom AND NOT received) AS due
       FROM graduate, day GROUP BY cohortId`,
      on,
      timely,
    ),
  );
}

/** The sums of some tallies. */
export function total(some: readonly CohortTally[]): RecertificationAnswer['counts'] {
  const sum = (show: RecertificationShow): number => some.reduce((all, tally) => all + tally[show], 0);
  // The keys are exactly the parts; fromEntries forgets it.
  return Object.fromEntries(recertificationShows.map((show) => [show, sum(show)])) as RecertificationAnswer['counts'];
}

/** How many a list shows in all. */
export function countListed(facts: Facts, input: ListInput, counts: RecertificationAnswer['counts']): number {
  if (input.search.trim() === '') return counts[input.show];
  const part = chosen(facts, input);
  return facts.database.get<{ n: number }>(`SELECT count(*) AS n FROM ${joined} ${part.where}`, ...part.values)?.n ?? 0;
}
