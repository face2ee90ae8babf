import { type ApplicationStatus, isInTheOrder, sayStatus } from '../../../shared/model/applicants.ts';
import type { Participant } from '../../../shared/model/cohorts.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command } from '../../call/handler.ts';
import { refuseEach } from '../../call/refuse-each.ts';
import { type Change, update } from '../../log/change.ts';
import {
  countGone,
  decisionNow,
  gone,
  type NamedApplication,
  namedApplications,
  sayApplicants,
} from '../selection/named.ts';
import { rankedCohort } from '../selection/ranking.ts';
import { closingOffers, nextAfter, openOffers, placesOf } from '../selection/seats.ts';

type NewStatus = Exclude<ApplicationStatus, 'accepted'>;

const labels: Record<NewStatus, (who: string) => string> = {
  submitted: (who) => `Reconsidered ${who}`,
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
  if (countGone(facts, applicationIds) > 0) return refuse(gone);
  const asked = namedApplications(facts, applicationIds);
  const chosen = asked.filter((application) => application.status !== status);
  if (chosen.length === 0) {
    const who = asked.length === 1 ? `${sayApplicants(asked)} is` : 'All of them are';
    return refuse(`${who} ${sayStatus[status].toLowerCase()} already.`);
  }
  const accepted = chosen.filter((application) => application.status === 'accepted');
  const places = placesOf(
    facts,
    accepted.map(({ id }) => id),
  );
  const graduates = chosen.filter(({ id }) => places.get(id)?.status === 'graduated');
  if (graduates.length > 0) {
    return refuseEach(
      'A graduate’s application stays accepted. Undo the graduation first.',
      graduates.map(({ name }) => `${name} has graduated.`),
    );
  }
  return {
    ok: true,
    label: labels[status](sayApplicants(chosen)),
    changes: changesFor(facts, chosen, places, status, reason),
    value: { changed: chosen.length, next: leaves(status) ? nextAfter(facts, chosen) : null },
  };
};

/** Whether an applicant with this status takes no part in the order any more. */
const leaves = (status: NewStatus): boolean => !isInTheOrder(status);

function* changesFor(
  facts: Facts,
  chosen: readonly NamedApplication[],
  places: ReadonlyMap<string, Participant>,
  status: NewStatus,
  statusReason: string | null,
): Generator<Change> {
  const decide = decisions(facts, chosen, status);
  const waiting = chosen.filter((application) => application.status === 'waiting');
  const offers = openOffers(
    facts,
    waiting.map(({ id }) => id),
  );
  const fields = { status, statusAt: facts.now, statusReason };
  // Who leaves has answered an offer that was open; whom a lead puts elsewhere is not asked any more.
  const answer = status === 'withdrawn' || status === 'deferred' ? 'declined' : 'lapsed';
  for (const application of chosen) {
    const { id } = application;
    yield update('application', id, { ...fields, ...decide(application) });
    yield* closingOffers(facts, offers.get(id) ?? [], answer);
    const place = places.get(id);
    const left = status === 'deferred' ? 'deferred' : 'withdrawn';
    if (place) yield update('participant', place.id, { status: left });
  }
}

/**
 * Waiting and declined are decisions of the leads and keep what they saw. Withdrawing and deferring are the
 * applicant's own: the last decision stays on record. Back in the order, nothing is decided.
 */
function decisions(
  facts: Facts,
  chosen: readonly NamedApplication[],
  status: NewStatus,
): (application: NamedApplication) => { decision?: NamedApplication['decision'] } {
  if (status === 'withdrawn' || status === 'deferred') return () => ({});
  if (status === 'submitted' || status === 'under-review') return () => ({ decision: null });
  // Each cohort is ranked once, not once an application.
  const cohorts = [...new Set(chosen.map(({ cohortId }) => cohortId))];
  const ranked = new Map(cohorts.map((cohortId) => [cohortId, rankedCohort(facts, cohortId)]));
  return ({ id, cohortId }) => {
    const cohort = ranked.get(cohortId);
    return cohort ? { decision: decisionNow(facts, cohort, id) } : {};
  };
}
