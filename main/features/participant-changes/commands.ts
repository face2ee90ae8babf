import type { Cohort, ParticipantStatus } from '../../../shared/model/cohorts.ts';
import { countOf, nameOrCount } from '../../../shared/model/counts.ts';
import { type ApplicationId, type CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { toJson } from '../../../shared/model/json.ts';
import { type Problem, refuse } from '../../../shared/model/result.ts';
import type { ParticipantsChanged } from '../../../shared/views/participant-changes.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { refuseEach } from '../../call/refuse-each.ts';
import { type Change, type Decision, insert, update } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { defer } from '../applicants/defer.ts';
import { setStatus } from '../applicants/status.ts';
import { cohortOf, noSuchCohort } from '../courses/queries.ts';
import { oneIsGone } from '../people/no-longer.ts';
import { decisionNow, namedApplications } from '../selection/named.ts';
import { rankedCohort } from '../selection/ranking.ts';
import { closeOffers, nextAfter } from '../selection/seats.ts';
import { type AskedChange, type ChangingPlace, changingPlaces } from './queries.ts';

/** The place of someone in a cohort, as far as a command changes it. */
type Place = ChangingPlace & { readonly participantId: ParticipantId; readonly cohortId: CohortId };
type Refusal = { readonly ok: false; readonly problem: Problem };
type Changed = Decision<ParticipantsChanged>;

/** Those whom a change is asked for; a refusal where it can't be done to every one of them: all or none. */
function allOrNone(
  facts: Facts,
  asked: AskedChange,
  refused: string,
): { readonly ok: true; readonly places: readonly ChangingPlace[] } | Refusal {
  const places = changingPlaces(facts, asked);
  const wanted = new Set<string>(asked.act === 'add' ? asked.personIds : asked.participantIds);
  if (places.length < wanted.size) return refuse(oneIsGone);
  const cannot = places.flatMap(({ decision }) => decision.refused ?? []);
  const [only] = cannot;
  if (only === undefined) return { ok: true, places };
  if (places.length === 1) return refuse(only);
  return refuseEach(`${cannot.length} of ${places.length} ${refused}, so nothing was changed. Leave them out.`, cannot);
}

const hasPlace = (place: ChangingPlace): place is Place => place.participantId !== null && place.cohortId !== null;

const addParticipants: Command<'cohorts.addParticipants'> = (facts, { cohortId, personIds, reason }): Changed => {
  const to = cohortOf(facts, cohortId);
  if (!to) return refuse(noSuchCohort);
  const asked = allOrNone(facts, { act: 'add', participantIds: [], personIds, to }, 'can’t be added');
  if (!asked.ok) return asked;
  return {
    ok: true,
    label: `Added ${sayWho(asked.places)} to ${to.name}`,
    changes: asked.places.map(({ personId, thereId }) =>
      insert('participant', {
        id: ParticipantId.parse(idFor(facts.database, 'participant', { cohortId, personId })),
        personId,
        cohortId,
        applicationId: thereId,
        status: 'enrolled',
        graduatedOn: null,
        remark: reason,
        cameFrom: null,
      }),
    ),
    value: { changed: asked.places.length, next: null },
  };
};

const moveParticipants: Command<'cohorts.moveParticipants'> = (
  facts,
  { cohortId, participantIds, reason },
): Changed => {
  const to = cohortOf(facts, cohortId);
  if (!to) return refuse(noSuchCohort);
  const asked = allOrNone(facts, { act: 'move', participantIds, personIds: [], to }, `can’t be moved to ${to.name}`);
  if (!asked.ok) return asked;
  const places = asked.places.filter(hasPlace);
  const leaving = namedApplications(
    facts,
    places.filter(({ seen }) => seen.application === 'accepted').flatMap(({ applicationId }) => applicationId ?? []),
  );
  return {
    ok: true,
    label: `Moved ${sayWho(places)} from ${sayFrom(places)} to ${to.name}`,
    changes: movingChanges(facts, places, to, reason),
    value: { changed: places.length, next: nextAfter(facts, leaving) },
  };
};

/**
 * The place goes to the other cohort as it is, so that fees, make-ups and letters go with it, and remembers where it was,
 * so that what was attended there goes on counting. The application stays
 * where it was decided; it holds no seat there any more, and holds it again when the place comes back.
 */
function* movingChanges(facts: Facts, places: readonly Place[], to: Cohort, reason: string): Generator<Change> {
  const { now: statusAt, today } = facts;
  for (const { participantId, cohortId, applicationId, thereId, enrolledBy, cameFrom, seen } of places) {
    const earlier = [...cameFrom.filter((each) => each.cohortId !== cohortId), { cohortId, until: today }];
    yield update('participant', participantId, {
      cohortId: to.id,
      remark: reason,
      cameFrom: toJson(earlier.filter((each) => each.cohortId !== to.id)),
    });
    if (applicationId !== null && seen.application === 'accepted') {
      const statusReason = `Moved to ${to.name}: ${reason}`;
      yield update('application', applicationId, { status: 'deferred', statusAt, statusReason });
    }
    if (thereId === null) continue;
    const back = thereId === enrolledBy && seen.to?.application === 'deferred';
    const waits = seen.to && ['submitted', 'under-review', 'waiting'].includes(seen.to.application ?? '');
    const statusReason = `Moved ${back ? 'back ' : ''}from ${seen.from?.name ?? ''}: ${reason}`;
    if (back) yield update('application', thereId, { status: 'accepted', statusAt, statusReason });
    else if (waits) yield* acceptedThere(facts, thereId, to, statusReason);
  }
}

/** Who has applied to the cohort and is moved to it is accepted there, so that no second seat is given out. */
function* acceptedThere(facts: Facts, id: ApplicationId, to: Cohort, statusReason: string): Generator<Change> {
  const ranked = rankedCohort(facts, to.id);
  const decision = ranked ? decisionNow(facts, ranked, id) : null;
  yield update('application', id, { status: 'accepted', statusAt: facts.now, statusReason, decision });
  yield* closeOffers(facts, id, 'taken');
}

const withdrawParticipants: Command<'cohorts.withdrawParticipants'> = (facts, { participantIds, reason }): Changed => {
  const asked = allOrNone(facts, { act: 'withdraw', participantIds, personIds: [], to: null }, 'can’t be withdrawn');
  if (!asked.ok) return asked;
  const places = asked.places.filter(hasPlace);
  return leave(facts, places, 'withdrawn', reason, `Withdrew ${sayWho(places)} from ${sayFrom(places)}`);
};

/** Takes people out of their cohorts, and their accepted applications with them, as the applicants’ list does. */
function leave(
  facts: Facts,
  places: readonly Place[],
  status: Extract<ParticipantStatus, 'withdrawn' | 'deferred'>,
  reason: string,
  label: string,
): Changed {
  const applicationIds = places
    .filter(({ seen }) => seen.application === 'accepted')
    .flatMap(({ applicationId }) => applicationId ?? []);
  const applications = applicationIds.length === 0 ? null : setStatus(facts, { applicationIds, status, reason });
  if (applications && !applications.ok) return applications;
  return {
    ok: true,
    label,
    changes: withEach(applications?.changes ?? [], places, status, reason),
    value: { changed: places.length, next: applications?.value.next ?? null },
  };
}

/** What becomes of the applications, and then of each place, with the reason. */
function* withEach(
  changes: Iterable<Change>,
  places: readonly Place[],
  status: ParticipantStatus,
  remark: string,
): Generator<Change> {
  yield* changes;
  for (const { participantId } of places) yield update('participant', participantId, { status, remark });
}

const deferParticipants: Command<'cohorts.deferParticipants'> = (
  facts,
  { cohortId, participantIds, reason },
): Changed => {
  const to = cohortId === null ? null : cohortOf(facts, cohortId);
  if (to === undefined) return refuse(noSuchCohort);
  const asked = allOrNone(facts, { act: 'defer', participantIds, personIds: [], to }, 'can’t be deferred');
  if (!asked.ok) return asked;
  const places = asked.places.filter(hasPlace);
  const label = `Deferred ${sayWho(places)} from ${sayFrom(places)}${to ? ` to ${to.name}` : ''}`;
  if (to === null) return leave(facts, places, 'deferred', reason, label);
  const applicationIds = places
    .filter(({ seen }) => seen.application === 'accepted')
    .flatMap(({ applicationId }) => applicationId ?? []);
  if (applicationIds.length === 0) return leave(facts, places, 'deferred', reason, label);
  const applications = defer(facts, { applicationIds, cohortId: to.id, reason });
  if (!applications.ok) return applications;
  return {
    ok: true,
    label,
    changes: withEach(applications.changes, places, 'deferred', reason),
    value: { changed: places.length, next: applications.value.next },
  };
};

const enrollAgain: Command<'cohorts.enrollAgain'> = (facts, { participantIds, reason }): Changed => {
  const asked = allOrNone(
    facts,
    { act: 'enroll-again', participantIds, personIds: [], to: null },
    'can’t be enrolled again',
  );
  if (!asked.ok) return asked;
  const places = asked.places.filter(hasPlace);
  const { now: statusAt } = facts;
  const back = places
    .filter(({ seen }) => seen.application === 'withdrawn' || seen.application === 'deferred')
    .flatMap(({ applicationId }) => applicationId ?? [])
    .map((id) => update('application', id, { status: 'accepted', statusAt, statusReason: reason }));
  return {
    ok: true,
    label: `Enrolled ${sayWho(places)} in ${sayFrom(places)} again`,
    changes: withEach(back, places, 'enrolled', reason),
    value: { changed: places.length, next: null },
  };
};

/** `Keisha Garrett`, or `3 people`. */
const sayWho = (places: readonly ChangingPlace[]): string =>
  nameOrCount(
    places.map(({ seen }) => seen),
    'person',
    'people',
  );

/** The cohort that they leave, or how many cohorts they leave. */
function sayFrom(places: readonly ChangingPlace[]): string {
  const cohorts = new Set(places.map(({ seen }) => seen.from?.name ?? ''));
  const [only = ''] = cohorts;
  return cohorts.size === 1 ? only : countOf(cohorts.size, 'cohort');
}

export const participantChangeCommands: Pick<
  Handlers,
  | 'cohorts.addParticipants'
  | 'cohorts.moveParticipants'
  | 'cohorts.withdrawParticipants'
  | 'cohorts.deferParticipants'
  | 'cohorts.enrollAgain'
> = {
  'cohorts.addParticipants': addParticipants,
  'cohorts.moveParticipants': moveParticipants,
  'cohorts.withdrawParticipants': withdrawParticipants,
  'cohorts.deferParticipants': deferParticipants,
  'cohorts.enrollAgain': enrollAgain,
};
