import { v7 } from 'uuid';
import type { GraduationFacts, SeenSession } from '../../../../shared/model/graduates.ts';
import { SessionId } from '../../../../shared/model/ids.ts';
import { Policy } from '../../../../shared/model/program.ts';
import { day, policy } from '../al-cto.ts';

/** The day on which it is decided. */
export const today = day('2025-03-01');
/** The courses of the default program. */
export const courses = policy.completion.courses;
const [first, second] = courses;
if (first === undefined || second === undefined) throw new Error('The default program has six courses.');
/** The first two of them. */
export const roles = first;
export const law = second;

/** A session of seven and a half hours, attended whole; `present: false`: no one came. */
export function session(
  courseId: SeenSession['courseId'],
  heldOn: string,
  { present = true, ...changes }: Partial<SeenSession> & { readonly present?: boolean } = {},
): SeenSession {
  const came = present ? ({ standing: 'present', hours: 7.5 } as const) : ({ standing: 'not-in', hours: 0 } as const);
  const sessionId = SessionId.parse(v7());
  return {
    sessionId,
    courseId,
    heldOn: day(heldOn),
    own: true,
    assigned: false,
    excused: false,
    ofHours: 7.5,
    ...came,
    ...changes,
  };
}
/** Every course, attended whole. */
export const all = courses.map((courseId) => session(courseId, '2024-10-21'));
/** All but one. */
export const without = (courseId: SeenSession['courseId']) => all.filter((each) => each.courseId !== courseId);
/** A participant who was at these sessions, or not. */
export const enrolled = (sessions: readonly SeenSession[]): GraduationFacts => ({
  status: 'enrolled',
  endsOn: null,
  sessions,
});
/** The policy, with other rules of completion. */
export const completing = (changes: Partial<Policy['completion']>): Policy =>
  Policy.parse({ ...policy, completion: { ...policy.completion, ...changes } });
/** The policy where no other cohort’s session counts. */
export const strict = completing({ otherCohortsSessions: 'do-not-count' });
