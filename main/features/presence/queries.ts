import { attendanceEventKinds, type CheckInMethod } from '../../../shared/model/attendance.ts';
import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import type { Session } from '../../../shared/model/courses.ts';
import { type CivilDate, ClockTime, type Instant } from '../../../shared/model/dates.ts';
import type { Graduation, GraduationFacts, SeenSession } from '../../../shared/model/graduates.ts';
import type { AttendanceEventId, CohortId, ParticipantId, PersonId, SessionId } from '../../../shared/model/ids.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { Facts, PolicyInForce } from '../../call/facts.ts';
import { hasExcuse, presenceIn, type StandingEvent } from '../../rules/attendance/presence.ts';
import { decideGraduation } from '../../rules/graduates/graduation.ts';
import { promisedTo } from '../program/promised.ts';
import { earlierSessions } from './earlier-cohorts.ts';
import { notAnnulled } from './not-annulled.ts';
import { momentKey, sessionMoments } from './session-moments.ts';

/** Check-ins of someone known that no one has taken back, as a table `checkIn` for a WITH. */
export const checkInsThatStand = `checkIn AS (
  SELECT event.* FROM attendanceEvent event WHERE event.kind = 'check-in' AND event.personId IS NOT NULL
  AND ${notAnnulled})`;

/** A person's being in: the first check-in that stands. */
export interface FirstCheckIn {
  readonly eventId: AttendanceEventId;
  readonly personId: PersonId;
  readonly at: Instant;
  readonly method: CheckInMethod;
}

/** Whether one person is in at a session, by the first check-in that stands. */
export function presenceOf({ database }: Facts, sessionId: SessionId, personId: PersonId): FirstCheckIn | null {
  const found = database.get<FirstCheckIn>(
    `WITH ${checkInsThatStand} SELECT id AS eventId, personId, at, method FROM checkIn
     WHERE sessionId = ? AND personId = ? ORDER BY at, id LIMIT 1`,
    sessionId,
    personId,
  );
  return found ?? null;
}

/** What attendance and the decisions on it are made of. */
export const attendanceTables: readonly TableName[] = [
  'cohort',
  'participant',
  'session',
  'sessionCohort',
  'attendanceEvent',
  'makeUp',
];

interface CountedSession extends Pick<Session, 'id' | 'courseId' | 'heldOn' | 'startsAt' | 'endsAt' | 'hours'> {
  /** Whether it is held for the cohort. */
  readonly own: 0 | 1;
}

/**
 * What the rule on graduation sees of each participant of a cohort: the cohort's sessions, those of other cohorts that
 * lie ahead, and those of other cohorts that the person attended or makes a course up at. Participants whose facts are
 * alike share one object, so that what follows from it needs to be worked out once.
 */
export function attendanceOf(
  facts: Facts,
  cohortId: CohortId,
  who: Who = 'everyone',
): ReadonlyMap<ParticipantId, GraduationFacts> {
  const key = `attendance ${cohortId} ${who} ${facts.today} ${momentKey(facts)}`;
  return facts.cached(key, attendanceTables, () => readAttendance(facts, cohortId, whoIs[who]));
}

/** Whom of a cohort a question is about. Of a cohort that is over a few are enrolled still, and Today asks of these alone. */
type Who = 'everyone' | 'enrolled';

const whoIs: Readonly<Record<Who, string>> = {
  everyone: 'TRUE',
  enrolled: "participant.status = 'enrolled'",
};

/** What is known of one person at one session: what stands of what happened, in order; and whether it is a make-up. */
interface Told {
  readonly events: StandingEvent[];
  assigned: boolean;
}

/** A participant with all that stands of the person's events, as one text: people whose sessions went alike have the same. */
interface StoredAttendance {
  readonly id: ParticipantId;
  readonly status: ParticipantStatus;
  /** `session kind clock hours`, a comma between them: by session, and in the order in which they hold. */
  readonly told: string;
  /** Sessions assigned as make-ups in this cohort, a comma between them. */
  readonly assigned: string;
}

