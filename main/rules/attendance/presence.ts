import type { AttendanceEvent, SessionPresence } from '../../../shared/model/attendance.ts';
import type { Session } from '../../../shared/model/courses.ts';
import type { ClockTime } from '../../../shared/model/dates.ts';
import { minutesBetween, minuteWithin, spanOf } from '../../../shared/model/session-hours.ts';

type Lasting = Pick<Session, 'heldOn' | 'startsAt' | 'endsAt' | 'hours'>;
type SeenEvent = Pick<AttendanceEvent, 'id' | 'kind' | 'annulsId' | 'at' | 'clock' | 'hours' | 'reason'>;

/** What an event says by itself, once it is known to stand and in which order. */
export type StandingEvent = Pick<SeenEvent, 'kind' | 'clock' | 'hours' | 'reason'>;

/**
 * Hours that a session counts for: as the leads set them, or else from its beginning to its end, past midnight and on the
 * night when clocks change too. `zone` is the program's.
 */
export function hoursOf(session: Lasting, zone: string): number {
  const { start, end } = spanOf(session);
  return session.hours ?? Math.max(0, minutesBetween(session.heldOn, start, end, zone)) / 60;
}

/**
 * How one person stands at a session. Annulled events say nothing; of two that say the same kind of thing the later
 * holds, by their moment and then by their id, so that the order in which laptops' events come together is no matter.
 *
 * Hours that a lead entered count as they are. Without them someone who is in counts the whole session, less the part
 * before they came and after they left. An excuse alone counts none; whoever comes anyway was there as they were.
 */
export function derivePresence(session: Lasting, events: readonly SeenEvent[], zone: string): SessionPresence {
  const standing = eventsThatStand(events).toSorted((a, b) =>
    a.at === b.at ? compare(a.id, b.id) : compare(a.at, b.at),
  );
  return presenceIn(session, standing, zone);
}

/** The same from the events that no one took back, in the order of their moments. */
export function presenceIn(session: Lasting, standing: readonly StandingEvent[], zone: string): SessionPresence {
  const latest = (kind: StandingEvent['kind']): StandingEvent | undefined =>
    standing.findLast((event) => event.kind === kind);
  const ofHours = hoursOf(session, zone);
  const [late, left, entered, excused] = [latest('late'), latest('left'), latest('hours'), latest('excused')];
  const came = latest('check-in') !== undefined || late !== undefined || left !== undefined;
  const cameAt = late?.clock ?? null;
  const leftAt = left?.clock ?? null;
  const shared = { ofHours, cameAt, leftAt };
  if (entered?.hours != null && (came || entered.hours > 0)) {
    const hours = Math.min(entered.hours, ofHours);
    const reason = entered.reason;
    return { ...shared, standing: hours < ofHours ? 'partly' : 'present', hours, reason };
  }
  if (came) {
    const hours = ofHours * shareBetween(session, cameAt, leftAt, zone);
    return { ...shared, standing: hours < ofHours ? 'partly' : 'present', hours, reason: null };
  }
  if (excused) return { ...shared, standing: 'excused', hours: 0, reason: excused.reason };
  return { ...shared, standing: 'not-in', hours: 0, reason: null };
}

/** Whether there is an excuse among what stands of one person at a session: for all of it, or for what they missed of it. */
export const hasExcuse = (standing: readonly StandingEvent[]): boolean =>
  standing.some(({ kind }) => kind === 'excused');

/** The events that no one took back. */
export function eventsThatStand(events: readonly SeenEvent[]): SeenEvent[] {
  const annulled = new Set(events.filter(({ kind }) => kind === 'annulment').map(({ annulsId }) => annulsId));
  return events.filter(({ id, kind }) => kind !== 'annulment' && !annulled.has(id));
}

/** Which part of the session lies between two times, 0 to 1; a time outside it cuts nothing off. */
function shareBetween(session: Lasting, cameAt: ClockTime | null, leftAt: ClockTime | null, zone: string): number {
  const { start, end } = spanOf(session);
  const all = minutesBetween(session.heldOn, start, end, zone);
  if (all <= 0 || (cameAt === null && leftAt === null)) return 1;
  const from = Math.max(start, cameAt === null ? start : minuteWithin(session, cameAt));
  const to = Math.min(end, leftAt === null ? end : minuteWithin(session, leftAt));
  return Math.max(0, minutesBetween(session.heldOn, from, to, zone)) / all;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
