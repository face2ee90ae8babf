import { addDays, type CivilDate } from '../../../shared/model/dates.ts';
import type {
  CourseOutlook,
  CourseProgress,
  CourseStanding,
  GraduationFacts,
  SeenSession,
} from '../../../shared/model/graduates.ts';
import type { CourseId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/program.ts';

type Completion = Policy['completion'];

/** Why a session of another cohort does not count; null: it does, or it is the cohort's own. */
export type Uncounted = 'others-do-not-count' | 'not-assigned' | 'past-last-day';

/** A course of a participant with everything that its decision was made of. */
export interface CourseDecision {
  readonly progress: CourseProgress;
  /** The sessions of the course by their days, the cohort's own first within a day. */
  readonly sessions: readonly SeenSession[];
  /** The sessions that count, now or once they are attended. */
  readonly counting: readonly SeenSession[];
  /** The session with which the course was completed; null: it is not. */
  readonly completedBy: SeenSession | null;
}

/** The last day on which a participant can make a course up; null: there is none. */
export function lastMakeUpDay(
  { makeUpDays }: Completion,
  { endsOn }: Pick<GraduationFacts, 'endsOn'>,
): CivilDate | null {
  return makeUpDays === null || endsOn === null ? null : addDays(endsOn, makeUpDays);
}

/** Why a session does not count for a participant, whoever attends it; an assignment can still come for one ahead. */
export function whyUncounted(
  policy: Completion,
  facts: Pick<GraduationFacts, 'endsOn'>,
  session: Pick<SeenSession, 'own' | 'assigned' | 'heldOn'>,
  today: CivilDate,
): Uncounted | null {
  if (session.own) return null;
  if (policy.otherCohortsSessions === 'do-not-count') return 'others-do-not-count';
  const lastDay = lastMakeUpDay(policy, facts);
  if (lastDay !== null && session.heldOn > lastDay) return 'past-last-day';
  if (policy.makeUpAssignment === 'needed' && !session.assigned && session.heldOn < today) return 'not-assigned';
  return null;
}

/** Which part of a session someone attended, 0 to 1. */
export const shareOf = ({ hours, ofHours, standing }: SeenSession): number =>
  ofHours > 0 ? hours / ofHours : Number(standing === 'present');

/** Whether so much of a session counts as attended; 75 percent of 7.5 hours are 5.625, and a rounding error no less. */
export const isAttended = ({ leastShare }: Completion, session: SeenSession): boolean =>
  shareOf(session) * 100 >= leastShare - 1e-6;

/**
 * Where a participant stands with one course, and how it can still be completed.
 *
 * A session lies ahead until it ends: whatever is known of it can only become more. Only a session of
 * one's own cohort can be missed.
 */
export function decideCourse(
  policy: Policy,
  facts: GraduationFacts,
  courseId: CourseId,
  today: CivilDate,
): CourseDecision {
  const { completion } = policy;
  const sessions = facts.sessions.filter((session) => session.courseId === courseId).toSorted(byDay);
  const counting = sessions.filter((session) => whyUncounted(completion, facts, session, today) === null);
  // An assignment that is needed and not made yet: nothing counts of the session, whatever was attended of it.
  const credited = counting.filter(
    (session) => session.own || session.assigned || completion.makeUpAssignment === 'not-needed',
  );
  const needed = completion.measure === 'hours' ? completion.hoursRequired : completion.sessionsRequired;
  const done = creditOf(completion, credited, null);
  const completed = reaches(done, needed);
  const lies = (session: SeenSession): boolean => liesAhead(session, today);
  const makeUp = sessions.find((session) => session.assigned && !session.own && lies(session));
  const completedBy = completed ? completing(completion, credited, needed) : null;
  const about = standingOf(completion, { credited, counting, completedBy, today });
  const would = (ahead: (session: SeenSession) => boolean): boolean =>
    reaches(creditOf(completion, counting, ahead), needed);
  const outlook = ((): CourseOutlook => {
    if (completed) return 'completed';
    if (would((session) => session.own && lies(session))) return 'own-sessions';
    // Nothing was missed yet, and the cohort's year is not over: what is not planned can still be.
    const missed = sessions.some((session) => session.own && !lies(session) && isLost(completion, session));
    if (!missed && (facts.endsOn === null || facts.endsOn >= today)) return 'own-sessions';
    if (would((session) => (session.own || session.assigned) && lies(session))) return 'assigned';
    return would(lies) ? 'make-up' : 'closed';
  })();
  const progress: CourseProgress = {
    courseId,
    required: completion.courses.includes(courseId),
    ...about,
    outlook,
    done,
    needed,
    measure: completion.measure,
    makeUpOn: completed ? null : (makeUp?.heldOn ?? null),
  };
  return { progress, sessions, counting, completedBy };
}

/** Whether a session has not ended yet. On its own day its moment tells, where it is known. */
function liesAhead({ heldOn, moment }: SeenSession, today: CivilDate): boolean {
  return heldOn > today || moment === 'under-way' || (heldOn === today && moment !== 'over');
}

/** How much sessions come to, in the policy's measure, if those of which `ahead` is true were attended whole. */
function creditOf(
  policy: Completion,
  sessions: readonly SeenSession[],
  ahead: ((session: SeenSession) => boolean) | null,
): number {
  const shares = sessions.map((session) => ({
    session,
    share: ahead?.(session) || isExcused(policy, session) ? 1 : shareOf(session),
  }));
  const addUp = policy.partsOfSessions === 'add-up';
  if (policy.measure === 'hours') {
    const hours = shares.map(({ session, share }) => share * session.ofHours);
    return addUp ? hours.reduce((sum, each) => sum + each, 0) : Math.max(0, ...hours);
  }
  const least = policy.leastShare / 100;
  const whole = shares.filter(({ share }) => share >= least - 1e-8);
  if (!addUp) return whole.length;
  const parts = shares.filter((each) => !whole.includes(each)).reduce((sum, { share }) => sum + share, 0);
  // What is enough of one session is enough of several.
  return whole.length + Math.floor(parts + 1 - least + 1e-8);
}

const reaches = (done: number, needed: number): boolean => done >= needed - 1e-6;

/** Whether what was attended of a session is less than it could give. */
const fallsShort = (policy: Completion, session: SeenSession): boolean =>
  policy.measure === 'hours' ? shareOf(session) < 1 - 1e-6 : !isAttended(policy, session);

/** Whether a session that is over gave less than it could, for good. */
const isLost = (policy: Completion, session: SeenSession): boolean =>
  fallsShort(policy, session) && !isExcused(policy, session);

/** Whether an absence was excused, of all or of a part, where the policy counts that. */
const isExcused = (policy: Completion, { excused }: SeenSession): boolean => policy.excused === 'counts' && excused;

/** Whether a session counts whole only by its excuse. */
export const countsByExcuse = (policy: Completion, session: SeenSession): boolean =>
  isExcused(policy, session) && fallsShort(policy, session);

/** The session with which a course was completed: one's own sessions first, since they need no clause of make-ups. */
function completing(policy: Completion, credited: readonly SeenSession[], needed: number): SeenSession | null {
  const inTurn = [
    ...credited.filter((session) => session.own && !countsByExcuse(policy, session)),
    ...credited.filter((session) => session.own && countsByExcuse(policy, session)),
    ...credited.filter(({ own }) => !own),
  ];
  const at = inTurn.findIndex((_, last) => reaches(creditOf(policy, inTurn.slice(0, last + 1), null), needed));
  return inTurn[at] ?? null;
}

interface Seen {
  readonly credited: readonly SeenSession[];
  readonly counting: readonly SeenSession[];
  readonly completedBy: SeenSession | null;
  readonly today: CivilDate;
}

function standingOf(
  policy: Completion,
  { credited, counting, completedBy, today }: Seen,
): { readonly standing: CourseStanding; readonly heldOn: CivilDate | null } {
  if (completedBy) {
    const { own, heldOn } = completedBy;
    return { standing: own ? (countsByExcuse(policy, completedBy) ? 'excused' : 'attended') : 'made-up', heldOn };
  }
  const part = credited.findLast((session) => shareOf(session) > 0 || isExcused(policy, session));
  if (part) return { standing: 'partly', heldOn: part.heldOn };
  const own = counting.filter((session) => session.own);
  const coming = own.find((session) => liesAhead(session, today));
  if (coming) return { standing: 'to-come', heldOn: coming.heldOn };
  const missed = own.findLast((session) => !liesAhead(session, today));
  if (missed) return { standing: missed.standing === 'excused' ? 'excused' : 'missed', heldOn: missed.heldOn };
  return { standing: 'not-planned', heldOn: null };
}

function byDay(a: SeenSession, b: SeenSession): number {
  if (a.heldOn !== b.heldOn) return a.heldOn < b.heldOn ? -1 : 1;
  if (a.own !== b.own) return a.own ? -1 : 1;
  return a.sessionId < b.sessionId ? -1 : Number(a.sessionId > b.sessionId);
}
