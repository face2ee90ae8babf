import type { Application, RankingFacts } from '../../../shared/model/applicants.ts';

/** The facts of an applicant that a lead may correct after a decision was taken on them. */
const correctable = ['membership', 'highestPost', 'yearsInEducation'] as const;
type CorrectableFact = (typeof correctable)[number];

/** Which facts that a decision saw are others now. Where one answer of the form was not given then, its giving counts. */
export const rankedFactsChanged = (
  then: Pick<RankingFacts, CorrectableFact>,
  now: Pick<Application, CorrectableFact>,
): readonly CorrectableFact[] => correctable.filter((field) => then[field] !== now[field]);
