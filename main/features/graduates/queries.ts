import type { ParsedInputOf } from '../../../shared/api.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import type { CohortId, ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { GraduateRow, GraduateShow } from '../../../shared/views/graduates.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { inGroups } from '../../call/in-groups.ts';
import { decideRecertification } from '../../rules/recertification/recertification.ts';
import { noSuchCohort } from '../courses/queries.ts';
import { historyOf, type LoggedRow } from '../history/log-sentences.ts';
import { searchFor } from '../people/directory.ts';
import { noSuchParticipant } from '../people/no-longer.ts';
import { graduateBy } from '../recertification/rows.ts';
import { eligibilityOf } from '../requirements/eligibility.ts';
import { peopleTagged } from '../tags/tagged.ts';
import { allGraduates, countGraduates, someGraduates } from './all-graduates.ts';
import { askedFor, isShort } from './commands.ts';
import { certificateOf, decidedOf } from './kept-decisions.ts';
import { owingSentences } from './owing.ts';
import { graduateRows, type RankedGraduate, showOf } from './rows.ts';
import { graduatesToCorrect } from './to-correct.ts';

type ListInput = Omit<ParsedInputOf<'graduates.list'>, 'offset' | 'limit'>;

/** The rows of the list as the screen asks for it, whole: what is exported too. */
export const listedGraduates = (facts: Facts, input: ListInput): readonly GraduateRow[] =>
  slice(facts, input, 0, Number.MAX_SAFE_INTEGER).rows;

/** A slice of the list, and how many there are in all. */
function slice(
  facts: Facts,
  input: ListInput,
  offset: number,
  limit: number,
): { readonly total: number; readonly rows: readonly GraduateRow[] } {
  if (input.show === 'needs-a-look') {
    return someGraduates(facts, graduatesToCorrect(facts, input.cohortId), input, offset, limit);
  }
  if (isOfAll(input)) return allGraduates(facts, input, offset, Math.min(limit, countGraduates(facts)));
  const rows = chosen(facts, participantsOf(facts, input.cohortId), input);
  return { total: rows.length, rows: rows.slice(offset, offset + limit) };
}

/** Whether the list is of all that ever graduated: far more than may be read for one look. */
const isOfAll = ({ cohortId, show }: ListInput): boolean => cohortId === null && show === 'graduates';

/** Everyone of one cohort, or whoever is still enrolled in any, the newest cohort first; by name within a cohort. */
function participantsOf(facts: Facts, cohortId: CohortId | null): readonly RankedGraduate[] {
  if (cohortId !== null) {
    const cohort = facts.database.get<NamedCohort>('SELECT id, name FROM cohort WHERE id = ?', cohortId);
    return cohort ? graduateRows(facts, cohort) : [];
  }
  return underWay(facts).flatMap((cohort) => graduateRows(facts, cohort, 'enrolled'));
}

/** Cohorts with someone enrolled, the newest first. */
const underWay = ({ database }: Facts): readonly NamedCohort[] =>
  database.all<NamedCohort>(
    `SELECT id, name FROM cohort WHERE EXISTS (
       SELECT 1 FROM participant WHERE participant.cohortId = cohort.id AND participant.status = 'enrolled')
     ORDER BY coalesce(startsOn, opensOn, endsOn) DESC NULLS LAST, id DESC`,
  );

/** The verdicts that the counts are made of. Where no one enrolled is listed, no one's name need be read for them. */
const verdictsFor = (facts: Facts, input: ListInput): readonly GraduateRow['verdict'][] =>
  isOfAll(input)
    ? underWay(facts).flatMap(({ id }) => [...eligibilityOf(facts, id, 'enrolled').values()].map((one) => one.verdict))
    : participantsOf(facts, input.cohortId).map(({ row }) => row.verdict);

interface NamedCohort {
  readonly id: CohortId;
  readonly name: string;
}

function chosen(
  facts: Facts,
  everyone: readonly RankedGraduate[],
  { show, search, sort, tagId }: ListInput,
): GraduateRow[] {
  const matches = searchFor(search);
  const tagged = peopleTagged(facts, tagId);
  const found = everyone.filter(
    ({ row, words }) =>
      showOf(row.verdict) === show &&
      (matches === null || matches(words)) &&
      (tagged === null || tagged.has(row.personId)),
  );
  return sorted(found, sort).map(({ row }) => row);
}

function sorted(rows: RankedGraduate[], sort: ListInput['sort']): RankedGraduate[] {
  if (!sort) return rows;
  const { by, direction } = sort;
  const way = direction === 'up' ? 1 : -1;
  if (by === 'name') return rows.sort((a, b) => way * (a.place - b.place));
  return inGroups(rows, ({ row }) => row[by], direction);
}

const list: Query<'graduates.list'> = (facts, input) => {
  const counts: Record<GraduateShow, number> = {
    graduates: input.cohortId === null ? countGraduates(facts) : 0,
    'may-graduate': 0,
    'on-the-way': 0,
    'requirements-missing': 0,
    'courses-missing': 0,
    'needs-a-look': graduatesToCorrect(facts, input.cohortId).length,
  };
  for (const verdict of verdictsFor(facts, input)) {
    const show = showOf(verdict);
    if (show) counts[show] += 1;
  }
  const { offset, limit } = input;
  return done({ ...slice(facts, input, offset, limit), offset, counts });
};

