import type { Conference } from '../../../../shared/model/courses.ts';
import { addDays, CivilDate, ClockTime } from '../../../../shared/model/dates.ts';
import { CohortId, ConferenceId, CourseId } from '../../../../shared/model/ids.ts';
import type { BookedSession, PlanCohort, YearFacts } from '../../../../shared/model/year-plan.ts';

export const day = (text: string): CivilDate => CivilDate.parse(text);
export const clock = (text: string): ClockTime => ClockTime.parse(text);
const uuid = (kind: number, last: number) => `0190163d-000${kind}-7000-8000-${String(last).padStart(12, '0')}`;

/** A cohort of 28 without dates, unless said otherwise. */
export const cohort = (name: string, more: Partial<PlanCohort> = {}): PlanCohort => ({
  id: CohortId.parse(uuid(1, name.charCodeAt(0))),
  name,
  startsOn: null,
  endsOn: null,
  expected: 28,
  ...more,
});

/** A conference of three days. */
export const conference = (name: string, startsOn: string, more: Partial<Conference> = {}): Conference => ({
  id: ConferenceId.parse(uuid(2, name.charCodeAt(0))),
  name,
  startsOn: day(startsOn),
  endsOn: addDays(day(startsOn), 2),
  place: null,
  ...more,
});

/** The six courses of the program. */
export const courses = [
  'CTO Roles and Responsibilities',
  'Law, Ethics, and Policies',
  'Data Management and Governance',
  'Teaching and Learning',
  'IT Management',
  'Technology Planning',
].map((title, index) => ({ id: CourseId.parse(`course-${index + 1}`), number: index + 1, title }));

/** A planned session of Foxtrot, from 8:00 to 15:30, unless said otherwise. */
export const session = (key: string, heldOn: string, more: Partial<BookedSession> = {}): BookedSession => ({
  key,
  courseId: CourseId.parse('course-1'),
  title: 'CTO Roles and Responsibilities',
  conferenceId: null,
  heldOn: day(heldOn),
  startsAt: clock('08:00'),
  endsAt: clock('15:30'),
  room: null,
  instructors: null,
  capacity: null,
  cohorts: [cohort('Foxtrot')],
  expected: 28,
  ...more,
});

export const summer = conference('Summer', '2024-06-11');
export const fall = conference('Fall', '2024-10-22');
export const winter = conference('Winter', '2025-02-11');

/** Foxtrot’s year around three conferences, seen on Jun 3, 2024, with nothing planned. */
export const aYear = (more: Partial<YearFacts> = {}): YearFacts => ({
  today: day('2024-06-03'),
  cohorts: [cohort('Foxtrot')],
  courses,
  conferences: [summer, fall, winter],
  sessions: [],
  usual: { startsAt: clock('08:00'), endsAt: clock('15:30'), room: 'Ballroom B', capacity: 40 },
  ...more,
});
