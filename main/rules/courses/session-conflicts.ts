import { type CivilDate, sayClock, sayDay } from '../../../shared/model/dates.ts';
import { foldName } from '../../../shared/model/people.ts';
import { overlap } from '../../../shared/model/session-hours.ts';
import type { BookedSession, PlanConflict } from '../../../shared/model/year-plan.ts';
import { datesReversed } from '../dates/date-order.ts';
import { sayList } from '../words.ts';

/** The people of a line such as `Dr. Ada Birch, Owen Tate and Mara Lindqvist`. */
export const instructorsIn = (line: string | null): readonly string[] =>
  (line ?? '')
    .split(/[,;&/\n]|\band\b/iu)
    .map((name) => name.trim())
    .filter((name) => foldName(name) !== '');

/**
 * What stands against sessions: those that `concerns` says, each by itself and beside every other session of its day.
 * A conflict of two sessions is told once. The order of the sessions is no matter.
 */
export function sessionConflicts(
  sessions: readonly BookedSession[],
  concerns: (key: string) => boolean,
): readonly PlanConflict[] {
  const inOrder = sessions.toSorted(byTime);
  const days = new Map<CivilDate, BookedSession[]>();
  for (const session of inOrder) {
    const others = days.get(session.heldOn);
    if (others) others.push(session);
    else days.set(session.heldOn, [session]);
  }
  return inOrder.flatMap((session) => {
    const own = concerns(session.key) ? aloneConflicts(session) : [];
    const later = (days.get(session.heldOn) ?? []).filter((other) => byTime(session, other) < 0);
    const shared = later
      .filter(({ key }) => concerns(session.key) || concerns(key))
      .flatMap((other) => pairConflicts(session, other));
    return [...own, ...shared];
  });
}

function byTime(a: BookedSession, b: BookedSession): number {
  const [one, other] = [a, b].map(({ heldOn, startsAt, key }) => `${heldOn} ${startsAt} ${key}`);
  return (one ?? '') < (other ?? '') ? -1 : Number((one ?? '') > (other ?? ''));
}

function aloneConflicts(session: BookedSession): PlanConflict[] {
  const { title, heldOn, room, capacity, expected } = session;
  const about = [session.key];
  const conflicts: PlanConflict[] = [];
  if (capacity !== null && expected > capacity) {
    const sentence = `${title} on ${sayDay(heldOn)}: ${expected} are expected, and ${room ?? 'the room'} holds ${capacity}. Choose a larger room.`;
    conflicts.push({ kind: 'over-capacity', sentence, about, stops: false });
  }
  for (const { name, startsOn, endsOn } of session.cohorts) {
    const [why] = datesReversed(
      [
        { pair: 'cohort starts, session held', days: [startsOn, heldOn], about: name },
        { pair: 'session held, cohort ends', days: [heldOn, endsOn], about: name },
      ],
      sayDay,
    );
    if (why === undefined) continue;
    const sentence = `${title} on ${sayDay(heldOn)} ${why}`;
    conflicts.push({ kind: 'outside-cohort', sentence, about, stops: false });
  }
  return conflicts;
}

function pairConflicts(a: BookedSession, b: BookedSession): PlanConflict[] {
  const day = sayDay(a.heldOn);
  const about = [a.key, b.key];
  const shared = a.cohorts.filter(({ id }) => b.cohorts.some((other) => other.id === id)).map(({ name }) => name);
  const who = sayList(shared, 'and');
  if (shared.length > 0 && a.courseId === b.courseId) {
    const sentence = `${who} would have ${a.title} twice on ${day}. Choose another day for one of the two.`;
    return [{ kind: 'course-twice', sentence, about, stops: true }];
  }
  if (!overlap(a, b)) return [];
  const both = `${sayHours(a)}, and ${sayHours(b)}`;
  const conflicts: PlanConflict[] = [];
  if (shared.length > 0) {
    const sentence = `${who} would be in two places at once on ${day}: ${both}. Choose other hours or another day for one of the two.`;
    conflicts.push({ kind: 'cohort-twice', sentence, about, stops: true });
  }
  if (a.room !== null && b.room !== null && foldName(a.room) === foldName(b.room) && samePlace(a, b)) {
    const others = shared.length > 0 ? '' : ', or let the cohorts share one session';
    const sentence = `${a.room} is used twice on ${day}: ${both}. Choose another room or other hours${a.courseId === b.courseId ? others : ''}.`;
    conflicts.push({ kind: 'room-twice', sentence, about, stops: false });
  }
  const busy = new Set(instructorsIn(b.instructors).map(foldName));
  for (const name of instructorsIn(a.instructors).filter((each) => busy.has(foldName(each)))) {
    const sentence = `${name} would teach two sessions at once on ${day}: ${both}. Choose someone else or other hours.`;
    conflicts.push({ kind: 'instructor-twice', sentence, about, stops: false });
  }
  return conflicts;
}

/** Two conferences on one day are in two places, and each may have its Ballroom B. */
const samePlace = (a: BookedSession, b: BookedSession): boolean =>
  a.conferenceId === null || b.conferenceId === null || a.conferenceId === b.conferenceId;

const sayHours = ({ title, cohorts, startsAt, endsAt }: BookedSession): string =>
  `${title}${
    cohorts.length > 0
      ? ` of ${sayList(
          cohorts.map(({ name }) => name),
          'and',
        )}`
      : ''
  } from ${sayClock(startsAt)} to ${sayClock(endsAt)}`;
