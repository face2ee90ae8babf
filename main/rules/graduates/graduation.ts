import { wordFor } from '../../../shared/model/counts.ts';
import { type CivilDate, sayDay } from '../../../shared/model/dates.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import type {
  Graduation,
  GraduationFacts,
  GraduationVerdict,
  StoredGraduation,
} from '../../../shared/model/graduates.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { type CourseDecision, decideCourse, lastMakeUpDay } from '../progress/completion.ts';
import { sayList } from '../words.ts';
import { withFurther } from './further.ts';
import { courseReasons } from './graduation-reasons.ts';

/**
 * Whether a participant can graduate: every course that the policy asks for, completed as the policy says; and if not
 * yet, what it still takes and whether the cohort's own sessions, or those of others, can still give it.
 */
export function decideGraduation(policy: Policy, facts: GraduationFacts, today: CivilDate): Graduation {
  const decided = policy.courses.map(({ id }) => decideCourse(policy, facts, id, today));
  // In the order in which the policy asks for them.
  const required = policy.completion.courses.flatMap((id) =>
    decided.filter(({ progress }) => progress.courseId === id),
  );
  const missing = required.filter(({ progress }) => progress.outlook !== 'completed');
  const verdict = verdictOf(facts.status, missing);
  const idOf = ({ progress }: CourseDecision) => progress.courseId;
  return {
    verdict,
    attended: required.filter((course) => !missing.includes(course)).map(idOf),
    missing: missing.map(idOf),
    lacking: [],
    courses: decided.map(({ progress }) => progress),
    sentence: sentenceOf(policy, facts, verdict, missing),
    reasons: [
      ...statusReasons(policy, facts.status),
      ...required.flatMap((course) => courseReasons(policy, facts, course, today)),
    ],
  };
}

/** What came of a stored decision when it was made again. */
interface GraduationReplay {
  /** Whether the rule asks for the same courses, and the same besides, as it did then. */
  readonly agrees: boolean;
  readonly graduation: Graduation;
}

/** Makes a stored decision again, on its day and from its facts, under the policy version that the certificate names. */
export function replayGraduation(
  policy: Policy,
  { facts, decidedOn, missing, further, lacking = [] }: StoredGraduation,
): GraduationReplay {
  const courses = decideGraduation(policy, facts, decidedOn);
  const graduation = further ? withFurther(policy, courses, further) : courses;
  return { agrees: isSame(graduation.missing, missing) && isSame(graduation.lacking, lacking), graduation };
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));

function verdictOf(status: GraduationFacts['status'], missing: readonly CourseDecision[]): GraduationVerdict {
  if (status === 'graduated') return 'graduated';
  if (status !== 'enrolled') return 'not-enrolled';
  if (missing.length === 0) return 'may-graduate';
  return missing.every(({ progress }) => progress.outlook !== 'closed') ? 'on-the-way' : 'courses-missing';
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

/** What is missing and what it takes, in words: first what stands in the way, then what only waits for its day. */
function sentenceOf(
  policy: Policy,
  facts: GraduationFacts,
  verdict: GraduationVerdict,
  missing: readonly CourseDecision[],
): string {
  switch (verdict) {
    case 'graduated':
      return 'Graduated.';
    case 'not-enrolled':
      return facts.status === 'deferred' ? 'Deferred to a later cohort.' : 'Withdrawn from the cohort.';
    case 'may-graduate':
    case 'requirements-missing':
      return 'Nothing is missing: ready to graduate.';
  }
  const titleOf = (course: CourseDecision): string =>
    policy.courses.find(({ id }) => id === course.progress.courseId)?.title ?? course.progress.courseId;
  const of = (outlook: CourseDecision['progress']['outlook']) =>
    missing.filter(({ progress }) => progress.outlook === outlook).map(titleOf);
  const closed = of('closed');
  const [makeUps, assigned, own] = [of('make-up'), of('assigned'), of('own-sessions')];
  const lastDay = lastMakeUpDay(policy.completion, facts);
  const until = lastDay === null ? '' : ` by ${sayDay(lastDay)}, the last day to make it up`;
  const why =
    policy.completion.otherCohortsSessions === 'do-not-count'
      ? 'only sessions of their own cohort count, and none is coming up'
      : `no session that counts is planned${until}`;
  return [
    closed.length > 0
      ? `Can’t finish with this cohort: ${sayList(closed, 'and')} ${wordFor(closed.length, 'is', 'are')} missing, and ${why}.`
      : '',
    makeUps.length > 0 ? `Needs a make-up of ${sayList(makeUps, 'and')} with another cohort.` : '',
    assigned.length > 0 ? `Makes up ${sayList(assigned, 'and')} with another cohort.` : '',
    own.length > 0 ? `Still to come with this cohort: ${sayList(own, 'and')}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