const show: Query<'graduates.show'> = (facts, { participantId }) => {
  const found = facts.database.get<{ cohortId: CohortId; name: string; email: string | null }>(
    `SELECT cohortId, cohort.name, person.email FROM participant
     JOIN cohort ON cohort.id = cohortId JOIN person ON person.id = personId WHERE participant.id = ?`,
    participantId,
  );
  const rows = found ? graduateRows(facts, { id: found.cohortId, name: found.name }) : [];
  const row = rows.find((ranked) => ranked.row.participantId === participantId)?.row;
  const graduation = found && eligibilityOf(facts, found.cohortId).get(participantId);
  if (!found || !row || !graduation) return refuse(noSuchParticipant);
  const certificate = certificateOf(facts, participantId);
  return done({
    row,
    issuedTo: row.verdict === 'graduated' ? (certificate?.name ?? null) : null,
    revoked:
      certificate && certificate.endedOn !== null
        ? `${certificate.number} was revoked on ${sayDate(certificate.endedOn)}: ${certificate.reason}`
        : null,
    isUnlisted: facts.database.get('SELECT 1 FROM unlisted WHERE personId = ?', row.personId) !== undefined,
    decided: certificate && row.verdict === 'graduated' ? decidedOf(facts, certificate) : null,
    graduation,
    email: found.email,
    recertification: sayRecertificationOf(facts, participantId),
    history: historyOf(facts, recordsOf(facts, participantId, row.personId)),
  });
};

/** Where a graduate stands with the documents, as one sentence; null without a due date. */
function sayRecertificationOf(facts: Facts, participantId: ParticipantId): string | null {
  const graduate = graduateBy(facts, participantId);
  if (!graduate || graduate.dueOn === null || !facts.inForce) return null;
  const { dueOn, receivedOn } = graduate;
  const decision = decideRecertification(facts.inForce.policy, { dueOn, receivedOn, remark: null }, facts.today);
  return decision.reasons[0]?.sentence ?? null;
}

/** The rows that a participant’s history is about. */
export function recordsOf(facts: Facts, participantId: ParticipantId, personId: PersonId): LoggedRow[] {
  const rows = facts.database.all<LoggedRow>(
    `WITH given (person, participant) AS (VALUES (?, ?))
     SELECT 'attendanceEvent' AS "table", id FROM given JOIN attendanceEvent ON personId = person
     UNION ALL SELECT 'attendanceEvent', annulment.id FROM given
       JOIN attendanceEvent checkIn ON checkIn.personId = person
       JOIN attendanceEvent annulment ON annulment.annulsId = checkIn.id WHERE annulment.personId IS NULL
     UNION ALL SELECT 'makeUp', makeUp.id FROM given JOIN makeUp ON participantId = participant
     UNION ALL SELECT 'metRequirement', metRequirement.id FROM given
       JOIN metRequirement ON participantId = participant
     UNION ALL SELECT 'unlisted', id FROM given JOIN unlisted ON personId = person
     UNION ALL SELECT 'letter', id FROM given JOIN letter ON personId = person
     UNION ALL SELECT 'certificate', id FROM given JOIN certificate ON participantId = participant
     UNION ALL SELECT 'certificateEnding', ending.id FROM given
       JOIN certificate ON certificate.participantId = participant
       JOIN certificateEnding ending ON ending.certificateId = certificate.id
     UNION ALL SELECT 'recertificationDue', id FROM given JOIN recertificationDue ON participantId = participant
     UNION ALL SELECT 'recertificationDueChange', change.id FROM given
       JOIN recertificationDue due ON due.participantId = participant
       JOIN recertificationDueChange change ON change.dueId = due.id
     UNION ALL SELECT 'recertificationReceipt', receipt.id FROM given
       JOIN recertificationDue due ON due.participantId = participant
       JOIN recertificationReceipt receipt ON receipt.dueId = due.id`,
    personId,
    participantId,
  );
  return [{ table: 'participant', id: participantId }, { table: 'person', id: personId }, ...rows];
}

/** Who would graduate, who would not and why. Nothing is written. */
const preview: Query<'graduates.preview'> = (facts, { cohortId, participantIds }) => {
  const cohort = facts.database.get<NamedCohort>('SELECT id, name FROM cohort WHERE id = ?', cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const { everyone, named } = askedFor(facts, cohort, participantIds);
  const asked = named ? everyone.filter(({ participantId }) => named.has(participantId)) : everyone;
  const ready = asked.filter(({ verdict }) => verdict === 'may-graduate');
  const graduations = eligibilityOf(facts, cohortId);
  return done({
    ready: ready.map(({ participantId, name, certificateName }) => ({ participantId, name, certificateName })),
    held: asked
      .filter(({ verdict }) => isShort(verdict))
      .map(({ participantId, name, verdict, missing }) => ({
        participantId,
        name,
        verdict,
        missing,
        why: graduations.get(participantId)?.sentence ?? '',
      })),
    graduated: asked.filter(({ verdict }) => verdict === 'graduated').length,
    left: asked.filter(({ verdict }) => verdict === 'not-enrolled').length,
    owing: owingSentences(facts, cohortId, ready),
  });
};

export const graduateQueries: Pick<Handlers, 'graduates.list' | 'graduates.show' | 'graduates.preview'> = {
  'graduates.preview': preview,
  'graduates.list': list,
  'graduates.show': show,
};
