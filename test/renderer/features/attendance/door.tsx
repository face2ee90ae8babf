import { render, screen } from '@testing-library/react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { CheckInPage } from '../../../../renderer/features/attendance/check-in.tsx';
import { Questions } from '../../../../renderer/kit/ask.tsx';
import { useKeys } from '../../../../renderer/kit/commands.ts';
import { CivilDate, ClockTime, Instant } from '../../../../shared/model/dates.ts';
import {
  AttendanceEventId,
  CohortId,
  CourseId,
  ParticipantId,
  PersonId,
  SessionId,
} from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { done } from '../../../../shared/model/result.ts';
import type { CheckInAnswer, CheckInMatch, RecentCheckIn, SessionView } from '../../../../shared/views/attendance.ts';
import { type Answers, type FakeDesk, fakeDesk } from '../../fake-desk.ts';

const uuid = (last: number) => `0190163d-0000-7000-8000-${String(last).padStart(12, '0')}`;
/** The session at whose door the tests stand. */
export const sessionId = SessionId.parse(uuid(1));
/** Keisha Garrett. */
export const keisha = PersonId.parse(uuid(2));
/** José García. */
export const jose = PersonId.parse(uuid(3));
/** A check-in of Keisha Garrett’s. */
export const eventId = AttendanceEventId.parse(uuid(4));
/** Keisha Garrett’s place in Foxtrot. */
export const participantId = ParticipantId.parse(uuid(7));
/** A kept code. */
export const codeId = AttendanceEventId.parse(uuid(5));
const at = Instant.parse('2024-10-21T13:01:00.000Z');

/** The session, today. */
export const session: SessionView['session'] = {
  id: sessionId,
  courseId: CourseId.parse('data-governance'),
  courseNumber: 3,
  title: 'Data Management and Governance',
  heldOn: CivilDate.parse('2024-10-21'),
  startsAt: ClockTime.parse('08:00'),
  endsAt: ClockTime.parse('15:30'),
  room: 'Ballroom B',
  conferenceId: null,
  conference: null,
  cohorts: [{ id: CohortId.parse(uuid(6)), name: 'Foxtrot' }],
  expected: 32,
  present: 27,
  guests: 0,
  when: 'today',
  isOver: false,
};

/** The session as its door sees it. */
export const view = (more: Partial<SessionView> = {}): SessionView => ({
  session,
  ofHours: 7.5,
  capacity: null,
  people: [],
  walkIns: 0,
  toMatch: 0,
  recent: [],
  ...more,
});

/** Someone whom letters may mean. */
export const match = (personId: PersonId, name: string, more: Partial<CheckInMatch> = {}): CheckInMatch => ({
  personId,
  code: null,
  badgeNumber: null,
  name,
  organization: 'Opelika City Schools',
  cohort: 'Foxtrot',
  status: 'enrolled',
  expected: true,
  makesUp: false,
  inSince: null,
  ...more,
});

/** What check-in answers. */
export const answer = (more: Partial<CheckInAnswer> = {}): CheckInAnswer => ({
  answer: 'checked-in',
  sentence: 'Keisha Garrett, Foxtrotis checked in.',
  notes: [],
  mayConfirm: false,
  eventId,
  at,
  personId: keisha,
  participantId,
  name: 'Keisha Garrett',
  owes: Cents.parse(0),
  elsewhere: null,
  badgeNumber: null,
  expected: 32,
  present: 28,
  guests: 0,
  ...more,
});

/** One of the last check-ins. */
export const recent = (more: Partial<RecentCheckIn> = {}): RecentCheckIn => ({
  eventId,
  personId: keisha,
  name: 'Keisha Garrett',
  organization: 'Opelika City Schools',
  walkIn: null,
  code: null,
  at,
  method: 'typed',
  annulled: false,
  ...more,
});

const Keys = () => {
  useKeys();
  return null;
};

/** The screen as a test holds it. */
export interface Door {
  readonly desk: FakeDesk;
  readonly field: HTMLElement;
  readonly path: () => string;
}

/** The check-in screen on a desk that answers so; waits until it is there. */
export async function openDoor(answers: Answers = {}, last: readonly RecentCheckIn[] = []): Promise<Door> {
  const desk = fakeDesk({
    'attendance.session': () => done(view({ recent: last })),
    'attendance.find': ({ text }) =>
      done('garrett'.startsWith(text) ? [match(keisha, 'Keisha Garrett'), match(jose, 'José García')] : []),
    'attendance.checkIn': () => done(answer()),
    'attendance.annul': () => done(null),
    'attendance.note': () => done({ noted: 1 }),
    'attendance.match': () => done({ sessions: 1 }),
    ...answers,
  });
  const location = memoryLocation({ path: `/check-in/${sessionId}`, record: true });
  render(
    <Router hook={location.hook}>
      <Keys />
      <CheckInPage sessionId={sessionId} />
      <Questions />
    </Router>,
  );
  const field = await screen.findByRole('combobox');
  return { desk, field, path: () => location.history.at(-1) ?? '' };
}
