import type { FeeStanding } from '../../../shared/model/fees.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { type Cents, sumCents, timesCents } from '../../../shared/model/money.ts';
import type { TagId } from '../../../shared/model/tags.ts';
import { type FeeShow, type FeesAnswer, type FeeTotals, feeShows } from '../../../shared/views/fees.ts';
import type { Facts } from '../../call/facts.ts';
import { likeEach } from '../people/directory.ts';
import { whereTagged } from '../tags/tagged.ts';
import { carriedMoney, feeTables, fromList, placesWithCarried, type Sums, summed, withCarried } from './following.ts';
import { type ChargedParticipant, participantsFeeOf } from './standing.ts';

/** Participants whose fees stand alike, because the rule sees the same of each. */
interface FeeGroup {
  readonly cohortId: CohortId;
  /** What the rule sees, as `feeAlike` has it. */
  readonly key: string;
  readonly people: number;
  readonly standing: FeeStanding;
  /** The only one of the group, where money that follows counts; null: the sums are each one's own. */
  readonly participantId: ParticipantId | null;
}

/** Who is known from a list of graduates alone has no fee here, unless something was entered. */
export const hasFee = `NOT (${fromList} AND NOT EXISTS (SELECT 1 FROM feePayment WHERE participantId = participant.id))`;

/** All that the rule sees of a participant with sums of their own, as one text: one look at the payments of each. */
export const feeAlike = `participant.status || ' ' || cohort.fee || ' ' || ${fromList} || ' ' || (
  SELECT received || ' ' || refunded || ' ' || waived FROM (
    SELECT ${summed} FROM feePayment WHERE participantId = participant.id))`;

/** Whether someone belongs to a part of the list. */
export const feeShown: Readonly<Record<FeeShow, (standing: FeeStanding) => boolean>> = {
  everyone: () => true,
  owes: ({ owes }) => owes > 0,
  'part-paid': ({ state }) => state === 'part-paid',
  paid: ({ state }) => state === 'paid' || state === 'overpaid',
  overpaid: ({ state }) => state === 'overpaid',
  waived: ({ state }) => state === 'waived',
};

interface Choice {
  readonly cohortId: CohortId | null;
  readonly search?: string;
  readonly tagId?: TagId | null;
}

/** Own sums of one participant each, for the part of the list that a cohort, a search, and a condition leave. */
function counted(
  { cohortId, search = '', tagId = null }: Choice,
  condition: string,
): { readonly sql: string; readonly values: string[] } {
  const said = likeEach('words', search);
  const tagged = whereTagged(tagId);
  const isSearch = said.where.length > 0;
  const where = [...(cohortId === null ? [] : ['participant.cohortId = ?']), ...said.where, ...tagged.where, condition];
  // A search of everyone goes through the names first. In the order of the rows, so that nothing has to be sorted.
  const from =
    isSearch && cohortId === null
      ? 'personSearchKey NOT INDEXED CROSS JOIN participant ON participant.personId = personSearchKey.personId'
      : `participant${isSearch ? ' CROSS JOIN personSearchKey ON personSearchKey.personId = participant.personId' : ''}`;
  return {
    sql: `SELECT participant.id, participant.cohortId, participant.status, ${fromList} AS fromList, ${summed}
      FROM ${from} LEFT JOIN feePayment ON participantId = participant.id
      WHERE ${where.join(' AND ')} GROUP BY participant.rowid HAVING NOT (fromList AND count(kind) = 0)`,
    values: [...(cohortId === null ? [] : [cohortId]), ...said.values, ...tagged.values],
  };
}

type Counted = ChargedParticipant & Sums;

/** The fees of a cohort, or of all, in groups that stand alike: of 100,000 participants a few for each cohort. */
export function feeGroups(facts: Facts, choice: Choice): readonly FeeGroup[] {
  const groups = () => [...groupsOfOwn(facts, choice), ...groupsWithCarried(facts, choice)];
  const isWhole = (choice.search ?? '').trim() === '' && (choice.tagId ?? null) === null;
  return isWhole ? facts.cached(`fee groups ${choice.cohortId ?? 'all'}`, feeTables, groups) : groups();
}

