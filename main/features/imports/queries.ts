import type { Application, Submission } from '../../../shared/model/applicants.ts';
import type { Cohort, Participant } from '../../../shared/model/cohorts.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { Organization, Person } from '../../../shared/model/people.ts';
import type { RecertificationDue, RecertificationReceipt } from '../../../shared/model/recertification.ts';
import type { Facts } from '../../call/facts.ts';
import type { Scalar } from '../../database/handles.ts';
import { knowPeopleInSteps } from './known-people.ts';
import type { KnownPeople } from './plan-rows.ts';

/** Lays out whom an import may meet, in steps. */
type Laying = Generator<void, KnownPeople>;

/** Whom an import of applications to a cohort may meet. */
export function knownApplicants(facts: Facts, cohortId: CohortId): Laying {
  return knowPeopleInSteps({
    people: rowsOf<Person>(facts, 'person'),
    organizations: rowsOf<Organization>(facts, 'organization'),
    applications: pages<Application>(
      facts,
      'application',
      'SELECT * FROM application NOT INDEXED WHERE rowid > ? AND rowid <= ? AND cohortId = ?',
      cohortId,
    ),
    // The order of the joined tables is said, so that a page costs what stands in it, however many apply.
    submissions: pages<Pick<Submission, 'applicationId' | 'submittedAt' | 'answers'>>(
      facts,
      'submission',
      `SELECT applicationId, submittedAt, submission.answers FROM submission NOT INDEXED
       CROSS JOIN application ON application.id = applicationId
       WHERE submission.rowid > ? AND submission.rowid <= ? AND cohortId = ?`,
      cohortId,
    ),
  });
}

/** Whom an import of graduates may meet, in any cohort. */
export function knownGraduates(facts: Facts): Laying {
  return knowPeopleInSteps({
    people: rowsOf<Person>(facts, 'person'),
    organizations: rowsOf<Organization>(facts, 'organization'),
    cohorts: rowsOf<Cohort>(facts, 'cohort'),
    participants: rowsOf<Participant>(facts, 'participant'),
    dues: rowsOf<RecertificationDue>(facts, 'recertificationDue'),
    receipts: rowsOf<RecertificationReceipt>(facts, 'recertificationReceipt'),
  });
}

type Read =
  | 'person'
  | 'organization'
  | 'application'
  | 'submission'
  | 'cohort'
  | 'participant'
  | 'recertificationDue'
  | 'recertificationReceipt';

/** So many rows are read at once: some five milliseconds. */
const pageSize = 500;

const rowsOf = <Row>(facts: Facts, table: Read): Generator<Row, void> =>
  pages<Row>(facts, table, `SELECT * FROM ${table} WHERE rowid > ? AND rowid <= ?`);

/** Reads a table a page at a time: a statement that stays open would keep the connection from answering in between. */
function* pages<Row>({ database }: Facts, table: Read, sql: string, ...values: Scalar[]): Generator<Row, void> {
  const last = database.get<{ n: number | null }>(`SELECT max(rowid) AS n FROM ${table}`)?.n ?? 0;
  for (let after = 0; after < last; after += pageSize) {
    yield* database.all<Row>(sql, after, after + pageSize, ...values);
  }
}
