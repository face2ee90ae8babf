import type { CohortId, PersonId } from '../../../shared/model/ids.ts';
import type { Letter } from '../../../shared/model/letters.ts';
import type { Facts } from '../../call/facts.ts';
import type { LoggedRow } from '../history/log-sentences.ts';

/** The letters whose step was undone, as the log has them: the index on these few entries has the first lines word for word. */
const undone = `FROM logEntry
  WHERE tableName = 'letter' AND before IS NULL
    AND after ->> 'cohortId' = ? AND NOT EXISTS (SELECT 1 FROM letter WHERE letter.id = logEntry.rowId)`;

/**
 * The letters of a cohort that were written and whose step was undone since: the rows are gone, and the drafts or the mail
 * merge may have been sent. Each once, however often it was undone and redone.
 */
export const lettersUndone = ({ database }: Facts, cohortId: CohortId): readonly Letter[] =>
  database.all<Letter>(
    `SELECT rowId AS id, after ->> 'kind' AS kind, after ->> 'personId' AS personId, after ->> 'cohortId' AS cohortId,
       after ->> 'occasion' AS occasion, after ->> 'subject' AS subject, after ->> 'body' AS body,
       after ->> 'writtenAt' AS writtenAt, after ->> 'channel' AS channel, after ->> 'file' AS file
     ${undone} GROUP BY rowId ORDER BY writtenAt, rowId`,
    cohortId,
  );

/** The letters that were written to someone about a cohort, undone or not, as rows whose history a card tells. */
export const lettersTo = ({ database }: Facts, personId: PersonId, cohortId: CohortId): LoggedRow[] =>
  database.all<LoggedRow>(
    `SELECT 'letter' AS "table", id FROM letter WHERE personId = ? AND cohortId = ?
     UNION SELECT 'letter', rowId ${undone} AND after ->> 'personId' = ?`,
    personId,
    cohortId,
    cohortId,
    personId,
  );
