import type { CivilDate } from '../../../shared/model/dates.ts';
import type { GraduationFacts, StoredGraduation } from '../../../shared/model/graduates.ts';
import type { CourseId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { sayList } from '../words.ts';
import { decideGraduation } from './graduation.ts';

/** What the facts of a graduation have come to since it was decided. */
interface ChangedSince {
  /** Courses that were completed when it was decided, and are not by what is on record now. */
  readonly lost: readonly CourseId[];
  /** Courses that were missing then, and are completed now. */
  readonly gained: readonly CourseId[];
}

/**
 * Whether what a graduation was decided on has changed since, as when a check-in was annulled; null: nothing that it
 * rests on. The decision stays: a certificate was handed out. Under the version that it was decided under.
 */
export function graduationChanged(
  policy: Policy,
  stored: Pick<StoredGraduation, 'missing'>,
  now: GraduationFacts,
  today: CivilDate,
): ChangedSince | null {
  const missing = new Set(decideGraduation(policy, now, today).missing);
  const then = new Set(stored.missing);
  const lost = [...missing].filter((id) => !then.has(id));
  const gained = [...then].filter((id) => !missing.has(id));
  return lost.length === 0 && gained.length === 0 ? null : { lost, gained };
}

/** The same as sentences: what changed, and that the decision stays. */
export function sayChangedSince(policy: Policy, { lost, gained }: ChangedSince): string {
  const titles = (ids: readonly CourseId[]): string =>
    sayList(
      ids.map((id) => policy.courses.find((course) => course.id === id)?.title ?? id),
      'and',
    );
  return [
    lost.length > 0 ? `By what is on record now, ${titles(lost)} would be missing.` : '',
    gained.length > 0 ? `Since then, ${titles(gained)} was completed.` : '',
    'The decision stays as it was made.',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
