import {
  Answers,
  type Application,
  isInTheOrder,
  Overrule,
  type RankedOrganization,
  type RankingFacts,
} from '../../../shared/model/applicants.ts';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import { fromJson } from '../../../shared/model/json.ts';
import type { Facts } from '../../call/facts.ts';
import { returnsTo } from './returns.ts';

/** What a ranking and the list of applicants read of each application. */
export type RankedRow = Pick<
  Application,
  | 'id'
  | 'personId'
  | 'firstSubmittedAt'
  | 'latestSubmittedAt'
  | 'submittedDoubt'
  | 'status'
  | 'membership'
  | 'highestPost'
  | 'yearsInEducation'
  | 'payment'
  | 'needs'
  | 'answers'
  | 'overrule'
  | 'readOrder'
> & {
  readonly organizationId: string | null;
  /** Whether a fact that the acceptance saw is another one now. */
  readonly changedSince: 0 | 1;
};

/** A cohort's applications by id, and what the rule sees of each. */
interface RankedRows {
  readonly rows: ReadonlyMap<string, RankedRow>;
  readonly seen: ReadonlyMap<string, RankingFacts>;
  /** Whose application is accepted. */
  readonly accepted: ReadonlySet<string>;
}

/** In SQL, whether a fact that an application’s acceptance saw is another one now. */
export const factsChangedSince = `CASE WHEN application.status = 'accepted' AND decision IS NOT NULL
  THEN decision ->> '$.facts.membership' IS NOT membership
    OR decision ->> '$.facts.highestPost' IS NOT highestPost
    OR decision ->> '$.facts.yearsInEducation' IS NOT yearsInEducation ELSE FALSE END`;

/** Reads the applications to a cohort, all of them: 5,000 take some 30 ms. */
export function rankedRows(facts: Facts, cohort: Cohort): RankedRows {
  const { database } = facts;
  const returns = returnsTo(facts, cohort.id);
  const organizations = new Map(
    database.all<RankedOrganization>('SELECT id, name FROM organization').map((each) => [each.id, each]),
  );
  const rows = new Map<string, RankedRow>();
  const seen = new Map<string, RankingFacts>();
  const accepted = new Set<string>();
  for (const row of database.all<RankedRow>(
    `SELECT application.id, application.personId, firstSubmittedAt, latestSubmittedAt, submittedDoubt, application.status,
       membership, highestPost, yearsInEducation, payment, needs, answers, overrule, readOrder, organizationId,
       ${factsChangedSince} AS changedSince
     FROM application JOIN person ON person.id = personId WHERE cohortId = ?`,
    cohort.id,
  )) {
    rows.set(row.id, row);
    seen.set(
      row.id,
      rankingFacts(row, cohort, organizations.get(row.organizationId ?? '') ?? null, returns.get(row.id) ?? null),
    );
    if (row.status === 'accepted') accepted.add(row.id);
  }
  return { rows, seen, accepted };
}

/** The answers of a form, as `Answers` has them; without a schema's machinery, which for 5,000 takes longer than all else. */
function answersOf(text: Application['answers']): Answers {
  const read: unknown = JSON.parse(text);
  return isAnswers(read) ? read : fromJson(Answers, text);
}

const isAnswers = (read: unknown): read is Answers =>
  typeof read === 'object' &&
  read !== null &&
  !Array.isArray(read) &&
  Object.values(read).every((answer) => typeof answer === 'string');

const rankingFacts = (
  row: RankedRow,
  cohort: Cohort,
  organization: RankedOrganization | null,
  returnedAt: Instant | null,
): RankingFacts => ({
  applicationId: row.id,
  readOrder: row.readOrder,
  firstSubmittedAt: row.firstSubmittedAt,
  latestSubmittedAt: row.latestSubmittedAt,
  submittedDoubt: row.submittedDoubt,
  membership: row.membership,
  highestPost: row.highestPost,
  yearsInEducation: row.yearsInEducation,
  answers: answersOf(row.answers),
  overrule: row.overrule === null ? null : fromJson(Overrule, row.overrule),
  cohort: cohort.name,
  windowClosesOn: cohort.closesOn,
  windowOpensOn: cohort.opensOn,
  returnedAt,
  organization,
  stands: isInTheOrder(row.status),
});
