import type { FeeKind, FeeStanding } from '../../../shared/model/fees.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import { type Cents, sumCents, timesCents } from '../../../shared/model/money.ts';
import { type FeeShow, type FeesAnswer, type FeeTotals, feeShows } from '../../../shared/views/fees.ts';
import type { Facts } from '../../call/facts.ts';
import { likeEach } from '../people/directory.ts';
import { carriedJson, feeTables, fromList, joinCarried, type Sums, withCarriedTables } from './following.ts';
import { type ChargedParticipant, participantsFeeOf } from './standing.ts';

/** Participants whose fees stand alike, because the rule sees the same of each. */
interface FeeGroup {
  readonly cohortId: CohortId;
  /** What the rule sees, as `feeAlike` has it. */
  readonly key: string;
  readonly people: number;
  readonly standing: FeeStanding;
}

/** Of which kind a sum is of. */
const kinds = { received: 'payment', refunded: 'refund', waived: 'waiver' } as const satisfies Record<
  keyof Sums,
  FeeKind
>;

/** What counts of a kind: a participant's own, unless it counts elsewhere, and what counts here from places that were left. */
const sumOf = (sum: keyof Sums): string =>
  `(iif(gone.fromId IS NULL, coalesce((SELECT sum(cents) FROM feePayment
     WHERE participantId = participant.id AND kind = '${kinds[sum]}'), 0), 0) + coalesce(came.${sum}, 0))`;

/** What counts for a participant, as columns beside `participant` and the tables of `joinCarried`. */
export const sums = `${sumOf('received')} AS received, ${sumOf('refunded')} AS refunded, ${sumOf('waived')} AS waived`;

/** Who is known from a list of graduates alone has no fee here, unless something was entered. */
export const hasFee = `NOT (${fromList} AND NOT EXISTS (SELECT 1 FROM feePayment WHERE participantId = participant.id))`;

/** All that the rule sees of a participant, as one text. */
export const feeAlike = `participant.status || ' ' || cohort.fee || ' ' || (${fromList}) || ' ' || ${sumOf('received')} || ' '
  || ${sumOf('refunded')} || ' ' || ${sumOf('waived')}`;

/** Whether someone belongs to a part of the list. */
export const feeShown: Readonly<Record<FeeShow, (standing: FeeStanding) => boolean>> = {
  everyone: () => true,
  owes: ({ owes }) => owes > 0,
  'part-paid': ({ state }) => state === 'part-paid',
  paid: ({ state }) => state === 'paid' || state === 'overpaid',
  overpaid: ({ state }) => state === 'overpaid',
  waived: ({ state }) => state === 'waived',
};

type Stored = Omit<ChargedParticipant, 'id'> & Sums & { readonly people: number };

/** The fees of a cohort, or of all, in groups that stand alike: of 100,000 participants a few for each cohort. */
export function feeGroups(
  facts: Facts,
  { cohortId, search = '' }: { readonly cohortId: CohortId | null; readonly search?: string },
): readonly FeeGroup[] {
  const { database, cached } = facts;
  const said = likeEach('words', search);
  const groups = () =>
    database
      .all<Stored>(
        `${withCarriedTables}, counted AS (
           SELECT participant.cohortId, participant.status, ${fromList} AS fromList, ${sums}
           FROM participant ${joinCarried} ${said.where.length === 0 ? '' : 'JOIN personSearchKey ON personSearchKey.personId = participant.personId'}
           WHERE ${[hasFee, ...(cohortId === null ? [] : ['participant.cohortId = ?']), ...said.where].join(' AND ')})
         SELECT counted.*, cohort.fee, count(*) AS people FROM counted JOIN cohort ON cohort.id = cohortId
         GROUP BY counted.cohortId, counted.status, fromList, received, refunded, waived`,
        carriedJson(facts),
        ...(cohortId === null ? [] : [cohortId]),
        ...said.values,
      )
      .map((one): FeeGroup => {
        const { status, fee, received, refunded, waived } = one;
        const key = [status, fee, one.fromList, received, refunded, waived].join(' ');
        return { cohortId: one.cohortId, key, people: one.people, standing: participantsFeeOf(one, one) };
      });
  return search.trim() === '' ? cached(`fee groups ${cohortId ?? 'all'}`, feeTables, groups) : groups();
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
