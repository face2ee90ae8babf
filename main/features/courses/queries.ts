import type { Cohort } from '../../../shared/model/cohorts.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { Facts } from '../../call/facts.ts';

/** A cohort as it is stored; undefined where there is none. */
export const cohortOf = ({ database }: Facts, id: CohortId): Cohort | undefined =>
  database.get<Cohort>('SELECT * FROM cohort WHERE id = ?', id);

/** What to say where a call names a cohort that is gone. */
export const noSuchCohort = 'That cohort no longer exists. Choose one from the list of cohorts.';
