import type { CohortId } from '../../shared/model/ids.ts';
import { fold } from '../../shared/model/people.ts';
import { done, type Problem, refuse } from '../../shared/model/result.ts';
import type { ApplicantColumn, ApplicantShow } from '../../shared/views/applicants.ts';
import type { Facts } from '../facts.ts';
import type { Handlers, Query } from '../handler.ts';
import { applicantDetail } from './applicant-detail.ts';
import { type ApplicantList, applicantList, type ListedApplicant, shows, sorted } from './applicant-rows.ts';
import { rankingTables } from './ranking.ts';

const list: Query<'applicants.list'> = (facts, input) => {
  const found = applicantList(facts, input.cohortId);
  if (!found) return noList(facts, input.cohortId);
  const chosen = chosenApplicants(facts, found, input);
  const { cohort, inForce } = found.ranked;
  return done({
    total: chosen.length,
    offset: input.offset,
    rows: chosen.slice(input.offset, input.offset + input.limit).map(({ row }) => row),
    cohort: { id: cohort.id, name: cohort.name, seats: cohort.seats },
    policyNumber: inForce.number,
    counts: found.counts,
    acceptable: found.acceptable,
  });
};

const show: Query<'applicants.show'> = (facts, { applicationId }) => {
  const cohortId = facts.database.get<{ cohortId: CohortId }>(
    'SELECT cohortId FROM application WHERE id = ?',
    applicationId,
  )?.cohortId;
  if (!cohortId) return refuse('This application is not there any more. Somebody may have undone its import.');
  const found = applicantList(facts, cohortId);
  return found ? done(applicantDetail(facts, found, applicationId)) : noList(facts, cohortId);
};

/** Why a cohort has no list of applicants. */
export function noList(facts: Facts, cohortId: CohortId): { readonly ok: false; readonly problem: Problem } {
  if (!facts.inForce) return refuse('This desk has no program yet. Start one first.');
  return refuse('This cohort is not there any more. Choose another one.', [cohortId]);
}

/** What of a list the screen asks for, but for the slice. */
export interface Choice {
  readonly show: ApplicantShow;
  readonly search: string;
  readonly sort?: { readonly by: ApplicantColumn; readonly direction: 'up' | 'down' } | undefined;
}

/** The applicants that a chip and a search leave, in the order asked for: what the screen shows and what is exported. */
export function chosenApplicants(
  facts: Facts,
  found: ApplicantList,
  { show, search, sort }: Choice,
): readonly ListedApplicant[] {
  // Every word must occur, in any order and without its accents: `calvin o'b` and `obrien calvin` find Calvin O’Brien.
  const words = search
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== '');
  // A screen asks for slice after slice of the same part.
  const key = `applicants ${found.ranked.stamp} ${show} by ${sort?.by} ${sort?.direction}`;
  const shown = facts.cached(key, rankingTables, () => sorted(facts, found, sort).filter(shows[show]));
  return words.length === 0
    ? shown
    : shown.filter((applicant) => words.every((word) => applicant.words.includes(word)));
}

export const applicantQueries: Pick<Handlers, 'applicants.list' | 'applicants.show'> = {
  'applicants.list': list,
  'applicants.show': show,
};
