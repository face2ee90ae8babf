import type { AttendanceEvent, AttendanceEventKind, CheckInMethod } from '../../../shared/model/attendance.ts';
import type { ClockTime, Instant } from '../../../shared/model/dates.ts';
import { AttendanceEventId, type PersonId, type SessionId } from '../../../shared/model/ids.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import type { Facts } from '../../call/facts.ts';

/** What an event says beside its kind; what is left out says nothing. */
interface EventFacts {
  readonly sessionId: SessionId;
  readonly personId: PersonId | null;
  readonly kind: Exclude<AttendanceEventKind, 'annulment'>;
  readonly method: CheckInMethod;
  readonly code?: string | null;
  readonly at?: Instant;
  readonly reason?: string | null;
  readonly clock?: ClockTime | null;
  readonly hours?: number | null;
}

/** Something that happens at a session now, or at the moment given. */
export const newAttendanceEvent = ({ newId, now }: Facts, said: EventFacts): AttendanceEvent => ({
  id: AttendanceEventId.parse(newId()),
  code: null,
  at: now,
  annulsId: null,
  reason: null,
  clock: null,
  hours: null,
  ...said,
});

/** An event that takes another back; the other stays as it was. */
export const annulmentOf = ({ newId, now }: Facts, event: AttendanceEvent, reason: string): AttendanceEvent => ({
  id: AttendanceEventId.parse(newId()),
  sessionId: event.sessionId,
  kind: 'annulment',
  personId: event.personId,
  code: null,
  method: 'typed',
  at: now,
  annulsId: event.id,
  reason,
  clock: null,
  hours: null,
});

/** Who is expected and in, with whoever comes in by this very command. */
export const sessionCounts = ({ expected, present, guests }: SessionRow, came?: 'expected' | 'guest') => ({
  expected,
  present: present + Number(came === 'expected'),
  guests: guests + Number(came === 'guest'),
});
