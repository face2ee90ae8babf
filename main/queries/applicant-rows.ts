import type { Application, Ranking } from '../../shared/model/applicants.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import { fold, type Person, sayName, sayPhone } from '../../shared/model/people.ts';
import type { TableName } from '../../shared/model/tables.ts';
import type { ApplicantColumn, ApplicantRow, ApplicantShow } from '../../shared/views/applicants.ts';
import type { Facts } from '../facts.ts';
import { type RankedCohort, rankedCohort, rankingTables, stands } from './ranking.ts';

/** An applicant's row with what it is found by and sorted by. */
export interface ListedApplicant {
  readonly row: ApplicantRow;
  readonly standing: boolean;
  /** Name, school system and e-mail address, folded, to search in. */
  readonly words: string;
  readonly yearsInEducation: number | null;
  readonly byFamilyName: string;
}

/** A cohort's applicants in their order, ready to be filtered and cut. */
export interface ApplicantList {
  readonly ranked: RankedCohort;
  /** Everyone by place; then who needs a look, who is not eligible, and who does not stand any more. */
  readonly applicants: readonly ListedApplicant[];
  readonly byId: ReadonlyMap<string, ListedApplicant>;
  readonly counts: Readonly<Record<ApplicantShow, number>>;
  readonly acceptable: number;
}

const listTables = [...rankingTables, 'person', 'organization'] as const satisfies readonly TableName[];

/**
 * Who each chip shows. “In order” is everyone who stands, so that nobody falls out of sight: whoever the rule does
 * not rank comes after the last place.
 */
export const shows: Readonly<Record<ApplicantShow, (applicant: ListedApplicant) => boolean>> = {
  /** Everyone who has not withdrawn and was not declined or deferred. */
  'in-order': ({ standing }) => standing,
  /** Has a seat by the order, or holds one by acceptance. */
  'within-seats': ({ standing, row }) => standing && row.verdict === 'within-seats',
  /** Ranked past the last seat, whether the policy lets them wait or not. */
  waiting: ({ standing, row }) => standing && (row.verdict === 'waiting' || row.verdict === 'past-last-seat'),
  /** A fact is missing that decides, or a lead must judge a late application. */
  'needs-a-look': ({ standing, row }) => standing && row.verdict === 'needs-a-look',
  /** First sent after the window closed, whatever the policy makes of it. */
  late: ({ standing, row }) => standing && row.late,
  /** Not eligible by the rule, or by a lead's overruling. */
  'not-eligible': ({ standing, row }) => standing && row.verdict === 'not-eligible',
  accepted: ({ row }) => row.status === 'accepted',
  /** Withdrawn, declined or deferred. */
  closed: ({ standing }) => !standing,
};

/** The applicants of a cohort in their order; null where there is no such cohort or no program. */
export function applicantList(facts: Facts, cohortId: CohortId): ApplicantList | null {
  const ranked = rankedCohort(facts, cohortId);
  if (!ranked) return null;
  return facts.cached(`applicants ${cohortId} ${ranked.inForce.versionId}`, listTables, () => list(facts, ranked));
}

type Joined = Pick<
  Application,
  'id' | 'personId' | 'firstSubmittedAt' | 'status' | 'membership' | 'yearsInEducation' | 'payment' | 'needs'
> &
  Pick<Person, 'givenName' | 'familyName' | 'email' | 'phone' | 'jobTitle'> & { readonly organization: string | null };

function list({ database }: Facts, ranked: RankedCohort): ApplicantList {
  const memberships = new Map(ranked.inForce.policy.memberships.map(({ id, shortName }) => [id, shortName]));
  const applicants: ListedApplicant[] = [];
  for (const joined of database.each<Joined>(
    `SELECT application.id, personId, firstSubmittedAt, status, membership, yearsInEducation, payment, needs,
       givenName, familyName, email, phone, jobTitle, organization.name AS organization
     FROM application JOIN person ON person.id = personId LEFT JOIN organization ON organization.id = organizationId
     WHERE cohortId = ?`,
    ranked.cohort.id,
  )) {
    const ranking = ranked.rankings.get(joined.id);
    if (!ranking) throw new Error(`The application ${joined.id} was not ranked.`);
    const typedYears = ranked.seen.get(joined.id)?.answers['yearsInEducation'];
    applicants.push(listed(joined, ranking, memberships, typedYears));
  }
  applicants.sort(inOrder);
  const counts = { ...noCounts };
  let acceptable = 0;
  for (const applicant of applicants) {
    for (const show of allShows) if (shows[show](applicant)) counts[show] += 1;
    if (shows['within-seats'](applicant) && applicant.row.status !== 'accepted') acceptable += 1;
  }
  const byId = new Map(applicants.map((applicant) => [applicant.row.applicationId as string, applicant]));
  return { ranked, applicants, byId, counts, acceptable };
}

