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
 * The participants of whom every word of a search is said: of the person, of the cohort, or in a remark. Each is looked
 * for where it stands, so that no line of 100,000 has to be put together first.
 */
function saidOf(search: string): { readonly where: readonly string[]; readonly values: readonly string[] } {
  const words = search.split(/\s+/).filter((word) => word !== '');
  const said = words.flatMap((word) => {
    const inWords = likeEach('words', word);
    const [condition] = inWords.where;
    if (condition === undefined) return [];
    const within = (expression: string): string => likeEach(expression, word).where.join();
    const where = `participant.id IN (
      SELECT participant.id FROM personSearchKey CROSS JOIN participant ON participant.personId = personSearchKey.personId
        WHERE ${condition}
      UNION SELECT participant.id FROM cohort CROSS JOIN participant ON participant.cohortId = cohort.id
        WHERE ${within('lower(cohort.name)')}
      UNION SELECT id FROM participant WHERE ${within('lower(remark)')}
      UNION SELECT participantId FROM recertificationDue due WHERE ${isLatest} AND ${within('lower(due.remark)')})`;
    return [{ where, values: [...inWords.values, ...inWords.values, ...inWords.values, ...inWords.values] }];
  });
  return { where: said.map(({ where }) => where), values: said.flatMap(({ values }) => values) };
}

/** Whom the list shows. */
function chosen(facts: Facts, { cohortId, show, search, tagId, ...rest }: ListInput): Part {
  const on = rest.on ?? facts.today;
  const part = shown(facts, show, on);
  const said = saidOf(search);
  const tagged = whereTagged(tagId);
  return {
    where: [
      "WHERE participant.status = 'graduated' AND (graduatedOn IS NULL OR graduatedOn <= ?)",
      ...(cohortId === null ? [] : ['participant.cohortId = ?']),
      part.where,
      ...said.where,
      ...tagged.where,
    ].join(' AND '),
    values: [on, ...(cohortId === null ? [] : [cohortId]), ...part.values, ...said.values, ...tagged.values],
  };
}

/** How a list is ordered, and where SQLite begins so that it can stop after a slice. */
interface Order extends Part {
  readonly from: string;
  /** What stands beside the part's own condition there. */
  readonly and: string;
}

/** Who has owed longest stands first, then who must hand in soonest, then who has; no one's due date stands last. */
function order(facts: Facts, { sort, show, cohortId, search, tagId, ...rest }: ListInput): Order | null {
  const on = rest.on ?? facts.today;
  const way = sort?.direction === 'down' ? 'DESC' : 'ASC';
  const isOfAll = cohortId === null && search.trim() === '' && tagId === null;
  const joined = joinedOn(facts, on);
  const plain = { from: joined.byParticipant, and: 'TRUE', values: [] };
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
  const ids = `SELECT participant.id FROM ${from} ${part.where} AND ${and} ${where} LIMIT ? OFFSET ?`;
  return idsBy(facts, ids, ...part.values, ...values, limit, offset);
}

function listedPart(facts: Facts, input: ListInput, offset: number, limit: number): readonly Graduate[] {
  const part = chosen(facts, input);
  const on = input.on ?? facts.today;
  const inOrder = facts.inForce ? order(facts, input) : null;
  if (inOrder) return graduatesIn(facts, idsOf(facts, input, inOrder, offset, limit), on);
  const ids = `SELECT participant.id FROM ${joinedOn(facts, on).byParticipant} ${part.where} ORDER BY ${byName}`;
  const everyone = graduatesBy(facts, { on, ids }, ...part.values);
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

/** Graduates of a cohort who stand alike. */
interface Alike {
  readonly cohortId: CohortId;
  readonly dueOn: CivilDate | null;
  /** SQLite's truth, as of those that follow. */
  readonly remarked: 0 | 1;
  readonly received: 0 | 1;
  readonly people: number;
}

/** How many of each cohort stand where on a day, whatever a list shows of them. */
export function tallies(facts: Facts, on: CivilDate): readonly CohortTally[] {
  const tables = [
    'participant',
    'recertificationDue',
    'recertificationDueChange',
    'recertificationReceipt',
    'policyVersion',
  ] as const;
  const dues = duesOn(facts, on);
  const due = dues === duesAsTheyAre ? `${dues} INDEXED BY recertificationDueLatest` : dues;
  const timely = inTimeFrom(facts, on);
  return facts.cached(`recertification tallies ${on} ${timely} ${facts.inForce === null}`, tables, () => {
    // Grouped, so that SQLite looks for each receipt once.
    const alike = facts.database.all<Alike>(
      `SELECT cohortId, due.dueOn, ${isRemarked} AS remarked, ${receivedBy} AS received, count(*) AS people
       FROM participant INDEXED BY participantStatus
       LEFT JOIN ${due} ON due.participantId = participant.id
         AND due.cycle = (SELECT max(cycle) FROM recertificationDue WHERE participantId = participant.id)
       WHERE status = 'graduated' AND (graduatedOn IS NULL OR graduatedOn <= ?)
       GROUP BY 1, 2, 3, 4`,
      on,
      on,
    );
    return [...Map.groupBy(alike, ({ cohortId }) => cohortId)].map(([cohortId, groups]) =>
      tallyOf(cohortId, groups, timely),
    );
  });
}

function tallyOf(cohortId: CohortId, groups: readonly Alike[], timely: CivilDate): CohortTally {
  const count = (is: (group: Alike) => boolean): number =>
    groups.reduce((sum, group) => sum + (is(group) ? group.people : 0), 0);
  const owes = ({ dueOn, received }: Alike): boolean => dueOn !== null && received === 0;
  return {
    cohortId,
    dueOn: groups.reduce<CivilDate | null>(
      (latest, { dueOn }) => ((dueOn ?? '') > (latest ?? '') ? dueOn : latest),
      null,
    ),
    everyone: count(() => true),
    remarked: count(({ remarked }) => remarked === 1),
    'no-due-date': count(({ dueOn }) => dueOn === null),
    received: count(({ received }) => received === 1),
    owe: count(owes),
    overdue: count((group) => owes(group) && (group.dueOn ?? '') < timely),
    due: count((group) => owes(group) && (group.dueOn ?? '') >= timely),
  };
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
