import {
  Answers,
  type Application,
  type ApplicationStatus,
  Overrule,
  type RankedOrganization,
  type RankingFacts,
} from '../../shared/model/applicants.ts';
import type { Cohort } from '../../shared/model/cohorts.ts';
import { fromJson } from '../../shared/model/json.ts';
import type { TableName } from '../../shared/model/tables.ts';
import type { Facts } from '../facts.ts';

/** What a ranking and the list of applicants read of each application. */
export type RankedRow = Pick<
  Application,
  | 'id'
  | 'personId'
  | 'firstSubmittedAt'
  | 'latestSubmittedAt'
  | 'status'
  | 'membership'
  | 'highestPost'
  | 'yearsInEducation'
  | 'payment'
  | 'needs'
  | 'answers'
  | 'overrule'
> & { readonly organizationId: string | null };

/** A cohort's applications, and what the rule sees of each. */
export interface RankedRows {
  readonly rows: readonly RankedRow[];
  /** The same map as before, as long as nothing has changed that the rule sees. */
  readonly seen: ReadonlyMap<string, RankingFacts>;
}

/** Whether an application with this status takes part in the ranking. */
export const stands = (status: ApplicationStatus): boolean =>
  status !== 'withdrawn' && status !== 'declined' && status !== 'deferred';

/** What is kept of a cohort, up to an entry of the log. */
interface Kept {
  upTo: number | null;
  rows: Map<string, RankedRow>;
  seen: ReadonlyMap<string, RankingFacts>;
}

/** After so many changes everything is read again, which takes about as long. */
const mostPatched = 2_000;

const select = `SELECT application.id, application.personId, firstSubmittedAt, latestSubmittedAt, status, membership,
    highestPost, yearsInEducation, payment, needs, answers, overrule, organizationId
  FROM application JOIN person ON person.id = personId`;

/**
 * The applications to a cohort. Of 100,000 of them one is accepted at a time: the log says which rows have changed
 * since the last look, and only these are read again.
 */
export function rankedRows(facts: Facts, cohort: Cohort): RankedRows {
  const kept = facts.cached(
    `ranked rows ${cohort.id}`,
    [],
    (): Kept => ({ upTo: null, rows: new Map(), seen: new Map() }),
  );
  const upTo = facts.database.get<{ n: number | null }>('SELECT max(sequence) AS n FROM logEntry')?.n ?? 0;
  const changed = kept.upTo === null || kept.upTo > upTo ? null : changedSince(facts, cohort, kept.upTo);
  if (changed === null) readAll(facts, cohort, kept);
  else patch(facts, cohort, kept, changed);
  kept.upTo = upTo;
  return { rows: [...kept.rows.values()], seen: kept.seen };
}

/** The applications that a change since then may concern; null: too many, or something that concerns them all. */
function changedSince({ database }: Facts, cohort: Cohort, sequence: number): readonly string[] | null {
  const entries = database.all<{ tableName: TableName; rowId: string }>(
    `SELECT tableName, rowId FROM logEntry WHERE sequence > ? LIMIT ${mostPatched + 1}`,
    sequence,
  );
  if (entries.length > mostPatched) return null;
  const ids = new Set<string>();
  for (const { tableName, rowId } of entries) {
    if (tableName === 'organization' || (tableName === 'cohort' && rowId === cohort.id)) return null;
    if (tableName === 'application') ids.add(rowId);
    if (tableName !== 'person') continue;
    const theirs = database.get<{ id: string }>(
      'SELECT id FROM application WHERE cohortId = ? AND personId = ?',
      cohort.id,
      rowId,
    );
    if (theirs) ids.add(theirs.id);
  }
  return [...ids];
}

function readAll(facts: Facts, cohort: Cohort, kept: Kept): void {
  const organizations = organizationsById(facts);
  const rows = facts.database.all<RankedRow>(`${select} WHERE cohortId = ?`, cohort.id);
  kept.rows = new Map(rows.map((row) => [row.id, row]));
  kept.seen = new Map(rows.map((row) => [row.id, rankingFacts(row, cohort, organizations)]));
}

function patch(facts: Facts, cohort: Cohort, kept: Kept, changed: readonly string[]): void {
  const organizations = organizationsById(facts);
  // Whoever holds the map that was given out before shall not see it change.
  let seen: Map<string, RankingFacts> | null = null;
  for (const id of changed) {
    const before = kept.rows.get(id);
    const row = facts.database.get<RankedRow>(`${select} WHERE application.id = ? AND cohortId = ?`, id, cohort.id);
    if (!row && !before) continue;
    if (row) kept.rows.set(id, row);
    else kept.rows.delete(id);
    if (row && before && looksAlike(row, before)) continue;
    seen ??= new Map(kept.seen);
    if (row) seen.set(id, rankingFacts(row, cohort, organizations));
    else seen.delete(id);
  }
  if (seen) kept.seen = seen;
}

/** Whether the rule sees two states of one application as the same. */
const looksAlike = (a: RankedRow, b: RankedRow): boolean =>
  stands(a.status) === stands(b.status) && seenFields.every((field) => a[field] === b[field]);

const seenFields = [
  'firstSubmittedAt',
  'latestSubmittedAt',
  'membership',
  'highestPost',
  'yearsInEducation',
  'answers',
  'overrule',
  'organizationId',
] as const satisfies readonly (keyof RankedRow)[];

/** One object a school system, shared by all of its people. */
const organizationsById = ({ database, cached }: Facts): ReadonlyMap<string, RankedOrganization> =>
  cached(
    'ranked organizations',
    ['organization'],
    () => new Map(database.all<RankedOrganization>('SELECT id, name FROM organization').map((each) => [each.id, each])),
  );

const rankingFacts = (
  row: RankedRow,
  cohort: Cohort,
  organizations: ReadonlyMap<string, RankedOrganization>,
): RankingFacts => ({
  applicationId: row.id,
  firstSubmittedAt: row.firstSubmittedAt,
  latestSubmittedAt: row.latestSubmittedAt,
  membership: row.membership,
  highestPost: row.highestPost,
  yearsInEducation: row.yearsInEducation,
  answers: fromJson(Answers, row.answers),
  overrule: row.overrule === null ? null : fromJson(Overrule, row.overrule),
  windowClosesOn: cohort.closesOn,
  organization: organizations.get(row.organizationId ?? '') ?? null,
  stands: stands(row.status),
});
