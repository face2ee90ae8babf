import type { BadgesOf } from '../../../shared/calls/badges.ts';
import { type Badge, isBlankBadge } from '../../../shared/model/badges.ts';
import { countOf } from '../../../shared/model/counts.ts';
import { sayDay } from '../../../shared/model/dates.ts';
import type { BadgeId, PersonId } from '../../../shared/model/ids.ts';
import { inNameOrder } from '../../../shared/model/listed-names.ts';
import { nameOnCertificate, sayName } from '../../../shared/model/people.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { BadgeRow } from '../../../shared/views/badges.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { expectedAt } from '../attendance/attendees.ts';
import { cohortOf, noSuchCohort } from '../courses/queries.ts';
import { holdsPlace, noSuchSession, sessionRow } from '../courses/sessions.ts';

/** Someone who wears a badge, with all that may stand on it. */
export interface Wearer {
  readonly personId: PersonId | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly certificateName: string;
  readonly organization: string;
  readonly cohort: string;
  /** The badge; null: none was made yet. */
  readonly badge: Pick<Badge, 'id' | 'number' | 'code'> | null;
  readonly isBlank: boolean;
}

interface StoredWearer {
  readonly personId: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly certificateName: string | null;
  readonly organization: string | null;
  readonly cohort: string | null;
  readonly badgeId: BadgeId | null;
  readonly number: number | null;
  readonly code: string | null;
}

// A person wears the first badge that was made: two laptops may each have made one.
const person = `
  SELECT person.id AS personId, givenName, familyName, certificateName, organization.name AS organization,
    badge.id AS badgeId, badge.number, badge.code`;
const joined = `
  LEFT JOIN organization ON organization.id = person.organizationId
  LEFT JOIN badge ON badge.id = (SELECT id FROM badge own WHERE own.personId = person.id ORDER BY issuedAt, id LIMIT 1)`;
const ownCohort = `(SELECT cohort.name FROM participant JOIN cohort ON cohort.id = participant.cohortId
  WHERE participant.personId = person.id ORDER BY ${holdsPlace} DESC, cohort.startsOn DESC, cohort.id DESC LIMIT 1)`;

/** Who wears the badges asked for, by last name, and what the whole of them is called. */
export function wearersOf(
  facts: Facts,
  whose: BadgesOf,
): Result<{ readonly title: string; readonly wearers: readonly Wearer[] }> {
  const { database } = facts;
  switch (whose.of) {
    case 'cohort': {
      const cohort = cohortOf(facts, whose.cohortId);
      if (!cohort) return refuse(noSuchCohort);
      const stored = database.all<StoredWearer>(
        `${person}, cohort.name AS cohort FROM participant JOIN cohort ON cohort.id = participant.cohortId
         JOIN person ON person.id = participant.personId ${joined} WHERE cohort.id = ? AND ${holdsPlace}`,
        whose.cohortId,
      );
      return done({ title: cohort.name, wearers: inOrder(stored) });
    }
    case 'session': {
      const session = sessionRow(facts, whose.sessionId);
      if (!session) return refuse(noSuchSession);
      const people = new Map(expectedAt(facts, session.id).map(({ personId, cohort }) => [personId, cohort]));
      const stored = readPeople(facts, [...people.keys()]).map((each) => ({
        ...each,
        cohort: people.get(each.personId) || each.cohort,
      }));
      return done({ title: `${session.title} on ${sayDay(session.heldOn)}`, wearers: inOrder(stored) });
    }
    case 'people': {
      const stored = readPeople(facts, whose.personIds);
      const count = stored.length;
      return done({ title: countOf(count, 'person', 'people'), wearers: inOrder(stored) });
    }
    case 'walk-ins': {
      const { badgeIds } = whose;
      const wanted = typeof badgeIds === 'string' ? null : new Set(badgeIds);
      const badges = database
        .all<Badge>('SELECT * FROM badge WHERE personId IS NULL ORDER BY number, id')
        .filter((badge) => (wanted === null ? badgeIds === 'all' || isBlankBadge(badge) : wanted.has(badge.id)));
      return done({ title: 'walk-ins', wearers: badges.map(walkIn) });
    }
  }
}

const readPeople = ({ database }: Facts, personIds: readonly PersonId[]): readonly StoredWearer[] =>
  database.all<StoredWearer>(
    `${person}, ${ownCohort} AS cohort FROM person ${joined} WHERE person.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(personIds),
  );

function inOrder(stored: readonly StoredWearer[]): readonly Wearer[] {
  return inNameOrder(stored).map(({ badgeId, number, code, organization, cohort, ...rest }) => ({
    ...rest,
    certificateName: nameOnCertificate(rest),
    organization: organization ?? '',
    cohort: cohort ?? '',
    badge: badgeId === null || number === null || code === null ? null : { id: badgeId, number, code },
    isBlank: false,
  }));
}

function walkIn(badge: Badge): Wearer {
  const isBlank = isBlankBadge(badge);
  const name = isBlank ? '' : (badge.name ?? '');
  return {
    personId: null,
    givenName: '',
    familyName: name,
    certificateName: name,
    organization: badge.organization ?? '',
    cohort: '',
    badge,
    isBlank,
  };
}

const list: Query<'badges.list'> = (facts, { whose }) => {
  const found = wearersOf(facts, whose);
  if (!found.ok) return found;
  const { title, wearers } = found.value;
  const rows = wearers.map(
    (wearer): BadgeRow => ({
      personId: wearer.personId,
      name: wearer.isBlank ? '' : sayName(wearer),
      organization: wearer.organization,
      cohort: wearer.cohort,
      badgeId: wearer.badge?.id ?? null,
      number: wearer.badge?.number ?? null,
      code: wearer.badge?.code ?? null,
    }),
  );
  return done({ title, rows, missing: rows.filter(({ badgeId }) => badgeId === null).length });
};

export const badgeQueries: Pick<Handlers, 'badges.list'> = { 'badges.list': list };
