import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import type { CourseProgress, Graduation, GraduationFacts, SeenSession } from '../../../shared/model/graduates.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { nameOnCertificate } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { sayHours } from '../../../shared/model/session-hours.ts';
import type { Facts } from '../../call/facts.ts';
import { certificateOf } from '../graduates/kept-decisions.ts';
import { attendanceOf, graduationsOf } from '../presence/queries.ts';
import { promisedTo } from '../program/promised.ts';
import type { Transcript, TranscriptCourse } from './transcript.ts';

interface Student {
  readonly id: ParticipantId;
  readonly givenName: string;
  readonly familyName: string;
  readonly certificateName: string | null;
  readonly organization: string | null;
  readonly status: ParticipantStatus;
  readonly graduatedOn: CivilDate | null;
}

interface Taught {
  readonly id: CohortId;
  readonly name: string;
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
}

/** Everyone who graduated with a cohort or is enrolled in it, in the order of last names. */
export const studentsOf = ({ database }: Facts, cohortId: CohortId): readonly Student[] =>
  database.all<Student>(
    `SELECT participant.id, givenName, familyName, certificateName, organization.name AS organization, status, graduatedOn
     FROM participant JOIN person ON person.id = participant.personId
     JOIN personSearchKey ON personSearchKey.personId = participant.personId
     LEFT JOIN organization ON organization.id = person.organizationId
     WHERE cohortId = ? AND status IN ('graduated', 'enrolled') ORDER BY sortName, participant.id`,
    cohortId,
  );

/** The transcripts of some of a cohort. */
export function transcriptsOf(facts: Facts, cohortId: CohortId, students: readonly Student[]): readonly Transcript[] {
  const promised = promisedTo(facts, cohortId);
  const cohort = facts.database.get<Taught>('SELECT id, name, startsOn, endsOn FROM cohort WHERE id = ?', cohortId);
  if (!promised || !cohort || !facts.inForce) return [];
  const attendance = attendanceOf(facts, cohortId);
  const graduations = graduationsOf(facts, cohortId);
  const withWhom = cohortsBySession(facts);
  // The courses are what the cohort was promised; who gives the paper out is what holds today.
  const { program, certificate } = facts.inForce.policy;
  return students.map((student): Transcript => {
    const seen = attendance.get(student.id);
    const graduation = graduations.get(student.id);
    const courses = coursesOf(promised.policy, seen, graduation, withWhom);
    const hours = seen ? hoursOf(seen.sessions) : 0;
    return {
      organization: program.organization,
      program: program.name,
      title: program.title,
      contact: program.contact,
      name: nameOnCertificate(student),
      facts: factsOf(facts, student, cohort, seen),
      courses,
      totalHours: hours === 0 ? '' : sayHours(hours),
      notes: notesOf(facts, student, graduation, hours),
      signatory: certificate.signatories[0] ?? null,
      madeOn: sayDate(facts.today),
    };
  });
}

/** The names of the cohorts that each session was held for. */
const cohortsBySession = ({ database, cached }: Facts): ReadonlyMap<string, string> =>
  cached(
    'cohorts by session',
    ['session', 'sessionCohort', 'cohort'],
    () =>
      new Map(
        database
          .all<{ sessionId: string; names: string }>(
            `SELECT sessionId, group_concat(name, ' and ' ORDER BY name) AS names FROM sessionCohort
           JOIN cohort ON cohort.id = cohortId GROUP BY sessionId`,
          )
          .map(({ sessionId, names }) => [sessionId, names]),
      ),
  );

function factsOf(
  facts: Facts,
  { id, organization, status, graduatedOn }: Student,
  cohort: Taught,
  seen: GraduationFacts | undefined,
): Transcript['facts'] {
  const certificate = certificateOf(facts, id);
  const days = (seen?.sessions ?? []).filter(({ hours }) => hours > 0).map(({ heldOn }) => heldOn);
  const from = cohort.startsOn ?? days[0] ?? null;
  const until = cohort.endsOn ?? days.at(-1) ?? null;
  return [
    ['Cohort', cohort.name],
    ['School system', organization ?? ''],
    [
      'Dates',
      from === null || until === null ? '' : from === until ? sayDate(from) : `${sayDate(from)} to ${sayDate(until)}`,
    ],
    ['Status', status === 'graduated' ? 'Graduated' : 'Enrolled'],
    ['Graduated', status === 'graduated' && graduatedOn !== null ? sayDate(graduatedOn) : ''],
    ['Certificate', certificate && certificate.endedOn === null && status === 'graduated' ? certificate.number : ''],
  ].flatMap(([term = '', fact = '']) => (fact === '' ? [] : [[term, fact] as const]));
}

function notesOf(facts: Facts, student: Student, graduation: Graduation | undefined, hours: number): string[] {
  const certificate = certificateOf(facts, student.id);
  const isGraduate = student.status === 'graduated';
  return [
    isGraduate && hours === 0
      ? 'The courses were completed before these records began; their dates and hours are not in them.'
      : '',
    isGraduate && hours > 0 && (graduation?.missing.length ?? 0) > 0
      ? 'Graduated by decision of the program leads.'
      : '',
    certificate && certificate.endedOn !== null
      ? `Certificate ${certificate.number} was revoked on ${sayDate(certificate.endedOn)}.`
      : '',
  ].filter((note) => note !== '');
}

function coursesOf(
  policy: Policy,
  seen: GraduationFacts | undefined,
  graduation: Graduation | undefined,
  withWhom: ReadonlyMap<string, string>,
): readonly TranscriptCourse[] {
  return policy.courses
    .toSorted((a, b) => a.number - b.number)
    .map(({ id, number, title }) => {
      const sessions = (seen?.sessions ?? []).filter(({ courseId, hours }) => courseId === id && hours > 0);
      const progress = graduation?.courses.find(({ courseId }) => courseId === id);
      const hours = hoursOf(sessions);
      return {
        number: String(number),
        title,
        dates: sessions.map((session) => sayWhen(session, withWhom)),
        hours: hours === 0 ? '' : sayHours(hours),
        result: resultOf(progress, seen, hours),
      };
    });
}

function sayWhen({ sessionId, heldOn, own }: SeenSession, withWhom: ReadonlyMap<string, string>): string {
  const names = withWhom.get(sessionId) ?? '';
  return own ? sayDate(heldOn) : `${sayDate(heldOn)}, made up${names === '' ? '' : ` with ${names}`}`;
}

function resultOf(progress: CourseProgress | undefined, seen: GraduationFacts | undefined, hours: number): string {
  if (!progress) return '';
  const knowsNothing = seen?.status === 'graduated' && seen.sessions.every((session) => session.hours === 0);
  if (knowsNothing) return 'Completed';
  if (progress.outlook === 'completed') return progress.standing === 'excused' ? 'Excused' : 'Completed';
  if (hours > 0) return 'In part';
  return progress.standing === 'to-come' || progress.standing === 'not-planned' ? 'To come' : 'Not completed';
}

const hoursOf = (sessions: readonly SeenSession[]): number => sessions.reduce((sum, { hours }) => sum + hours, 0);
