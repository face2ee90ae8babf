import type { CivilDate, Instant } from '../../../shared/model/dates.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import type { WalkInRow } from '../../../shared/views/attendance.ts';
import type { Facts } from '../../call/facts.ts';
import { sessionRow } from '../courses/sessions.ts';
import { notAnnulled } from '../presence/not-annulled.ts';

interface StoredUnmatched {
  readonly code: string;
  readonly number: number | null;
  readonly name: string | null;
  readonly organization: string | null;
  readonly sessionId: SessionId;
  readonly heldOn: CivilDate;
  readonly at: Instant;
}

/** Walk-ins, then kept codes, that are in at a session or at any, and matched to no one; each with where it is in. */
export function unmatched(facts: Facts, sessionId: SessionId | null): readonly WalkInRow[] {
  const stored = facts.database.all<StoredUnmatched>(
    `SELECT event.code, badge.number, badge.name, badge.organization, sessionId, heldOn, at
     FROM attendanceEvent event JOIN session ON session.id = sessionId
     LEFT JOIN badge ON badge.code = event.code
     WHERE kind = 'check-in' AND event.personId IS NULL AND event.code IS NOT NULL
       AND ${sessionId === null ? 'event.code > ?' : 'event.sessionId = ?'}
       AND ${notAnnulled}
     ORDER BY badge.number IS NULL, badge.number, event.code, heldOn, at`,
    sessionId ?? '',
  );
  const titles = new Map<SessionId, string>();
  const titleOf = (id: SessionId): string => {
    const title = titles.get(id) ?? sessionRow(facts, id)?.title ?? '';
    titles.set(id, title);
    return title;
  };
  return [...Map.groupBy(stored, ({ code }) => code)].map(([code, rows]) => ({
    code,
    number: rows[0]?.number ?? null,
    name: rows[0]?.name ?? '',
    organization: rows[0]?.organization ?? '',
    at: rows.map(({ sessionId: id, heldOn, at }) => ({ sessionId: id, title: titleOf(id), heldOn, at })),
  }));
}

/** How many walk-ins are in at a session and matched to no one yet; kept codes not counted. */
export const walkInsAt = ({ database }: Facts, sessionId: SessionId): number =>
  database.get<{ n: number }>(
    `SELECT count(DISTINCT badge.id) AS n FROM attendanceEvent event JOIN badge ON badge.code = event.code
     WHERE event.sessionId = ? AND kind = 'check-in' AND event.personId IS NULL
       AND ${notAnnulled}`,
    sessionId,
  )?.n ?? 0;
