import {
  addDays,
  type CivilDate,
  type ClockTime,
  clockOf,
  dayOf,
  type Instant,
  instantAt,
  sayClock,
  sayDay,
} from '../../../shared/model/dates.ts';
import type { PersonId, SessionId } from '../../../shared/model/ids.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { type ScanOutcome, scanOutcomes } from '../../../shared/model/scan-log.ts';
import { isOvernight, minuteOn, minutesOf, spanOf } from '../../../shared/model/session-hours.ts';
import type { SessionOnPlan } from '../../../shared/views/cohorts.ts';
import type { ScannedSession, ScanRow } from '../../../shared/views/scan-log.ts';
import type { Facts } from '../../call/facts.ts';
import { decideScan, distanceTo, type SessionHours, sessionOfScan } from '../../rules/scan-log/scan-log.ts';
import { noSuchSession, sessionPlan, sessionRow } from '../courses/sessions.ts';
import type { Scan, ScanLog } from './read.ts';
import { noteOf } from './scan-notes.ts';
import { type DoorList, doorListOf, type ScannedCode, type ScannedPerson, whoIsScanned } from './scanned-codes.ts';

/** What a lead wants of a log. */
export interface ScanWish {
  readonly sessionId: SessionId | null;
  readonly anyTime: boolean;
  readonly guests: boolean;
}

/** A check-in, or a kept code, that a log would write. */
export interface ScanWrite {
  readonly sessionId: SessionId;
  readonly personId: PersonId | null;
  readonly code: string;
  readonly at: Instant;
  /** When they came, where the policy says that this was late; null: in time. */
  readonly lateAt: ClockTime | null;
}

/** What importing a log would do. */
export interface ScanPlan {
  readonly rows: readonly ScanRow[];
  readonly writes: readonly ScanWrite[];
  readonly counts: Readonly<Record<ScanOutcome, number>>;
  readonly sessions: readonly ScannedSession[];
  /** What makes the scanner's clock doubtful, a sentence each. */
  readonly notes: readonly string[];
}

interface LoggedSession extends SessionHours {
  readonly row: SessionOnPlan;
}

/** Plans what a log would do; refuses where a session must be chosen and is not, or is gone. */
export function planScanLog(facts: Facts, log: ScanLog, wish: ScanWish): Result<ScanPlan> {
  const chosen = wish.sessionId === null ? null : sessionRow(facts, wish.sessionId);
  if (wish.sessionId !== null && chosen === null) return refuse(noSuchSession);
  if (chosen === null && !log.hasTimes) {
    return refuse(
      'This log does not say, in a way that can be read, when its codes were scanned. Choose the session that they were scanned at.',
    );
  }
  return done(new Planning(facts, wish, chosen).plan(log));
}

class Planning {
  readonly #facts: Facts;
  readonly #wish: ScanWish;
  readonly #chosen: SessionOnPlan | null;
  readonly #days = new Map<string, LoggedSession[]>();
  readonly #minutes = new Map<string, { readonly day: string; readonly minute: number }>();
  readonly #lists = new Map<SessionId, DoorList>();
  readonly #known = new Map<string, ScannedCode>();
  /** Who, or which unknown code, was scanned at which session so far, in the order of the clock. */
  readonly #seen = new Set<string>();
  readonly #writes: ScanWrite[] = [];

  constructor(facts: Facts, wish: ScanWish, chosen: SessionOnPlan | null) {
    this.#facts = facts;
    this.#wish = wish;
    this.#chosen = chosen;
    for (const row of sessionPlan(facts)) {
      const { start, end } = spanOf(row);
      this.#add(row.heldOn, { row, start, end });
      // After midnight the evening's session is still on.
      if (isOvernight(row)) this.#add(addDays(row.heldOn, 1), { row, start: start - 1_440, end: end - 1_440 });
    }
  }

