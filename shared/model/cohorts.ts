import { z } from 'zod';
import { CivilDate } from './dates.ts';
import { type ApplicationId, CohortId, type ParticipantId, type PersonId } from './ids.ts';
import type { JsonText } from './json.ts';
import type { Cents } from './money.ts';

export const cohortStatuses = ['planned', 'open', 'selecting', 'running', 'finished'] as const;
export const CohortStatus = z.enum(cohortStatuses);
export type CohortStatus = z.infer<typeof CohortStatus>;

/** A year's group, from its application window to its graduation. */
export interface Cohort {
  readonly id: CohortId;
  readonly name: string;
  readonly status: CohortStatus;
  /** First and last day on which an application is in time; null: not set. */
  readonly opensOn: CivilDate | null;
  readonly closesOn: CivilDate | null;
  readonly seats: number;
  readonly fee: Cents;
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
}

const participantStatuses = ['enrolled', 'graduated', 'withdrawn', 'deferred'] as const;
export const ParticipantStatus = z.enum(participantStatuses);
export type ParticipantStatus = z.infer<typeof ParticipantStatus>;

/** A person in a cohort: enrolled by an accepted application, or known from the list of graduates. */
export interface Participant {
  readonly id: ParticipantId;
  readonly personId: PersonId;
  readonly cohortId: CohortId;
  readonly applicationId: ApplicationId | null;
  readonly status: ParticipantStatus;
  readonly graduatedOn: CivilDate | null;
  readonly remark: string | null;
  /** The cohorts that the place was in before a move, each with the day of leaving; null: it never moved. */
  readonly cameFrom: JsonText<CameFrom> | null;
}

/** The cohorts that a place was in before: what was attended with them goes on counting as one's own. */
export const CameFrom = z.array(z.strictObject({ cohortId: CohortId, until: CivilDate }));
export type CameFrom = z.infer<typeof CameFrom>;

export const sayCohortStatus: Record<CohortStatus, string> = {
  planned: 'Planned',
  open: 'Open for applications',
  selecting: 'Selecting',
  running: 'Running',
  finished: 'Finished',
};

export const sayParticipantStatus: Record<ParticipantStatus, string> = {
  enrolled: 'Enrolled',
  graduated: 'Graduated',
  withdrawn: 'Withdrawn',
  deferred: 'Deferred',
};
