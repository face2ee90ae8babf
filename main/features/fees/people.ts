import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import type { FeeStanding } from '../../../shared/model/fees.ts';
import type { CohortId, OrganizationId, ParticipantId } from '../../../shared/model/ids.ts';
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

/** The participants of these ids by family name, each once; an id that nobody has is left out. */
export function feePeople(facts: Facts, ids: readonly ParticipantId[]): FeePerson[] {
  const found: (FeePerson & { readonly order: string })[] = [];
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
    const { givenName, familyName, ...rest } = stored;
    found.push({
      ...rest,
      name: sayName({ givenName, familyName }),
      standing,
      order: `${familyName}\n${givenName}`.toLocaleLowerCase('en-US'),
    });
  }
  return found.sort((a, b) => a.order.localeCompare(b.order, 'en-US')).map(({ order: _order, ...person }) => person);
}

/** `Jamal Calloway`, or `5 participants`. */
export const sayParticipants = (people: readonly { readonly name: string }[]): string =>
  people.length === 1 && people[0] ? people[0].name : `${people.length.toLocaleString('en-US')} participants`;
