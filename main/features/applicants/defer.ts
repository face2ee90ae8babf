import type { Application, Submission } from '../../../shared/model/applicants.ts';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import { countOf, sayCount } from '../../../shared/model/counts.ts';
import { ApplicationId, SubmissionId } from '../../../shared/model/ids.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command } from '../../call/handler.ts';
import { refuseEach } from '../../call/refuse-each.ts';
import { type Change, insert, update } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { countGone, gone, type NamedApplication, namedApplications, sayApplicants } from '../selection/named.ts';
import { closingOffers, nextAfter, openOffers, placesOf } from '../selection/seats.ts';
import { type Deferring, deferring, laterCohort } from './deferral.ts';

/**
 * Defers applicants to another cohort: deferred here, and an application there with the same answers, the same
 * submissions, a lead's overruling if there is one, and the dates on which it was first sent, so that no one loses
 * the place in line by waiting a year. All or none: where one of them can't go, no one does.
 */
export const defer: Command<'applicants.defer'> = (facts, { applicationIds, cohortId, reason }) => {
  const later = laterCohort(facts, cohortId);
  if (!later.ok) return later;
  if (countGone(facts, applicationIds) > 0) return refuse(gone);
  const applications = namedApplications(facts, applicationIds);
  const { to } = later;
  const leaving = deferring(facts, applicationIds, to);
  const why = leaving.flatMap((each) => each.why ?? []);
  if (why.length > 0) return refuseDeferring(leaving, why, to);
  const moved = new Map(
    applications.map(({ id, personId }) => [
      id,
      ApplicationId.parse(idFor(facts.database, 'application', { cohortId: to.id, personId })),
    ]),
  );
  return {
    ok: true,
    label: `Deferred ${sayApplicants(applications)} from ${sayFrom(leaving)} to ${to.name}`,
    changes: changesFor(facts, applications, { to, reason, moved, from: new Map(fromOf(leaving)) }),
    value: { applicationIds: [...moved.values()], next: nextAfter(facts, applications) },
  };
};

function refuseDeferring(leaving: readonly Deferring[], why: readonly string[], to: Cohort) {
  const [only] = why;
  if (leaving.length === 1 && only !== undefined) return refuse(only);
  const many = `${sayCount(why.length)} of ${sayCount(leaving.length)}`;
  return refuseEach(`${many} can’t be deferred to ${to.name}, so no one was. Take them out of the selection.`, why);
}

const fromOf = (leaving: readonly Deferring[]): [ApplicationId, string][] =>
  leaving.map(({ applicationId, from }) => [applicationId, from]);

/** The cohort that they leave, or how many cohorts they leave. */
function sayFrom(leaving: readonly Deferring[]): string {
  const cohorts = new Set(leaving.map(({ from }) => from));
  const [only = ''] = cohorts;
  return cohorts.size === 1 ? only : countOf(cohorts.size, 'cohort');
}

interface Deferral {
  readonly to: Cohort;
  readonly reason: string | null;
  /** The new application of each. */
  readonly moved: ReadonlyMap<ApplicationId, ApplicationId>;
  /** The name of the cohort that each leaves. */
  readonly from: ReadonlyMap<ApplicationId, string>;
}

function* changesFor(
  facts: Facts,
  applications: readonly NamedApplication[],
  { to, reason, moved, from }: Deferral,
): Generator<Change> {
  const { now: statusAt } = facts;
  const ids = applications.map(({ id }) => id);
  const places = placesOf(facts, ids);
  const offers = openOffers(facts, ids);
  const submissions = submissionsOf(facts, ids);
  for (const application of applications) {
    const { id } = application;
    const applicationId = moved.get(id);
    if (applicationId === undefined) continue;
    yield insert('application', {
      ...stored(application),
      id: applicationId,
      cohortId: to.id,
      status: 'submitted',
      statusAt,
      statusReason: `Deferred from ${from.get(id) ?? ''}`,
      decision: null,
      readOrder: facts.newId(),
    });
    // The forms as they were sent, again: the same file imported there finds them and adds nothing.
    for (const submission of submissions.get(id) ?? []) {
      yield insert('submission', { ...submission, id: SubmissionId.parse(facts.newId()), applicationId });
    }
    yield* closingOffers(facts, offers.get(id) ?? [], 'declined');
    if (application.status !== 'deferred') {
      const statusReason = reason ?? `Deferred to ${to.name}`;
      yield update('application', id, { status: 'deferred', statusAt, statusReason });
    }
    const place = places.get(id);
    if (place?.status === 'enrolled') yield update('participant', place.id, { status: 'deferred' });
  }
}

/** An application without the name that sentences give it. */
const stored = ({ name: _, ...application }: NamedApplication): Application => application;

function submissionsOf(
  { database }: Facts,
  ids: readonly ApplicationId[],
): ReadonlyMap<ApplicationId, readonly Submission[]> {
  const found = new Map<ApplicationId, Submission[]>();
  const rows = database.each<Submission>(
    `SELECT submission.* FROM json_each(?) asked CROSS JOIN submission ON applicationId = asked.value
     ORDER BY submittedAt, id`,
    JSON.stringify(ids),
  );
  for (const row of rows) {
    const theirs = found.get(row.applicationId);
    if (theirs) theirs.push(row);
    else found.set(row.applicationId, [row]);
  }
  return found;
}
