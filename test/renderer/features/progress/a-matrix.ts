import { screen } from '@testing-library/react';
import { ClockTime } from '../../../../shared/model/dates.ts';
import type { CourseProgress, CourseStanding } from '../../../../shared/model/graduates.ts';
import { CohortId, CourseId, MakeUpId, ParticipantId, PersonId, SessionId } from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { done } from '../../../../shared/model/result.ts';
import type { MakeUpOffer, ProgressAnswer, ProgressDetail, ProgressRow } from '../../../../shared/views/progress.ts';
import { type Answers, type FakeDesk, fakeDesk } from '../../fake-desk.ts';
import { day, foxtrot, uuid } from '../cohorts/a-cohort.ts';

/** The course that Keisha and Marcus miss. */
export const law = CourseId.parse('law-ethics');
const data = CourseId.parse('data-governance');
/** The two courses of this year. */
export const courses = [
  { id: law, number: 2, title: 'Law, Ethics, and Policies', required: true },
  { id: data, number: 3, title: 'Data Management and Governance', required: true },
];

/** How a person stands with a course. */
export function course(
  courseId: CourseId,
  standing: CourseStanding,
  changes: Partial<CourseProgress> = {},
): CourseProgress {
  const outlook = standing === 'attended' || standing === 'made-up' ? 'completed' : 'own-sessions';
  const heldOn = standing === 'not-planned' ? null : day('2024-07-19');
  const amount = { done: Number(outlook === 'completed'), needed: 1, measure: 'sessions' } as const;
  return { courseId, required: true, standing, outlook, heldOn, ...amount, makeUpOn: null, ...changes };
}

/** A row of the matrix. */
export const person = (at: number, name: string, changes: Partial<ProgressRow>): ProgressRow => ({
  participantId: ParticipantId.parse(uuid(10 + at)),
  personId: PersonId.parse(uuid(20 + at)),
  name,
  organization: 'Opelika City Schools',
  status: 'enrolled',
  standing: 'on-the-way',
  courses: [],
  attended: 1,
  missing: '',
  sentence: 'Still to come with this cohort: Data Management and Governance.',
  ...changes,
});
const renee = person(1, 'Renée McAllister', { courses: [course(law, 'attended'), course(data, 'to-come')] });
/** Needs a make-up. */
export const keisha = person(2, 'Keisha Garrett', {
  standing: 'make-up-needed',
  attended: 0,
  missing: 'Law, Ethics, and Policies',
  sentence: 'Needs a make-up of Law, Ethics, and Policies with another cohort.',
  courses: [course(law, 'missed', { outlook: 'make-up' }), course(data, 'partly')],
});
const marcus = person(3, 'Marcus Boyd', {
  courses: [course(law, 'missed', { outlook: 'assigned', makeUpOn: day('2024-11-12') }), course(data, 'attended')],
});
/** All three. */
export const everyone = [renee, keisha, marcus];

/** What main answers. */
export const page: ProgressAnswer = {
  total: 3,
  offset: 0,
  rows: everyone,
  cohort: foxtrot,
  courses,
  counts: { everyone: 3, 'may-graduate': 0, 'on-the-way': 2, 'make-up-needed': 1, 'courses-missing': 0 },
  makeUps: [{ courseId: law, people: 1 }],
};
/** A session that offers it. */
export const golfsLaw: MakeUpOffer = {
  sessionId: SessionId.parse(uuid(30)),
  courseId: law,
  title: 'Law, Ethics, and Policies',
  heldOn: day('2024-11-12'),
  startsAt: ClockTime.parse('08:00'),
  endsAt: ClockTime.parse('15:30'),
  room: 'Ballroom B',
  cohorts: [{ id: CohortId.parse(uuid(2)), name: 'Golf' }],
  expected: 28,
  capacity: 30,
  seatsLeft: 2,
  whyNot: null,
};
/** Another, which is full. */
export const full: MakeUpOffer = {
  ...golfsLaw,
  sessionId: SessionId.parse(uuid(31)),
  heldOn: day('2025-02-04'),
  whyNot: 'The room is full on Tue, Feb 4, 2025. Choose another session, or raise the session’s capacity.',
};
const detail = (row: ProgressRow): ProgressDetail => ({
  row,
  cohort: { id: foxtrot.id, name: foxtrot.name },
  courses,
  reasons: [
    { outcome: 'unmet', sentence: 'Missed Law on Fri, Jul 19, 2024', seen: '1 session of the cohort', clause: 'x' },
  ],
  makeUps:
    row === marcus
      ? [
          {
            makeUpId: MakeUpId.parse(uuid(40)),
            courseId: law,
            sessionId: golfsLaw.sessionId,
            heldOn: golfsLaw.heldOn,
            startsAt: golfsLaw.startsAt,
            room: golfsLaw.room,
            cohorts: 'Golf',
            note: null,
            isPast: false,
          },
        ]
      : [],
  offers: row === keisha ? [golfsLaw, full] : [],
  history: [],
});

/** A desk with these three. */
export const aDesk = (more: Answers = {}): FakeDesk =>
  fakeDesk({
    'cohorts.list': () =>
      done({ cohorts: [foxtrot], nextName: 'Golf', defaults: { seats: 30, fee: Cents.parse(7_500) } }),
    'progress.list': ({ show = 'everyone' }) => {
      const rows = everyone.filter(({ standing }) => show === 'everyone' || standing === show);
      return done({ ...page, rows, total: rows.length });
    },
    'progress.show': ({ participantId }) =>
      done(detail(everyone.find((row) => row.participantId === participantId) ?? renee)),
    'progress.previewMakeUps': ({ sessionId = null, participantIds = 'all-who-need' }) => {
      const asked = everyone.filter(
        ({ participantId }) => participantIds === 'all-who-need' || participantIds.includes(participantId),
      );
      return done({
        course: { id: law, title: 'Law, Ethics, and Policies' },
        offers: [golfsLaw, full],
        people: (participantIds === 'all-who-need' ? [keisha] : asked).map(({ participantId, name, organization }) => ({
          participantId,
          name,
          organization,
          whyNot: name === renee.name ? 'Renée McAllister has completed Law, Ethics, and Policies already.' : null,
        })),
        lines: sessionId === null ? [] : ['1 participant will make up Law on Tue, Nov 12, 2024 with Golf.'],
      });
    },
    'progress.assignMakeUp': ({ participantIds }) => done({ assigned: participantIds.length }),
    'progress.removeMakeUp': () => done(null),
    ...more,
  });
/** The screen. */
export const path = `/progress/${foxtrot.id}`;
/** A cell by its words. */
export const cell = (name: string) => screen.findByRole('gridcell', { name });
/** The table. */
export const matrix = () => screen.findByRole('grid', { name: 'Progress of Foxtrot' });
