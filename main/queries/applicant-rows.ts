import type { Ranking } from '../../shared/model/applicants.ts';
import type { CohortId, PersonId } from '../../shared/model/ids.ts';
import { fold } from '../../shared/model/people.ts';
import type { ApplicantColumn, ApplicantRow, ApplicantShow } from '../../shared/views/applicants.ts';
import type { Facts } from '../facts.ts';
import { applicantPeople, type ListedPerson } from './applicant-people.ts';
import { type RankedRow, stands } from './ranked-rows.ts';
import { type RankedCohort, rankedCohort, rankingTables } from './ranking.ts';

/** An applicant of a list. The row itself is made when somebody looks at it: of 100,000 a screen shows thirty. */
export interface ListedApplicant {
  readonly row: ApplicantRow;
  readonly application: RankedRow;
  readonly ranking: Ranking;
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

type Shown = Pick<ListedApplicant, 'application' | 'ranking' | 'standing'>;

/**
 * Who each chip shows. “In order” is everyone who stands, so that nobody falls out of sight: whoever the rule does
 * not rank comes after the last place.
 */
export const shows: Readonly<Record<ApplicantShow, (applicant: Shown) => boolean>> = {
  /** Everyone who has not withdrawn and was not declined or deferred. */
  'in-order': ({ standing }) => standing,
  /** Has a seat by the order, or holds one by acceptance. */
  'within-seats': ({ standing, ranking }) => standing && ranking.verdict === 'within-seats',
  /** Ranked past the last seat, whether the policy lets them wait or not. */
  waiting: ({ standing, ranking: { verdict } }) => standing && (verdict === 'waiting' || verdict === 'past-last-seat'),
  /** A fact is missing that decides, or a lead must judge a late application. */
  'needs-a-look': ({ standing, ranking }) => standing && ranking.verdict === 'needs-a-look',
  /** First sent after the window closed, whatever the policy makes of it. */
  late: ({ standing, ranking }) => standing && ranking.late,
  /** Not eligible by the rule, or by a lead's overruling. */
  'not-eligible': ({ standing, ranking }) => standing && ranking.verdict === 'not-eligible',
  accepted: ({ application }) => application.status === 'accepted',
  /** Withdrawn, declined or deferred. */
  closed: ({ standing }) => !standing,
};

/** The applicants of a cohort in their order; null where there is no such cohort or no program. */
export function applicantList(facts: Facts, cohortId: CohortId): ApplicantList | null {
  const ranked = rankedCohort(facts, cohortId);
  if (!ranked) return null;
  return facts.cached(`applicants ${ranked.stamp}`, rankingTables, () => list(facts, ranked));
}

/** What the applicants of one list share. */
interface Setting {
  readonly memberships: ReadonlyMap<string, string>;
  readonly personOf: (id: PersonId) => ListedPerson;
  readonly typedYears: (id: string) => string | undefined;
  readonly isOffered: (id: string) => boolean;
}

class Listed implements ListedApplicant {
  readonly application: RankedRow;
  readonly ranking: Ranking;
  readonly standing: boolean;
  readonly #setting: Setting;
  #row: ApplicantRow | null = null;
  #person: ListedPerson | null = null;

  constructor(application: RankedRow, ranking: Ranking, setting: Setting) {
    this.application = application;
    this.ranking = ranking;
    this.standing = stands(application.status);
    this.#setting = setting;
  }

  get row(): ApplicantRow {
    this.#row ??= rowOf(this.application, this.#who, this.ranking, this.#setting);
    return this.#row;
  }

  get words(): string {
    return this.#who.words;
  }

  get yearsInEducation(): number | null {
    return this.application.yearsInEducation;
  }

  get byFamilyName(): string {
    return this.#who.byFamilyName;
  }

  get #who(): ListedPerson {
    this.#person ??= this.#setting.personOf(this.application.personId);
    return this.#person;
  }
}

/** The last list’s applicants: one is made again only where the application or the ranking is another. */
interface Kept {
  last: {
    readonly made: readonly Listed[];
    readonly known: ReadonlyMap<PersonId, ListedPerson>;
    readonly memberships: string;
  } | null;
}

