import { type Application, type StoredRanking, sayStatus, sayVerdict } from '../../../shared/model/applicants.ts';
import { nameOrCount } from '../../../shared/model/counts.ts';
import { toJson } from '../../../shared/model/json.ts';
import { type Person, sayName } from '../../../shared/model/people.ts';
import type { Facts } from '../../call/facts.ts';
import type { RankedCohort } from './ranking.ts';

/** An application with the name that sentences give it. */
export type NamedApplication = Application & { readonly name: string };

type Joined = Application & Pick<Person, 'givenName' | 'familyName'>;

const joined = `SELECT application.*, givenName, familyName FROM json_each(?) asked
  CROSS JOIN application ON application.id = asked.value JOIN person ON person.id = personId`;
const named = ({ givenName, familyName, ...application }: Joined): NamedApplication =>
  Object.assign(application, { name: sayName({ givenName, familyName }) });

/** The applications of these ids, in their order; an id that nothing has is left out. One look, also for 100,000. */
export const namedApplications = ({ database }: Facts, ids: readonly string[]): NamedApplication[] =>
  database.all<Joined>(joined, JSON.stringify([...new Set(ids)])).map(named);

/** How many of these ids no application has: known before any of them is read. */
export function countGone({ database }: Facts, ids: readonly string[]): number {
  const asked = new Set(ids);
  const found = database.get<{ n: number }>(
    'SELECT count(*) AS n FROM json_each(?) asked CROSS JOIN application ON application.id = asked.value',
    JSON.stringify([...asked]),
  );
  return asked.size - (found?.n ?? 0);
}

/** `Jamal Calloway`, or `3 applicants`. */
export const sayApplicants = (applications: readonly { readonly name: string }[]): string =>
  nameOrCount(applications, 'applicant');

/** The sentence for applications that are gone, as after an undone import. */
export const gone = 'An application no longer exists. Its import may have been undone.';

/** The decision as it stands now, to be kept with a status; null where the application was not ranked. */
export function decisionNow(facts: Facts, ranked: RankedCohort, id: string): Application['decision'] {
  const ranking = ranked.rankings.get(id);
  const seen = ranked.seen.get(id);
  if (!ranking || !seen) return null;
  const { cohort, inForce } = ranked;
  const kept: StoredRanking = {
    ranking,
    facts: seen,
    seats: cohort.seats,
    policyVersionId: inForce.versionId,
    decidedAt: facts.now,
  };
  return toJson(kept);
}

/** Why an application may not be accepted, as one sentence; null where it may. */
export function whyNotAccept(application: NamedApplication, ranked: RankedCohort): string | null {
  const { name, status, id } = application;
  if (status === 'withdrawn' || status === 'declined' || status === 'deferred') {
    return `${name} is ${sayStatus[status].toLowerCase()}. Reconsider the application first.`;
  }
  const ranking = ranked.rankings.get(id);
  if (!ranking) return `${name} is not ranked.`;
  if (ranking.verdict === 'within-seats') return null;
  // Past the last seat a lead's overruling opens the way: its reason is kept. It opens none where it says “not eligible”.
  if (ranking.place !== null && ranking.overruled) return null;
  const why = ranking.reasons.filter(({ outcome }) => outcome === (ranking.place === null ? 'unmet' : 'order'));
  const unknown = ranking.reasons.filter(({ outcome }) => outcome === 'unknown');
  const said = [...(ranking.verdict === 'needs-a-look' ? unknown : why)].map(({ sentence }) => sentence).at(-1);
  return `${name}: ${sayVerdict[ranking.verdict].toLowerCase()}${said === undefined ? '' : `. ${said}`}.`;
}

/** What a label adds where a lead overruled the rule or the order. */
export const sayOverruled = (overruled: boolean | undefined): string => (overruled ? ', overruling the rule' : '');
