import type { CohortId } from '../../../shared/model/ids.ts';
import { fold } from '../../../shared/model/people.ts';
import { done, type Problem, refuse } from '../../../shared/model/result.ts';
import type { ApplicantShow } from '../../../shared/views/applicants.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import type { Entry } from '../../rules/applicants/rule-rankings.ts';
import { applicantDetail } from './detail.ts';
import { type Sort, sortedBy } from './order.ts';
import { rankingTables } from './ranking.ts';
import { type ApplicantList, applicantList, type ListedApplicant, shownOf } from './rows.ts';

const list: Query<'applicants.list'> = (facts, input) => {
  const found = applicantList(facts, input.cohortId);
  if (!found) return noList(facts, input.cohortId);
  const chosen = chosenApplicants(facts, found, input);
  const { cohort, inForce } = found.ranked;
  return done({
    total: chosen.length,
    offset: input.offset,
    rows: applicantsOf(found, chosen.slice(input.offset, input.offset + input.limit)).map(({ row }) => row),
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
  readonly sort?: Sort | undefined;
}

/** The applicants that a chip and a search leave, in the order asked for: what the screen shows and what is exported. */
export function chosenApplicants(facts: Facts, found: ApplicantList, { show, search, sort }: Choice): readonly Entry[] {
  // A screen asks for slice after slice of the same part.
  const key = `applicants ${found.ranked.stamp} ${show} by ${sort?.by} ${sort?.direction}`;
  const shown = facts.cached(key, rankingTables, () => {
    const inOrder = shownOf(found, show);
    if (!sort || (sort.by === 'place' && sort.direction === 'up')) return inOrder;
    const isShown = new Uint8Array(found.ranked.byRule.slots);
    for (const { slot } of inOrder) isShown[slot] = 1;
    return sortedBy(facts, found, sort).filter(({ slot }) => isShown[slot] === 1);
  });
  const isMeant = searched(search);
  if (isMeant === null) return shown;
  const words = facts.cached(`${key} in words`, rankingTables, () => {
    found.people.readAll();
    return shown.map((entry) => found.personOf(entry).words);
  });
  return shown.filter((_, index) => isMeant(words[index] ?? ''));
}

/** Every word must occur, in any order and without its accents: `calvin o'b` and `obrien calvin` find Calvin O’Brien. */
export function searched(search: string): ((words: string) => boolean) | null {
  const asked = search
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== '');
  return asked.length === 0 ? null : (words) => asked.every((word) => words.includes(word));
}

/** Applicants as they are listed. */
export const applicantsOf = (list: ApplicantList, chosen: readonly Entry[]): readonly ListedApplicant[] =>
  chosen.flatMap(({ facts: { applicationId } }) => list.applicant(applicationId) ?? []);

export const applicantQueries: Pick<Handlers, 'applicants.list' | 'applicants.show'> = {
  'applicants.list': list,
  'applicants.show': show,
};
