import { CivilDate, ClockTime } from '../../../../shared/model/dates.ts';
import { CohortId, ConferenceId, CourseId, ParticipantId, PersonId, SessionId } from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { CohortRow, ParticipantRow, YearView } from '../../../../shared/views/cohorts.ts';
import type { Answers } from '../../fake-desk.ts';

/** An id of this test, by its last digits. */
export const uuid = (last: number) => `0190163d-0000-7000-8000-${String(last).padStart(12, '0')}`;
/** A day, as text. */
export const day = (text: string) => CivilDate.parse(text);

/** A running cohort. */
export const foxtrot: CohortRow = {
  id: CohortId.parse(uuid(1)),
  name: 'Foxtrot',
  status: 'running',
  opensOn: day('2024-04-01'),
  closesOn: day('2024-05-31'),
  seats: 30,
  fee: Cents.parse(7_500),
  startsOn: day('2024-07-01'),
  endsOn: day('2025-06-30'),
  applicants: 68,
  participants: 28,
  graduates: 0,
  sessions: 1,
};

/** Two of its courses. */
export const courses = [
  { id: CourseId.parse('law-ethics'), number: 2, title: 'Law, Ethics, and Policies' },
  { id: CourseId.parse('it-management'), number: 5, title: 'IT Management' },
];

/** Someone enrolled, who missed a course. */
export const keisha: ParticipantRow = {
  participantId: ParticipantId.parse(uuid(2)),
  personId: PersonId.parse(uuid(3)),
  name: 'Keisha Garrett',
  organization: 'Opelika City Schools',
  certificateName: 'Dr. Keisha Garrett',
  jobTitle: 'Technology Director',
  email: 'kg@opelika.example.org',
  phone: '(334) 555-0112',
  tier: '1',
  years: '10',
  status: 'enrolled',
  graduation: 'courses-missing',
  courses: [
    { courseId: CourseId.parse('law-ethics'), standing: 'missed', heldOn: day('2024-07-19') },
    { courseId: CourseId.parse('it-management'), standing: 'not-planned', heldOn: null },
  ],
  attended: 0,
  overruled: false,
  missing: 'Law, Ethics, and Policies',
  fee: 'due',
  changedSince: '',
};

/** A conference of the year. */
export const fall = ConferenceId.parse(uuid(4));
/** The cohort’s year. */
export const year: YearView = {
  cohort: foxtrot,
  courses,
  sessions: [
    {
      id: SessionId.parse(uuid(5)),
      courseId: CourseId.parse('law-ethics'),
      courseNumber: 2,
      title: 'Law, Ethics, and Policies',
      heldOn: day('2024-07-19'),
      startsAt: ClockTime.parse('08:00'),
      endsAt: ClockTime.parse('15:30'),
      room: 'Ballroom B',
      conferenceId: null,
      conference: null,
      cohorts: [{ id: foxtrot.id, name: 'Foxtrot' }],
      expected: 28,
      present: 26,
      guests: 0,
      when: 'past',
      isOver: true,
      instructors: null,
      hours: null,
      capacity: null,
    },
  ],
  conflicts: [],
  conferences: [
    { id: fall, name: 'Fall Conference', startsOn: day('2024-10-22'), endsOn: day('2024-10-24'), place: 'Mobile' },
  ],
  slots: [
    { conferenceId: fall, side: 'before', day: day('2024-10-21'), sessionIds: [] },
    { conferenceId: fall, side: 'after', day: day('2024-10-25'), sessionIds: [] },
  ],
};

/** A cohort to come. */
export const golf: CohortRow = {
  ...foxtrot,
  id: CohortId.parse(uuid(7)),
  name: 'Golf',
  status: 'planned',
  sessions: 0,
};

/** Someone who has graduated. */
export const omar: ParticipantRow = {
  ...keisha,
  participantId: ParticipantId.parse(uuid(8)),
  personId: PersonId.parse(uuid(9)),
  name: 'Omar Reyes',
  status: 'graduated',
  graduation: 'graduated',
};

/** What main answers about these. */
export const cohortAnswers: Answers = {
  'cohorts.list': () =>
    done({ cohorts: [foxtrot, golf], nextName: 'Hotel', defaults: { seats: 30, fee: Cents.parse(7_500) } }),
  'cohorts.participants': () => done({ total: 2, offset: 0, rows: [keisha, omar], cohort: foxtrot, courses }),
  'courses.year': () => done(year),
  'graduates.show': () => refuse('Not in this test.'),
  'columnSets.list': () => done([]),
};
