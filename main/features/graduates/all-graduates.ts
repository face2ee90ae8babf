import type { ParsedInputOf } from '../../../shared/api.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId, ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import { sayName } from '../../../shared/model/people.ts';
import type { GraduateRow } from '../../../shared/views/graduates.ts';
import type { Facts } from '../../call/facts.ts';
import { inGroups } from '../../call/in-groups.ts';
import { likeEach } from '../people/directory.ts';
import { openNotes, openPlaceNotes } from '../people/open-notes.ts';
import { attendanceAmong, graduationsBy } from '../presence/queries.ts';
import { promisedTo } from '../program/promised.ts';
import { whereTagged } from '../tags/tagged.ts';
import { changedSinceAmong } from './changed-since.ts';
import { currentNumber, currentOverruled } from './current-number.ts';

/** What of the list of all cohorts' graduates the screen asks for, but for the slice. */
type Choice = Pick<ParsedInputOf<'graduates.list'>, 'search' | 'sort' | 'tagId'>;

/** The cohorts that have graduates, the newest first, with how many each has. */
const cohortsOf = ({ database, cached }: Facts): readonly { readonly id: CohortId; readonly people: number }[] =>
  cached('cohorts with graduates', ['cohort', 'participant'], () =>
    database.all(
      `SELECT id, people FROM cohort JOIN (
         SELECT cohortId, count(*) AS people FROM participant WHERE status = 'graduated' GROUP BY cohortId)
       ON cohortId = id ORDER BY ${newestFirst}`,
    ),
  );

const newestFirst = 'coalesce(startsOn, opensOn, endsOn) DESC NULLS LAST, cohort.id DESC';

/** How many have graduated, of whichever cohort. */
export const countGraduates = (facts: Facts): number => cohortsOf(facts).reduce((sum, { people }) => sum + people, 0);

/**
 * A slice of the graduates of all cohorts, and how many there are: SQLite finds and orders them, and only those in the
 * slice are read whole. Of 90,000 no one can look at what all of them attended.
 */
export function allGraduates(
  facts: Facts,
  choice: Choice,
  offset: number,
  limit: number,
): { readonly total: number; readonly rows: readonly GraduateRow[] } {
  const { search, sort, tagId } = choice;
  const isWhole = search.trim() === '' && tagId === null;
  if (isWhole && (!sort || sort.by === 'name')) {
    const ids = sort ? idsByName(facts, sort.direction, offset, limit) : idsByCohort(facts, offset, limit);
    return { total: countGraduates(facts), rows: rowsOf(facts, ids) };
  }
  return sliceOf(facts, foundIds(facts, choice), sort, offset, limit);
}

/** The same of some graduates, in their own order unless another is asked for. */
export function someGraduates(
  facts: Facts,
  some: readonly ParticipantId[],
  choice: Choice,
  offset: number,
  limit: number,
): { readonly total: number; readonly rows: readonly GraduateRow[] } {
  const { search, sort, tagId } = choice;
  if (search.trim() === '' && tagId === null && sort?.by !== 'name') return sliceOf(facts, some, sort, offset, limit);
  const among = new Set(some);
  const ids = foundIds(facts, choice).filter((id) => among.has(id));
  return sliceOf(facts, ids, sort, offset, limit);
}

function sliceOf(
  facts: Facts,
  ids: readonly ParticipantId[],
  sort: Choice['sort'],
  offset: number,
  limit: number,
): { readonly total: number; readonly rows: readonly GraduateRow[] } {
  if (!sort || sort.by === 'name') return { total: ids.length, rows: rowsOf(facts, ids.slice(offset, offset + limit)) };
  const { by, direction } = sort;
  const sorted = inGroups(rowsOf(facts, ids), (row) => row[by], direction);
  return { total: ids.length, rows: sorted.slice(offset, offset + limit) };
}

/** By cohort, the newest first, and by name within each: the counts say which cohorts a slice lies in. */
function idsByCohort(facts: Facts, offset: number, limit: number): readonly ParticipantId[] {
  let before = 0;
  return cohortsOf(facts).flatMap(({ id, people }) => {
    const from = Math.max(0, offset - before);
    const to = Math.min(people, offset + limit - before);
    before += people;
    if (from >= to) return [];
    return idsIn(
      facts,
      `SELECT participant.id FROM participant
       CROSS JOIN personSearchKey ON personSearchKey.personId = participant.personId
       WHERE status = 'graduated' AND cohortId = ? ORDER BY sortName, participant.id LIMIT ? OFFSET ?`,
      id,
      to - from,
      from,
    );
  });
}

const idsByName = (facts: Facts, direction: 'up' | 'down', offset: number, limit: number): readonly ParticipantId[] =>
  idsIn(
    facts,
    `SELECT participant.id FROM personSearchKey CROSS JOIN participant ON participant.personId = personSearchKey.personId
     WHERE status = 'graduated' ORDER BY ${byName(direction)} LIMIT ? OFFSET ?`,
    limit,
    offset,
  );

