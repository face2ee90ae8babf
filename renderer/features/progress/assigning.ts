import type { CourseId, ParticipantId } from '../../../shared/model/ids.ts';
import type { ProgressAnswer, ProgressRow } from '../../../shared/views/progress.ts';

/** Whom a make-up is to be assigned to, and of which course. */
export interface Assigning {
  readonly participantIds: 'all-who-need' | readonly ParticipantId[];
  readonly courseId: CourseId;
}

/** Whom a make-up would be assigned to now: the selection, else everyone who waits; null: no one needs any. */
export function assigningFor(
  answer: ProgressAnswer,
  held: readonly ProgressRow[],
  courseId: CourseId | null,
): Assigning | null {
  if (held.length === 0) {
    const wanted = answer.makeUps.find((each) => each.courseId === courseId) ?? answer.makeUps[0];
    return wanted ? { participantIds: 'all-who-need', courseId: wanted.courseId } : null;
  }
  const open = (wanted: CourseId): number =>
    held.filter((row) => row.courses.some((each) => each.courseId === wanted && each.outlook !== 'completed')).length;
  const waits = (wanted: CourseId): number =>
    held.filter((row) => row.courses.some((each) => each.courseId === wanted && each.outlook === 'make-up')).length;
  const required = answer.courses.filter((each) => each.required).map(({ id }) => id);
  // The course whose cell is open, else the one that most of them wait for, else the first that any of them misses.
  const byNeed = required.toSorted((a, b) => waits(b) - waits(a));
  const found = courseId !== null && open(courseId) > 0 ? courseId : byNeed.find((id) => waits(id) > 0 || open(id) > 0);
  return found ? { participantIds: held.map(({ participantId }) => participantId), courseId: found } : null;
}