/** SQLite puts each person's events together: of 2,000 participants 2,000 rows come, not 40,000. */
const storedAttendance = `SELECT id, status,
    coalesce((SELECT group_concat(
        sessionId || ' ' || kind || ' ' || coalesce(clock, '') || ' ' || coalesce(hours, ''), ',' ORDER BY sessionId, at, id)
      FROM attendanceEvent event
      WHERE event.personId = participant.personId AND kind <> 'annulment' AND ${notAnnulled}), '') AS told,
    coalesce((SELECT group_concat(DISTINCT sessionId) FROM makeUp WHERE participantId = participant.id), '') AS assigned
  FROM participant`;

function readAttendance(
  facts: Facts,
  cohortId: CohortId,
  where: string,
  ...values: readonly string[]
): ReadonlyMap<ParticipantId, GraduationFacts> {
  const { database, today, zone } = facts;
  const moments = sessionMoments(facts);
  const endsOn = database.get<{ endsOn: CivilDate | null }>('SELECT endsOn FROM cohort WHERE id = ?', cohortId)?.endsOn;
  const stored = database.all<StoredAttendance>(
    `${storedAttendance} WHERE cohortId = ? AND ${where}`,
    cohortId,
    ...values,
  );
  const alikeTold = new Map(stored.map((one) => [likenessOf(one), one]));
  const told = new Map([...alikeTold].map(([likeness, one]) => [likeness, toldIn(one)]));
  // Its own sessions, those that lie ahead, and wherever one of its people was: of 300 cohorts' sessions a few.
  const sessions = database.all<CountedSession>(
    `WITH own (id) AS (SELECT sessionId FROM sessionCohort WHERE cohortId = ?)
     SELECT session.id, courseId, heldOn, startsAt, endsAt, hours, session.id IN own AS own
     FROM session WHERE session.id IN (
       SELECT id FROM own UNION ALL SELECT id FROM session WHERE heldOn >= ? UNION ALL SELECT value FROM json_each(?))
     ORDER BY heldOn, startsAt, session.id`,
    cohortId,
    today,
    JSON.stringify([...new Set([...told.values()].flatMap((theirs) => [...theirs.keys()]))]),
  );
  // What is seen of a session where nothing is known of the person: it is missed, or lies ahead.
  const untold = new Map(
    sessions
      .filter(({ own, heldOn }) => own === 1 || heldOn >= today)
      .map((session) => [session.id, see(session, nothingTold, moments.get(session.id), zone)]),
  );
  const earlier = earlierSessions(facts, cohortId);
  const alike = new Map<string, GraduationFacts>();
  const attendance = new Map<ParticipantId, GraduationFacts>();
  for (const one of stored) {
    const likeness = likenessOf(one);
    const theirs = told.get(likeness);
    const before = earlier.get(one.id);
    const key = `${one.status} ${likeness} ${before && theirs ? [...before].filter((id) => theirs.has(id)).sort() : ''}`;
    const same = alike.get(key) ?? {
      status: one.status,
      endsOn: endsOn ?? null,
      sessions: sessions.flatMap((session) => {
        const there = theirs?.get(session.id);
        return there ? see(session, there, moments.get(session.id), zone, before) : (untold.get(session.id) ?? []);
      }),
    };
    alike.set(key, same);
    attendance.set(one.id, same);
  }
  return attendance;
}

const nothingTold: Told = { events: [], assigned: false };

const likenessOf = ({ told, assigned }: StoredAttendance): string => `${told};${assigned}`;

