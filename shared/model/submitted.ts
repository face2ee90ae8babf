import type { SubmittedDoubt } from './applicants.ts';
import type { CivilDate, Instant } from './dates.ts';

const day = 86_400_000;

/** Before this no program of this kind took applications by a form. */
export const earliestSubmission = '2000-01-01T00:00:00.000Z';

/** So long before its window opens, no one has applied to a cohort. */
const longestBeforeWindow = 366 * day;

/** So far may a form's clock be ahead of the laptop's. */
const mostAhead = day;

/**
 * What is wrong with a moment at which a form claims to have been sent, given the moment of the import and the first
 * day of the cohort's window; null: it can be relied on.
 */
export function doubtOfMoment(at: Instant, now: Instant, opensOn: CivilDate | null): 'early' | 'ahead' | null {
  const sent = Date.parse(at);
  if (sent > Date.parse(now) + mostAhead) return 'ahead';
  const opens = opensOn === null ? Number.NEGATIVE_INFINITY : Date.parse(opensOn) - longestBeforeWindow;
  return sent < Math.max(opens, Date.parse(earliestSubmission)) ? 'early' : null;
}

/** How a doubt reads on its own. */
export const saySubmittedDoubt: Record<SubmittedDoubt, string> = {
  missing: 'missing',
  unreadable: 'can’t be read',
  implausible: 'can’t be right',
};
