import { type CivilDate, sayDay } from '../../shared/model/dates.ts';
import type { Reason } from '../../shared/model/decision.ts';
import type { Graduation, GraduationFacts, GraduationVerdict } from '../../shared/model/graduates.ts';
import type { CourseId } from '../../shared/model/ids.ts';
import type { Policy } from '../../shared/model/program.ts';

type Session = GraduationFacts['sessions'][number];

/** Where a participant stands with one course. `open`: it can still be attended. */
interface CourseStanding {
  readonly courseId: CourseId;
  readonly state: 'attended' | 'open' | 'missed';
  readonly reason: Reason;
}

/**
 * Whether a participant may graduate: every course that the policy asks for, attended.
 *
 * A session of today that nobody has checked in to yet lies ahead. Sessions of other cohorts count as the policy says;
 * only a session of one's own cohort can be missed.
 */
export function decideGraduation(policy: Policy, facts: GraduationFacts, today: CivilDate): Graduation {
  const standings = policy.completion.courses.map((courseId) => standingOf(policy, facts, courseId, today));
  const missing = standings.filter(({ state }) => state !== 'attended');
  const reasons = standings.map(({ reason }) => reason);
  return {
    verdict: verdictOf(facts.status, missing),
    attended: standings.filter(({ state }) => state === 'attended').map(({ courseId }) => courseId),
    missing: missing.map(({ courseId }) => courseId),
    reasons: [...statusReasons(policy, facts.status), ...reasons],
  };
}

function verdictOf(status: GraduationFacts['status'], missing: readonly CourseStanding[]): GraduationVerdict {
  if (status === 'graduated') return 'graduated';
  if (status !== 'enrolled') return 'not-enrolled';
  if (missing.length === 0) return 'may-graduate';
  return missing.every(({ state }) => state === 'open') ? 'on-the-way' : 'courses-missing';
}

function statusReasons(policy: Policy, status: GraduationFacts['status']): readonly Reason[] {
  const { clause } = policy.completion;
  switch (status) {
    case 'enrolled':
      return [];
    case 'graduated':
      return [{ outcome: 'met', sentence: 'Graduated already', seen: '', clause }];
    case 'withdrawn':
      return [{ outcome: 'unmet', sentence: 'Withdrawn from the cohort', seen: '', clause }];
    case 'deferred':
      return [{ outcome: 'unmet', sentence: 'Deferred to a later cohort', seen: '', clause }];
  }
}

function standingOf(policy: Policy, facts: GraduationFacts, courseId: CourseId, today: CivilDate): CourseStanding {
  const { clause, otherCohortsSessions, otherCohortsClause } = policy.completion;
  const othersCount = otherCohortsSessions === 'count';
  const title = policy.courses.find((course) => course.id === courseId)?.title ?? courseId;
  const sessions = facts.sessions.filter((session) => session.courseId === courseId).toSorted(ownThenEarlier);
  const counting = sessions.filter((session) => session.own || othersCount);
  const clauseOf = (session: Session): string => (session.own ? clause : otherCohortsClause);
  const elsewhere = (session: Session): string => (session.own ? '' : ' with another cohort');
  const say = (state: CourseStanding['state'], outcome: Reason['outcome'], sentence: string, asks: string) => ({
    courseId,
    state,
    reason: { outcome, sentence, seen: seenOf(sessions), clause: asks },
  });

  const attended = counting.find((session) => session.present);
  if (attended !== undefined) {
    const sentence = `Attended ${title} on ${sayDay(attended.heldOn)}${elsewhere(attended)}`;
    return say('attended', 'met', sentence, clauseOf(attended));
  }
  const missed = counting.findLast((session) => session.own && session.heldOn < today);
  const coming = counting.find((session) => session.heldOn >= today);
  const uncounted = sessions.find((session) => session.present);
  const aside =
    uncounted === undefined ? '' : `; the session of ${sayDay(uncounted.heldOn)} with another cohort does not count`;
  if (missed !== undefined) {
    const then = coming === undefined ? '' : `; may be made up on ${sayDay(coming.heldOn)}${elsewhere(coming)}`;
    const sentence = `Missed ${title} on ${sayDay(missed.heldOn)}${then}${aside}`;
    const asks = uncounted === undefined ? clause : otherCohortsClause;
    return say(coming === undefined ? 'missed' : 'open', 'unmet', sentence, asks);
  }
  if (coming !== undefined) {
    const sentence = `${title} is to come on ${sayDay(coming.heldOn)}${elsewhere(coming)}${aside}`;
    return say('open', 'unknown', sentence, clauseOf(coming));
  }
  return say('open', 'unknown', `No session of ${title} is planned yet${aside}`, clause);
}

/** What was seen of a course: how many of its sessions, so that an empty plan is not taken for an absence. */
function seenOf(sessions: readonly Session[]): string {
  const own = sessions.filter((session) => session.own).length;
  const others = sessions.length - own;
  const count = (number: number, of: string): string => `${number} ${number === 1 ? 'session' : 'sessions'} of ${of}`;
  if (own === 0 && others === 0) return '';
  return [own > 0 ? count(own, 'the cohort') : '', others > 0 ? count(others, 'other cohorts') : '']
    .filter((part) => part !== '')
    .join(', ');
}

function ownThenEarlier(a: Session, b: Session): number {
  if (a.own !== b.own) return a.own ? -1 : 1;
  return a.heldOn < b.heldOn ? -1 : Number(a.heldOn > b.heldOn);
}
