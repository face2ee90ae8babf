import type { Conference } from '../../../shared/model/courses.ts';
import { addDays, type CivilDate, sayDate, sayDay } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import { foldName } from '../../../shared/model/people.ts';
import { overlap } from '../../../shared/model/session-hours.ts';
import type { BookedSession, LaidCourse, PlanConflict, YearFacts, YearSlot } from '../../../shared/model/year-plan.ts';
import { sayList } from '../words.ts';
import { sessionConflicts } from './session-conflicts.ts';

/** The days before and after conferences in their order. A day that two of them share belongs to the earlier one. */
export function yearSlots(conferences: readonly Conference[]): readonly YearSlot[] {
  const days = new Map<CivilDate, YearSlot>();
  for (const { id: conferenceId, startsOn, endsOn } of conferences.toSorted(byDays)) {
    const before = { conferenceId, side: 'before', day: addDays(startsOn, -1) } as const;
    const after = { conferenceId, side: 'after', day: addDays(endsOn, 1) } as const;
    for (const slot of [before, after]) if (!days.has(slot.day)) days.set(slot.day, slot);
  }
  return [...days.values()].sort((a, b) => compare(a.day, b.day));
}

/**
 * Lays the courses that are not planned yet onto the days around the conferences: in their order, one a day, in the
 * future. A session that is planned stays where it is, and its day counts as taken while it lasts. Days outside the
 * cohorts' own dates are used only where the others do not suffice. A room that is used by someone else that day is
 * left open. What finds no day is unscheduled.
 */
export function layYear(facts: YearFacts): readonly LaidCourse[] {
  const { courses, sessions, usual } = facts;
  const missing = courses
    .toSorted((a, b) => a.number - b.number || compare(a.id, b.id))
    .map(({ id }) => ({ courseId: id, cohortIds: cohortsWithout(facts, id) }))
    .filter(({ cohortIds }) => cohortIds.length > 0);
  const slots = slotsFor(facts, missing.length);
  return missing.map(({ courseId, cohortIds }, index): LaidCourse => {
    const slot = slots[index] ?? null;
    const used = slot !== null && sessions.some((other) => usesRoom(other, usual.room, { ...usual, day: slot.day }));
    return {
      courseId,
      cohortIds,
      conferenceId: slot?.conferenceId ?? null,
      heldOn: slot?.day ?? null,
      startsAt: usual.startsAt,
      endsAt: usual.endsAt,
      room: used ? null : usual.room,
      instructors: null,
      hours: null,
      capacity: used ? null : usual.capacity,
    };
  });
}

/**
 * A layout as a lead made it, brought up to date: what was planned meanwhile is left out, and what is missing since
 * waits aside.
 */
export function laidByHand(facts: YearFacts, given: readonly LaidCourse[]): readonly LaidCourse[] {
  return layYear(facts).map(
    (course) =>
      given.find(({ courseId }) => courseId === course.courseId) ?? { ...course, heldOn: null, conferenceId: null },
  );
}

/** The cohorts of a plan that have no session of a course yet. */
const cohortsWithout = ({ cohorts, sessions }: YearFacts, courseId: string): readonly CohortId[] =>
  cohorts
    .filter(({ id }) => !sessions.some((session) => session.courseId === courseId && isFor(session, id)))
    .map(({ id }) => id);

const isFor = ({ cohorts }: BookedSession, cohortId: CohortId): boolean => cohorts.some(({ id }) => id === cohortId);

/** So many days that a course may be laid on, in their order; those within the cohorts' dates before others. */
function slotsFor(facts: YearFacts, count: number): readonly YearSlot[] {
  const usable = freeSlots(facts);
  const within = usable.filter(({ day }) =>
    facts.cohorts.every(({ startsOn, endsOn }) => day >= (startsOn ?? day) && day <= (endsOn ?? day)),
  );
  const outside = usable.filter((slot) => !within.includes(slot));
  return [...within, ...outside].slice(0, count).sort((a, b) => compare(a.day, b.day));
}

/** The days around the conferences that lie ahead and on which the plan's cohorts are free at the usual hours. */
function freeSlots({ today, conferences, cohorts, sessions, usual }: YearFacts): readonly YearSlot[] {
  const busy = sessions.filter((session) => cohorts.some(({ id }) => isFor(session, id)) && overlap(session, usual));
  return yearSlots(conferences).filter(({ day }) => day >= today && !busy.some(({ heldOn }) => heldOn === day));
}

function usesRoom(
  other: BookedSession,
  room: string | null,
  at: Pick<BookedSession, 'startsAt' | 'endsAt'> & { readonly day: CivilDate },
): boolean {
  return (
    room !== null &&
    other.room !== null &&
    foldName(other.room) === foldName(room) &&
    other.heldOn === at.day &&
    overlap(other, at)
  );
}

