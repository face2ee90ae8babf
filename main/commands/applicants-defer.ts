import type { Application, Submission } from '../../shared/model/applicants.ts';
import type { Cohort } from '../../shared/model/cohorts.ts';
import { ApplicationId, SubmissionId } from '../../shared/model/ids.ts';
import { refuse } from '../../shared/model/result.ts';
import { type Change, insert, update } from '../changes/change.ts';
import type { Facts } from '../facts.ts';
import type { Command } from '../handler.ts';
import { gone, type NamedApplication, namedApplications } from './applicants-named.ts';
import { closeOffers, nextAfter, participantOf } from './seats.ts';

/**
 * Defers an applicant to another cohort: deferred here, and an application there with the same answers, the same
 * submissions, a lead's overruling if there is one, and the dates on which it was first sent, so that nobody loses
 * the place in line by waiting a year.
 */
export const defer: Command<'applicants.defer'> = (facts, { applicationId, cohortId, reason }) => {
  const { database } = facts;
  const [application] = namedApplications(facts, [applicationId]);
  if (!application) return refuse(gone);
  const { name, personId } = application;
  const to = database.get<Cohort>('SELECT * FROM cohort WHERE id = ?', cohortId);
  const from = database.get<Cohort>('SELECT * FROM cohort WHERE id = ?', application.cohortId);
  if (!to || !from) return refuse('This cohort is not there any more. Choose another one.', [cohortId]);
  if (to.id === from.id) return refuse(`${name} applied to ${to.name}. Choose a later cohort to defer to.`);
  if (to.status === 'finished') return refuse(`${to.name} is finished. Choose a cohort that is still to come.`);
  const other = database.get('SELECT 1 FROM application WHERE personId = ? AND cohortId = ?', personId, cohortId);
  if (other)
    return refuse(`${name} has applied to ${to.name} already. Withdraw or defer here without a new application.`);
  const place = participantOf(facts, application);
  if (place?.status === 'graduated')
    return refuse(`${name} has graduated with ${from.name}. Undo the graduation first.`);

  const moved: Application = {
    ...stored(application),
    id: ApplicationId.parse(facts.newId()),
    cohortId,
    status: 'submitted',
    statusAt: facts.now,
    statusReason: `Deferred from ${from.name}`,
    decision: null,
  };
  const changes: Change[] = [insert('application', moved), ...submissionsFor(facts, application, moved.id)];
  changes.push(...closeOffers(facts, applicationId, 'declined'));
  if (application.status !== 'deferred') {
    const statusReason = reason ?? `Deferred to ${to.name}`;
    changes.push(update('application', applicationId, { status: 'deferred', statusAt: facts.now, statusReason }));
  }
  if (place && place.status === 'enrolled') changes.push(update('participant', place.id, { status: 'deferred' }));
  return {
    ok: true,
    label: `Deferred ${name} from ${from.name} to ${to.name}`,
    changes,
    value: { applicationId: moved.id, next: nextAfter(facts, [application]) },
  };
};

/** An application without the name that sentences give it. */
const stored = ({ name: _, ...application }: NamedApplication): Application => application;

/** The forms as they were sent, once more: the same file imported there finds them and adds nothing. */
function submissionsFor({ database, newId }: Facts, { id }: NamedApplication, applicationId: ApplicationId): Change[] {
  return database
    .all<Submission>('SELECT * FROM submission WHERE applicationId = ? ORDER BY submittedAt, id', id)
    .map((submission) => insert('submission', { ...submission, id: SubmissionId.parse(newId()), applicationId }));
}
