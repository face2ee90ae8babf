import { sayParticipantStatus } from '../../shared/model/cohorts.ts';
import type { Course } from '../../shared/model/courses.ts';
import { sayGraduation } from '../../shared/model/graduates.ts';
import { done, refuse } from '../../shared/model/result.ts';
import type { TableColumn, TableRow } from '../../shared/model/roster.ts';
import {
  type CourseStanding,
  type ParticipantColumn,
  type ParticipantRow,
  participantTable,
  sayStanding,
  usualParticipantColumns,
} from '../../shared/views/cohorts.ts';
import { workbookFilter } from '../dialogs.ts';
import { tableSheet } from '../documents/roster.ts';
import type { Errand, Handlers } from '../handler.ts';
import { runJob } from '../jobs/run.ts';
import { cohortOf, coursesInOrder, noSuchCohort } from '../queries/courses.ts';
import { chosenParticipants } from '../queries/participant-rows.ts';

const exportRoster: Errand<'cohorts.exportRoster'> = async (desk, input) => {
  const facts = desk.facts();
  const cohort = cohortOf(facts, input.cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const rows = chosenParticipants(facts, input).map(({ row }) => row);
  const courses = coursesInOrder(facts);
  const chosen = input.columns ?? usualParticipantColumns;
  const sheet = tableSheet(
    `${cohort.name} roster`,
    chosen.flatMap((key) => columnsOf(key, courses)),
    rows.map((row) => rowOf(row)),
    { subtitle: facts.inForce?.policy.program.name ?? '', zone: facts.zone },
  );
  const file = await desk.dialogs.saveFile({
    title: `Save the roster of ${cohort.name}`,
    suggestedName: `${cohort.name} roster ${facts.today}.xlsx`,
    filters: [workbookFilter],
  });
  if (file === null) return done(null);
  const label = `Writing the roster of ${cohort.name}`;
  const written = await runJob(
    'writeWorkbook',
    { file, sheets: [sheet] },
    {
      signal: desk.signal,
      onProgress: ({ done: rowsDone, total }) => desk.progress(label, total ? rowsDone / total : 1),
    },
  );
  if (!written.ok) return written;
  desk.written.add(file);
  return done({ file, holds: rows.length === 1 ? '1 row' : `${rows.length} rows`, notes: [] });
};

/** The progress dots of the screen are a column for each course on paper. */
function columnsOf(key: ParticipantColumn, courses: readonly Course[]): readonly TableColumn[] {
  if (key === 'courses') return courses.map(({ id, title }) => ({ key: `course ${id}`, title, kind: 'text' }));
  return participantTable.filter((column) => column.key === key);
}

function rowOf(row: ParticipantRow): TableRow {
  const { name, organization, certificateName, jobTitle, email, phone, tier, years, attended, missing } = row;
  return {
    name,
    organization,
    certificateName,
    jobTitle,
    email,
    phone,
    tier,
    years,
    attended,
    missing,
    status: statusOf(row),
    ...Object.fromEntries(row.courses.map((course) => [`course ${course.courseId}`, standingOf(course)])),
  };
}

/** As the screen says it: enrolled people by how far they are, the others by what became of them. */
const statusOf = ({ status, graduation }: ParticipantRow): string =>
  status === 'enrolled' && graduation !== 'not-enrolled' ? sayGraduation[graduation] : sayParticipantStatus[status];

const standingOf = ({ standing }: CourseStanding): string => sayStanding[standing];

export const cohortErrands: Pick<Handlers, 'cohorts.exportRoster'> = { 'cohorts.exportRoster': exportRoster };
