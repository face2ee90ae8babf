import { sayDay, sayShortDay } from '../../../shared/model/dates.ts';
import type { CohortId, CourseId, ParticipantId, SessionId } from '../../../shared/model/ids.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { TableColumn, TableRow } from '../../../shared/model/roster.ts';
import type { AttendeeRow } from '../../../shared/views/attendance.ts';
import {
  type AttendeeColumn,
  attendeeColumns,
  attendeeTable,
  inHundredths,
  type SessionColumn,
  sayAttendance,
  sayCheckInMethod,
  sayCohort,
  sessionTable,
  usualAttendeeColumns,
} from '../../../shared/views/attendance-sheet.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import {
  type ProgressColumn,
  type ProgressCourse,
  type ProgressRow,
  progressColumns,
  progressTable,
  sayProgressCell,
  sayProgressOf,
  sayProgressShow,
  usualProgressColumns,
} from '../../../shared/views/progress.ts';
import type { Facts } from '../../call/facts.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { saveSheet } from '../../call/save-sheet.ts';
import { cancelled } from '../../files/cancelled.ts';
import { breathe } from '../../files/progress.ts';
import { tableSheet } from '../../spreadsheets/write/table-sheet.ts';
import { columnsToExport } from '../column-sets/queries.ts';
import { cohortOf, noSuchCohort } from '../courses/queries.ts';
import { chosenProgress, progressCourses } from '../progress/rows.ts';

const exportSession: Errand<'attendance.exportSession'> = async (desk, input) => {
  const facts = desk.facts();
  const found = await desk.call('attendance.session', { sessionId: input.sessionId });
  if (!found.ok) return found;
  const columns = columnsToExport(facts, 'attendance', input, attendeeColumns, usualAttendeeColumns);
  if (!columns.ok) return columns;
  const { session, people } = found.value;
  const byId = new Map(people.map((row) => [row.personId, row]));
  const rows = input.personIds?.flatMap((id) => byId.get(id) ?? []) ?? people;
  const sheet = tableSheet(
    `Attendance of ${session.title}, ${sayDay(session.heldOn)}`,
    columns.value.flatMap((key) => attendeeTable.filter((column) => column.key === key)),
    rows.map((row) => attendeeCells(row, session)),
    {
      name: `${sayShortDay(session.heldOn)} ${session.title}`,
      subtitle: aboutSession(facts, session),
      zone: facts.zone,
    },
  );
  return saveSheet(desk, sheet, `Attendance ${session.title} ${session.heldOn}`, input.format);
};

