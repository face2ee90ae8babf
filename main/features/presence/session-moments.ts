import type { Session } from '../../../shared/model/courses.ts';
import { addDays } from '../../../shared/model/dates.ts';
import type { SeenSession } from '../../../shared/model/graduates.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import { hasEnded, isOvernight } from '../../../shared/model/session-hours.ts';
import type { Facts } from '../../call/facts.ts';

/**
 * The sessions of which the day alone does not tell whether they lie ahead: those of today that are over, and one of last
 * night that goes on. Who is absent is absent from the end of the session, not from the next day.
 */
export function sessionMoments({ database, today, zone, now }: Facts): ReadonlyMap<SessionId, SeenSession['moment']> {
  const moments = new Map<SessionId, SeenSession['moment']>();
  for (const session of database.all<Pick<Session, 'id' | 'heldOn' | 'startsAt' | 'endsAt'>>(
    'SELECT id, heldOn, startsAt, endsAt FROM session WHERE heldOn IN (?, ?) ORDER BY id',
    addDays(today, -1),
    today,
  )) {
    const isOver = hasEnded(session, zone, now);
    if (session.heldOn === today && isOver) moments.set(session.id, 'over');
    if (session.heldOn !== today && isOvernight(session) && !isOver) moments.set(session.id, 'under-way');
  }
  return moments;
}

/** What a value that follows from these moments is kept under. */
export const momentKey = (facts: Facts): string =>
  [...sessionMoments(facts)].map(([id, moment]) => `${id}:${moment}`).join();
