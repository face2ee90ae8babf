import type { ApplicationStatus } from '../../../shared/model/applicants.ts';
import type { Cohort, ParticipantStatus } from '../../../shared/model/cohorts.ts';
import type { ApplicationId, CohortId } from '../../../shared/model/ids.ts';
import { sayName } from '../../../shared/model/people.ts';
import { done, type Problem, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';

/** An applicant who is to be deferred to another cohort, and what is in the way. */
export interface Deferring {
  readonly applicationId: ApplicationId;
  readonly name: string;
  readonly status: ApplicationStatus;
  /** The cohort that they applied to. */
  readonly from: string;
  readonly offered: boolean;
  /** Why they can’t go, as a sentence; null where they can. */
  readonly why: string | null;
}

/** The cohort that applicants are deferred to, or why there is none to go to. */
export function laterCohort(
  { database }: Facts,
  cohortId: CohortId,
): { readonly ok: true; readonly to: Cohort } | { readonly ok: false; readonly problem: Problem } {
  const to = database.get<Cohort>('SELECT * FROM cohort WHERE id = ?', cohortId);
  if (!to) return refuse('This cohort no longer exists. Choose another one.', [cohortId]);
  if (to.status === 'finished') return refuse(`${to.name} is finished. Choose a cohort that is still to come.`);
  return { ok: true, to };
}

interface Stored {
  readonly applicationId: ApplicationId;
  readonly givenName: string;
  readonly familyName: string;
  readonly status: ApplicationStatus;
  readonly cohortId: CohortId;
  readonly from: string;
  readonly place: ParticipantStatus | null;
  readonly there: 0 | 1;
  readonly offered: 0 | 1;
}

const sql = `SELECT application.id AS applicationId, givenName, familyName, application.status, application.cohortId,
    cohort.name AS "from", participant.status AS place,
    EXISTS (SELECT 1 FROM application other
      WHERE other.personId = application.personId AND other.cohortId = ?) AS there,
    EXISTS (SELECT 1 FROM seatOffer WHERE applicationId = application.id AND answer = 'open') AS offered
  FROM json_each(?) asked CROSS JOIN application ON application.id = asked.value
  JOIN person ON person.id = application.personId JOIN cohort ON cohort.id = application.cohortId
  LEFT JOIN participant ON participant.personId = application.personId
    AND participant.cohortId = application.cohortId`;

/** Those of these applications that are there, each once, with what stands against deferring them to a cohort. */
export const deferring = (
  { database }: Facts,
  applicationIds: readonly ApplicationId[],
  to: Pick<Cohort, 'id' | 'name'>,
): readonly Deferring[] =>
  database
    .all<Stored>(sql, to.id, JSON.stringify([...new Set(applicationIds)]))
    .map(({ givenName, familyName, offered, ...stored }) => {
      const name = sayName({ givenName, familyName });
      const { applicationId, status, from } = stored;
      return { applicationId, name, status, from, offered: offered === 1, why: whyNot(name, stored, to) };
    });

function whyNot(
  name: string,
  { cohortId, from, place, there }: Pick<Stored, 'cohortId' | 'from' | 'place' | 'there'>,
  to: Pick<Cohort, 'id' | 'name'>,
): string | null {
  if (cohortId === to.id) return `${name} applied to ${to.name}. Choose a later cohort to defer to.`;
  if (there === 1)
    return `${name} has applied to ${to.name} already. Withdraw or defer here without a new application.`;
  if (place === 'graduated') return `${name} has graduated with ${from}. Undo the graduation first.`;
  return null;
}

const deferral: Query<'applicants.deferral'> = (facts, { applicationIds, cohortId }) => {
  const later = laterCohort(facts, cohortId);
  if (!later.ok) return later;
  const { id, name } = later.to;
  const asked = deferring(facts, applicationIds, later.to);
  const can = asked.filter(({ why }) => why === null);
  return done({
    to: { id, name },
    can: can.map(({ applicationId }) => applicationId),
    cannot: asked.flatMap(({ applicationId, why }) => (why === null ? [] : [{ applicationId, why }])),
    accepted: can.filter(({ status }) => status === 'accepted').length,
    offered: can.filter(({ offered }) => offered).length,
  });
};

export const deferralQueries: Pick<Handlers, 'applicants.deferral'> = { 'applicants.deferral': deferral };
