import { type CivilDate, sayDay } from '../../../shared/model/dates.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import type { FurtherFacts, Graduation } from '../../../shared/model/graduates.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { Policy, Requirement } from '../../../shared/model/program.ts';
import { sayList } from '../words.ts';

/** Whether a policy asks a graduate for anything besides the courses. */
export const asksForMore = ({ graduation }: Policy): boolean =>
  graduation.fee === 'settled' || graduation.requirements.length > 0;

/** What is asked for besides the courses, and how it is met; `title` is what a list of what is open calls it. */
interface Asked {
  readonly title: string;
  readonly reason: Reason;
}

/**
 * What the courses came to, with whatever else the policy asks for: the fee, and the leads' checklist. Someone who has every
 * course and lacks one of these can't graduate yet; of others it is said too, so that they hear of it in time.
 */
export function withFurther(policy: Policy, courses: Graduation, facts: FurtherFacts): Graduation {
  if (!asksForMore(policy) || courses.verdict === 'graduated' || courses.verdict === 'not-enrolled') return courses;
  const asked = [
    ...feeAsked(policy, facts),
    ...policy.graduation.requirements.map((each) => asking(policy, each, facts)),
  ];
  const lacking = asked.filter(({ reason }) => reason.outcome === 'unmet').map(({ title }) => title);
  const isHeld = courses.verdict === 'may-graduate' && lacking.length > 0;
  return {
    ...courses,
    verdict: isHeld ? 'requirements-missing' : courses.verdict,
    lacking,
    sentence: lacking.length === 0 ? courses.sentence : sayLacking(courses, lacking),
    reasons: [...courses.reasons, ...asked.map(({ reason }) => reason)],
  };
}

function sayLacking({ verdict, sentence }: Graduation, lacking: readonly string[]): string {
  const what = sayList(lacking, 'and');
  return verdict === 'may-graduate'
    ? `Every course is completed. Still open: ${what}.`
    : `${sentence} Also still open: ${what}.`;
}

function feeAsked({ graduation: { fee, feeClause: clause } }: Policy, facts: FurtherFacts): Asked[] {
  if (fee === 'not-asked') return [];
  const title = 'Course fee';
  if (facts.fee === null) {
    const sentence = 'No course fee was asked of them';
    return [{ title, reason: { outcome: 'not-needed', sentence, seen: '', clause } }];
  }
  const { state, owes } = facts.fee;
  if (owes > 0) {
    const sentence = `${sayCents(owes)} of the course fee is still owed`;
    return [{ title, reason: { outcome: 'unmet', sentence, seen: '', clause } }];
  }
  const sentence = state === 'waived' ? 'The course fee was waived' : 'The course fee is settled';
  return [{ title, reason: { outcome: 'met', sentence, seen: '', clause } }];
}

function asking({ graduation }: Policy, { id, title }: Requirement, { met }: FurtherFacts): Asked {
  const found = met.find(({ requirementId }) => requirementId === id);
  const clause = graduation.requirementsClause;
  if (!found) return { title, reason: { outcome: 'unmet', sentence: `${title}: not yet`, seen: '', clause } };
  const sentence = `${title}: ${sayMet(found.metOn)}`;
  return { title, reason: { outcome: 'met', sentence, seen: found.note ?? '', clause } };
}

const sayMet = (metOn: CivilDate): string => `done on ${sayDay(metOn)}`;
