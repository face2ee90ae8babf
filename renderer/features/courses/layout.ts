import { type CivilDate, sayDay } from '../../../shared/model/dates.ts';
import type { CourseId } from '../../../shared/model/ids.ts';
import { overlap } from '../../../shared/model/session-hours.ts';
import type { LaidCourse, YearSlot } from '../../../shared/model/year-plan.ts';
import type { PlannedSession } from '../../../shared/views/cohorts.ts';
import type { YearProposal } from '../../../shared/views/year-plan.ts';

/** The place of what has no day yet, and the one that asks for a day of its own. */
export const aside = 'aside';
export const ownDay = 'own-day';

/** A day of a plan: around conferences or on its own, with what is on it. */
export interface PlanDay {
  readonly day: CivilDate;
  /** `Day before Fall Conference`; `A day of its own`. */
  readonly word: string;
  readonly laid: readonly LaidCourse[];
  /** Sessions that are already scheduled. */
  readonly planned: readonly PlannedSession[];
}

/** Every day of a plan in the calendar's order: the days around the conferences, and those that something is on. */
export function planDays({ slots, conferences, planned }: YearProposal, laid: readonly LaidCourse[]): PlanDay[] {
  const words = new Map(slots.map((slot) => [slot.day, sayWhere(slot, conferences)]));
  const days = new Set([
    ...slots.map(({ day }) => day),
    ...laid.flatMap(({ heldOn }) => heldOn ?? []),
    ...planned.map(({ heldOn }) => heldOn),
  ]);
  return [...days].sort().map((day) => ({
    day,
    word: words.get(day) ?? 'A day of its own',
    laid: laid.filter(({ heldOn }) => heldOn === day).toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
    planned: planned.filter(({ heldOn }) => heldOn === day),
  }));
}

/** `Day before Fall Conference`. */
export function sayWhere(
  { conferenceId, side }: Pick<YearSlot, 'conferenceId' | 'side'>,
  conferences: readonly { readonly id: string; readonly name: string }[],
): string {
  const name = conferences.find(({ id }) => id === conferenceId)?.name ?? 'a conference';
  return `Day ${side} ${name}`;
}

/** Whether two times of a day overlap. */
export const meet = (a: Pick<LaidCourse, 'startsAt' | 'endsAt'>, b: Pick<LaidCourse, 'startsAt' | 'endsAt'>): boolean =>
  overlap(a, b);

/** What a drop made of a layout, and how to say so. */
interface Dropped {
  readonly laid: readonly LaidCourse[];
  readonly said: string;
}

/**
 * Puts a course on a day, or aside. Who is on that day at the same hours goes where the course came from: the two
 * trade places. A session that is already scheduled stays; the conflict shows.
 */
export function dropCourse(
  { slots, courses }: Pick<YearProposal, 'slots' | 'courses'>,
  laid: readonly LaidCourse[],
  courseId: CourseId,
  to: CivilDate | null,
): Dropped {
  const titleOf = (id: CourseId): string => courses.find((course) => course.id === id)?.title ?? id;
  const moved = laid.find((course) => course.courseId === courseId);
  if (!moved || moved.heldOn === to) return { laid, said: `${titleOf(courseId)} stays where it was.` };
  const at = (day: CivilDate | null) => ({
    heldOn: day,
    conferenceId: slots.find((slot) => slot.day === day)?.conferenceId ?? null,
  });
  const inTheWay = to === null ? [] : laid.filter((other) => other.heldOn === to && meet(other, moved));
  const said =
    to === null
      ? `${titleOf(courseId)} is unscheduled.`
      : `${titleOf(courseId)} is on ${sayDay(to)}${inTheWay.length === 0 ? '' : `, and ${inTheWay.map((other) => titleOf(other.courseId)).join(' and ')} ${moved.heldOn === null ? 'is unscheduled' : `on ${sayDay(moved.heldOn)}`}`}.`;
  return {
    laid: laid.map((course) => {
      if (course === moved) return { ...course, ...at(to) };
      return inTheWay.includes(course) ? { ...course, ...at(moved.heldOn) } : course;
    }),
    said,
  };
}
