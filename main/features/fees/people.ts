import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import { countOf } from '../../../shared/model/counts.ts';
import type { FeeStanding } from '../../../shared/model/fees.ts';
import type { CohortId, OrganizationId, ParticipantId } from '../../../shared/model/ids.ts';
import { inNameOrder } from '../../../shared/model/listed-names.ts';
import { sayName } from '../../../shared/model/people.ts';
import type { Facts } from '../../call/facts.ts';
import { feeStandingOf } from './standing.ts';

/** A participant as sentences about fees name them, and how the fee stands. */
export interface FeePerson {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly status: ParticipantStatus;
  readonly cohortId: CohortId;
  readonly cohort: string;
  readonly organizationId: OrganizationId | null;
  readonly organization: string | null;
  readonly standing: FeeStanding;
}

type Stored = Omit<FeePerson, 'name' | 'standing'> & { readonly givenName: string; readonly familyName: string };

/** The participants of these ids by last name, each once; an id that no one has is left out. */
export function feePeople(facts: Facts, ids: readonly ParticipantId[]): FeePerson[] {
  const found: (FeePerson & Pick<Stored, 'givenName' | 'familyName'>)[] = [];
  for (const id of new Set(ids)) {
    const stored = facts.database.get<Stored>(
      `SELECT participant.id AS participantId, givenName, familyName, participant.status, cohortId,
         cohort.name AS cohort, organizationId, organization.name AS organization
       FROM participant JOIN person ON person.id = personId JOIN cohort ON cohort.id = cohortId
       LEFT JOIN organization ON organization.id = organizationId WHERE participant.id = ?`,
      id,
    );
    const standing = feeStandingOf(facts, id);
    if (!stored || !standing) continue;
    found.push({ ...stored, name: sayName(stored), standing });
  }
  return inNameOrder(found).map(({ givenName: _given, familyName: _family, ...person }) => person);
}

/** `Jamal Calloway`, or `5 participants`. */
export const sayParticipants = (people: readonly { readonly name: string }[]): string =>
  people.length === 1 && people[0] ? people[0].name : countOf(people.length, 'participant');
