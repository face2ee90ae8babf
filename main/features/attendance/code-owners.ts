import type { AttendanceEvent } from '../../../shared/model/attendance.ts';
import { type Badge, isBlankBadge, readBadgeCode } from '../../../shared/model/badges.ts';
import { readNumber } from '../../../shared/model/devices.ts';
import { PersonId, type SessionId } from '../../../shared/model/ids.ts';
import { mailAddressOf } from '../../../shared/model/mail-address.ts';
import type { Facts } from '../../call/facts.ts';
import { notAnnulled } from '../presence/not-annulled.ts';
import { checkInsThatStand } from '../presence/queries.ts';
import { formerOwners } from './former-addresses.ts';

/** Whose a scanned or typed code is. */
export type CodeOwner =
  /** Several where an address is shared. */
  | { readonly kind: 'people'; readonly personIds: readonly PersonId[] }
  | { readonly kind: 'walk-in'; readonly badge: Badge }
  | { readonly kind: 'blank-badge'; readonly badge: Badge }
  /** One of our badges, misread or read in half. */
  | { readonly kind: 'misread' }
  /** One of our badges that this database does not have. */
  | { readonly kind: 'foreign-badge' }
  /** An e-mail address that no one has. */
  | { readonly kind: 'unknown-address' }
  /** Nothing that this program ever gave out. */
  | { readonly kind: 'other-program' };

/**
 * Whose a code is: a badge's, an e-mail address that is or was someone's, a person's id, a code that a lead has said is
 * the person's, or the number of a badge, as some scanners send it.
 */
export function ownerOf(facts: Facts, code: string): CodeOwner {
  const { database } = facts;
  const reading = readBadgeCode(code);
  const badge =
    reading.kind === 'badge'
      ? database.get<Badge>('SELECT * FROM badge WHERE code = ?', reading.code)
      : database.get<Badge>('SELECT * FROM badge WHERE code = ?', code.trim());
  if (badge) return ownerOfBadge(badge);
  const personIds = peopleWith(facts, code);
  if (personIds.length > 0) return { kind: 'people', personIds };
  const [numbered, ...others] = badgesNumbered(facts, code);
  if (numbered && others.length === 0) return ownerOfBadge(numbered);
  if (reading.kind === 'broken-badge') return { kind: 'misread' };
  if (reading.kind === 'badge') return { kind: 'foreign-badge' };
  return { kind: /^[^\s@/]+@[^\s@/]+$/.test(code.trim()) ? 'unknown-address' : 'other-program' };
}

function ownerOfBadge(badge: Badge): CodeOwner {
  if (badge.personId) return { kind: 'people', personIds: [badge.personId] };
  return { kind: isBlankBadge(badge) ? 'blank-badge' : 'walk-in', badge };
}

function peopleWith(facts: Facts, code: string): readonly PersonId[] {
  const { database } = facts;
  const key = code.trim().toLowerCase();
  const asId = PersonId.safeParse(key);
  if (asId.success) {
    const known = database.get<{ id: PersonId }>('SELECT id FROM person WHERE id = ?', asId.data);
    if (known) return [known.id];
  }
  const byEmail = database.all<{ id: PersonId }>(
    'SELECT id FROM person WHERE email = ? ORDER BY id',
    mailAddressOf(key) ?? key,
  );
  if (byEmail.length > 0) return byEmail.map(({ id }) => id);
  // A badge that a lead has put a name to once is known at every later session; the last word on it holds.
  const learned = database.get<{ personId: PersonId }>(
    `WITH ${checkInsThatStand} SELECT personId FROM checkIn WHERE code = ? COLLATE NOCASE ORDER BY at DESC, id DESC LIMIT 1`,
    code.trim(),
  );
  if (learned) return [learned.personId];
  return key.includes('@') ? formerOwners(facts, key) : [];
}

/** The badges with a number that was typed, such as `61` or `#61`; none where the text is no number. */
export function badgesNumbered({ database }: Facts, text: string): readonly Badge[] {
  const number = readNumber(text);
  if (number === null) return [];
  return database.all<Badge>('SELECT * FROM badge WHERE number = ? ORDER BY issuedAt, id', number);
}

/** Walk-ins with a name whom no one has matched to a person; few, since they are matched sooner or later. */
export const unmatchedWalkIns = ({ database, cached }: Facts): readonly Badge[] =>
  cached('unmatched walk-ins', ['badge'], () =>
    database
      .all<Badge>('SELECT * FROM badge WHERE personId IS NULL ORDER BY number, id')
      .filter((badge) => !isBlankBadge(badge)),
  );

/** The check-in under a code that is not matched yet, at a session, if there is one in effect. */
export const standingCode = ({ database }: Facts, sessionId: SessionId, code: string): AttendanceEvent | undefined =>
  database.get<AttendanceEvent>(
    `SELECT event.* FROM attendanceEvent event WHERE code = ? COLLATE NOCASE AND sessionId = ? AND kind = 'check-in'
     AND personId IS NULL AND ${notAnnulled}
     ORDER BY at, id LIMIT 1`,
    code.trim(),
    sessionId,
  );
