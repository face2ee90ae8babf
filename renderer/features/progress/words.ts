import { sayDay } from '../../../shared/model/dates.ts';
import { type CourseProgress, sayCourseStanding } from '../../../shared/model/graduates.ts';

const rounded = (number: number): number => Math.round(number * 100) / 100;

/** How much of a course is done where it takes more than one session: `1 of 2 sessions`, `4.5 of 6 hours`; else empty. */
function sayDone({ done, needed, measure }: CourseProgress): string {
  if (measure === 'hours') return `${rounded(done)} of ${rounded(needed)} hours`;
  return needed > 1 ? `${done} of ${needed} sessions` : '';
}

/** How a course went, with its day: `Missed, Tue, Oct 22, 2024`. */
export function sayCourseProgress(course: CourseProgress): string {
  const { standing, heldOn } = course;
  const first = [sayCourseStanding[standing], heldOn && sayDay(heldOn)].filter(Boolean).join(', ');
  return [first, sayDone(course)].filter(Boolean).join('; ');
}

/** The same with a make-up that is assigned: `Missed, Tue, Oct 22, 2024; make-up on Tue, Feb 11, 2025`. */
export const sayCourseWhole = (course: CourseProgress): string =>
  [sayCourseProgress(course), course.makeUpOn && `make-up on ${sayDay(course.makeUpOn)}`].filter(Boolean).join('; ');