/** What is known of one person at each session, from the text that SQLite put together. */
function toldIn({ told, assigned }: StoredAttendance): ReadonlyMap<string, Told> {
  const known = new Map<string, Told>();
  const at = (sessionId: string): Told => {
    const there = known.get(sessionId) ?? { events: [], assigned: false };
    known.set(sessionId, there);
    return there;
  };
  for (const event of told === '' ? [] : told.split(',')) {
    const [sessionId = '', kind, clock = '', hours = ''] = event.split(' ');
    at(sessionId).events.push({
      kind: kindOf(kind),
      clock: clock === '' ? null : clockTime(clock),
      hours: hours === '' ? null : Number(hours),
      reason: null,
    });
  }
  for (const sessionId of assigned === '' ? [] : assigned.split(',')) at(sessionId).assigned = true;
  return known;
}

/** A day has 1,440 times at most, and they come again and again: each is parsed once. */
const clockTimes = new Map<string, ClockTime>();

function clockTime(text: string): ClockTime {
  const known = clockTimes.get(text) ?? ClockTime.parse(text);
  clockTimes.set(text, known);
  return known;
}

function kindOf(text: string | undefined): StandingEvent['kind'] {
  const kind = attendanceEventKinds.find((known) => known === text);
  if (kind === undefined) throw new Error(`An event of attendance is of a kind that isn’t known here: ${text}.`);
  return kind;
}

/** `earlier`: sessions of the cohorts that the person came from; one that they attended is their own. */
function see(
  session: CountedSession,
  { events, assigned }: Told,
  moment: SeenSession['moment'],
  zone: string,
  earlier: ReadonlySet<SessionId> = new Set(),
): SeenSession {
  const { id, courseId, heldOn } = session;
  const own = session.own === 1 || (earlier.has(id) && events.length > 0);
  const { standing, hours, ofHours } = presenceIn(session, events, zone);
  const excused = hasExcuse(events);
  const seenSession = { sessionId: id, courseId, heldOn, own, assigned, standing, excused, hours, ofHours };
  return moment === undefined ? seenSession : { ...seenSession, moment };
}

/** Whether each participant of a cohort can graduate under what the cohort was promised; none where no program was started. */
export function graduationsOf(
  facts: Facts,
  cohortId: CohortId,
  who: Who = 'everyone',
): ReadonlyMap<ParticipantId, Graduation> {
  const { today } = facts;
  const promised = promisedTo(facts, cohortId);
  if (!promised) return new Map();
  const key = `graduations ${cohortId} ${who} ${today} ${momentKey(facts)} ${promised.versionId}`;
  return facts.cached(key, [...attendanceTables, 'policyVersion'], () =>
    decideEach(promised, attendanceOf(facts, cohortId, who), today),
  );
}

/** The same of some participants of a cohort, from what is known of them. */
export function graduationsBy(
  facts: Facts,
  cohortId: CohortId,
  seen: ReadonlyMap<ParticipantId, GraduationFacts>,
): ReadonlyMap<ParticipantId, Graduation> {
  const promised = promisedTo(facts, cohortId);
  return promised ? decideEach(promised, seen, facts.today) : new Map();
}

/** What is known of some participants of a cohort, as many as a slice of a list shows. */
export const attendanceAmong = (
  facts: Facts,
  cohortId: CohortId,
  participantIds: readonly ParticipantId[],
): ReadonlyMap<ParticipantId, GraduationFacts> =>
  readAttendance(facts, cohortId, 'participant.id IN (SELECT value FROM json_each(?))', JSON.stringify(participantIds));

function decideEach(
  { policy }: PolicyInForce,
  attendance: ReadonlyMap<ParticipantId, GraduationFacts>,
  today: CivilDate,
): ReadonlyMap<ParticipantId, Graduation> {
  const decided = new Map<GraduationFacts, Graduation>();
  const graduations = new Map<ParticipantId, Graduation>();
  for (const [participantId, seen] of attendance) {
    const graduation = decided.get(seen) ?? decideGraduation(policy, seen, today);
    decided.set(seen, graduation);
    graduations.set(participantId, graduation);
  }
  return graduations;
}
