import {
  Answers,
  type Application,
  type ApplicationStatus,
  Overrule,
  type RankedOrganization,
  type RankingFacts,
} from '../../../shared/model/applicants.ts';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import { fromJson } from '../../../shared/model/json.ts';
import type { Facts } from '../../call/facts.ts';
import { type LoggedRow, loggedSince, mostChanged } from '../../call/logged-since.ts';
import { patched } from '../../rules/applicants/patched-map.ts';

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

/** A cohort's applications by id, and what the rule sees of each. After a change only the changed are other objects. */
export interface RankedRows {
  readonly rows: ReadonlyMap<string, RankedRow>;
  /** The same map as before, as long as nothing has changed that the rule sees. */
  readonly seen: ReadonlyMap<string, RankingFacts>;
  /** Whose application is accepted. */
  readonly accepted: ReadonlySet<string>;
}

/** Whether an application with this status takes part in the ranking. */
export const stands = (status: ApplicationStatus): boolean =>
  status !== 'withdrawn' && status !== 'declined' && status !== 'deferred';

/** What is kept of a cohort, up to an entry of the log. */
interface Kept {
  /** Null: not read yet, or not to be relied on. */
  upTo: number | null;
  found: RankedRows;
  /** The cohort as it was read. */
  of: SeenCohort | null;
  /** A reading that is under way, in slices; the log tells afterwards what changed since it began. */
  reading: Reading | null;
}

/** What the rule sees of the cohort itself, of each of its applications. */
type SeenCohort = Pick<Cohort, 'name' | 'closesOn'>;

interface Reading {
  readonly upTo: number;
  readonly rows: Map<string, RankedRow>;
  readonly seen: Map<string, RankingFacts>;
  readonly of: SeenCohort;
  /** The last application that was read. */
  after: string;
}

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
    if (followLog(facts, cohort, kept)) return kept.found;
  }
}

/**
 * Reads a slice of a cohort's applications ahead of whoever asks for all of them; true: all are here. What is asked for
 * meanwhile reads the rest at once.
 */
export function readAhead(facts: Facts, cohort: Cohort): boolean {
  const kept = keptOf(facts, cohort);
  if (kept.upTo === null && !readSlice(facts, cohort, kept, sliceSize)) return false;
  return followLog(facts, cohort, kept);
}

/** Reads again what the log names since; false: too much, so that everything has to be read anew. */
function followLog(facts: Facts, cohort: Cohort, kept: Kept): boolean {
  const { upTo, changed } = loggedSince(facts, kept.upTo ?? 0, ['application', 'person', 'organization']);
  const isSame = cohort.closesOn === kept.of?.closesOn && cohort.name === kept.of.name;
  const concerned = isSame ? changed && concernedBy(facts, cohort, changed) : null;
  if (concerned === null) {
    Object.assign(kept, { upTo: null, reading: null });
    return false;
  }
  patch(facts, cohort, kept, concerned);
  kept.upTo = upTo;
  return true;
}

const sliceSize = 1_000;
const everything = 1_000_000_000;

const keptOf = ({ cached }: Facts, { id }: Cohort): Kept =>
  cached(`ranked rows ${id}`, [], (): Kept => ({ upTo: null, found: nothing, of: null, reading: null }));

const nothing: RankedRows = { rows: new Map(), seen: new Map(), accepted: new Set() };

const lastEntry = ({ database }: Facts): number =>
  database.get<{ n: number | null }>('SELECT max(sequence) AS n FROM logEntry')?.n ?? 0;

/** The applications that changes may concern; null: so many that all are read again. */
function concernedBy({ database }: Facts, cohort: Cohort, changed: readonly LoggedRow[]): readonly string[] | null {
  const ids = new Set<string>();
  for (const { tableName, rowId } of changed) {
    if (tableName === 'application') ids.add(rowId);
    const sql = { person: applied, organization: appliedFrom }[String(tableName)];
    if (sql) for (const { id } of database.all<{ id: string }>(sql, cohort.id, rowId)) ids.add(id);
    if (ids.size > mostChanged) return null;
  }
  return [...ids];
}

const applied = 'SELECT id FROM application WHERE cohortId = ? AND personId = ?';
const appliedFrom = `SELECT application.id FROM person JOIN application ON application.personId = person.id
  WHERE cohortId = ? AND organizationId = ? LIMIT ${mostChanged + 1}`;

/** Reads on where the reading stands; true: it is complete, and everything that it found counts. */
function readSlice(facts: Facts, cohort: Cohort, kept: Kept, limit: number): boolean {
  kept.reading ??= { upTo: lastEntry(facts), rows: new Map(), seen: new Map(), of: cohort, after: '' };
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
    reading.seen.set(row.id, rankingFacts(row, reading.of, organizations));
  }
  const last = slice.at(-1);
  if (last && slice.length === limit) {
    reading.after = last.id;
    return false;
  }
  const { upTo, rows, seen } = reading;
  const accepted = new Set<string>();
  for (const { id, status } of rows.values()) if (status === 'accepted') accepted.add(id);
  Object.assign(kept, { upTo, found: { rows, seen, accepted }, of: reading.of, reading: null });
  return true;
}

/** Reads these applications again. Whoever holds what was given out before does not see it change. */
function patch(facts: Facts, cohort: Cohort, kept: Kept, changed: readonly string[]): void {
  const organizations = organizationsById(facts);
  const rows = new Map<string, RankedRow | undefined>();
  const seen = new Map<string, RankingFacts | undefined>();
  const accepted = new Map<string, boolean>();
  for (const id of changed) {
    const before = kept.found.rows.get(id);
    const row = facts.database.get<RankedRow>(`${select} WHERE application.id = ? AND cohortId = ?`, id, cohort.id);
    if (!row && !before) continue;
    rows.set(id, row);
    if ((row?.status === 'accepted') !== (before?.status === 'accepted')) accepted.set(id, row?.status === 'accepted');
    const employer = organizations.get(row?.organizationId ?? '')?.name;
    const isRenamed = kept.found.seen.get(id)?.organization?.name !== employer;
    if (!row || !before || isRenamed || !looksAlike(row, before))
      seen.set(id, row && rankingFacts(row, cohort, organizations));
  }
  const { found } = kept;
  kept.found = {
    rows: patched(found.rows, rows),
    seen: patched(found.seen, seen),
    accepted: accepted.size === 0 ? found.accepted : withAndWithout(found.accepted, accepted),
  };
}

function withAndWithout(before: ReadonlySet<string>, changes: ReadonlyMap<string, boolean>): ReadonlySet<string> {
  const after = new Set(before);
  for (const [id, isIn] of changes) {
    if (isIn) after.add(id);
    else after.delete(id);
  }
  return after;
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
  cohort: SeenCohort,
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
  cohort: cohort.name,
  windowClosesOn: cohort.closesOn,
  organization: organizations.get(row.organizationId ?? '') ?? null,
  stands: stands(row.status),
});
