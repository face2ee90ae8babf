import type { Participant } from '../../../shared/model/cohorts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import { type ApplicationId, ParticipantId } from '../../../shared/model/ids.ts';
import type { SeatOffer, SeatOfferAnswer } from '../../../shared/model/offers.ts';
import type { NextInLine } from '../../../shared/views/offers.ts';
import type { Facts } from '../../call/facts.ts';
import { type Change, insert, update } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { countFreeSeats, sayNext } from './free-seats.ts';
import { decisionNow, type NamedApplication } from './named.ts';
import { type RankedCohort, rankedCohort, rankedWithout } from './ranking.ts';

/** Gives an applicant a seat: accepted, with the decision as it stands now, and a place in the cohort. */
export function* seat(
  facts: Facts,
  ranked: RankedCohort,
  { id, personId, cohortId }: NamedApplication,
  before: Participant | undefined,
): Generator<Change> {
  const { now: statusAt } = facts;
  const decision = decisionNow(facts, ranked, id);
  yield update('application', id, { status: 'accepted', statusAt, statusReason: null, decision });
  if (before) yield update('participant', before.id, { status: 'enrolled', applicationId: id });
  else {
    yield insert('participant', {
      id: ParticipantId.parse(idFor(facts.database, 'participant', { cohortId, personId })),
      personId,
      cohortId,
      applicationId: id,
      status: 'enrolled',
      graduatedOn: null,
      remark: null,
      cameFrom: null,
    });
  }
}

/** The place in the cohort that the person of an application has or had. */
export const participantOf = (facts: Facts, { id }: NamedApplication): Participant | undefined =>
  placesOf(facts, [id]).get(id);

/** The places in the cohort that the people of these applications have or had, by application: one look for all. */
export function placesOf({ database }: Facts, ids: readonly ApplicationId[]): ReadonlyMap<ApplicationId, Participant> {
  const rows = database.all<Participant & { readonly asked: ApplicationId }>(
    `SELECT application.id AS asked, participant.* FROM json_each(?) named
     CROSS JOIN application ON application.id = named.value
     JOIN participant ON participant.personId = application.personId AND participant.cohortId = application.cohortId`,
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ asked, ...place }) => [asked, place]));
}

/** The offers to these applicants that are open, by application: one look for all. */
export function openOffers(
  { database }: Facts,
  ids: readonly ApplicationId[],
): ReadonlyMap<ApplicationId, readonly SeatOffer[]> {
  const rows = database.all<SeatOffer>(
    `SELECT seatOffer.* FROM json_each(?) named CROSS JOIN seatOffer ON applicationId = named.value
     WHERE answer = 'open' ORDER BY seatOffer.id`,
    JSON.stringify(ids),
  );
  const found = new Map<ApplicationId, SeatOffer[]>();
  for (const row of rows) found.set(row.applicationId, [...(found.get(row.applicationId) ?? []), row]);
  return found;
}

/** Closes the offers to an applicant that are open: an applicant who leaves or is accepted has answered. */
export const closeOffers = (
  facts: Facts,
  applicationId: ApplicationId,
  answer: Exclude<SeatOfferAnswer, 'open'>,
): Iterable<Change> => closingOffers(facts, openOffers(facts, [applicationId]).get(applicationId) ?? [], answer);

/** The same of offers that are read already. */
export function* closingOffers(
  { today }: Facts,
  open: readonly SeatOffer[],
  answer: Exclude<SeatOfferAnswer, 'open'>,
): Generator<Change> {
  for (const offer of open)
    yield update('seatOffer', offer.id, { answer: answerOf(offer, answer, today), answeredOn: today });
}

/** Who leaves after the last day has declined nothing any more. */
const answerOf = ({ replyBy }: SeatOffer, answer: SeatOfferAnswer, today: CivilDate): SeatOfferAnswer =>
  answer === 'declined' && today > replyBy ? 'lapsed' : answer;

/**
 * Who is asked next once these applications have left; null where they held no seat, or where no one waits.
 * Ranks the cohort again, as it will be when the command has been written.
 */
export function nextAfter(facts: Facts, leaving: readonly NamedApplication[]): NextInLine | null {
  for (const cohortId of new Set(leaving.map((application) => application.cohortId))) {
    const ranked = rankedCohort(facts, cohortId);
    if (!ranked) continue;
    const { accepted, offers } = ranked.promises;
    const gone = leaving.filter((application) => application.cohortId === cohortId).map(({ id }): string => id);
    if (!gone.some((id) => accepted.has(id) || offers.get(id)?.state === 'open')) continue;
    const after = rankedWithout(ranked, new Set(gone));
    const seats = countFreeSeats(facts, after);
    const next = seats.free > 0 ? sayNext(facts, after, seats) : null;
    if (next) return next;
  }
  return null;
}
