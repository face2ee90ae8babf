import type { Application, Submission } from '../../shared/model/applicants.ts';
import type { Cohort, Participant } from '../../shared/model/cohorts.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import type { Organization, Person } from '../../shared/model/people.ts';
import type { RecertificationDue, RecertificationReceipt } from '../../shared/model/recertification.ts';
import type { Facts } from '../facts.ts';
import { knowPeople } from '../imports/known-people.ts';
import type { KnownPeople } from '../imports/plan.ts';

/** Whom an import of applications to a cohort may meet. */
export function knownApplicants({ database }: Facts, cohortId: CohortId): KnownPeople {
  return knowPeople({
    people: database.all<Person>('SELECT * FROM person'),
    organizations: database.all<Organization>('SELECT * FROM organization'),
    applications: database.all<Application>('SELECT * FROM application WHERE cohortId = ?', cohortId),
    submissions: database.all<Submission>(
      `SELECT submission.* FROM submission JOIN application ON application.id = applicationId WHERE cohortId = ?
       ORDER BY submittedAt, submission.id`,
      cohortId,
    ),
  });
}

/** Whom an import of graduates may meet, in any cohort. */
export function knownGraduates({ database }: Facts): KnownPeople {
  return knowPeople({
    people: database.all<Person>('SELECT * FROM person'),
    organizations: database.all<Organization>('SELECT * FROM organization'),
    cohorts: database.all<Cohort>('SELECT * FROM cohort'),
    participants: database.all<Participant>('SELECT * FROM participant'),
    dues: database.all<RecertificationDue>('SELECT * FROM recertificationDue'),
    receipts: database.all<RecertificationReceipt>('SELECT * FROM recertificationReceipt'),
  });
}
