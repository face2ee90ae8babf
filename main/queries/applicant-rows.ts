import type { Ranking } from '../../shared/model/applicants.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import { fold } from '../../shared/model/people.ts';
import type { ApplicantColumn, ApplicantRow, ApplicantShow } from '../../shared/views/applicants.ts';
import type { Facts } from '../facts.ts';
import { changesOf } from '../rules/changed-rankings.ts';
import { applicantPeople, type ListedPerson } from './applicant-people.ts';
import { type RankedRow, stands } from './ranked-rows.ts';
import { type RankedCohort, rankedCohort, rankingTables } from './ranking.ts';

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
  return facts.cached(`applicants ${ranked.stamp}`, rankingTables, () => list(facts, ranked));
}

/** A row of the list with what it was made of. */
interface Made {
  readonly application: RankedRow;
  readonly applicant: ListedApplicant;
  /** The chips that show it. */
  readonly shownBy: readonly ApplicantShow[];
}

/** The last list’s rows, and what they came from: a row is made again only where one of these is another. */
interface Kept {
  last: {
    readonly made: readonly Made[];
    readonly known: ReadonlyMap<string, ListedPerson>;
    readonly byRule: ReadonlyMap<string, Ranking>;
    readonly changes: ReadonlyMap<string, Ranking>;
  } | null;
}

function list(facts: Facts, ranked: RankedCohort): ApplicantList {
  const { policy } = ranked.inForce;
  const memberships = new Map(policy.memberships.map(({ id, shortName }) => [id, shortName]));
  const { known, personOf } = applicantPeople(facts, ranked.cohort.id);
  const changes = changesOf(ranked.rankings);
  // After one acceptance of 100,000 nearly every row is as it was, and stands where it stood.
  const kept = facts.cached(`applicant rows ${ranked.cohort.id}`, [], (): Kept => ({ last: null }));
  const before = kept.last?.known === known && kept.last.byRule === ranked.byRule ? kept.last : null;
  const made = ranked.rows.map((application, index): Made => {
    const last = before?.made[index];
    const { id } = application;
    if (last?.application === application && !before?.changes.has(id) && !changes.has(id)) return last;
    const ranking = ranked.rankings.get(id);
    if (!ranking) throw new Error(`The application ${id} was not ranked.`);
    const typedYears = ranked.seen.get(application.id)?.answers['yearsInEducation'];
    // An offer that comes, lapses or is answered changes the ranking's reasons too, so that the row is made anew.
    const offered = ranked.promises.offers.get(application.id)?.state === 'open';
    const about = { memberships, typedYears, offered };
    const applicant = listed(application, personOf(application.personId), ranking, about);
    return { application, applicant, shownBy: allShows.filter((show) => shows[show](applicant)) };
  });
  kept.last = { made, known, byRule: ranked.byRule, changes };
  const counts = { ...noCounts };
  let acceptable = 0;
  for (const { application, applicant, shownBy } of made) {
    for (const show of shownBy) counts[show] += 1;
    const isOpen = application.status !== 'accepted' && !applicant.row.offered;
    if (isOpen && shownBy.includes('within-seats')) acceptable += 1;
  }
  const applicants = ordered(made);
  let byId: ReadonlyMap<string, ListedApplicant> | null = null;
  return {
    ranked,
    applicants,
    get byId() {
      // The list itself needs no look by id: made when the first one is asked for.
      byId ??= new Map(applicants.map((applicant) => [applicant.row.applicationId, applicant]));
      return byId;
    },
    counts,
    acceptable,
  };
}

/** Everyone by place, which is known; only those without one have to be sorted. */
function ordered(made: readonly Made[]): readonly ListedApplicant[] {
  const placed: ListedApplicant[] = [];
  const others: ListedApplicant[] = [];
  for (const { applicant } of made) {
    if (rankOf(applicant) === 1 && applicant.row.place !== null) placed[applicant.row.place - 1] = applicant;
    else others.push(applicant);
  }
  // Places have no gaps as a rule; where one has, nobody stands in it.
  return [...placed.filter((applicant) => applicant !== undefined), ...others.sort(inOrder)];
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
  application: RankedRow,
  person: ListedPerson,
  ranking: Ranking,
  {
    memberships,
    typedYears,
    offered,
  }: {
    readonly memberships: ReadonlyMap<string, string>;
    readonly typedYears: string | undefined;
    readonly offered: boolean;
  },
): ListedApplicant {
  const { id, personId, firstSubmittedAt, status, membership, yearsInEducation, payment, needs } = application;
  const { name, organization, email, phone, jobTitle, words, byFamilyName } = person;
  const row: ApplicantRow = {
    applicationId: id,
    personId,
    place: ranking.place,
    name,
    organization,
    tier: ranking.tier,
    tierName: membership === null ? '' : (memberships.get(membership) ?? membership),
    years: sayYearsAsTyped(yearsInEducation, typedYears),
    applied: firstSubmittedAt,
    status,
    verdict: ranking.verdict,
    late: ranking.late,
    overruled: ranking.overruled,
    offered,
    jobTitle,
    email,
    phone,
    payment: payment ?? '',
    needs: needs ?? '',
  };
  return { row, standing: stands(status), words, yearsInEducation, byFamilyName };
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
  const key = `applicants ${list.ranked.stamp} by ${sort.by} ${sort.direction}`;
  return facts.cached(key, rankingTables, () => {
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