const byName = (direction: 'up' | 'down'): string => {
  const way = direction === 'up' ? 'ASC' : 'DESC';
  return `sortName ${way}, participant.id ${way}`;
};

/** Of whom every word of a search is said: of the person, of the cohort or on the certificate. */
function foundIds(facts: Facts, { search, sort, tagId }: Choice): readonly ParticipantId[] {
  const values: string[] = [];
  const found = search.split(/\s+/).flatMap((word) => {
    const inWords = likeEach('words', word);
    const [condition] = inWords.where;
    if (condition === undefined) return [];
    values.push(...inWords.values, ...inWords.values, ...inWords.values);
    return `SELECT id FROM (
      SELECT participant.id FROM personSearchKey NOT INDEXED
        CROSS JOIN participant ON participant.personId = personSearchKey.personId WHERE ${condition}
      UNION SELECT participant.id FROM cohort CROSS JOIN participant ON participant.cohortId = cohort.id
        WHERE ${likeEach('lower(cohort.name)', word).where.join()}
      UNION SELECT participantId FROM certificate INDEXED BY ${byNumber} WHERE ${likeEach('lower(number)', word).where.join()})`;
  });
  const tagged = whereTagged(tagId);
  const order = sort?.by === 'name' ? byName(sort.direction) : `${newestFirst}, ${byName('up')}`;
  // From those found: SQLite would rather go through all who graduated.
  const from =
    found.length === 0
      ? 'participant'
      : `(${found.join(' INTERSECT ')}) found CROSS JOIN participant ON participant.id = found.id`;
  return idsIn(
    facts,
    `SELECT participant.id FROM ${from} CROSS JOIN cohort ON cohort.id = participant.cohortId
     CROSS JOIN personSearchKey ON personSearchKey.personId = participant.personId
     WHERE ${["participant.status = 'graduated'", ...tagged.where].join(' AND ')} ORDER BY ${order}`,
    ...values,
    ...tagged.values,
  );
}

/** SQLite's own index on the numbers, which must each be another one. */
const byNumber = 'sqlite_autoindex_certificate_2';

const idsIn = ({ database }: Facts, sql: string, ...values: readonly (string | number)[]): readonly ParticipantId[] =>
  database.all<{ id: ParticipantId }>(sql, ...values).map(({ id }) => id);

interface StoredGraduate {
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  readonly cohortId: CohortId;
  readonly cohort: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly certificateName: string | null;
  readonly organization: string | null;
  readonly graduatedOn: CivilDate | null;
  readonly certificate: string | null;
  readonly overruled: 0 | 1 | null;
}

function rowsOf(facts: Facts, ids: readonly ParticipantId[]): readonly GraduateRow[] {
  const stored = facts.database.all<StoredGraduate>(
    `SELECT participant.id AS participantId, participant.personId, participant.cohortId, cohort.name AS cohort, givenName,
       familyName, certificateName, organization.name AS organization, graduatedOn,
       ${currentNumber} AS certificate,
       ${currentOverruled} AS overruled
     FROM json_each(?) asked CROSS JOIN participant ON participant.id = asked.value
     CROSS JOIN person ON person.id = participant.personId CROSS JOIN cohort ON cohort.id = participant.cohortId
     LEFT JOIN organization ON organization.id = person.organizationId ORDER BY asked.key`,
    JSON.stringify(ids),
  );
  const attended = new Map<ParticipantId, number>();
  const changed = new Map<ParticipantId, string>();
  const courses = new Map<CohortId, number>();
  for (const [cohortId, theirs] of Map.groupBy(stored, (row) => row.cohortId)) {
    const ids = theirs.map(({ participantId }) => participantId);
    const seen = attendanceAmong(facts, cohortId, ids);
    for (const [id, graduation] of graduationsBy(facts, cohortId, seen)) attended.set(id, graduation.attended.length);
    for (const [id, since] of changedSinceAmong(facts, seen)) changed.set(id, since);
    courses.set(cohortId, promisedTo(facts, cohortId)?.policy.completion.courses.length ?? 0);
  }
  const notes = openNotes(facts);
  const ofPlaces = openPlaceNotes(facts);
  return stored.map(({ givenName, familyName, certificateName, organization, overruled, ...row }) => {
    const name = sayName({ givenName, familyName });
    return {
      ...row,
      name,
      certificateName: certificateName ?? name,
      organization: organization ?? '',
      verdict: 'graduated',
      attended: attended.get(row.participantId) ?? 0,
      courses: courses.get(row.cohortId) ?? 0,
      missing: '',
      overruled: overruled === 1,
      changedSince: changed.get(row.participantId) ?? '',
      toCorrect: notes.ofPerson.has(row.personId) || ofPlaces.has(row.participantId),
    };
  });
}