const exportCohort: Errand<'attendance.exportCohort'> = async (desk, input) => {
  const facts = desk.facts();
  const cohort = cohortOf(facts, input.cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const columns = columnsToExport(facts, 'attendance', input, attendeeColumns, usualAttendeeColumns);
  if (!columns.ok) return columns;
  const participants = participantIdsOf(facts, input.cohortId);
  const label = `Gathering the attendance of ${cohort.name}`;
  const sessionIds = sessionsOf(facts, input.cohortId);
  const rows: TableRow<AttendeeColumn | SessionColumn>[] = [];
  for (const [at, sessionId] of sessionIds.entries()) {
    desk.progress(label, at / sessionIds.length);
    const found = await desk.call('attendance.session', { sessionId });
    if (!found.ok) return found;
    const { session, people } = found.value;
    const theirs = people.filter(({ participantId }) => participantId !== null && participants.has(participantId));
    for (const row of theirs) rows.push({ ...sessionCells(session), ...attendeeCells(row, session) });
    await breathe(desk.signal).catch(() => undefined);
    if (desk.signal.aborted) return cancelled();
  }
  if (sessionIds.length === 0) return refuse(`${cohort.name} has no sessions yet. Plan its year first.`);
  const chosen: readonly TableColumn<AttendeeColumn | SessionColumn>[] = columns.value.flatMap((key) =>
    attendeeTable.filter((column) => column.key === key),
  );
  const sheet = tableSheet(`Attendance of ${cohort.name}`, [...sessionTable, ...chosen], rows, {
    name: `${cohort.name} attendance`,
    subtitle: facts.inForce?.policy.program.name ?? '',
    zone: facts.zone,
  });
  return saveSheet(desk, sheet, `${cohort.name} attendance ${facts.today}`, input.format);
};

const exportProgress: Errand<'progress.export'> = async (desk, input) => {
  const facts = desk.facts();
  const cohort = cohortOf(facts, input.cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const courses = progressCourses(facts, cohort.id);
  const known = [...progressColumns, ...courses.map(({ id }) => courseColumn(id))];
  const columns = columnsToExport<ProgressKey>(facts, 'progress', input, known, usualProgressColumns);
  if (!columns.ok) return columns;
  const part = input.show === 'everyone' ? '' : `: ${sayProgressShow[input.show].toLowerCase()}`;
  const sheet = tableSheet(
    `Progress of ${cohort.name}${part}`,
    columns.value.flatMap((key) => progressColumnsOf(key, courses)),
    chosenProgress(facts, input).map(progressCells),
    { name: `${cohort.name} progress`, subtitle: facts.inForce?.policy.program.name ?? '' },
  );
  return saveSheet(desk, sheet, `${cohort.name} progress ${facts.today}`, input.format);
};

/** The cohort's own sessions and those of others at which its people came or make a course up, in their order. */
const sessionsOf = ({ database }: Facts, cohortId: CohortId): readonly SessionId[] =>
  database
    .all<{ id: SessionId }>(
      `SELECT session.id FROM session WHERE session.id IN (
         SELECT sessionId FROM sessionCohort WHERE cohortId = ?
         UNION SELECT event.sessionId FROM participant
           JOIN attendanceEvent event ON event.personId = participant.personId WHERE participant.cohortId = ?
         UNION SELECT makeUp.sessionId FROM participant
           JOIN makeUp ON makeUp.participantId = participant.id WHERE participant.cohortId = ?)
       ORDER BY heldOn, startsAt, session.id`,
      cohortId,
      cohortId,
      cohortId,
    )
    .map(({ id }) => id);

const participantIdsOf = ({ database }: Facts, cohortId: CohortId): ReadonlySet<ParticipantId> =>
  new Set(
    database.all<{ id: ParticipantId }>('SELECT id FROM participant WHERE cohortId = ?', cohortId).map(({ id }) => id),
  );

/** Whose session it is, for the head of a page: `Foxtrot and Golf, AL-CTO`. */
const aboutSession = (facts: Facts, { cohorts }: SessionRow): string =>
  [cohorts.map(({ name }) => name).join(' and '), facts.inForce?.policy.program.name].filter(Boolean).join(', ');

const sessionCells = ({ heldOn, title, startsAt, endsAt, room }: SessionRow): TableRow<SessionColumn> => ({
  day: heldOn,
  course: title,
  startsAt,
  endsAt,
  room,
});

function attendeeCells(row: AttendeeRow, session: SessionRow): TableRow<AttendeeColumn> {
  const { presence, name, organization, at, method } = row;
  // No one has hours of a session that lies ahead, nor none.
  const isKnown = session.when === 'past' || presence.standing !== 'not-in';
  return {
    name,
    organization,
    cohort: sayCohort(row),
    presence: sayAttendance(row, session),
    at,
    method: method === null ? null : sayCheckInMethod[method],
    cameAt: presence.cameAt,
    leftAt: presence.leftAt,
    hours: isKnown ? inHundredths(presence.hours) : null,
    ofHours: inHundredths(presence.ofHours),
    reason: presence.reason,
    badge: row.badges[0] ?? null,
  };
}

/** A column of the matrix, or that of one course. */
type ProgressKey = ProgressColumn | `course ${string}`;
const courseColumn = (id: CourseId) => `course ${id}` as const;

/** Every course has a column of its own. */
function progressColumnsOf(key: ProgressKey, courses: readonly ProgressCourse[]): readonly TableColumn[] {
  const asked = courses.filter(({ id }) => key === 'courses' || key === courseColumn(id));
  if (asked.length === 0) return progressTable.filter((column) => column.key === key);
  return asked.map(({ id, number, title }) => ({ key: courseColumn(id), title: `${number} ${title}`, kind: 'text' }));
}

const progressCells = (row: ProgressRow): TableRow => ({
  name: row.name,
  organization: row.organization,
  attended: row.attended,
  standing: sayProgressOf(row),
  missing: row.missing,
  sentence: row.sentence,
  ...Object.fromEntries(row.courses.map((course) => [courseColumn(course.courseId), sayProgressCell(course)])),
});

export const exportErrands: Pick<Handlers, 'attendance.exportSession' | 'attendance.exportCohort' | 'progress.export'> =
  {
    'attendance.exportSession': exportSession,
    'attendance.exportCohort': exportCohort,
    'progress.export': exportProgress,
  };
