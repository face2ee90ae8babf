import { readBadgeCode } from '../../../shared/model/badges.ts';
import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { PersonId, SessionId } from '../../../shared/model/ids.ts';
import { sayName } from '../../../shared/model/people.ts';
import type { Facts } from '../../call/facts.ts';
import { expectedAt } from '../attendance/attendees.ts';
import { type CodeOwner, ownerOf } from '../attendance/code-owners.ts';
import { holdsPlace } from '../courses/sessions.ts';
import { annulled } from '../presence/not-annulled.ts';

/** Someone whom a scanned code names, with the place in a cohort that counts. */
export interface ScannedPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly organization: string;
  readonly cohort: string;
  readonly status: ParticipantStatus | null;
}

/** Whom a scanned code names. */
export interface ScannedCode {
  readonly owner: CodeOwner['kind'];
  /** The code as it is kept: a badge’s own, whatever its spaces were. */
  readonly code: string;
  /** More than one where an address is shared. */
  readonly people: readonly ScannedPerson[];
  /** Empty where the code belongs to no one. */
  readonly name: string;
  readonly organization: string;
}

/** Whom a code from a scanner log names, by badge, address, id, or because a lead has said so once. */
export function whoIsScanned(facts: Facts, text: string): ScannedCode {
  const owner = ownerOf(facts, text);
  const reading = readBadgeCode(text);
  const code = reading.kind === 'badge' ? reading.code : text.trim();
  if (owner.kind === 'people') {
    const people = owner.personIds.map((id) => scannedPerson(facts, id)).filter((person) => person !== null);
    const name = people.map((person) => person.name).join(' or ');
    const organization = people.length === 1 ? (people[0]?.organization ?? '') : '';
    return { owner: owner.kind, code, people, name, organization };
  }
  const badge = owner.kind === 'walk-in' || owner.kind === 'blank-badge' ? owner.badge : null;
  return { owner: owner.kind, code, people: [], name: badge?.name ?? '', organization: badge?.organization ?? '' };
}

function scannedPerson({ database }: Facts, personId: PersonId): ScannedPerson | null {
  const found = database.get<{
    givenName: string;
    familyName: string;
    organization: string | null;
    cohort: string | null;
    status: ParticipantStatus | null;
  }>(
    `SELECT givenName, familyName, organization.name AS organization, cohort.name AS cohort, participant.status
     FROM person LEFT JOIN organization ON organization.id = person.organizationId
     LEFT JOIN participant ON participant.personId = person.id LEFT JOIN cohort ON cohort.id = participant.cohortId
     WHERE person.id = ? ORDER BY ${holdsPlace} DESC, cohort.startsOn DESC, cohort.id DESC LIMIT 1`,
    personId,
  );
  if (!found) return null;
  const { organization, cohort, status } = found;
  return { personId, name: sayName(found), organization: organization ?? '', cohort: cohort ?? '', status };
}

/** Whom a session expects and who is in, for many scans at once. Unknown codes stand beside people, in small letters. */
export interface DoorList {
  readonly expected: ReadonlySet<string>;
  readonly present: ReadonlySet<string>;
  /** Check-ins that were taken back, as `who moment`: the log that brought them brings them no second time. */
  readonly takenBack: ReadonlySet<string>;
}

/** The list of a session's door as it stands now. */
export function doorListOf(facts: Facts, sessionId: SessionId): DoorList {
  const expected = new Set<string>(expectedAt(facts, sessionId).map(({ personId }) => personId));
  const present = new Set<string>();
  const takenBack = new Set<string>();
  for (const { personId, code, at, annulled: isTakenBack } of facts.database.all<{
    personId: PersonId | null;
    code: string | null;
    at: Instant;
    annulled: 0 | 1;
  }>(
    `SELECT personId, code, at, ${annulled} AS annulled
     FROM attendanceEvent event WHERE sessionId = ? AND kind = 'check-in'`,
    sessionId,
  )) {
    const who = personId ?? code?.toLowerCase() ?? '';
    if (isTakenBack === 0) present.add(who);
    else takenBack.add(`${who} ${at}`);
  }
  return { expected, present, takenBack };
}
