import { readFileSync } from 'node:fs';
import type { RankingFacts } from '../../../shared/model/applicants.ts';
import { CivilDate, Instant } from '../../../shared/model/dates.ts';
import { Policy } from '../../../shared/model/program.ts';

/** The default program as it ships. */
export const policyText = readFileSync(new URL('../../../resources/programs/al-cto.json', import.meta.url), 'utf8');
export const policy = Policy.parse(JSON.parse(policyText));

export const day = (text: string): CivilDate => CivilDate.parse(text);
export const at = (text: string): Instant => Instant.parse(text);

/** The default program with some of its admission rules changed. */
export const admitting = (changes: Partial<Policy['admission']>): Policy =>
  Policy.parse({ ...policy, admission: { ...policy.admission, ...changes } });

let made = 0;

/** An application that stands: a General Member with ten years, in time, unless told otherwise. */
export function applicant(changes: Partial<RankingFacts> = {}): RankingFacts {
  made += 1;
  const sent = changes.firstSubmittedAt ?? at('2024-04-10T15:00:00.000Z');
  return {
    applicationId: `application-${String(made).padStart(6, '0')}`,
    readOrder: null,
    firstSubmittedAt: sent,
    latestSubmittedAt: sent,
    membership: 'general',
    highestPost: 'no',
    yearsInEducation: 10,
    answers: {},
    overrule: null,
    cohort: null,
    windowClosesOn: null,
    windowOpensOn: null,
    returnedAt: null,
    submittedDoubt: null,
    organization: null,
    stands: true,
    ...changes,
  };
}
