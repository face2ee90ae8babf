import { countOf } from '../../../shared/model/counts.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import { namedWeights } from '../../../shared/model/duplicates.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { Policy, TierPath } from '../../../shared/model/program.ts';
import { ruleParts, sayRulePart, sayRules } from '../recertification-rules/sentences.ts';

/** Who goes first within a tier, in words. */
export const sayWithinTier: Readonly<Record<Policy['admission']['withinTier'], string>> = {
  'first-submission': 'Whoever applied first',
  'latest-submission': 'Whoever’s latest form came first',
};
/** What becomes of whoever stands past the last seat, in words. */
export const sayPastLastSeat: Readonly<Record<Policy['admission']['pastLastSeat'], string>> = {
  'wait-in-order': 'They wait in order',
  decline: 'They are declined',
};
/** What a late application gets, in words. */
export const sayLate: Readonly<Record<Policy['admission']['late'], string>> = {
  'needs-a-look': 'A lead looks at it and decides',
  'in-order': 'It takes its place in order',
  last: 'It goes after everyone who was on time',
  'not-eligible': 'It is not eligible',
};
/** What an early application gets, in words. */
export const sayEarly: Readonly<Record<Policy['admission']['early'], string>> = {
  'in-order': 'It takes its place in order',
  'needs-a-look': 'A lead looks at it and decides',
};
/** Which place someone gets who withdrew and came back, in words. */
export const sayReturning: Readonly<Record<Policy['admission']['returning'], string>> = {
  'day-of-return': 'By the day of the return',
  'old-place': 'The place they had',
};
/** What a way into a tier asks about the post, in words. */
export const sayPost: Readonly<Record<TierPath['highestPost'], string>> = {
  required: 'in the highest position',
  'not-held': 'not in the highest position',
  either: 'in any position',
};
/** Whether a session held for another cohort counts, in words. */
export const sayOthers: Readonly<Record<Policy['completion']['otherCohortsSessions'], string>> = {
  count: 'It counts',
  'do-not-count': 'It does not count',
};

/** What becomes at the door of someone who owes the fee, in words. */
export const sayFeeAtTheDoor: Readonly<Record<Policy['fee']['atTheDoor'], string>> = {
  remind: 'They are checked in, and the lead is reminded',
  ask: 'The lead is asked before they are checked in',
};

/** Whether the fee is asked for at graduation, in words. */
export const sayFeeAtGraduation: Readonly<Record<Policy['graduation']['fee'], string>> = {
  'not-asked': 'It is not asked for; the lead is told who owes it',
  settled: 'It must be settled: paid, or waived',
};

/** How years of experience are counted, in words. */
export const sayCountingYears: Readonly<Record<Policy['admission']['countingYears'], string>> = {
  'as-given': 'As they are given; two and a half are not three',
  rounded: 'Rounded to whole years; two and a half are three',
};
/** Whether the fee can be refunded or waived, in words. */
export const sayRefunds: Readonly<Record<Policy['fee']['refunds'], string>> = {
  'with-reason': 'A lead may, with a reason',
  none: 'There are none',
};
/** How a year is proposed, in words. */
export const sayCourseDays: Readonly<Record<Policy['schedule']['courseDays'], string>> = {
  'in-order': 'The courses in their order, around the conferences',
  'by-hand': 'Nothing; a lead chooses each day',
};
/** So many days after something, in words. */
const sayDaysAfter = (days: number | null, none: string): string => (days === null ? none : countOf(days, 'day'));

/** From when on a check-in is late by itself, in words. */
const sayLateAfter = (minutes: number | null): string =>
  minutes === null ? 'only where a lead says so' : `${minutes} minutes after the start`;

/** Whether it counts for whom no one assigned it to, in words. */
export const sayAssignment: Readonly<Record<Policy['completion']['makeUpAssignment'], string>> = {
  'not-needed': 'For anyone who attends it',
  needed: 'Only for people a lead assigned to it',
};
/** What completes a course, in words. */
export const sayMeasure: Readonly<Record<Policy['completion']['measure'], string>> = {
  sessions: 'Its sessions',
  hours: 'Its hours',
};
/** Whether parts of several sessions make a whole, in words. */
export const sayParts: Readonly<Record<Policy['completion']['partsOfSessions'], string>> = {
  'stand-alone': 'They do not add up',
  'add-up': 'They add up',
};
/** What becomes of an excused absence, in words. */
export const saySecondReview: Record<Policy['recertification']['secondReview'], string> = {
  'not-needed': 'one lead',
  needed: 'two leads who give it the same',
};
export const sayExcused: Readonly<Record<Policy['completion']['excused'], string>> = {
  'made-up': 'It must be made up',
  counts: 'It counts as attended',
};