/** Of whose own payments count, and no others: nearly everyone, grouped where they are stored. */
function groupsOfOwn(facts: Facts, choice: Choice): FeeGroup[] {
  const { sql, values } = counted(choice, `participant.id NOT IN (${idList})`);
  const found = facts.database.all<Omit<Counted, 'id'> & { readonly people: number }>(
    `WITH counted AS (${sql})
     SELECT cohortId, counted.status, fromList, received, refunded, waived, cohort.fee, count(*) AS people
     FROM counted JOIN cohort ON cohort.id = cohortId
     GROUP BY cohortId, counted.status, fromList, received, refunded, waived`,
    ...values,
    JSON.stringify(placesWithCarried(facts)),
  );
  return found.map((one) => groupOf(one, one, { people: one.people, participantId: null }));
}

/** Of those few whose money counts elsewhere, or to whom money came from a place that was left: each is one group. */
function groupsWithCarried(facts: Facts, choice: Choice): FeeGroup[] {
  const places = placesWithCarried(facts);
  if (places.length === 0) return [];
  const { sql, values } = counted(choice, `participant.id IN (${idList})`);
  const found = facts.database.all<Counted>(
    `WITH counted AS (${sql}) SELECT counted.*, cohort.fee FROM counted JOIN cohort ON cohort.id = cohortId`,
    ...values,
    JSON.stringify(places),
  );
  const carried = carriedMoney(facts);
  return found.map((one) => groupOf(one, withCarried(one, one.id, carried), { people: 1, participantId: one.id }));
}

/** Ids that are handed to SQLite as one text. */
export const idList = 'SELECT value FROM json_each(?)';

function groupOf(
  one: Omit<ChargedParticipant, 'id'>,
  sums: Sums,
  who: Pick<FeeGroup, 'people' | 'participantId'>,
): FeeGroup {
  const key = [one.status, one.fee, one.fromList, sums.received, sums.refunded, sums.waived].join(' ');
  return { ...who, cohortId: one.cohortId, key, standing: participantsFeeOf(one, sums) };
}

/** How many are in each part of the list. */
export function feeCounts(groups: readonly FeeGroup[]): FeesAnswer['counts'] {
  const count = (show: FeeShow): number =>
    groups.reduce((sum, { standing, people }) => sum + (feeShown[show](standing) ? people : 0), 0);
  // The keys are exactly the parts; fromEntries forgets it.
  return Object.fromEntries(feeShows.map((show) => [show, count(show)])) as FeesAnswer['counts'];
}

const total = (groups: readonly FeeGroup[], of: (standing: FeeStanding) => Cents): Cents =>
  sumCents(groups.map(({ standing, people }) => timesCents(of(standing), people)));

/** What the fees of these groups come to. */
export const totalsOf = (groups: readonly FeeGroup[]): FeeTotals => ({
  people: groups.reduce((sum, { people }) => sum + people, 0),
  due: total(groups, ({ due }) => due),
  paid: total(groups, ({ paid }) => paid),
  waived: total(groups, ({ waived }) => waived),
  owes: total(groups, ({ owes }) => owes),
});

/** Who still owes the fee: how many, how much in all, and their cohort where it is only one. */
export function feesOwed(facts: Facts): {
  readonly people: number;
  readonly cents: Cents;
  readonly cohortId: CohortId | null;
} {
  const owing = feeGroups(facts, { cohortId: null }).filter(({ standing }) => standing.owes > 0);
  const cohorts = new Set(owing.map(({ cohortId }) => cohortId));
  const [only = null] = cohorts;
  const { people, owes: cents } = totalsOf(owing);
  return { people, cents, cohortId: cohorts.size === 1 ? only : null };
}
