import type { CohortStatus } from '../../../shared/model/cohorts.ts';
import type { CivilDate, Instant } from '../../../shared/model/dates.ts';

/** A version of the policy by its two days: from when on it holds, and when the leads adopted it. */
export interface DatedVersion {
  readonly effectiveOn: CivilDate;
  readonly adoptedAt: Instant;
  /** The day of `adoptedAt` in the program's zone. */
  readonly adoptedOn: CivilDate;
  readonly number: number;
}

/**
 * The version in force on a day: of those that hold by then, the one that came into force last. One adopted for a day
 * that had passed is a correction: it came into force when it was adopted, and holds for every day from its own on,
 * whatever held there before. Before the first version's day, the first holds: a program had its rules before this desk.
 *
 * `knownOn`: as it was known at the end of that day; what was adopted later did not exist. Null: there is no version.
 */
export function versionOn<Version extends DatedVersion>(
  versions: readonly Version[],
  day: CivilDate,
  knownOn: CivilDate | null = null,
): Version | null {
  const inOrder = versions.toSorted(byAdoption);
  const known = knownOn === null ? inOrder : inOrder.filter(({ adoptedOn }) => adoptedOn <= knownOn);
  const [first = inOrder[0]] = known;
  let found: Version | undefined;
  for (const version of known) {
    // In the order of adoption, so that of two that came into force on one day the later one holds.
    if (version.effectiveOn <= day && (!found || cameIntoForce(version) >= cameIntoForce(found))) found = version;
  }
  return found ?? first ?? null;
}

/** Whether a version was adopted for days that had passed by then. */
export const isCorrection = ({ effectiveOn, adoptedOn }: DatedVersion): boolean => effectiveOn < adoptedOn;

const cameIntoForce = ({ effectiveOn, adoptedOn }: DatedVersion): CivilDate =>
  effectiveOn < adoptedOn ? adoptedOn : effectiveOn;

function byAdoption(a: DatedVersion, b: DatedVersion): number {
  if (a.adoptedAt !== b.adoptedAt) return a.adoptedAt < b.adoptedAt ? -1 : 1;
  return a.number - b.number;
}

/** What tells when a cohort begins. */
export interface CohortBeginning {
  readonly status: CohortStatus;
  readonly opensOn: CivilDate | null;
  readonly closesOn: CivilDate | null;
  readonly startsOn: CivilDate | null;
  /** The day of its first session; null: none is planned. */
  readonly firstSessionOn: CivilDate | null;
}

/**
 * The day whose version of the policy a cohort was promised: the day on which it begins. The courses, and what completes
 * them, are those that held then; a version that takes effect later changes no cohort that is running or finished.
 *
 * Null: the cohort has no day and is running or finished, so that it began before anything that is known; the first
 * version holds. One that has no day and is still to come follows today's.
 */
export function promiseDay(cohort: CohortBeginning, today: CivilDate): CivilDate | null {
  const begins = cohort.startsOn ?? cohort.firstSessionOn;
  if (begins !== null) return begins;
  if (cohort.status === 'running' || cohort.status === 'finished') return cohort.closesOn ?? cohort.opensOn;
  return today;
}

/** Whether a cohort has begun by a day, so that what it was promised stands. */
export function hasBegun(cohort: CohortBeginning, today: CivilDate): boolean {
  const begins = cohort.startsOn ?? cohort.firstSessionOn;
  return begins === null ? cohort.status === 'running' || cohort.status === 'finished' : begins <= today;
}
