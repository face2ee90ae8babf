import type { Ranking } from '../../../shared/model/applicants.ts';
import { isInTheOrder } from '../../../shared/model/applicants.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { ApplicantRow, ApplicantShow } from '../../../shared/views/applicants.ts';
import type { Facts } from '../../call/facts.ts';
import type { Entry } from '../../rules/selection/ranking.ts';
import { type LinePart, type LineParts, partsOf } from '../../rules/selection/seated-line.ts';
import { cohortPeople, type ListedPerson } from '../people/directory.ts';
import type { RankedRow } from '../selection/ranked-rows.ts';
import { type RankedCohort, rankedCohort, rankingTables } from '../selection/ranking.ts';

/** An applicant of a list, made when someone looks: of 5,000 a screen shows thirty. */
export interface ListedApplicant {
  readonly row: ApplicantRow;
  readonly standing: boolean;
  readonly yearsInEducation: number | null;
}

/** A cohort's applicants in their order, ready to be filtered and cut. */
export interface ApplicantList {
  readonly ranked: RankedCohort;
  /** Everyone by place; then who needs a look, who is not eligible, and who does not stand any more. */
  readonly parts: LineParts;
  readonly counts: Readonly<Record<ApplicantShow, number>>;
  readonly acceptable: number;
  /** An applicant by the application; undefined: no one. */
  readonly applicant: (id: string) => ListedApplicant | undefined;
  readonly personOf: (entry: Entry) => ListedPerson;
}

/** Whom a chip shows: parts of the list, of which it may leave out some people. */
interface Shown {
  readonly part: (part: LinePart) => boolean;
  readonly each?: (entry: Entry, ranked: RankedCohort) => boolean;
}

/**
 * Who each chip shows. “In order” is everyone who stands, so that no one falls out of sight: whoever the rule does
 * not rank comes after the last place.
 */
const shows: Readonly<Record<ApplicantShow, Shown>> = {
  /** Everyone who has not withdrawn and was not declined or deferred. */
  'in-order': { part: ({ standing }) => standing },
  /** Has a seat by the order, or holds one by acceptance. */
  'within-seats': { part: ({ standing, verdict }) => standing && verdict === 'within-seats' },
  /** Ranked past the last seat, where the policy lets them wait. */
  waiting: { part: ({ standing, verdict }) => standing && verdict === 'waiting' },
  /** Ranked past the last seat, where the policy declines them: no one waits. */
  'past-last-seat': { part: ({ standing, verdict }) => standing && verdict === 'past-last-seat' },
  /** A fact is missing that decides, or a lead must judge a late application. */
  'needs-a-look': { part: ({ standing, verdict }) => standing && verdict === 'needs-a-look' },
  /** First sent after the window closed, whatever the policy makes of it. */
  late: { part: ({ standing }) => standing, each: ({ standing: { late } }) => late },
  /** First sent before the window opened. */
  early: { part: ({ standing }) => standing, each: ({ standing: { early } }) => early },
  /** Not eligible by the rule, or by a lead's overruling. */
  'not-eligible': { part: ({ standing, verdict }) => standing && verdict === 'not-eligible' },
  accepted: {
    part: ({ standing }) => standing,
    each: ({ facts: { applicationId } }, { promises }) => promises.accepted.has(applicationId),
  },
  /** Withdrawn, declined or deferred. */
  closed: { part: ({ standing }) => !standing },
};
// The keys of `shows` are exactly the chips; Object.keys forgets it.
const allShows = Object.keys(shows) as readonly ApplicantShow[];

/** The applicants of a cohort in their order; null where there is no such cohort or no program. */
export function applicantList(facts: Facts, cohortId: CohortId): ApplicantList | null {
  const ranked = rankedCohort(facts, cohortId);
  if (!ranked) return null;
  return facts.cached(`applicants ${ranked.stamp}`, rankingTables, () => list(facts, ranked));
}

function list(facts: Facts, ranked: RankedCohort): ApplicantList {
  const { rows, rankings, byRule, promises, seen } = ranked;
  const parts = partsOf(byRule, rankings);
  const people = cohortPeople(facts, ranked.cohort.id);
  const personOf = ({ id, personId }: RankedRow): ListedPerson => {
    const person = people.get(personId);
    if (!person) throw new Error(`The person of the application ${id} is not there.`);
    return person;
  };
  const memberships = new Map(ranked.inForce.policy.memberships.map(({ id, shortName }) => [id, shortName]));
  const setting: Setting = {
    memberships,
    typedYears: (id) => seen.get(id)?.answers['yearsInEducation'],
    isOffered: (id) => promises.offers.get(id)?.state === 'open',
  };
  const isOpen = ({ facts: { applicationId: id } }: Entry): boolean =>
    !promises.accepted.has(id) && !setting.isOffered(id);
  return {
    ranked,
    parts,
    counts: countsOf(ranked, parts),
    acceptable: parts[0].entries.filter(isOpen).length,
    applicant: (id) => {
      const application = rows.get(id);
      const ranking = rankings.get(id);
      if (!application || !ranking) return undefined;
      const row = rowOf(application, personOf(application), ranking, setting);
      return { row, standing: isInTheOrder(application.status), yearsInEducation: application.yearsInEducation };
    },
    personOf: (entry) => personOf(applicationOf(ranked, entry)),
  };
}

/** The application of someone in a list. */
export function applicationOf({ rows }: RankedCohort, { facts: { applicationId } }: Entry): RankedRow {
  const row = rows.get(applicationId);
  if (!row) throw new Error(`The application ${applicationId} was ranked and is not there.`);
  return row;
}

/** How many each chip shows. */
function countsOf(ranked: RankedCohort, parts: LineParts): ApplicantList['counts'] {
  const counts = { ...noCounts };
  for (const show of allShows) {
    const { part: isShown, each } = shows[show];
    for (const part of parts) {
      if (!isShown(part)) continue;
      const { entries } = part;
      counts[show] += each ? entries.reduce((sum, entry) => sum + Number(each(entry, ranked)), 0) : entries.length;
    }
  }
  return counts;
}

const noCounts: Record<ApplicantShow, number> = {
  'in-order': 0,
  'within-seats': 0,
  waiting: 0,
  'past-last-seat': 0,
  'needs-a-look': 0,
  late: 0,
  early: 0,
  'not-eligible': 0,
  accepted: 0,
  closed: 0,
};

/** Whom a chip shows, in the order of the list. */
export function shownOf({ parts, ranked }: ApplicantList, show: ApplicantShow): readonly Entry[] {
  const { part: isShown, each } = shows[show];
  const chosen = parts.filter(isShown).flatMap(({ entries }) => entries);
  return each ? chosen.filter((entry) => each(entry, ranked)) : chosen;
}

/** What the rows of one list share. */
interface Setting {
  readonly memberships: ReadonlyMap<string, string>;
  readonly typedYears: (id: string) => string | undefined;
  readonly isOffered: (id: string) => boolean;
}

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
    early: ranking.early ?? false,
    overruled: ranking.overruled,
    changedSince: application.changedSince === 1,
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
