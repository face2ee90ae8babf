import type { ApplicationStatus } from '../../../shared/model/applicants.ts';
import { CameFrom, type Cohort, type ParticipantStatus } from '../../../shared/model/cohorts.ts';
import type { ApplicationId, CohortId, ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import { fromJson, type JsonText } from '../../../shared/model/json.ts';
import { foldFast } from '../../../shared/model/listed-names.ts';
import { type Cents, sumCents } from '../../../shared/model/money.ts';
import type {
  ParticipantAct,
  PlaceDecision,
  SeenPlace,
  TargetCohort,
} from '../../../shared/model/participant-changes.ts';
import { sayName } from '../../../shared/model/people.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { CohortCandidates, ParticipantChangePreview } from '../../../shared/views/participant-changes.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { decidePlace } from '../../rules/participant-changes/participant-changes.ts';
import { cohortOf, noSuchCohort } from '../courses/queries.ts';
import { holdsPlace } from '../courses/sessions.ts';
import { feeStandingOf } from '../fees/standing.ts';
import { checkInsThatStand } from '../presence/queries.ts';

/** Someone whose place is to change, with what the rule sees of it and what it decides. */
export interface ChangingPlace {
  readonly personId: PersonId;
  /** Null: the person has no place yet. */
  readonly participantId: ParticipantId | null;
  readonly cohortId: CohortId | null;
  /** The application to the cohort of the place, and the one to the cohort that the person goes to. */
  readonly applicationId: ApplicationId | null;
  readonly thereId: ApplicationId | null;
  /** The application by which the place was given. */
  readonly enrolledBy: ApplicationId | null;
  /** The cohorts that the place was in before. */
  readonly cameFrom: CameFrom;
  readonly seen: SeenPlace;
  readonly decision: PlaceDecision;
}

/** What is asked for: an act, whose places, and the cohort that they go to. */
export interface AskedChange {
  readonly act: ParticipantAct;
  readonly participantIds: readonly ParticipantId[];
  /** Of people to be added. */
  readonly personIds: readonly PersonId[];
  readonly to: Cohort | null;
}

interface Stored {
  readonly personId: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly participantId: ParticipantId | null;
  readonly cohortId: CohortId | null;
  readonly cohort: string | null;
  readonly fee: Cents | null;
  readonly status: ParticipantStatus | null;
  readonly enrolledBy: ApplicationId | null;
  readonly applicationId: ApplicationId | null;
  readonly application: ApplicationStatus | null;
  readonly thereId: ApplicationId | null;
  readonly there: ApplicationStatus | null;
  readonly placeThere: ParticipantStatus | null;
  readonly attended: number;
  readonly makeUps: number;
  readonly cameFrom: JsonText<CameFrom> | null;
}

/** Whose places are asked about, as a list of ids, and the cohort that they go to. */
const given = 'given (ids, cohortId) AS (VALUES (?, ?))';
const fields = `person.id AS personId, givenName, familyName, there.id AS thereId, there.status AS there,
  placeThere.status AS placeThere`;
const joinThere = `LEFT JOIN application there ON there.personId = person.id AND there.cohortId = given.cohortId
  LEFT JOIN participant placeThere ON placeThere.personId = person.id AND placeThere.cohortId = given.cohortId`;

const ofPlaces = `WITH ${given}, ${checkInsThatStand}
  SELECT ${fields}, participant.id AS participantId, participant.cohortId, cohort.name AS cohort, cohort.fee,
    participant.status, participant.applicationId AS enrolledBy, own.id AS applicationId, own.status AS application,
    (SELECT count(DISTINCT checkIn.sessionId) FROM checkIn JOIN session ON session.id = checkIn.sessionId
     JOIN sessionCohort ON sessionCohort.sessionId = session.id AND (sessionCohort.cohortId = participant.cohortId
       OR EXISTS (SELECT 1 FROM json_each(participant.cameFrom) came
         WHERE sessionCohort.cohortId = came.value ->> 'cohortId' AND heldOn <= came.value ->> 'until'))
     WHERE checkIn.personId = person.id) AS attended,
    (SELECT count(*) FROM makeUp WHERE makeUp.participantId = participant.id) AS makeUps, participant.cameFrom
  FROM given CROSS JOIN json_each(given.ids) asked CROSS JOIN participant ON participant.id = asked.value
  JOIN person ON person.id = participant.personId JOIN cohort ON cohort.id = participant.cohortId
  LEFT JOIN application own ON own.personId = person.id AND own.cohortId = participant.cohortId ${joinThere}`;

const ofPeople = `WITH ${given} SELECT ${fields}, NULL AS participantId, NULL AS cohortId, NULL AS cohort, NULL AS fee, NULL AS status,
    NULL AS enrolledBy, NULL AS applicationId, NULL AS application, 0 AS attended, 0 AS makeUps, NULL AS cameFrom
  FROM given CROSS JOIN json_each(given.ids) asked CROSS JOIN person ON person.id = asked.value ${joinThere}`;

/** Those of an asked change who are there, each once and in the order asked, with what it would do to them. */
export function changingPlaces(facts: Facts, asked: AskedChange): readonly ChangingPlace[] {
  const { act, participantIds, personIds, to } = asked;
  const ids = act === 'add' ? personIds : participantIds;
  return facts.database
    .all<Stored>(act === 'add' ? ofPeople : ofPlaces, JSON.stringify([...new Set<string>(ids)]), to?.id ?? null)
    .map((stored) => {
      const seen = see(facts, stored, to);
      const { personId, participantId, cohortId, applicationId, thereId, enrolledBy } = stored;
      const decision = decidePlace(act, seen);
      const cameFrom = stored.cameFrom === null ? [] : fromJson(CameFrom, stored.cameFrom);
      return { personId, participantId, cohortId, applicationId, thereId, enrolledBy, cameFrom, seen, decision };
    });
}

function see(facts: Facts, stored: Stored, to: Cohort | null): SeenPlace {
  const { cohort, fee, status, application, attended, makeUps } = stored;
  const target: TargetCohort | null = to && {
    name: to.name,
    status: to.status,
    fee: to.fee,
    place: stored.placeThere,
    application: stored.there,
  };
  return {
    name: sayName(stored),
    from: cohort !== null && fee !== null ? { name: cohort, fee } : null,
    status,
    application,
    attended,
    makeUps,
    paid: (stored.participantId && feeStandingOf(facts, stored.participantId)?.paid) ?? sumCents([]),
    elsewhere: elsewhereOf(facts, stored),
    appliedTo: appliedToOf(facts, stored),
    to: target,
  };
}

/** The places that someone holds in other cohorts than the one that is asked about. */
const elsewhereOf = ({ database }: Facts, { personId, cohortId }: Stored): SeenPlace['elsewhere'] =>
  database.all<SeenPlace['elsewhere'][number]>(
    `SELECT cohort.name, participant.status FROM participant JOIN cohort ON cohort.id = cohortId
     WHERE personId = ? AND cohortId IS NOT ? AND ${holdsPlace} ORDER BY participant.id`,
    personId,
    cohortId,
  );

const appliedToOf = ({ database }: Facts, { personId, cohortId }: Stored): readonly string[] =>
  database
    .all<{ name: string }>(
      `SELECT cohort.name FROM application JOIN cohort ON cohort.id = cohortId
       WHERE personId = ? AND cohortId IS NOT ? AND application.status IN ('submitted', 'under-review', 'waiting')
       ORDER BY coalesce(readOrder, application.id)`,
      personId,
      cohortId,
    )
    .map(({ name }) => name);

const preview: Query<'cohorts.previewChange'> = (facts, { act, participantIds, personIds, cohortId }) => {
  const to = cohortId === null ? null : (cohortOf(facts, cohortId) ?? null);
  if (cohortId !== null && to === null) return refuse(noSuchCohort);
  const places = changingPlaces(facts, { act, participantIds, personIds, to });
  const can = places.filter(({ decision }) => decision.refused === null);
  return done<ParticipantChangePreview>({
    people: places.map(({ personId, participantId, seen, decision }) => ({
      personId,
      participantId,
      name: seen.name,
      ...decision,
    })),
    possible: can.length,
    seats: (act === 'add' || act === 'move') && to ? saySeats(facts, to, can.length) : null,
  });
};

/** `Golf would have 31 people in 30 seats.` */
function saySeats({ database }: Facts, { id, name, seats }: Cohort, more: number): ParticipantChangePreview['seats'] {
  const taken =
    database.get<{ n: number }>(`SELECT count(*) AS n FROM participant WHERE cohortId = ? AND ${holdsPlace}`, id)?.n ??
    0;
  const after = taken + more;
  return { sentence: `${name} would have ${after} of ${seats} seats taken.`, over: after > seats };
}

/** So many people are proposed at once. */
const mostCandidates = 30;

/** Accepted applicants without a place in a cohort: as a rule none, until a place was undone by hand. */
const candidates: Query<'cohorts.candidates'> = ({ database }, { cohortId, text }) => {
  const rows = database.all<{ personId: PersonId; givenName: string; familyName: string; organization: string | null }>(
    `SELECT person.id AS personId, givenName, familyName, organization.name AS organization
     FROM application JOIN person ON person.id = application.personId
     JOIN personSearchKey ON personSearchKey.personId = person.id
     LEFT JOIN organization ON organization.id = organizationId
     WHERE application.cohortId = ? AND application.status = 'accepted' AND NOT EXISTS (
       SELECT 1 FROM participant WHERE participant.personId = person.id AND participant.cohortId = application.cohortId)
     ORDER BY sortName, person.id LIMIT 2000`,
    cohortId,
  );
  const wanted = foldFast(text);
  const accepted = rows.filter(
    (row) => wanted === '' || foldFast(`${row.givenName}${row.familyName}`).includes(wanted),
  );
  return done<CohortCandidates>({
    accepted: accepted
      .slice(0, mostCandidates)
      .map((row) => ({ personId: row.personId, name: sayName(row), organization: row.organization ?? '' })),
    acceptedInAll: rows.length,
  });
};

export const participantChangeQueries: Pick<Handlers, 'cohorts.previewChange' | 'cohorts.candidates'> = {
  'cohorts.previewChange': preview,
  'cohorts.candidates': candidates,
};
