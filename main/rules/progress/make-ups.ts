import { type CivilDate, sayDate, sayDay } from '../../../shared/model/dates.ts';
import type { CourseProgress, GraduationFacts } from '../../../shared/model/graduates.ts';
import type { CourseId, SessionId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { decideCourse, lastMakeUpDay } from './completion.ts';

/** What the rule on make-ups sees of a session. */
export interface MakeUpSession {
  readonly id: SessionId;
  readonly courseId: CourseId;
  readonly title: string;
  readonly heldOn: CivilDate;
  /** How many more the room holds; null: no limit is known. */
  readonly seatsLeft: number | null;
}

/** What it sees of a participant who shall make a course up there. */
export interface MakeUpFacts {
  readonly name: string;
  readonly cohortName: string;
  readonly attendance: GraduationFacts;
}

/** Why no one at all can be assigned to a session, as a sentence; null: people can. */
export function whyClosed(policy: Policy, session: MakeUpSession, today: CivilDate): string | null {
  const day = sayDay(session.heldOn);
  if (session.heldOn < today) {
    return `The session of ${session.title} on ${day} is over. Choose one that is still to come, or check people in to it afterwards.`;
  }
  if (policy.completion.otherCohortsSessions === 'do-not-count') {
    return 'The policy counts no session of another cohort. Change it in Settings, or plan a session for this cohort.';
  }
  if (!policy.completion.courses.includes(session.courseId)) {
    return `No graduate needs ${session.title}: the policy does not ask for it.`;
  }
  if (session.seatsLeft !== null && session.seatsLeft <= 0) {
    return `The room is full on ${day}. Choose another session, or raise the session’s capacity.`;
  }
  return null;
}

/** Why one participant can't make a course up at a session, as a sentence; null: the session can be assigned. */
export function whyNotAssigned(
  policy: Policy,
  { name, cohortName, attendance }: MakeUpFacts,
  session: MakeUpSession,
  today: CivilDate,
): string | null {
  const { title, courseId, heldOn } = session;
  const here = attendance.sessions.find(({ sessionId }) => sessionId === session.id);
  if (attendance.status === 'graduated') return `${name} has graduated already.`;
  if (attendance.status !== 'enrolled') return `${name} has left ${cohortName}.`;
  if (here?.own) return `${name} is expected there already: the session is ${cohortName}’s own.`;
  if (here?.assigned) return `${name} is assigned to this session already.`;
  const { progress } = decideCourse(policy, attendance, courseId, today);
  if (progress.outlook === 'completed') return `${name} has completed ${title} already.`;
  const lastDay = lastMakeUpDay(policy.completion, attendance);
  if (lastDay !== null && heldOn > lastDay) {
    return `${name} could make ${title} up until ${sayDate(lastDay)}; the session is later.`;
  }
  if (progress.outlook === 'assigned' && progress.makeUpOn !== null) {
    return `${name} makes ${title} up on ${sayDay(progress.makeUpOn)} already. Take that back first.`;
  }
  return null;
}

/** Whether a participant waits for a lead to assign a make-up of a course. */
export const waitsForMakeUp = ({ required, outlook }: CourseProgress): boolean => required && outlook === 'make-up';
