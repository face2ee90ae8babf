import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import type { ParticipantId, PersonId, SessionId } from '../../../shared/model/ids.ts';
import { compareOrder, nameOrder } from '../../../shared/model/listed-names.ts';
import { foldName, sayName } from '../../../shared/model/people.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { Facts } from '../../call/facts.ts';
import { otherFormsOf } from '../../rules/duplicates/nicknames.ts';
import { holdsPlace } from '../courses/sessions.ts';

/** Someone whom check-in may mean, with what the person is found by. */
export interface Attendee {
  readonly participantId: ParticipantId | null;
  readonly personId: PersonId;
  readonly name: string;
  readonly organization: string;
  /** Empty: in no cohort. */
  readonly cohort: string;
  readonly status: ParticipantStatus | null;
  readonly email: string | null;
  /** Whether the session is held for the person's cohort, and the person holds a place there. */
  readonly own: boolean;
  /** Whether the person is to make up the course at the session. */
  readonly makesUp: boolean;
  /** The text of the name, folded, each part and each whole name. */
  readonly words: readonly string[];
  /** What the first name is short for and is shortened to, folded. */
  readonly nicknames: readonly string[];
  /** What lists sort by. */
  readonly order: string;
}

interface StoredAttendee {
  readonly participantId: ParticipantId | null;
  readonly personId: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly organization: string | null;
  readonly cohort: string | null;
  readonly status: ParticipantStatus | null;
  readonly email: string | null;
  readonly own: 0 | 1;
  readonly makesUp: 0 | 1;
}

const fields = `person.id AS personId, givenName, familyName, person.email, organization.name AS organization`;
const employer = 'LEFT JOIN organization ON organization.id = person.organizationId';

/** What the people whom a session expects are made of. */
const expectedTables: readonly TableName[] = [
  'sessionCohort',
  'participant',
  'person',
  'organization',
  'cohort',
  'makeUp',
];

/**
 * Whom a session expects, by last name: the participants of its cohorts, and whoever is to make up the course here.
 * Kept, since at the door it is asked again with every letter.
 */
export function expectedAt({ database, cached }: Facts, sessionId: SessionId): readonly Attendee[] {
  return cached(`expected people ${sessionId}`, expectedTables, () => {
    const people = new Map<PersonId, Attendee>();
    const rows = database.each<StoredAttendee>(
      `SELECT participant.id AS participantId, ${fields}, cohort.name AS cohort, participant.status AS status, own, makesUp
       FROM (
         SELECT participant.id, 1 AS own, 0 AS makesUp FROM sessionCohort
         JOIN participant ON participant.cohortId = sessionCohort.cohortId WHERE sessionCohort.sessionId = ?
         UNION ALL SELECT participantId, 0, 1 FROM makeUp WHERE sessionId = ?
       ) AS place JOIN participant ON participant.id = place.id AND ${holdsPlace}
       JOIN cohort ON cohort.id = participant.cohortId JOIN person ON person.id = participant.personId ${employer}`,
      sessionId,
      sessionId,
    );
    for (const stored of rows) if (!people.has(stored.personId)) people.set(stored.personId, attendee(stored));
    return [...people.values()].sort((a, b) => compareOrder(a.order, b.order));
  });
}

/** One person with a place in a cohort as the door should see it; null where there is no such person. */
export function attendeeOf({ database }: Facts, sessionId: SessionId, personId: PersonId): Attendee | null {
  // The session's own cohort goes before another, and a place that is held before one that was given up: who deferred
  // from this cohort and is enrolled in the next is of the next.
  const stored = database.get<StoredAttendee>(
    `SELECT participant.id AS participantId, ${fields}, cohort.name AS cohort, participant.status AS status,
       sessionCohort.id IS NOT NULL AND ${holdsPlace} AS own, makeUp.id IS NOT NULL AND ${holdsPlace} AS makesUp
     FROM person ${employer} LEFT JOIN participant ON participant.personId = person.id
     LEFT JOIN cohort ON cohort.id = participant.cohortId
     LEFT JOIN sessionCohort ON sessionCohort.cohortId = cohort.id AND sessionCohort.sessionId = ?
     LEFT JOIN makeUp ON makeUp.participantId = participant.id AND makeUp.sessionId = ?
     WHERE person.id = ? ORDER BY ${holdsPlace} DESC, sessionCohort.id IS NULL, makeUp.id IS NULL,
       cohort.startsOn DESC, cohort.id DESC LIMIT 1`,
    sessionId,
    sessionId,
    personId,
  );
  return stored ? attendee(stored) : null;
}

function attendee(stored: StoredAttendee): Attendee {
  const { givenName, familyName, organization, cohort, ...rest } = stored;
  return {
    ...rest,
    own: stored.own === 1,
    makesUp: stored.own !== 1 && stored.makesUp === 1,
    name: sayName(stored),
    organization: organization ?? '',
    cohort: cohort ?? '',
    words: nameStarts(givenName, familyName),
    nicknames: nicknamesOf(givenName),
    order: nameOrder(stored),
  };
}

/** What a name can begin with: `maria`, `garcia`, `nunez`, and as one word `garcianunez`. */
export function nameStarts(givenName: string, familyName: string): readonly string[] {
  const parts = `${givenName} ${familyName}`.split(/[^\p{L}\p{N}\p{M}]+/u).map(foldName);
  const given = foldName(givenName);
  const family = foldName(familyName);
  return [...new Set([...parts, given, family, given + family, family + given])].filter((word) => word !== '');
}

/** What a first name, or a part of it, is short for and is shortened to, folded: of `Robert` `bob`, `bobby`, `rob` … */
export const nicknamesOf = (givenName: string): readonly string[] =>
  givenName.split(/[^\p{L}\p{N}\p{M}]+/u).flatMap((part) => otherFormsOf(foldName(part)));
