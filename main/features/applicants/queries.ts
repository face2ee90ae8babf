import type { CohortId, PersonId } from '../../../shared/model/ids.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { ApplicantShow } from '../../../shared/views/applicants.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import type { Entry } from '../../rules/selection/ranking.ts';
import { searchFor } from '../people/directory.ts';
import { noList } from '../selection/ranking.ts';
import { peopleTagged } from '../tags/tagged.ts';
import { applicantDetail } from './detail.ts';
import { type ApplicantSort, sortedBy } from './order.ts';
import { type ApplicantList, applicantList, applicationOf, type ListedApplicant, shownOf } from './rows.ts';

const list: Query<'applicants.list'> = (facts, input) => {
  const found = applicantList(facts, input.cohortId);
  if (!found) return noList(facts, input.cohortId);
  const chosen = chosenApplicants(found, { ...input, tagged: peopleTagged(facts, input.tagId) });
  const { cohort, inForce } = found.ranked;
  return done({
    total: chosen.length,
    offset: input.offset,
    rows: applicantsOf(found, chosen.slice(input.offset, input.offset + input.limit)).map(({ row }) => row),
    cohort: { id: cohort.id, name: cohort.name, seats: cohort.seats },
    policyNumber: inForce.number,
    counts: found.counts,
    acceptable: found.acceptable,
    undecided: found.undecided,
  });
};

const show: Query<'applicants.show'> = (facts, { applicationId }) => {
  const cohortId = facts.database.get<{ cohortId: CohortId }>(
    'SELECT cohortId FROM application WHERE id = ?',
    applicationId,
  )?.cohortId;
  if (!cohortId) return refuse('This application no longer exists. Its import may have been undone.');
  const found = applicantList(facts, cohortId);
  return found ? done(applicantDetail(facts, found, applicationId)) : noList(facts, cohortId);
};

/** What of a list the screen asks for, but for the slice. */
interface Choice {
  readonly show: ApplicantShow;
  readonly search: string;
  /** Who has the tag that the list is narrowed to; null: everyone. */
  readonly tagged: ReadonlySet<PersonId> | null;
  readonly sort?: ApplicantSort | undefined;
}

/** The applicants that a chip and a search leave, in the order asked for: what the screen shows and what is exported. */
export function chosenApplicants(found: ApplicantList, { show, search, sort, tagged }: Choice): readonly Entry[] {
  const shown = shownOf(found, show);
  const isMeant = searchFor(search);
  const meant =
    isMeant === null && tagged === null
      ? shown
      : shown.filter(
          (entry) =>
            (isMeant === null || isMeant(found.personOf(entry).words)) &&
            (tagged === null || tagged.has(applicationOf(found.ranked, entry).personId)),
        );
  return sort ? sortedBy(found, meant, sort) : meant;
}

/** Applicants as they are listed. */
export const applicantsOf = (list: ApplicantList, chosen: readonly Entry[]): readonly ListedApplicant[] =>
  chosen.flatMap(({ facts: { applicationId } }) => list.applicant(applicationId) ?? []);

export const applicantQueries: Pick<Handlers, 'applicants.list' | 'applicants.show'> = {
  'applicants.list': list,
  'applicants.show': show,
};