const noCounts: Record<ApplicantShow, number> = {
  'in-order': 0,
  'within-seats': 0,
  waiting: 0,
  'needs-a-look': 0,
  late: 0,
  'not-eligible': 0,
  accepted: 0,
  closed: 0,
};
// The keys of `shows` are exactly the chips; Object.keys forgets it.
const allShows = Object.keys(shows) as readonly ApplicantShow[];

function listed(
  joined: Joined,
  ranking: Ranking,
  memberships: ReadonlyMap<string, string>,
  typedYears: string | undefined,
): ListedApplicant {
  const name = sayName(joined);
  const organization = joined.organization ?? '';
  const row: ApplicantRow = {
    applicationId: joined.id,
    personId: joined.personId,
    place: ranking.place,
    name,
    organization,
    tier: ranking.tier,
    tierName: joined.membership === null ? '' : (memberships.get(joined.membership) ?? joined.membership),
    years: sayYearsAsTyped(joined.yearsInEducation, typedYears),
    applied: joined.firstSubmittedAt,
    status: joined.status,
    verdict: ranking.verdict,
    late: ranking.late,
    overruled: ranking.overruled,
    jobTitle: joined.jobTitle ?? '',
    email: joined.email ?? '',
    phone: joined.phone === null ? '' : sayPhone(joined.phone),
    payment: joined.payment ?? '',
    needs: joined.needs ?? '',
  };
  return {
    row,
    standing: stands(joined.status),
    words: [name, organization, row.email].map(fold).join(' '),
    yearsInEducation: joined.yearsInEducation,
    byFamilyName: `${fold(joined.familyName)} ${fold(joined.givenName)}`,
  };
}

/** Years as they should be read: what was typed shows through where it said more than the number: `15+`, `< 1`. */
export function sayYearsAsTyped(years: number | null, typed: string | undefined): string {
  if (years === null) return '?';
  const text = typed?.toLowerCase() ?? '';
  if (years === 0 && /less|under|fewer|</.test(text)) return '< 1';
  // A number that a lead set by hand is not the typed one, and carries no plus.
  const atLeast = /\+|plus|more|over|at least/.test(text) && Number.parseFloat(text.replace(/^[^\d]+/, '')) === years;
  return `${years}${atLeast ? '+' : ''}`;
}

const rankOf = ({ standing, row }: ListedApplicant): number => {
  if (!standing) return 4;
  if (row.place !== null) return 1;
  return row.verdict === 'needs-a-look' ? 2 : 3;
};

function inOrder(a: ListedApplicant, b: ListedApplicant): number {
  const ranks = rankOf(a) - rankOf(b);
  if (ranks !== 0) return ranks;
  if (a.row.place !== null && b.row.place !== null) return a.row.place - b.row.place;
  return compare(a.row.applied, b.row.applied) || compare(a.row.applicationId, b.row.applicationId);
}

/** An empty text says nothing, a zero does. */
const orNull = (key: string | number | null): string | number | null => (key === '' ? null : key);

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** What each column sorts by; an empty text or null goes last, whichever way the list runs. */
const sortKeys: Readonly<Record<ApplicantColumn, (applicant: ListedApplicant) => string | number | null>> = {
  place: ({ row }) => row.place,
  name: ({ byFamilyName }) => byFamilyName,
  organization: ({ row }) => fold(row.organization),
  tier: ({ row }) => row.tier,
  years: ({ yearsInEducation }) => yearsInEducation,
  applied: ({ row }) => row.applied,
  status: ({ row, standing }) => (row.status === 'accepted' ? 'a' : standing ? `b ${row.verdict}` : `c ${row.status}`),
  jobTitle: ({ row }) => fold(row.jobTitle),
  email: ({ row }) => row.email,
  phone: ({ row }) => row.phone,
  payment: ({ row }) => fold(row.payment),
  needs: ({ row }) => fold(row.needs),
};

/** The list sorted by a column, each order kept until the list changes; equal rows stay in their order of acceptance. */
export function sorted(
  facts: Facts,
  list: ApplicantList,
  sort: { readonly by: ApplicantColumn; readonly direction: 'up' | 'down' } | undefined,
): readonly ListedApplicant[] {
  if (!sort || (sort.by === 'place' && sort.direction === 'up')) return list.applicants;
  const { cohort, inForce } = list.ranked;
  const key = `applicants ${cohort.id} ${inForce.versionId} by ${sort.by} ${sort.direction}`;
  return facts.cached(key, listTables, () => {
    const sign = sort.direction === 'up' ? 1 : -1;
    const keyed = list.applicants.map((applicant) => ({ applicant, key: orNull(sortKeys[sort.by](applicant)) }));
    return keyed
      .sort((a, b) => {
        if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
        return compare(a.key, b.key) * sign;
      })
      .map(({ applicant }) => applicant);
  });
}
