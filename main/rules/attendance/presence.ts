import type { AttendanceEvent, SessionPresence } from '../../../shared/model/attendance.ts';
import type { Session } from '../../../shared/model/courses.ts';
import type { ClockTime } from '../../../shared/model/dates.ts';

type Lasting = Pick<Session, 'startsAt' | 'endsAt' | 'hours'>;
type SeenEvent = Pick<AttendanceEvent, 'id' | 'kind' | 'annulsId' | 'at' | 'clock' | 'hours' | 'reason'>;

/** Hours that a session counts for: as the leads set them, or else from its beginning to its end. */
export const hoursOf = ({ startsAt, endsAt, hours }: Lasting): number =>
  hours ?? Math.max(0, minutesOf(endsAt) - minutesOf(startsAt)) / 60;

/**
 * How one person stands at a session. Annulled events say nothing; of two that say the same kind of thing the later
 * holds, by their moment and then by their id, so that the order in which laptops' events come together is no matter.
 *
 * Hours that a lead entered count as they are. Without them someone who is in counts the whole session, less the part
 * before they came and after they left. An excuse alone counts none; whoever comes anyway was there as they were.
 */
export function derivePresence(session: Lasting, events: readonly SeenEvent[]): SessionPresence {
  const standing = standingOf(events).toSorted((a, b) => (a.at === b.at ? compare(a.id, b.id) : compare(a.at, b.at)));
  const latest = (kind: SeenEvent['kind']): SeenEvent | undefined => standing.findLast((event) => event.kind === kind);
  const ofHours = hoursOf(session);
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
    const hours = ofHours * shareBetween(session, cameAt, leftAt);
    return { ...shared, standing: hours < ofHours ? 'partly' : 'present', hours, reason: null };
  }
  if (excused) return { ...shared, standing: 'excused', hours: 0, reason: excused.reason };
  return { ...shared, standing: 'not-in', hours: 0, reason: null };
}

/** Whether an excuse of one person for a session stands: for all of it, or for what they missed of it. */
export const hasExcuse = (events: readonly SeenEvent[]): boolean =>
  standingOf(events).some(({ kind }) => kind === 'excused');

/** The events that no one took back. */
function standingOf(events: readonly SeenEvent[]): SeenEvent[] {
  const annulled = new Set(events.filter(({ kind }) => kind === 'annulment').map(({ annulsId }) => annulsId));
  return events.filter(({ id, kind }) => kind !== 'annulment' && !annulled.has(id));
}

/** Which part of the session lies between two times, 0 to 1; a time outside it cuts nothing off. */
function shareBetween({ startsAt, endsAt }: Lasting, cameAt: ClockTime | null, leftAt: ClockTime | null): number {
  const [start, end] = [minutesOf(startsAt), minutesOf(endsAt)];
  if (end <= start) return 1;
  const from = Math.max(start, cameAt === null ? start : minutesOf(cameAt));
  const to = Math.min(end, leftAt === null ? end : minutesOf(leftAt));
  return Math.max(0, to - from) / (end - start);
}

const minutesOf = (clock: ClockTime): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
