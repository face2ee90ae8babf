import type { FeeStanding } from '../../../shared/model/fees.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { type Cents, sumCents, timesCents } from '../../../shared/model/money.ts';
import type { TagId } from '../../../shared/model/tags.ts';
import { type FeeShow, type FeesAnswer, type FeeTotals, feeShows } from '../../../shared/views/fees.ts';
import type { Facts } from '../../call/facts.ts';
import { likeEach } from '../people/directory.ts';
import { whereTagged } from '../tags/tagged.ts';
import {
  carriedMoney,
  feeTables,
  fromList,
  paymentsTold,
  placesWithCarried,
  type Sums,
  summed,
  sumsTold,
  withCarried,
} from './following.ts';
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

interface Counted extends Omit<ChargedParticipant, 'id'> {
  readonly id: ParticipantId | null;
  readonly told: string | null;
  readonly people: number;
}

/**
 * Whom a cohort, a search, and a condition leave, counted where their own payments are alike; or each by themselves.
 * One look at the payments of each, and in the order of an index that has all else.
 */
function counted(
  { database }: Facts,
  { cohortId, search = '', tagId = null }: Choice,
  { alike, ids, among }: { readonly alike: boolean; readonly ids: readonly ParticipantId[]; readonly among: boolean },
): readonly Counted[] {
  const said = likeEach('words', search);
  const tagged = whereTagged(tagId);
  const isSearch = said.where.length > 0;
  // A search of everyone goes through the names first.
  const from = !isSearch
    ? `participant${cohortId === null ? ' INDEXED BY participantStatus' : ''}`
    : cohortId === null
      ? 'personSearchKey NOT INDEXED CROSS JOIN participant ON participant.personId = personSearchKey.personId'
      : 'participant CROSS JOIN personSearchKey ON personSearchKey.personId = participant.personId';
  const where = [
    ...(cohortId === null ? [] : ['participant.cohortId = ?']),
    ...said.where,
    ...tagged.where,
    ...(ids.length === 0 && !among ? ['TRUE'] : [`participant.id ${among ? '' : 'NOT '}IN (${idList})`]),
  ];
  return database.all<Counted>(
    `WITH counted AS (
       SELECT ${alike ? 'NULL' : 'participant.id'} AS id, participant.cohortId, participant.status, ${fromList} AS fromList,
         (${paymentsTold}) AS told, count(*) AS people
       FROM ${from} WHERE ${where.join(' AND ')} GROUP BY 1, 2, 3, 4, 5)
     SELECT counted.*, cohort.fee FROM counted JOIN cohort ON cohort.id = cohortId WHERE NOT (fromList AND told IS NULL)`,
    ...(cohortId === null ? [] : [cohortId]),
    ...said.values,
    ...tagged.values,
    ...(ids.length === 0 && !among ? [] : [JSON.stringify(ids)]),
  );
}

/** The fees of a cohort, or of all, in groups that stand alike: of 100,000 participants a few for each cohort. */
export function feeGroups(facts: Facts, choice: Choice): readonly FeeGroup[] {
  const groups = () => [...groupsOfOwn(facts, choice), ...groupsWithCarried(facts, choice)];
  const isWhole = (choice.search ?? '').trim() === '' && (choice.tagId ?? null) === null;
  return isWhole ? facts.cached(`fee groups ${choice.cohortId ?? 'all'}`, feeTables, groups) : groups();
}

/** Of whose own payments count, and no others: nearly everyone, grouped where they are stored. */
const groupsOfOwn = (facts: Facts, choice: Choice): FeeGroup[] =>
  counted(facts, choice, { alike: true, ids: placesWithCarried(facts), among: false }).map((one) =>
    groupOf(one, sumsTold(one.told)),
  );

/** Of those few whose money counts elsewhere, or to whom money came from a place that was left: each is one group. */
function groupsWithCarried(facts: Facts, choice: Choice): FeeGroup[] {
  const places = placesWithCarried(facts);
  if (places.length === 0) return [];
  const carried = carriedMoney(facts);
  return counted(facts, choice, { alike: false, ids: places, among: true }).flatMap((one) =>
    one.id === null ? [] : groupOf(one, withCarried(sumsTold(one.told), one.id, carried)),
  );
}

/** Ids that are handed to SQLite as one text. */
export const idList = 'SELECT value FROM json_each(?)';

function groupOf(one: Counted, sums: Sums): FeeGroup {
  const { id: participantId, cohortId, people } = one;
  const key = [one.status, one.fee, one.fromList, sums.received, sums.refunded, sums.waived].join(' ');
  return { participantId, cohortId, people, key, standing: participantsFeeOf(one, sums) };
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
