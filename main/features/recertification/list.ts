import type { ParsedInputOf } from '../../../shared/api.ts';
import { addDays, type CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import {
  type RecertificationAnswer,
  type RecertificationShow,
  recertificationShows,
} from '../../../shared/views/recertification.ts';
import type { Facts } from '../../call/facts.ts';
import { inGroups } from '../../call/in-groups.ts';
import { likeEach } from '../people/directory.ts';
import { whereTagged } from '../tags/tagged.ts';
import {
  byName,
  duesAsTheyAre,
  duesOn,
  type Graduate,
  graduatesBy,
  graduatesIn,
  idsBy,
  isLatest,
  joinedOn,
} from './rows.ts';

export type ListInput = Omit<ParsedInputOf<'recertification.list'>, 'offset' | 'limit'>;

/** A part of the list as SQLite finds it: what stands after the joins, and the values for its question marks. */
interface Part {
  readonly where: string;
  readonly values: readonly string[];
}

const receivedBy = `EXISTS (SELECT 1 FROM recertificationReceipt WHERE dueId = due.id AND receivedOn <= ?)`;
const isRemarked = `(trim(coalesce(due.remark, '')) <> '' OR trim(coalesce(participant.remark, '')) <> '')`;

/** The first due date that is still in time on a day: the rule's own arithmetic, which a test holds against the rule. */
const inTimeFrom = ({ policyOn }: Facts, on: CivilDate): CivilDate =>
  addDays(on, -(policyOn(on)?.policy.recertification.graceDays ?? 0));

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

/**
 * The participants of whom every word of a search is said: of the person, of the cohort, or in a remark; null: no word
 * was typed. Each is looked for where it is kept, so that no line of 100,000 has to be put together first.
 */
function saidOf(search: string): { readonly found: string; readonly values: readonly string[] } | null {
  const words = search.split(/\s+/).filter((word) => word !== '');
  const said = words.flatMap((word) => {
    const inWords = likeEach('words', word);
    const [condition] = inWords.where;
    if (condition === undefined) return [];
    const within = (expression: string): string => likeEach(expression, word).where.join();
    const found = `SELECT id FROM (
      SELECT participant.id FROM personSearchKey NOT INDEXED
        CROSS JOIN participant ON participant.personId = personSearchKey.personId WHERE ${condition}
      UNION SELECT participant.id FROM cohort CROSS JOIN participant ON participant.cohortId = cohort.id
        WHERE ${within('lower(cohort.name)')}
      UNION SELECT id FROM participant WHERE ${within('lower(remark)')}
      UNION SELECT participantId FROM recertificationDue due WHERE ${isLatest} AND ${within('lower(due.remark)')})`;
    return [{ found, values: [...inWords.values, ...inWords.values, ...inWords.values, ...inWords.values] }];
  });
  if (said.length === 0) return null;
  return { found: said.map(({ found }) => found).join(' INTERSECT '), values: said.flatMap(({ values }) => values) };
}

/** Whom the list shows, and where SQLite begins to look for them, unless the order has a better place. */
function chosen(facts: Facts, { cohortId, show, search, tagId, ...rest }: ListInput): Part & { readonly from: Part } {
  const on = rest.on ?? facts.today;
  const part = shown(facts, show, on);
  const said = saidOf(search);
  const tagged = whereTagged(tagId);
  const joined = joinedOn(facts, on);
  return {
    from: said
      ? { where: joined.byFound(said.found), values: said.values }
      : { where: joined.byParticipant, values: [] },
    where: [
      "WHERE participant.status = 'graduated' AND (graduatedOn IS NULL OR graduatedOn <= ?)",
      ...(cohortId === null ? [] : ['participant.cohortId = ?']),
      part.where,
      ...tagged.where,
    ].join(' AND '),
    values: [on, ...(cohortId === null ? [] : [cohortId]), ...part.values, ...tagged.values],
  };
}

/** How a list is ordered, and where SQLite begins so that it can stop after a slice; null: where it begins anyway. */
interface Order extends Part {
  readonly from: string | null;
  /** What stands beside the part's own condition there. */
  readonly and: string;
}

/** Who has owed longest stands first, then who must hand in soonest, then who has; no one's due date stands last. */
function order(facts: Facts, { sort, show, cohortId, search, tagId, ...rest }: ListInput): Order | null {
  const on = rest.on ?? facts.today;
  const way = sort?.direction === 'down' ? 'DESC' : 'ASC';
  const isOfAll = cohortId === null && search.trim() === '' && tagId === null;
  const joined = joinedOn(facts, on);
  const plain = { from: null, and: 'TRUE', values: [] };
  switch (sort?.by) {
    case undefined:
    case 'state':
    case 'dates':
      // Where all of a part have or have not handed in, their due dates alone decide: an index has them in order.
      if (show === 'owe' || show === 'overdue' || show === 'due' || show === 'received') {
        const where = `ORDER BY due.dueOn ${way}, ${byName}`;
        return isOfAll ? { ...plain, from: joined.byDue, and: isLatest, where } : { ...plain, where };
      }
      return {
        ...plain,
        where: `ORDER BY due.dueOn IS NULL, ${receivedBy} ${way}, due.dueOn ${way}, ${byName}`,
        values: [on],
      };
    case 'name': {
      const where = `ORDER BY sortName ${way}, participant.id ${way}`;
      return isOfAll ? { ...plain, from: joined.byName, where } : { ...plain, where };
    }
    default:
      return null;
  }
}

/** Whether neither a search nor a tag narrows the list: then how many it holds is counted already. */
const isUnsearched = ({ search, tagId }: ListInput): boolean => search.trim() === '' && tagId === null;

/** The parts that everyone is made of, in the order in which everyone is listed. */
const parts = ['owe', 'received', 'no-due-date'] as const;

/** A slice of the list, in its order; without a limit, all of it. */
export function listedForRecertification(facts: Facts, input: ListInput, offset = 0, limit = -1): readonly Graduate[] {
  const isWhole = input.show === 'everyone' && isUnsearched(input) && (input.sort ?? null) === null;
  if (!isWhole || limit < 0 || !facts.inForce) return listedPart(facts, input, offset, limit);
  const counts = countsOf(facts, input);
  let before = 0;
  return parts.flatMap((show) => {
    const from = Math.max(0, offset - before);
    const to = Math.min(counts[show], offset + limit - before);
    before += counts[show];
    return from < to ? listedPart(facts, { ...input, show }, from, to - from) : [];
  });
}

function idsOf(
  facts: Facts,
  input: ListInput,
  inOrder: Order,
  offset: number,
  limit: number,
): readonly ParticipantId[] {
  const part = chosen(facts, input);
  const { from, and, where, values } = inOrder;
  const start = from === null ? part.from : { where: from, values: [] };
  const ids = `SELECT participant.id FROM ${start.where} ${part.where} AND ${and} ${where} LIMIT ? OFFSET ?`;
  return idsBy(facts, ids, ...start.values, ...part.values, ...values, limit, offset);
}

function listedPart(facts: Facts, input: ListInput, offset: number, limit: number): readonly Graduate[] {
  const part = chosen(facts, input);
  const on = input.on ?? facts.today;
  const inOrder = facts.inForce ? order(facts, input) : null;
  if (inOrder) return graduatesIn(facts, idsOf(facts, input, inOrder, offset, limit), on);
  const ids = `SELECT participant.id FROM ${part.from.where} ${part.where} ORDER BY ${byName}`;
  const everyone = graduatesBy(facts, { on, ids }, ...part.from.values, ...part.values);
  const by = input.sort?.by;
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

/** What SQLite counts of a cohort's graduates; the other parts follow. */
type Counted = Pick<CohortTally, 'cohortId' | 'dueOn' | 'everyone' | 'remarked' | 'received' | 'overdue'> & {
  readonly withDue: number;
};

/** How many of each cohort stand where on a day, whatever a list shows of them. */
export function tallies(facts: Facts, on: CivilDate): readonly CohortTally[] {
  const tables = [
    'participant',
    'recertificationDue',
    'recertificationDueChange',
    'recertificationReceipt',
    'policyVersion',
  ] as const;
  const timely = inTimeFrom(facts, on);
  return facts.cached(`recertification tallies ${on} ${timely} ${facts.inForce === null}`, tables, () =>
    facts.database
      .all<Counted>(
        // In the order of the index, so that nothing has to be sorted; each due date and receipt is looked for once.
        `SELECT cohortId, max(due.dueOn) AS dueOn, count(*) AS everyone, count(*) FILTER (WHERE ${isRemarked}) AS remarked,
           count(due.dueOn) AS withDue, count(receipt.id) AS received,
           count(*) FILTER (WHERE due.dueOn < ? AND receipt.id IS NULL) AS overdue
         FROM participant INDEXED BY participantStatus ${withLatestDue(duesOn(facts, on))}
         LEFT JOIN recertificationReceipt receipt ON receipt.rowid = (
           SELECT rowid FROM recertificationReceipt WHERE dueId = due.id AND receivedOn <= ? LIMIT 1)
         WHERE status = 'graduated' AND (graduatedOn IS NULL OR graduatedOn <= ?)
         GROUP BY cohortId`,
        timely,
        on,
        on,
      )
      .map(tallyOf),
  );
}

/** The due date that counts for each participant: of the table itself the row is found at once. */
const withLatestDue = (dues: string): string =>
  dues === duesAsTheyAre
    ? `LEFT JOIN ${dues} ON due.rowid = (
         SELECT rowid FROM recertificationDue WHERE participantId = participant.id ORDER BY cycle DESC LIMIT 1)`
    : `LEFT JOIN ${dues} ON due.participantId = participant.id
         AND due.cycle = (SELECT max(cycle) FROM recertificationDue WHERE participantId = participant.id)`;

function tallyOf({ withDue, ...counted }: Counted): CohortTally {
  const { everyone, received, overdue } = counted;
  const owe = withDue - received;
  return { ...counted, 'no-due-date': everyone - withDue, owe, due: owe - overdue };
}

/** The sums of some tallies. */
function total(some: readonly CohortTally[]): RecertificationAnswer['counts'] {
  const sum = (show: RecertificationShow): number => some.reduce((all, tally) => all + tally[show], 0);
  // The keys are exactly the parts; fromEntries forgets it.
  return Object.fromEntries(recertificationShows.map((show) => [show, sum(show)])) as RecertificationAnswer['counts'];
}

/** How many of the cohort that a list is about, or of all, stand where. */
export const countsOf = (
  facts: Facts,
  { cohortId, on }: Pick<ListInput, 'cohortId' | 'on'>,
): RecertificationAnswer['counts'] =>
  total(tallies(facts, on ?? facts.today).filter((tally) => cohortId === null || tally.cohortId === cohortId));

/** A slice of the list, and how many it shows in all: whom a search finds is found once for both. */
export function listedPage(
  facts: Facts,
  input: ListInput,
  offset: number,
  limit: number,
): { readonly total: number; readonly graduates: readonly Graduate[] } {
  const inOrder = facts.inForce ? order(facts, input) : null;
  if (isUnsearched(input)) {
    return {
      total: countsOf(facts, input)[input.show],
      graduates: listedForRecertification(facts, input, offset, limit),
    };
  }
  if (inOrder === null) {
    const graduates = listedForRecertification(facts, input);
    return { total: graduates.length, graduates: graduates.slice(offset, offset + limit) };
  }
  const ids = idsOf(facts, input, inOrder, 0, -1);
  return {
    total: ids.length,
    graduates: graduatesIn(facts, ids.slice(offset, offset + limit), input.on ?? facts.today),
  };
}
