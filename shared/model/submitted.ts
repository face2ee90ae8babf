import type { SubmittedDoubt } from './applicants.ts';
import { type CivilDate, Instant } from './dates.ts';

const day = 86_400_000;

/** Before this no program of this kind took applications by a form. */
export const earliestSubmission = Instant.parse('2000-01-01T00:00:00.000Z');

/** So long before its window opens, no one has applied to a cohort. */
const longestBeforeWindow = 366 * day;

/** So far may a form's clock be ahead of the laptop's. */
const mostAhead = day;

/** The moment before which no form can have been sent, given the first day of the cohort's window. */
export function earliestSent(opensOn: CivilDate | null): Instant {
  if (opensOn === null) return earliestSubmission;
  const longBefore = Instant.parse(new Date(Date.parse(opensOn) - longestBeforeWindow).toISOString());
  return longBefore > earliestSubmission ? longBefore : earliestSubmission;
}

/** The moment after which no form can have been sent that is imported now. */
export const latestSent = (now: Instant): Instant => Instant.parse(new Date(Date.parse(now) + mostAhead).toISOString());

/** How a doubt reads on its own. */
export const saySubmittedDoubt: Record<SubmittedDoubt, string> = {
  missing: 'missing',
  unreadable: 'can’t be read',
  implausible: 'can’t be right',
};
