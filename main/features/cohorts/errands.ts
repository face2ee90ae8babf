import type { Course } from '../../../shared/model/courses.ts';
import { sayFeeState } from '../../../shared/model/fees.ts';
import { sayCourseStanding } from '../../../shared/model/graduates.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { TableColumn, TableRow } from '../../../shared/model/roster.ts';
import {
  type ParticipantColumn,
  type ParticipantCourse,
  type ParticipantRow,
  participantColumns,
  participantTable,
  sayParticipant,
  usualParticipantColumns,
} from '../../../shared/views/cohorts.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { saveSheet } from '../../call/save-sheet.ts';
import { tableSheet } from '../../spreadsheets/write/table-sheet.ts';
import { columnsToExport } from '../column-sets/queries.ts';
import { cohortOf, noSuchCohort } from '../courses/queries.ts';
import { coursesOf } from '../program/promised.ts';
import { chosenParticipants } from './participant-rows.ts';

const exportRoster: Errand<'cohorts.exportRoster'> = async (desk, input) => {
  const facts = desk.facts();
  const cohort = cohortOf(facts, input.cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const rows = chosenParticipants(facts, input).map(({ row }) => row);
  const courses = coursesOf(facts, cohort.id);
  const columns = columnsToExport(facts, 'roster', input, participantColumns, usualParticipantColumns);
  if (!columns.ok) return columns;
  const sheet = tableSheet(
    `${cohort.name} roster`,
    columns.value.flatMap((key) => columnsOf(key, courses)),
    rows.map((row) => rowOf(row)),
    { subtitle: facts.inForce?.policy.program.name ?? '', zone: facts.zone },
  );
  return saveSheet(desk, sheet, `${cohort.name} roster ${facts.today}`, input.format);
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
    tier: numberIn(tier),
    years: numberIn(years),
    attended,
    missing,
    status: sayParticipant(row),
    fee: row.fee === null ? null : sayFeeState[row.fee],
    ...Object.fromEntries(row.courses.map((course) => [`course ${course.courseId}`, standingOf(course)])),
  };
}

/** A number as one; “15+” says more than 15 does, and stays a text. */
const numberIn = (text: string): string | number => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text);

const standingOf = ({ standing }: ParticipantCourse): string => sayCourseStanding[standing];

export const cohortErrands: Pick<Handlers, 'cohorts.exportRoster'> = { 'cohorts.exportRoster': exportRoster };
