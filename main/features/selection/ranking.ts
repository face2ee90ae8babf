import type { Ranking, RankingFacts } from '../../../shared/model/applicants.ts';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { SeatOffer } from '../../../shared/model/offers.ts';
import { type Problem, refuse } from '../../../shared/model/result.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { Facts, PolicyInForce } from '../../call/facts.ts';
import { noProgram } from '../../call/no-program.ts';
import { lastOffers, type OfferNow } from '../../rules/offers/offers.ts';
import { type Order, rankApplications } from '../../rules/selection/ranking.ts';
import { type Promises, seatRanked } from '../../rules/selection/seating.ts';
import { holdsPlace } from '../courses/sessions.ts';
import { rankedUnder } from '../program/promised.ts';
import { type RankedRow, rankedRows } from './ranked-rows.ts';

/** A cohort's applications as they rank now. */
export interface RankedCohort {
  /** The cohort with the seats that there are for applicants: those that others hold are taken off. */
  readonly cohort: Cohort;
  readonly inForce: PolicyInForce;
  /** By application, as all that follows. */
  readonly rows: ReadonlyMap<string, RankedRow>;
  readonly rankings: ReadonlyMap<string, Ranking>;
  /** The same by the rule alone, as if no one had been accepted or asked. */
  readonly byRule: Order;
  /** What the ranking saw of each application. */
  readonly seen: ReadonlyMap<string, RankingFacts>;
  /** Who holds a seat by acceptance or by an open offer, and who was asked before. */
  readonly promises: Promises;
  /** Tells two rankings of one cohort apart: belongs to the key of whatever is kept beside this one. */
  readonly stamp: string;
}

/** What the giving of seats looks at. */
export type RankedSeats = Pick<RankedCohort, 'cohort' | 'inForce' | 'rankings' | 'byRule' | 'seen' | 'promises'>;

/** The tables that a ranking comes from. */
export const rankingTables = [
  'application',
  'cohort',
  'policyVersion',
  'seatOffer',
  'person',
  'organization',
] as const satisfies readonly TableName[];

/**
 * Ranks the applications to a cohort under the policy in force today, or the one that it began with, with the offers as they stand today; null where
 * there is no such cohort or no program. Kept until a row that it comes from changes, or an offer lapses.
 */
export function rankedCohort(facts: Facts, cohortId: CohortId): RankedCohort | null {
  const inForce = rankedUnder(facts, cohortId);
  if (!inForce) return null;
  const offers = offersOf(facts, cohortId);
  // The version and the offers' states belong to the key: a day may change either without a change of any row.
  const lapsed = [...offers.values()].filter(({ offer, state }) => offer.answer === 'open' && state === 'lapsed');
  const held = seatsHeldByOthers(facts, cohortId);
  const stamp = `${cohortId} ${inForce.versionId} ${held} ${lapsed.map(({ offer }) => offer.id).join()}`;
  return facts.cached(`ranking ${stamp}`, rankingTables, () => rank(facts, inForce, { cohortId, held, offers, stamp }));
}

/** How many hold a place in the cohort without an accepted application to it: moved here, or added by hand. */
function seatsHeldByOthers(facts: Facts, cohortId: CohortId): number {
  return facts.cached(`seats held by others ${cohortId}`, ['participant', 'application'], () => {
    const sql = `SELECT count(*) AS n FROM participant WHERE cohortId = ? AND ${holdsPlace} AND NOT EXISTS (
      SELECT 1 FROM application WHERE application.cohortId = participant.cohortId
      AND application.personId = participant.personId AND application.status = 'accepted')`;
    return facts.database.get<{ n: number }>(sql, cohortId)?.n ?? 0;
  });
}

/** The same cohort as it would rank if these applications did not stand, as after they are withdrawn. */
export function rankedWithout(ranked: RankedCohort, gone: ReadonlySet<string>): RankedSeats {
  const { cohort, inForce } = ranked;
  const seen = new Map(ranked.seen);
  for (const id of gone) {
    const facts = seen.get(id);
    if (facts) seen.set(id, { ...facts, stands: false });
  }
  const promises = promisesWithout(ranked.promises, gone);
  const byRule = rankApplications(inForce.policy, cohort.seats, seen.values());
  return { cohort, inForce, seen, promises, byRule, rankings: seatRanked(byRule, promises) };
}

/** Promises to everyone but these. */
export const promisesWithout = ({ accepted, offers }: Promises, gone: ReadonlySet<string>): Promises => ({
  accepted: new Set([...accepted].filter((id) => !gone.has(id))),
  offers: new Map([...offers].filter(([id]) => !gone.has(id))),
});

/** The last offer to each applicant of a cohort, as it stands today. */
export function offersOf(facts: Facts, cohortId: CohortId): ReadonlyMap<string, OfferNow> {
  const sql = `SELECT seatOffer.* FROM seatOffer CROSS JOIN application ON application.id = applicationId
    WHERE cohortId = ?`;
  const rows = facts.cached(`offers ${cohortId}`, ['seatOffer', 'application'], () =>
    facts.database.all<SeatOffer>(sql, cohortId),
  );
  return lastOffers(rows, facts.today);
}

interface Ranked {
  readonly cohortId: CohortId;
  readonly held: number;
  readonly offers: ReadonlyMap<string, OfferNow>;
  readonly stamp: string;
}

function rank(facts: Facts, inForce: PolicyInForce, { cohortId, held, offers, stamp }: Ranked): RankedCohort | null {
  const stored = facts.database.get<Cohort>('SELECT * FROM cohort WHERE id = ?', cohortId);
  if (!stored) return null;
  const cohort = { ...stored, seats: Math.max(0, stored.seats - held) };
  const { rows, seen, accepted } = rankedRows(facts, cohort);
  const counting = new Map<string, OfferNow>();
  for (const [id, offer] of offers) {
    const status = rows.get(id)?.status;
    // Anyone whom an undo put back into the order since is looked up again.
    if (status === 'waiting' || (status === 'accepted' && offer.state === 'taken')) counting.set(id, offer);
  }
  const promises = { accepted, offers: counting };
  const byRule = rankApplications(inForce.policy, cohort.seats, seen.values());
  return { cohort, inForce, rows, seen, promises, stamp, byRule, rankings: seatRanked(byRule, promises) };
}

/** Why a cohort has no list of applicants. */
export function noList(facts: Facts, cohortId: CohortId): { readonly ok: false; readonly problem: Problem } {
  if (!facts.inForce) return noProgram();
  return refuse('This cohort no longer exists. Choose another one.', [cohortId]);
}