/** A laid course as a session that others can be in the way of; null while it has no day. */
function seenCourse({ cohorts, courses }: YearFacts, laid: LaidCourse): BookedSession | null {
  const { cohortIds, heldOn, hours: _, ...rest } = laid;
  if (heldOn === null) return null;
  const held = cohorts.filter(({ id }) => cohortIds.includes(id));
  const title = courses.find(({ id }) => id === laid.courseId)?.title ?? laid.courseId;
  const expected = held.reduce((sum, cohort) => sum + cohort.expected, 0);
  return { ...rest, key: laid.courseId, heldOn, title, cohorts: held, expected };
}

/** Everything that stands against a plan as it is laid, the leads' own changes included. */
export function yearConflicts(facts: YearFacts, laid: readonly LaidCourse[]): readonly PlanConflict[] {
  const keys = new Set<string>(laid.map(({ courseId }) => courseId));
  const seen = laid.flatMap((course) => seenCourse(facts, course) ?? []);
  return [
    ...conferenceConflicts(facts.conferences, facts.today),
    ...withoutDay(facts, laid),
    ...seen.filter(({ heldOn }) => heldOn < facts.today).map(sayPast),
    ...sessionConflicts([...facts.sessions, ...seen], (key) => keys.has(key)),
  ];
}

const sayPast = ({ key, title, heldOn }: BookedSession): PlanConflict => ({
  kind: 'in-the-past',
  sentence: `${title} is placed on ${sayDay(heldOn)}, which has passed. Choose a day in the future.`,
  about: [key],
  stops: false,
});

function withoutDay(facts: YearFacts, laid: readonly LaidCourse[]): PlanConflict[] {
  const aside = laid.filter(({ heldOn }) => heldOn === null).map(({ courseId }) => courseId);
  if (aside.length === 0) return [];
  const courses = facts.courses.filter(({ id }) => aside.includes(id)).toSorted((a, b) => a.number - b.number);
  const free = freeSlots(facts).filter(({ day }) => !laid.some(({ heldOn }) => heldOn === day));
  const [next] = free;
  const then = next
    ? `${sayDay(next.day)} is free${free.length > 1 ? `, and ${free.length - 1} more` : ''}.`
    : 'No day around these conferences is free: choose one more conference, or give them days of their own.';
  // Titles have commas of their own.
  const [only] = courses;
  const who =
    courses.length === 1 && only
      ? `${only.title} has`
      : `Courses ${sayList(
          courses.map(({ number }) => number),
          'and',
        )} have`;
  const sentence = `${who} no day yet. ${then}`;
  return [{ kind: 'no-day-yet', sentence, about: aside, stops: false }];
}

/** Conferences whose days overlap, and those that nothing can be laid around any more. */
export function conferenceConflicts(conferences: readonly Conference[], today: CivilDate): readonly PlanConflict[] {
  const inOrder = conferences.toSorted(byDays);
  return inOrder.flatMap((conference, index) => [
    ...(addDays(conference.endsOn, 1) < today ? [sayOver(conference)] : []),
    ...inOrder
      .slice(index + 1)
      .filter(({ startsOn }) => startsOn <= conference.endsOn)
      .map((other): PlanConflict => sayOverlap(conference, other)),
  ]);
}

const sayOver = ({ id, name, endsOn }: Conference): PlanConflict => ({
  kind: 'conference-past',
  sentence: `${name} ended on ${sayDay(endsOn)}: nothing more can be scheduled around it.`,
  about: [id],
  stops: false,
});

const sayOverlap = (a: Conference, b: Conference): PlanConflict => ({
  kind: 'conferences-overlap',
  sentence: `${a.name} (${saySpan(a)}) and ${b.name} (${saySpan(b)}) overlap. Check the days of both.`,
  about: [a.id, b.id],
  stops: false,
});

const saySpan = ({ startsOn, endsOn }: Conference): string =>
  startsOn === endsOn ? sayDate(startsOn) : `${sayDate(startsOn)} to ${sayDate(endsOn)}`;

/**
 * The conferences that a year is laid around until someone chooses: the first three that lie ahead, of those within
 * the cohorts' dates where these are known.
 */
export function usualConferences(facts: Pick<YearFacts, 'today' | 'cohorts' | 'conferences'>): readonly Conference[] {
  const { today, cohorts, conferences } = facts;
  const ahead = conferences.toSorted(byDays).filter(({ endsOn }) => addDays(endsOn, 1) >= today);
  const within = ahead.filter((conference) =>
    cohorts.every(
      ({ startsOn, endsOn }) =>
        (startsOn === null || addDays(conference.endsOn, 1) >= startsOn) &&
        (endsOn === null || addDays(conference.startsOn, -1) <= endsOn),
    ),
  );
  return (within.length > 0 ? within : ahead).slice(0, usualCount);
}

/** Six courses fall on the days around three conferences. */
const usualCount = 3;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const byDays = (a: Conference, b: Conference): number =>
  compare(a.startsOn, b.startsOn) || compare(a.endsOn, b.endsOn) || compare(a.id, b.id);
