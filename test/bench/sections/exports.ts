import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import Papa from 'papaparse';
import { writeCsv } from '../../../main/spreadsheets/write/csv.ts';
import { tableSheet } from '../../../main/spreadsheets/write/table-sheet.ts';
import { CivilDate, ClockTime } from '../../../shared/model/dates.ts';
import { type BenchDesk, fillWithApplicants, openBenchDesk } from '../bench-desk.ts';
import { median, type Report, timed } from '../measure.ts';
import { applicantRow, header } from '../people.ts';

const people = 2_000;

/** Lists as CSV beside the bare library, and a year's attendance of 2,000 people, a row for each of six sessions. */
export async function exports(report: Report): Promise<void> {
  const desk = openBenchDesk();
  try {
    await csv(desk, report);
    await attendance(desk, report);
  } finally {
    await desk.close();
  }
}

async function csv(desk: BenchDesk, report: Report): Promise<void> {
  const cells = Array.from({ length: 100_000 }, (_, number) => applicantRow(number));
  const columns = header.map((title, at) => ({ key: `c${at}`, title, kind: 'text' as const }));
  const rows = cells.map((row) => Object.fromEntries(row.map((cell, at) => [`c${at}`, cell])));
  const sheet = tableSheet('Applicants', columns, rows);
  const floor = await timed(() => writeFile(path.join(desk.folder, 'bare.csv'), Papa.unparse([[...header], ...cells])));
  const ours = await timed(() => writeCsv(path.join(desk.folder, 'ours.csv'), sheet));
  report({
    name: 'CSV of 100,000 rows',
    unit: 's',
    ours: ours / 1_000,
    floor: floor / 1_000,
    floorIs: 'papaparse and one write of the same rows',
  });
}

async function attendance(desk: BenchDesk, report: Report): Promise<void> {
  const cohortId = await fillWithApplicants(desk, people, people);
  await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  const { courses } = await desk.call('courses.year', { cohortId });
  const everyone = await peopleOf(desk, cohortId);
  for (const [at, { id }] of courses.entries()) {
    const { sessionId } = await desk.call('courses.planSession', {
      courseId: id,
      cohortIds: [cohortId],
      conferenceId: null,
      heldOn: CivilDate.parse(`2024-05-2${at}`),
      startsAt: ClockTime.parse('08:00'),
      endsAt: ClockTime.parse('15:30'),
      room: 'Ballroom B',
    });
    await desk.call('attendance.mark', { sessionId, personIds: everyone });
  }
  desk.answer({ saveFile: path.join(desk.folder, 'attendance.xlsx') });
  const ours = await median(3, () => desk.call('attendance.exportCohort', { cohortId }));
  const floor = await median(3, async () => {
    for (const { id } of await desk.call('attendance.sessions', { cohortId })) {
      await desk.call('attendance.session', { sessionId: id });
    }
  });
  report({
    name: `attendance of ${people.toLocaleString('en-US')} people × ${courses.length} sessions as a workbook`,
    unit: 'ms',
    ours,
    floor,
    floorIs: 'asking for the same six lists, unwritten',
  });
}

async function peopleOf(
  desk: BenchDesk,
  cohortId: Parameters<typeof desk.call<'cohorts.participants'>>[1]['cohortId'],
) {
  const pages = [];
  for (let offset = 0; offset < people; offset += 1_000) {
    pages.push(await desk.call('cohorts.participants', { cohortId, offset, limit: 1_000 }));
  }
  return pages.flatMap(({ rows }) => rows.map(({ personId }) => personId));
}
