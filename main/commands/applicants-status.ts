import { type ApplicationStatus, sayStatus } from '../../shared/model/applicants.ts';
import type { Participant } from '../../shared/model/cohorts.ts';
import { refuse } from '../../shared/model/result.ts';
import { type Change, update } from '../changes/change.ts';
import type { Facts } from '../facts.ts';
import type { Command } from '../handler.ts';
import { stands } from '../queries/ranked-rows.ts';
import { rankedCohort } from '../queries/ranking.ts';
import { decisionNow, gone, type NamedApplication, namedApplications, refuseEach, sayWho } from './applicants-named.ts';
import { closeOffers, nextAfter } from './seats.ts';

type NewStatus = Exclude<ApplicationStatus, 'accepted'>;

const labels: Record<NewStatus, (who: string) => string> = {
  submitted: (who) => `Took ${who} back into the order`,
  'under-review': (who) => `Put ${who} under review`,
  waiting: (who) => `Put ${who} on the waiting list`,
  declined: (who) => `Declined ${who}`,
  withdrawn: (who) => `Withdrew ${who}`,
  deferred: (who) => `Deferred ${who}`,
};

/**
 * Puts applicants under another status than accepted. Who was accepted leaves the cohort and frees the seat, so that
 * the next in order comes within the seats; who comes back into the order ranks again.
 */
export const setStatus: Command<'applicants.setStatus'> = (facts, { applicationIds, status, reason }) => {
  const asked = namedApplications(facts, applicationIds);
  if (asked.length < new Set(applicationIds).size) return refuse(gone);
  const chosen = asked.filter((application) => application.status !== status);
  if (chosen.length === 0) {
    const who = asked.length === 1 ? `${sayWho(asked)} is` : 'All of them are';
    return refuse(`${who} ${sayStatus[status].toLowerCase()} already.`);
  }
  const places = placesOf(facts, chosen);
  const graduates = chosen.filter(({ id }) => places.get(id)?.status === 'graduated');
  if (graduates.length > 0) {
    return refuseEach(
      'A graduate’s application stays accepted. Undo the graduation first.',
      graduates.map(({ name }) => `${name} has graduated.`),
    );
  }
  return {
    ok: true,
    label: labels[status](sayWho(chosen)),
    changes: changesFor(facts, chosen, places, status, reason),
    value: { changed: chosen.length, next: leaves(status) ? nextAfter(facts, chosen) : null },
  };
};

/** Whether an applicant with this status takes no part in the order any more. */
const leaves = (status: NewStatus): boolean => !stands(status);

/** The places in the cohort that accepted applications among these have, by application. */
function placesOf({ database }: Facts, applications: readonly NamedApplication[]): ReadonlyMap<string, Participant> {
  const places = new Map<string, Participant>();
  for (const { id, status, personId, cohortId } of applications) {
    if (status !== 'accepted') continue;
    const sql = 'SELECT * FROM participant WHERE personId = ? AND cohortId = ?';
    const place = database.get<Participant>(sql, personId, cohortId);
    if (place) places.set(id, place);
  }
  return places;
}

function* changesFor(
  facts: Facts,
  chosen: readonly NamedApplication[],
  places: ReadonlyMap<string, Participant>,
  status: NewStatus,
  statusReason: string | null,
): Generator<Change> {
  for (const application of chosen) {
    const fields = { status, statusAt: facts.now, statusReason };
    yield update('application', application.id, { ...fields, ...decisionFor(facts, application, status) });
    // Who leaves has answered an offer that was open; whom a lead puts elsewhere is not asked any more.
    const own = status === 'withdrawn' || status === 'deferred';
    if (application.status === 'waiting') yield* closeOffers(facts, application.id, own ? 'declined' : 'lapsed');
    const place = places.get(application.id);
    const left = status === 'deferred' ? 'deferred' : 'withdrawn';
    if (place) yield update('participant', place.id, { status: left });
  }
}

/**
 * Waiting and declined are decisions of the leads and keep what they saw. Withdrawing and deferring are the
 * applicant's own: the last decision stays on record. Back in the order, nothing is decided.
 */
function decisionFor(
  facts: Facts,
  application: NamedApplication,
  status: NewStatus,
): { decision?: NamedApplication['decision'] } {
  if (status === 'withdrawn' || status === 'deferred') return {};
  if (status === 'submitted' || status === 'under-review') return { decision: null };
  const ranked = rankedCohort(facts, application.cohortId);
  return ranked ? { decision: decisionNow(facts, ranked, application.id) } : {};
}
