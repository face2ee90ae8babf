import { CivilDate, ClockTime } from '../../../../shared/model/dates.ts';
import type { CohortId } from '../../../../shared/model/ids.ts';
import { CourseId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { startProgram } from '../../seed.ts';

/** A day as it is written in tests. */
export const day = (text: string) => CivilDate.parse(text);
/** A session to plan: of Data Management on Mon, Oct 21, 2024 unless it says otherwise. */
export const planning = (
  cohortId: CohortId,
  more: { course?: string; on?: string; from?: string; to?: string } = {},
) => ({
  courseId: CourseId.parse(more.course ?? 'data-governance'),
  cohortIds: [cohortId],
  conferenceId: null,
  heldOn: day(more.on ?? '2024-10-21'),
  startsAt: ClockTime.parse(more.from ?? '08:00'),
  endsAt: ClockTime.parse(more.to ?? '15:30'),
  room: null,
});

/** A desk with the program, and Foxtrot. */
export async function started(): Promise<{ test: TestDesk; foxtrot: CohortId }> {
  const test = openTestDesk();
  return { test, foxtrot: await startProgram(test) };
}