/** How much of a course completes it: `2 sessions`, `6 hours`. */
function sayNeeded({ measure, sessionsRequired, hoursRequired }: Policy['completion']): string {
  if (measure === 'hours') return `${hoursRequired} hours`;
  return countOf(sessionsRequired, 'session');
}

/** How many seats one school system may have, in words. */
const sayCap = (cap: number | null): string => (cap === null ? 'no limit' : `at most ${cap}`);

/** Options of a select, from a map of words. */
export const options = <Key extends string>(words: Readonly<Record<Key, string>>): { key: Key; label: string }[] =>
  // The map's own keys; Object.keys forgets them.
  (Object.keys(words) as Key[]).map((key) => ({ key, label: words[key] }));

/** A way into a tier as a person reads it. */
function sayPath(policy: Policy, { membership, highestPost, minimumYears }: TierPath): string {
  const member = policy.memberships.find(({ id }) => id === membership)?.name ?? membership;
  const years = minimumYears === null ? 'years not asked' : `${minimumYears} years or more`;
  return `${member}, ${sayPost[highestPost]}, ${years}`;
}

/** Everything that a policy says, by a name a person knows it by. */
function pointsOf(policy: Policy): Map<string, string> {
  const { program, admission, fee, door, courses, completion, graduation, certificate, recertification, schedule } =
    policy;
  const brought = new Set((recertification.rules?.clauses ?? []).map(({ id }) => id));
  const titles = new Map(courses.map(({ id, title }) => [id, title]));
  const points: [string, string][] = [
    ['Program', program.name],
    ['Title of the program', program.title],
    ['Organization', program.organization],
    ['Time zone', program.zone],
    ['Contact', program.contact],
    ['Page', program.page],
    ...admission.tiers.map(({ rank, name, paths }): [string, string] => [
      `Tier ${rank}`,
      `${name} (${paths.map((path) => sayPath(policy, path)).join('; or ')})`,
    ]),
    ['First within a tier', sayWithinTier[admission.withinTier]],
    ['Seats in a cohort', String(admission.seats)],
    ['Past the last seat', sayPastLastSeat[admission.pastLastSeat]],
    ['A late application', sayLate[admission.late]],
    ['An early application', sayEarly[admission.early]],
    ['Withdrawn and back', sayReturning[admission.returning]],
    ['Seats for one school system', sayCap(admission.perOrganizationCap)],
    ['Years of experience', sayCountingYears[admission.countingYears]],
    ['Days that an application window is open', sayDaysAfter(admission.windowDays, 'until a lead closes it')],
    ['To be paid within', sayDaysAfter(fee.paymentDays, 'no due date')],
    ['Refunds and waivers', sayRefunds[fee.refunds]],
    ['Names of the conferences', schedule.conferenceNames.join(', ')],
    ['A year is proposed with', sayCourseDays[schedule.courseDays]],
    ['Documents asked for', recertification.documents.join('; ')],
    ['A certificate lapses after', sayDaysAfter(recertification.lapseDays, 'never by itself')],
    ['Evidence is accepted by', saySecondReview[recertification.secondReview]],
    ['Cohorts that the page names', policy.cohorts.map(({ name }) => name).join(', ')],
    ...policy.memberships.map(({ id, name, shortName, spokenAs }): [string, string] => [
      `Membership ${id}`,
      `${name}, shown as “${shortName}”, also written ${spokenAs.join(', ')}`,
    ]),
    ['Fee', sayCents(fee.amount)],
    ['Who owes the fee, at the door', sayFeeAtTheDoor[fee.atTheDoor]],
    ['A check-in is late', sayLateAfter(door.lateAfterMinutes)],
    ...courses.map(({ id, number, title }): [string, string] => [`Course ${id}`, `${number}. ${title}`]),
    ['Courses a graduate needs', completion.courses.map((id) => titles.get(id) ?? id).join(', ')],
    ['How much of a course', sayNeeded(completion)],
    ['A session counts as attended from', `${completion.leastShare}% of its hours`],
    ['Parts of several sessions', sayParts[completion.partsOfSessions]],
    ['An excused absence', sayExcused[completion.excused]],
    ['A session held for another cohort', sayOthers[completion.otherCohortsSessions]],
    ['A make-up counts', sayAssignment[completion.makeUpAssignment]],
    [
      'Make-ups until',
      completion.makeUpDays === null ? 'no last day' : `${completion.makeUpDays} days after the cohort’s last day`,
    ],
    ['The fee at graduation', sayFeeAtGraduation[graduation.fee]],
    ['Checklist for each participant', graduation.requirements.map(({ title }) => title).join('; ')],
    ['Names of cohorts', policy.cohortNames.join(', ')],
    ['Title of the certificate', certificate.title],
    ['Text of the certificate', certificate.statement],
    ['Text for someone graduated against the rule', certificate.overruledStatement],
    ['Address of the checking page', certificate.address],
    ['Signed by', certificate.signatories.map(({ name, role }) => `${name}, ${role}`).join('; ')],
    ...recertification.dueDates.map(({ cohort, dueOn }): [string, string] => [`Due date of ${cohort}`, sayDate(dueOn)]),
    [
      'Due date of later cohorts',
      recertification.laterCohortsYears === null
        ? 'none'
        : `${recertification.laterCohortsYears} years after graduation`,
    ],
    ['Days of grace', String(recertification.graceDays)],
    ['Days of advance reminders', String(recertification.remindDays)],
    ...rulePoints(recertification.rules),
    ...namedWeights(policy.duplicates).map(([name, points]): [string, string] => [
      `Duplicates: ${name}`,
      `${points} points`,
    ]),
    ...policy.clauses.map(({ id, title, text }): [string, string] => [
      // The page and the rules may each have a clause “Delta”.
      brought.has(id) ? `Clause “${title}” of the re-certification rules` : `Clause “${title}”`,
      text,
    ]),
  ];
  return new Map(points);
}

