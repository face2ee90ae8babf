import { countOf } from '../../../shared/model/counts.ts';
import { type CivilDate, sayDate, sayDay } from '../../../shared/model/dates.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import type { GraduationFacts, SeenSession } from '../../../shared/model/graduates.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { sayHours } from '../../../shared/model/session-hours.ts';
import {
  type CourseDecision,
  countsByExcuse,
  isAttended,
  lastMakeUpDay,
  shareOf,
  type Uncounted,
  whyUncounted,
} from '../progress/completion.ts';

/** Why a course counts or does not: first how it stands, then every session that gave less than it could, and why. */
export function courseReasons(
  policy: Policy,
  facts: GraduationFacts,
  course: CourseDecision,
  today: CivilDate,
): Reason[] {
  return [mainReason(policy, course, today), ...sessionReasons(policy, facts, course, today)];
}

const elsewhere = ({ own }: SeenSession): string => (own ? '' : ' with another cohort');

function mainReason(policy: Policy, course: CourseDecision, today: CivilDate): Reason {
  const { completion } = policy;
  const { progress, counting, completedBy } = course;
  const title = policy.courses.find(({ id }) => id === progress.courseId)?.title ?? progress.courseId;
  const say = (outcome: Reason['outcome'], sentence: string, clause: string): Reason => ({
    outcome,
    sentence,
    seen: seenOf(course),
    clause,
  });
  const clauseOf = (session: SeenSession): string => (session.own ? completion.clause : completion.otherCohortsClause);
  if (completedBy) {
    const day = sayDay(completedBy.heldOn);
    if (countsByExcuse(completion, completedBy)) {
      const sentence =
        shareOf(completedBy) > 0
          ? `Attended part of ${title} on ${day}${elsewhere(completedBy)}, excused from the rest, which counts`
          : `Excused from ${title} on ${day}${elsewhere(completedBy)}, which counts`;
      return say('met', sentence, completion.excusedClause);
    }
    return say('met', `Attended ${title} on ${day}${elsewhere(completedBy)}`, clauseOf(completedBy));
  }
  const coming = counting.filter(({ heldOn }) => heldOn >= today);
  // A make-up that is assigned goes before one that is only possible, and one's own session before both.
  const next = coming.find(({ own }) => own) ?? coming.find(({ assigned }) => assigned) ?? coming[0];
  const then =
    next === undefined
      ? ''
      : `; ${next.assigned ? 'is' : 'may be'} made up on ${sayDay(next.heldOn)}${elsewhere(next)}`;
  const { heldOn } = progress;
  if (heldOn !== null && progress.standing === 'partly') {
    const ahead = next && next.heldOn !== heldOn ? then : '';
    return say('unmet', `Attended part of ${title} on ${sayDay(heldOn)}${ahead}`, completion.measureClause);
  }
  if (heldOn !== null && progress.standing === 'excused') {
    return say('unmet', `Excused from ${title} on ${sayDay(heldOn)}${then}`, completion.excusedClause);
  }
  // A session missed before another of one's own is said too: whoever asks why it is still open sees both.
  const missed = counting.findLast((session) => session.own && session.heldOn < today);
  if (missed) return say('unmet', `Missed ${title} on ${sayDay(missed.heldOn)}${then}`, completion.clause);
  if (next) return say('unknown', `${title} is to come on ${sayDay(next.heldOn)}${elsewhere(next)}`, clauseOf(next));
  return say('unknown', `No session of ${title} is scheduled yet`, completion.clause);
}

/** A reason for each session of a course that was attended and did not count whole. */
function sessionReasons(
  policy: Policy,
  facts: GraduationFacts,
  { progress, sessions }: CourseDecision,
  today: CivilDate,
): Reason[] {
  if (progress.outlook === 'completed') return [];
  const { completion } = policy;
  return sessions.flatMap((session): Reason[] => {
    const attended = shareOf(session) > 0;
    const day = sayDay(session.heldOn);
    const seen = seenHours(session);
    const unassigned = !session.own && !session.assigned && completion.makeUpAssignment === 'needed';
    const why = whyUncounted(completion, facts, session, today) ?? (unassigned ? 'not-assigned' : null);
    if (why !== null) {
      if (!attended) return [];
      const sentence = `The session of ${day} with another cohort does not count${aside(policy, facts, why)}`;
      return [{ outcome: 'unmet', sentence, seen, clause: clauseOf(completion, why) }];
    }
    if (countsByExcuse(completion, session)) return [];
    if (session.standing === 'excused' && progress.standing !== 'excused') {
      const sentence = `The absence of ${day} was excused, and must be made up`;
      return [{ outcome: 'unmet', sentence, seen, clause: completion.excusedClause }];
    }
    if (!attended || isAttended(completion, session)) return [];
    const sentence = `Less than ${completion.leastShare}% of the session of ${day}${elsewhere(session)} was attended`;
    return [{ outcome: 'unmet', sentence, seen, clause: completion.leastShareClause }];
  });
}

function aside(policy: Policy, facts: GraduationFacts, why: Uncounted): string {
  const lastDay = lastMakeUpDay(policy.completion, facts);
  if (why === 'past-last-day') return lastDay === null ? '' : `: the last day to make it up was ${sayDate(lastDay)}`;
  return why === 'not-assigned' ? ': no lead assigned it' : '';
}

function clauseOf(completion: Policy['completion'], why: Uncounted): string {
  switch (why) {
    case 'others-do-not-count':
      return completion.otherCohortsClause;
    case 'not-assigned':
      return completion.makeUpAssignmentClause;
    case 'past-last-day':
      return completion.makeUpDaysClause;
  }
}

const seenHours = ({ hours, ofHours, heldOn }: SeenSession): string =>
  `${sayDate(heldOn)}: ${sayHours(hours)} of ${sayHours(ofHours)} hours`;

/** What was seen of a course: how many of its sessions, so that an empty plan is not taken for an absence, and hours. */
function seenOf({ sessions }: CourseDecision): string {
  const own = sessions.filter((session) => session.own).length;
  const others = sessions.length - own;
  const count = (number: number, of: string): string => `${countOf(number, 'session')} of ${of}`;
  return [
    own > 0 ? count(own, 'the cohort') : '',
    others > 0 ? count(others, 'other cohorts') : '',
    ...sessions.filter((session) => shareOf(session) > 0).map(seenHours),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
