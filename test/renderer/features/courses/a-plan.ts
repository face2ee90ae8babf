import { CivilDate, ClockTime } from '../../../../shared/model/dates.ts';
import { CohortId, ConferenceId, CourseId } from '../../../../shared/model/ids.ts';
import type { YearProposal } from '../../../../shared/views/year-plan.ts';

const uuid = (last: number) => `0190163d-0000-7000-8000-${String(last).padStart(12, '0')}`;
/** A day, as text. */
export const day = (text: string): CivilDate => CivilDate.parse(text);
/** A time, as text. */
export const clock = (text: string): ClockTime => ClockTime.parse(text);

const foxtrot = { id: CohortId.parse(uuid(1)), name: 'Foxtrot', startsOn: null, endsOn: null, expected: 28 };
const conference = (last: number, name: string, startsOn: string, endsOn: string) => ({
  id: ConferenceId.parse(uuid(last)),
  name,
  startsOn: day(startsOn),
  endsOn: day(endsOn),
  place: null,
  chosen: true,
});
const fall = conference(4, 'Fall Conference', '2024-10-22', '2024-10-24');
const winter = conference(5, 'Winter Conference', '2025-02-11', '2025-02-13');
const usual = { startsAt: clock('08:00'), endsAt: clock('15:30'), room: 'Ballroom B', capacity: 40 };

const laid = (courseId: string, heldOn: string) => ({
  ...usual,
  courseId: CourseId.parse(courseId),
  cohortIds: [foxtrot.id],
  conferenceId: fall.id,
  heldOn: day(heldOn),
  instructors: null,
  hours: null,
});

/** Two courses on the days around the fall conference; those around the winter conference are free. */
export const proposal: YearProposal = {
  cohorts: [foxtrot],
  courses: [
    { id: CourseId.parse('cto-roles'), number: 1, title: 'CTO Roles and Responsibilities' },
    { id: CourseId.parse('law-ethics'), number: 2, title: 'Law, Ethics, and Policies' },
  ],
  conferences: [fall, winter],
  slots: [
    { conferenceId: fall.id, side: 'before', day: day('2024-10-21') },
    { conferenceId: fall.id, side: 'after', day: day('2024-10-25') },
    { conferenceId: winter.id, side: 'before', day: day('2025-02-10') },
    { conferenceId: winter.id, side: 'after', day: day('2025-02-14') },
  ],
  laid: [laid('cto-roles', '2024-10-21'), laid('law-ethics', '2024-10-25')],
  planned: [],
  conflicts: [],
  usual,
};
