import type { CohortId, PersonId } from '../../../shared/model/ids.ts';
import type { Facts } from '../../call/facts.ts';
import type { LoggedRow } from '../history/log-sentences.ts';

/** The letters that were written to someone about a cohort, as rows whose history a card tells. */
export const lettersTo = ({ database }: Facts, personId: PersonId, cohortId: CohortId): LoggedRow[] =>
  database.all<LoggedRow>(
    `SELECT 'letter' AS "table", id FROM letter WHERE personId = ? AND cohortId = ?`,
    personId,
    cohortId,
  );