/** What rules of re-certification say, part by part; nothing where there is one due date for each graduate. */
function rulePoints(rules: Policy['recertification']['rules']): [string, string][] {
  if (rules === null) return [['Re-certification', 'one due date for each graduate']];
  const said = sayRules(rules);
  return [
    ['Re-certification', 'rules with cycles'],
    ...ruleParts.map((part): [string, string] => [
      `Re-certification, ${lowerFirst(sayRulePart[part])}`,
      said[part].map(({ sentence }) => sentence).join(' '),
    ]),
  ];
}

const lowerFirst = (words: string): string => `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;

/** What one policy says that another does not, a line each: `Seats in a cohort: 30 → 25`. */
export function changesBetween(before: Policy, after: Policy): string[] {
  const was = pointsOf(before);
  const becomes = pointsOf(after);
  const names = [...new Set([...was.keys(), ...becomes.keys()])];
  return names.flatMap((name) => {
    const [old, now] = [was.get(name), becomes.get(name)];
    if (old === now) return [];
    if (old === undefined) return [`${name}, new: ${now}`];
    if (now === undefined) return [`${name}, gone: ${old}`];
    return [`${name}: ${old || 'nothing'} → ${now || 'nothing'}`];
  });
}

/** The clauses that stand beside a setting, in the order of the form. */
export function governing(policy: Policy): Set<string> {
  const { admission, fee, door, completion, graduation, recertification, schedule } = policy;
  return new Set([
    ...admission.tiers.flatMap(({ paths }) => paths.map(({ clause }) => clause)),
    admission.withinTierClause,
    admission.seatsClause,
    admission.pastLastSeatClause,
    admission.lateClause,
    admission.earlyClause,
    admission.returningClause,
    admission.perOrganizationCapClause,
    admission.countingYearsClause,
    admission.windowClause,
    fee.clause,
    fee.paymentClause,
    fee.refundsClause,
    fee.atTheDoorClause,
    schedule.conferencesClause,
    schedule.courseDaysClause,
    door.lateAfterClause,
    completion.clause,
    completion.measureClause,
    completion.leastShareClause,
    completion.partsOfSessionsClause,
    completion.excusedClause,
    completion.otherCohortsClause,
    ...(completion.otherCohortsSessions === 'count'
      ? [completion.makeUpAssignmentClause, completion.makeUpDaysClause]
      : []),
    graduation.feeClause,
    graduation.requirementsClause,
    ...recertification.dueDates.map(({ clause }) => clause),
    recertification.laterCohortsClause,
    recertification.graceClause,
    recertification.documentsClause,
    recertification.lapseClause,
    recertification.secondReviewClause,
    recertification.remindClause,
    // What the rules say is told beside them.
    ...(recertification.rules?.clauses ?? []).map(({ id }) => id),
  ]);
}
