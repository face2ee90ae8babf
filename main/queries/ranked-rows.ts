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
  | 'submittedDoubt'
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
  /** Null: not read yet, or not to be relied on. */
  upTo: number | null;
  rows: Map<string, RankedRow>;
  seen: ReadonlyMap<string, RankingFacts>;
  /** A reading that is under way, in slices; the log tells afterwards what changed since it began. */
  reading: Reading | null;
}

interface Reading {
  readonly upTo: number;
  readonly rows: Map<string, RankedRow>;
  readonly seen: Map<string, RankingFacts>;
  /** The last application that was read. */
  after: string;
}

/** After so many changes everything is read again, which takes about as long. */
const mostPatched = 2_000;

const select = `SELECT application.id, application.personId, firstSubmittedAt, latestSubmittedAt, submittedDoubt,
    status, membership, highestPost, yearsInEducation, payment, needs, answers, overrule, organizationId
  FROM application JOIN person ON person.id = personId`;

/**
 * The applications to a cohort. Of 100,000 of them one is accepted at a time: the log says which rows have changed
 * since the last look, and only these are read again.
 */
export function rankedRows(facts: Facts, cohort: Cohort): RankedRows {
  const kept = keptOf(facts, cohort);
  for (;;) {
    if (kept.upTo === null) while (!readSlice(facts, cohort, kept, everything));
    const upTo = lastEntry(facts);
    const since = kept.upTo ?? 0;
    const changed = since > upTo ? null : changedSince(facts, cohort, since);
    if (changed !== null) {
      patch(facts, cohort, kept, changed);
      kept.upTo = upTo;
      return { rows: [...kept.rows.values()], seen: kept.seen };
    }
    Object.assign(kept, { upTo: null, reading: null });
  }
}

/**
 * Reads a slice of a cohort's applications ahead of whoever asks for all of them; true: all are here. What is asked for
 * meanwhile reads the rest at once.
 */
export function readAhead(facts: Facts, cohort: Cohort): boolean {
  const kept = keptOf(facts, cohort);
  return kept.upTo !== null || readSlice(facts, cohort, kept, sliceSize);
}

const sliceSize = 1_000;
const everything = 1_000_000_000;

const keptOf = ({ cached }: Facts, { id }: Cohort): Kept =>
  cached(`ranked rows ${id}`, [], (): Kept => ({ upTo: null, rows: new Map(), seen: new Map(), reading: null }));

const lastEntry = ({ database }: Facts): number =>
  database.get<{ n: number | null }>('SELECT max(sequence) AS n FROM logEntry')?.n ?? 0;

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

/** Reads on where the reading stands; true: it is complete, and everything that it found counts. */
function readSlice(facts: Facts, cohort: Cohort, kept: Kept, limit: number): boolean {
  kept.reading ??= { upTo: lastEntry(facts), rows: new Map(), seen: new Map(), after: '' };
  const { reading } = kept;
  const organizations = organizationsById(facts);
  // The plus keeps SQLite from sorting the whole cohort anew for each slice.
  const slice = facts.database.all<RankedRow>(
    `${select} WHERE +cohortId = ? AND application.id > ? ORDER BY application.id LIMIT ?`,
    cohort.id,
    reading.after,
    limit,
  );
  for (const row of slice) {
    reading.rows.set(row.id, row);
    reading.seen.set(row.id, rankingFacts(row, cohort, organizations));
  }
  const last = slice.at(-1);
  if (last && slice.length === limit) {
    reading.after = last.id;
    return false;
  }
  const { upTo, rows, seen } = reading;
  Object.assign(kept, { upTo, rows, seen, reading: null });
  return true;
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
  'submittedDoubt',
  'membership',
  'highestPost',
  'yearsInEducation',
  'answers',
  'overrule',
  'organizationId',
] as const satisfies readonly (keyof RankedRow)[];

/** The answers of a form, as `Answers` has them; without a schema's machinery, which for 100,000 takes longer than all else. */
function answersOf(text: Application['answers']): Answers {
  const read: unknown = JSON.parse(text);
  return isAnswers(read) ? read : fromJson(Answers, text);
}

const isAnswers = (read: unknown): read is Answers =>
  typeof read === 'object' &&
  read !== null &&
  !Array.isArray(read) &&
  Object.values(read).every((answer) => typeof answer === 'string');

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
  submittedDoubt: row.submittedDoubt,
  membership: row.membership,
  highestPost: row.highestPost,
  yearsInEducation: row.yearsInEducation,
  answers: answersOf(row.answers),
  overrule: row.overrule === null ? null : fromJson(Overrule, row.overrule),
  windowClosesOn: cohort.closesOn,
  organization: organizations.get(row.organizationId ?? '') ?? null,
  stands: stands(row.status),
});
