import type { Clause } from './clause.ts';
import { laterClauses } from './later-clauses.ts';
import type {
  Admission,
  Completion,
  Door,
  FeePolicy,
  GraduationPolicy,
  Membership,
  PolicyCourse,
  RecertificationPolicy,
  ScheduleRules,
} from './program.ts';

interface References {
  readonly clauses: readonly Clause[];
  readonly memberships: readonly Membership[];
  readonly admission: Admission;
  readonly courses: readonly PolicyCourse[];
  readonly completion: Completion;
  readonly fee: Pick<FeePolicy, 'clause' | 'atTheDoorClause' | 'paymentClause' | 'refundsClause'>;
  readonly door: Door;
  readonly graduation: GraduationPolicy;
  readonly recertification: RecertificationPolicy;
  readonly schedule: ScheduleRules;
  readonly cohorts: readonly { readonly clause: string }[];
}

/** Every clause that a setting of the policy names. */
export const namedClauses = ({
  admission,
  completion,
  fee,
  door,
  graduation,
  recertification,
  schedule,
  cohorts,
}: References): string[] => [
  ...admission.tiers.flatMap((tier) => tier.paths.map((path) => path.clause)),
  admission.withinTierClause,
  admission.seatsClause,
  admission.pastLastSeatClause,
  admission.lateClause,
  admission.earlyClause,
  admission.returningClause,
  admission.perOrganizationCapClause,
  admission.countingYearsClause,
  admission.windowClause,
  completion.clause,
  completion.measureClause,
  completion.leastShareClause,
  completion.partsOfSessionsClause,
  completion.excusedClause,
  completion.otherCohortsClause,
  completion.makeUpAssignmentClause,
  completion.makeUpDaysClause,
  graduation.feeClause,
  graduation.requirementsClause,
  fee.clause,
  fee.atTheDoorClause,
  fee.paymentClause,
  fee.refundsClause,
  door.lateAfterClause,
  schedule.conferencesClause,
  schedule.courseDaysClause,
  ...cohorts.map(({ clause }) => clause),
  recertification.laterCohortsClause,
  recertification.graceClause,
  recertification.remindClause,
  recertification.documentsClause,
  recertification.lapseClause,
  recertification.secondReviewClause,
  ...recertification.dueDates.map((due) => due.clause),
];

/** What a policy names without having it, a sentence each: a clause, a membership, a course; and tiers that share a rank. */
export function brokenReferences(policy: References): string[] {
  const clauses = new Set(policy.clauses.map((clause) => clause.id));
  const memberships = new Set(policy.memberships.map((membership) => membership.id));
  const courses = new Set(policy.courses.map((course) => course.id));
  const ranks = policy.admission.tiers.map((tier) => tier.rank);
  const paths = policy.admission.tiers.flatMap((tier) => tier.paths);
  const { completion } = policy;
  return [
    ...namedClauses(policy)
      .filter((id) => !clauses.has(id))
      .map((id) => `There is no clause “${id}”.`),
    ...paths
      .filter((path) => !memberships.has(path.membership))
      .map((path) => `There is no membership “${path.membership}”.`),
    ...completion.courses.filter((id) => !courses.has(id)).map((id) => `There is no course “${id}”.`),
    ...(new Set(ranks).size === ranks.length ? [] : ['Two tiers share a rank.']),
    ...(courses.size === policy.courses.length ? [] : ['Two courses share a key.']),
    ...(new Set(policy.graduation.requirements.map(({ id }) => id)).size === policy.graduation.requirements.length
      ? []
      : ['Two requirements share a key.']),
  ];
}

/** The clauses of a policy, with the words of later points that its settings name and it does not have. */
export function withLaterClauses<Document extends References>(policy: Document): Document {
  const known = new Set(policy.clauses.map(({ id }) => id));
  const named = new Set(namedClauses(policy));
  // What keeps a certification brings its own clauses, which stand with the others.
  const brought = (policy.recertification.rules?.clauses ?? []).filter(({ id }) => !known.has(id));
  const added = [...laterClauses.filter(({ id }) => named.has(id) && !known.has(id)), ...brought];
  return added.length === 0 ? policy : { ...policy, clauses: [...policy.clauses, ...added] };
}