function list(facts: Facts, ranked: RankedCohort): ApplicantList {
  const { policy } = ranked.inForce;
  const memberships = new Map(policy.memberships.map(({ id, shortName }) => [id, shortName]));
  const { known, personOf } = applicantPeople(facts, ranked.cohort.id);
  const setting: Setting = {
    memberships,
    personOf,
    typedYears: (id) => ranked.seen.get(id)?.answers['yearsInEducation'],
    isOffered: (id) => ranked.promises.offers.get(id)?.state === 'open',
  };
  // After one acceptance of 100,000 nearly everyone is as before. An offer that comes, lapses or is answered gives
  // another ranking, with another reason, so that the row is made anew.
  const kept = facts.cached(`applicant rows ${ranked.cohort.id}`, [], (): Kept => ({ last: null }));
  const named = JSON.stringify([...memberships]);
  const before = kept.last?.known === known && kept.last.memberships === named ? kept.last.made : [];
  const made = ranked.rows.map((application, index): Listed => {
    const last = before[index];
    const ranking = ranked.rankings.get(application.id);
    if (!ranking) throw new Error(`The application ${application.id} was not ranked.`);
    return last?.application === application && last.ranking === ranking
      ? last
      : new Listed(application, ranking, setting);
  });
  kept.last = { made, known, memberships: named };
  let acceptable = 0;
  const counts = { ...noCounts };
  for (const applicant of made) {
    for (const show of allShows) if (shows[show](applicant)) counts[show] += 1;
    const { application } = applicant;
    const isOpen = application.status !== 'accepted' && shows['within-seats'](applicant);
    if (isOpen && !setting.isOffered(application.id)) acceptable += 1;
  }
  const applicants = ordered(made);
  let byId: ReadonlyMap<string, ListedApplicant> | null = null;
  return {
    ranked,
    applicants,
    get byId() {
      // The list itself needs no look by id: made when the first one is asked for.
      byId ??= new Map(made.map((applicant) => [applicant.application.id, applicant]));
      return byId;
    },
    counts,
    acceptable,
  };
}

/** Everyone by place, which is known; only those without one have to be sorted, each part by itself. */
function ordered(made: readonly Listed[]): readonly ListedApplicant[] {
  const placed: ListedApplicant[] = [];
  const doubtful: ListedApplicant[] = [];
  const notEligible: ListedApplicant[] = [];
  const closed: ListedApplicant[] = [];
  for (const applicant of made) {
    const { place, verdict } = applicant.ranking;
    if (!applicant.standing) closed.push(applicant);
    else if (place !== null) placed[place - 1] = applicant;
    else (verdict === 'needs-a-look' ? doubtful : notEligible).push(applicant);
  }
  // Places have no gaps as a rule; where one has, nobody stands in it.
  return [
    ...placed.filter((applicant) => applicant !== undefined),
    ...doubtful.sort(bySending),
    ...notEligible.sort(bySending),
    ...closed.sort(bySending),
  ];
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

function rowOf(
  application: RankedRow,
  person: ListedPerson,
  ranking: Ranking,
  { memberships, typedYears, isOffered }: Setting,
): ApplicantRow {
  const { id, personId, firstSubmittedAt, submittedDoubt, status, membership, yearsInEducation, payment, needs } =
    application;
  const { name, organization, email, phone, jobTitle } = person;
  return {
    applicationId: id,
    personId,
    place: ranking.place,
    name,
    organization,
    tier: ranking.tier,
    tierName: membership === null ? '' : (memberships.get(membership) ?? membership),
    years: sayYearsAsTyped(yearsInEducation, typedYears(id)),
    applied: firstSubmittedAt,
    appliedDoubt: submittedDoubt,
    status,
    verdict: ranking.verdict,
    late: ranking.late,
    overruled: ranking.overruled,
    offered: isOffered(id),
    jobTitle,
    email,
    phone,
    payment: payment ?? '',
    needs: needs ?? '',
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

/** By the time of sending, then by the record. */
function bySending({ application: a }: Shown, { application: b }: Shown): number {
  if (a.firstSubmittedAt !== b.firstSubmittedAt) return a.firstSubmittedAt < b.firstSubmittedAt ? -1 : 1;
  return compare(a.id, b.id);
}

/** An empty text says nothing, a zero does. */
const orNull = (key: string | number | null): string | number | null => (key === '' ? null : key);

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** What each column sorts by; an empty text or null goes last, whichever way the list runs. */
const sortKeys: Readonly<Record<ApplicantColumn, (applicant: ListedApplicant) => string | number | null>> = {
  place: ({ ranking }) => ranking.place,
  name: ({ byFamilyName }) => byFamilyName,
  organization: ({ row }) => fold(row.organization),
  tier: ({ ranking }) => ranking.tier,
  years: ({ yearsInEducation }) => yearsInEducation,
  applied: ({ application }) => (application.submittedDoubt === null ? application.firstSubmittedAt : null),
  status: ({ application: { status }, ranking, standing }) =>
    status === 'accepted' ? 'a' : standing ? `b ${ranking.verdict}` : `c ${status}`,
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