  #add(day: CivilDate, session: LoggedSession): void {
    const list = this.#days.get(day) ?? [];
    list.push(session);
    this.#days.set(day, list);
  }

  plan({ scans }: ScanLog): ScanPlan {
    // The first scan by the clock is the check-in, wherever it stands in the file.
    const inTime = scans.toSorted((a, b) => compare(a.at ?? '', b.at ?? '') || a.row - b.row);
    const rows = inTime.map((scan) => this.#row(scan)).sort((a, b) => a.row - b.row);
    // Object.fromEntries forgets that the keys are the outcomes.
    const counts = Object.fromEntries(scanOutcomes.map((outcome) => [outcome, 0])) as Record<ScanOutcome, number>;
    for (const { outcome } of rows) counts[outcome] += 1;
    const sessions = this.#sessions(rows);
    return { rows, writes: this.#writes, counts, sessions, notes: this.#doubtClock(rows, sessions) };
  }

  /** A session that no one came to before it was well on: the scanner's clock may be an hour, or a zone, ahead. */
  #doubtClock(rows: readonly ScanRow[], sessions: readonly ScannedSession[]): string[] {
    if (this.#wish.anyTime) return [];
    return sessions.flatMap(({ sessionId, title, startsAt, scans }) => {
      const moments = rows.flatMap((row) => (row.sessionId === sessionId && row.at !== null ? [row.at] : [])).sort();
      const [first] = moments;
      if (first === undefined || scans < fewScans) return [];
      const late = this.#moment(first).minute - minutesOf(startsAt);
      if (late < wellOn) return [];
      return [
        `The first scan of ${title} is of ${sayClock(clockOf(first, this.#facts.zone))}, ${late} minutes after it began. If people were on time, the scanner’s clock was wrong.`,
      ];
    });
  }

  #row(scan: Scan): ScanRow {
    const { row, code, at } = scan;
    const bare = { row, code, at, name: '', organization: '', sessionId: null, session: '' };
    if (scan.problem !== null) return { ...bare, outcome: 'cannot-be-read', note: scan.problem };
    const who = this.#who(code);
    const own = this.#ownSession(scan, who);
    const session = this.#takes(scan, own);
    const about = { ...bare, name: who.name, organization: who.organization };
    if (session === null) return { ...about, ...this.#elsewhere(scan, own) };
    const placed = { ...about, sessionId: session.id, session: session.title };
    if (who.name === '' && scan.mayBeCut) {
      const note = 'No one has this code, and the log ends in the middle of its line: it may be cut off.';
      return { ...placed, outcome: 'cannot-be-read', note };
    }
    return { ...placed, ...this.#decide(scan, who, session) };
  }

  #decide(scan: Scan, who: ScannedCode, session: SessionOnPlan): Pick<ScanRow, 'outcome' | 'note'> {
    const list = this.#list(session.id);
    const person = personMeant(who, list);
    const key = person?.personId ?? who.code.toLowerCase();
    const at = scan.at ?? instantAt(session.heldOn, session.startsAt, this.#facts.zone);
    const takenBack = list.takenBack.has(`${key} ${at}`);
    const seen = `${session.id} ${key}`;
    const outcome = decideScan({
      person,
      expected: person !== null && list.expected.has(person.personId),
      scannedBefore: this.#seen.has(seen),
      alreadyIn: list.present.has(key),
      takenBack,
      guests: this.#wish.guests,
    });
    this.#seen.add(seen);
    if (outcome === 'check-in' || outcome === 'keep-code') {
      const personId = person?.personId ?? null;
      const lateAt = personId === null || scan.at === null ? null : this.#lateAt(scan.at, session);
      this.#writes.push({ sessionId: session.id, personId, code: who.code, at, lateAt });
    }
    return { outcome, note: noteOf(outcome, { who, person, session, takenBack }) };
  }

  /** When someone came, where the policy has the clock say that this was late. */
  #lateAt(at: Instant, session: SessionOnPlan): ClockTime | null {
    const allowed = this.#facts.policyOn(session.heldOn)?.policy.door.lateAfterMinutes ?? null;
    if (allowed === null) return null;
    const { start, end } = spanOf(session);
    const minute = minuteOn(session, dayOf(at, this.#facts.zone), clockOf(at, this.#facts.zone));
    if (minute >= end) return null;
    return minute - start > allowed ? clockOf(at, this.#facts.zone) : null;
  }

  /** The session that was on when the code was scanned. */
  #ownSession({ at }: Scan, who: ScannedCode): SessionOnPlan | null {
    if (at === null) return null;
    const { day, minute } = this.#moment(at);
    const expects = ({ row }: LoggedSession): boolean =>
      who.people.some(({ personId }) => this.#list(row.id).expected.has(personId));
    const sessions = this.#days.get(day) ?? [];
    // The session that a lead has chosen goes before another that is on in the next room.
    const chosen = sessions.find(({ row }) => row.id === this.#chosen?.id);
    if (chosen && distanceTo(chosen, minute) !== null) return chosen.row;
    return sessionOfScan(sessions, minute, expects)?.row ?? null;
  }

  /** The session that a scan is taken for; null: for none. */
  #takes({ at }: Scan, own: SessionOnPlan | null): SessionOnPlan | null {
    const chosen = this.#chosen;
    if (chosen !== null && (this.#wish.anyTime || at === null)) return chosen;
    const isAhead = at !== null && Date.parse(at) > Date.parse(this.#facts.now) + aheadAtMost;
    if (isAhead) return null;
    return chosen === null || own?.id === chosen.id ? own : null;
  }

  /** Why a scan is taken for no session, and where it belongs instead. */
  #elsewhere({ at }: Scan, own: SessionOnPlan | null): Pick<ScanRow, 'outcome' | 'note' | 'sessionId' | 'session'> {
    const nowhere = { outcome: 'no-session', sessionId: null, session: '' } as const;
    if (at === null) return { ...nowhere, note: '' };
    const { day, minute } = this.#moment(at);
    if (Date.parse(at) > Date.parse(this.#facts.now) + aheadAtMost) {
      return { ...nowhere, note: 'In the future by this laptop’s clock. Check the scanner’s clock and this laptop’s.' };
    }
    if (own !== null) {
      const note = `Scanned during ${own.title}, ${sayDay(own.heldOn)}. Take each scan for its own session to use it.`;
      return { outcome: 'other-session', sessionId: own.id, session: own.title, note };
    }
    const nearest = (this.#days.get(day) ?? []).toSorted((a, b) => away(a, minute) - away(b, minute))[0]?.row;
    const note = nearest
      ? `Outside the hours of every session. The nearest that day is ${nearest.title}, ${sayClock(nearest.startsAt)} to ${sayClock(nearest.endsAt)}.`
      : 'No sessions yet on that day. If the scanner’s clock was wrong, choose the session and take every scan for it.';
    return { ...nowhere, sessionId: nearest?.id ?? null, session: nearest?.title ?? '', note };
  }

  #who(code: string): ScannedCode {
    const known = this.#known.get(code) ?? whoIsScanned(this.#facts, code);
    this.#known.set(code, known);
    return known;
  }

  #list(sessionId: SessionId): DoorList {
    const list = this.#lists.get(sessionId) ?? doorListOf(this.#facts, sessionId);
    this.#lists.set(sessionId, list);
    return list;
  }

  /** The day and the minute of a moment in the program's zone; many scans share a minute. */
  #moment(at: Instant): { readonly day: string; readonly minute: number } {
    const key = at.slice(0, 16);
    let known = this.#minutes.get(key);
    if (!known) {
      known = { day: dayOf(at, this.#facts.zone), minute: minutesOf(clockOf(at, this.#facts.zone)) };
      this.#minutes.set(key, known);
    }
    return known;
  }

  #sessions(rows: readonly ScanRow[]): ScannedSession[] {
    const scans = new Map<SessionId, number>();
    for (const { sessionId, outcome } of rows) {
      if (sessionId !== null && outcome !== 'no-session') scans.set(sessionId, (scans.get(sessionId) ?? 0) + 1);
    }
    return sessionPlan(this.#facts).flatMap(({ id, title, heldOn, startsAt, endsAt }) => {
      const count = scans.get(id);
      return count === undefined ? [] : [{ sessionId: id, title, heldOn, startsAt, endsAt, scans: count }];
    });
  }
}

/** So many scans of one session can't all be late ones, when the first is so many minutes late. */
const fewScans = 3;
const wellOn = 30;

/** A scanner’s clock and a laptop’s differ by a few minutes. */
const aheadAtMost = 15 * 60_000;

/** The person that a code names; null: no one, or several of whom the session does not expect exactly one. */
function personMeant({ people }: ScannedCode, { expected }: DoorList): ScannedPerson | null {
  const [only, ...others] = people;
  if (others.length === 0) return only ?? null;
  const [ours, ...more] = people.filter(({ personId }) => expected.has(personId));
  return more.length === 0 ? (ours ?? null) : null;
}

const away = ({ start, end }: SessionHours, minute: number): number => Math.max(0, start - minute, minute - end);
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
