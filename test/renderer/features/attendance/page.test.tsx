import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { useAttendance } from '../../../../renderer/features/attendance/store.ts';
import { CivilDate, ClockTime, Instant } from '../../../../shared/model/dates.ts';
import {
  AttendanceEventId,
  CohortId,
  CourseId,
  ParticipantId,
  PersonId,
  SessionId,
} from '../../../../shared/model/ids.ts';
import { done } from '../../../../shared/model/result.ts';
import type { AttendanceNote, AttendeeRow, SessionView } from '../../../../shared/views/attendance.ts';
import type { SessionRow } from '../../../../shared/views/cohorts.ts';
import { type FakeDesk, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const uuid = (last: number) => `0190163d-0000-7000-8000-${String(last).padStart(12, '0')}`;

const session = (last: number, more: Partial<SessionRow>): SessionRow => ({
  id: SessionId.parse(uuid(last)),
  courseId: CourseId.parse('data-governance'),
  courseNumber: 3,
  title: 'Data Management and Governance',
  heldOn: CivilDate.parse('2024-10-21'),
  startsAt: ClockTime.parse('08:00'),
  endsAt: ClockTime.parse('15:30'),
  room: 'Ballroom B',
  conferenceId: null,
  conference: null,
  cohorts: [{ id: CohortId.parse(uuid(90)), name: 'Foxtrot' }],
  expected: 32,
  present: 27,
  guests: 2,
  when: 'today',
  isOver: false,
  ...more,
});

const today = session(1, {});
const past = session(2, {
  title: 'Law, Ethics, and Policies',
  heldOn: CivilDate.parse('2024-07-19'),
  when: 'past',
  isOver: true,
  guests: 0,
});
const coming = session(3, {
  title: 'IT Management',
  heldOn: CivilDate.parse('2024-10-25'),
  when: 'coming',
  isOver: false,
  present: 0,
});

const attendee = (
  last: number,
  name: string,
  present: boolean,
  presence: Partial<AttendeeRow['presence']> = {},
): AttendeeRow => ({
  participantId: ParticipantId.parse(uuid(100 + last)),
  personId: PersonId.parse(uuid(200 + last)),
  name,
  order: name.split(' ').reverse().join(' ').toLowerCase(),
  organization: 'Opelika City Schools',
  cohort: 'Foxtrot',
  badges: [],
  expected: true,
  makesUp: false,
  present,
  at: present ? Instant.parse('2024-10-21T13:01:00.000Z') : null,
  method: present ? 'scanned' : null,
  eventId: present ? AttendanceEventId.parse(uuid(300 + last)) : null,
  presence: {
    standing: present ? 'present' : 'not-in',
    hours: present ? 7.5 : 0,
    ofHours: 7.5,
    cameAt: null,
    leftAt: null,
    reason: null,
    ...presence,
  },
});
const keisha = attendee(1, 'Keisha Garrett', true);
const jose = attendee(2, 'José García', false);
const mei = attendee(3, 'Mei Nguyễn', false);

const view = (people: readonly AttendeeRow[], more: Partial<SessionView> = {}): SessionView => ({
  session: today,
  ofHours: 7.5,
  capacity: null,
  people,
  walkIns: 0,
  toMatch: 0,
  recent: [],
  ...more,
});

const checkedIn = (row: AttendeeRow): AttendanceNote => ({
  eventId: row.eventId ?? AttendanceEventId.parse(uuid(399)),
  kind: 'check-in',
  at: Instant.parse('2024-10-21T13:01:00.000Z'),
  method: 'scanned',
  clock: null,
  hours: null,
  reason: null,
  annulled: null,
});

const aDesk = (): FakeDesk =>
  fakeDesk({
    'attendance.list': () => done({ total: 3, offset: 0, held: 1, rows: [today, coming, past] }),
    'attendance.session': () => done(view([keisha, jose, mei])),
    'attendance.mark': ({ personIds }) => done({ marked: personIds.length }),
    'attendance.annul': () => done(null),
    'attendance.note': ({ personIds }) => done({ noted: personIds.length }),
    'attendance.takeBack': ({ personIds }) => done({ takenBack: personIds.length }),
    'attendance.notes': () => done([checkedIn(keisha)]),
    'attendance.walkIns': () => done([]),
  });

/** The first word of each row, as it is drawn. */
const rows = (label: string, cell: number) =>
  within(screen.getByRole('grid', { name: label }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[cell]?.textContent);

beforeEach(() => {
  useAttendance.setState({ show: 'everyone', search: '', sort: null, openId: null, selected: new Set() });
});

describe('the sessions', () => {
  it('shows today’s first, then what comes, then what was, with who came', async () => {
    aDesk();
    await openApp('/attendance');
    await screen.findByRole('grid', { name: 'Sessions' });
    expect(rows('Sessions', 1)).toEqual([
      'Data Management and Governance',
      'IT Management',
      'Law, Ethics, and Policies',
    ]);
    expect(screen.getByText('1 of 3 sessions held')).toBeTruthy();
    await expectNoBarriers();
  });

  it('goes to the door of today’s session by C', async () => {
    aDesk();
    await openApp('/attendance');
    await screen.findByRole('grid', { name: 'Sessions' });
    await userEvent.keyboard('c');
    expect(await screen.findByRole('combobox', { name: /Scan a badge/ })).toBeTruthy();
  });

  it('teaches where there is none', async () => {
    aDesk().answer({ 'attendance.list': () => done({ total: 0, offset: 0, held: 0, rows: [] }) });
    await openApp('/attendance');
    expect(await screen.findByText('No sessions yet')).toBeTruthy();
  });
});

describe('one session', () => {
  it('shows who is here and who is not', async () => {
    aDesk();
    await openApp(`/attendance/${today.id}`);
    const label = 'People at Data Management and Governance';
    await screen.findByRole('grid', { name: label });
    expect(rows(label, 0)).toEqual(['Keisha Garrett', 'José García', 'Mei Nguyễn']);
    expect(rows(label, 3)).toEqual(['Here', 'Not here yet', 'Not here yet']);
    await userEvent.click(screen.getByRole('radio', { name: /Not here/ }));
    expect(rows(label, 0)).toEqual(['José García', 'Mei Nguyễn']);
    await expectNoBarriers();
  });

  it('marks those selected from a sign-in sheet once that is confirmed, without those who are in', async () => {
    const desk = aDesk();
    await openApp(`/attendance/${today.id}`);
    const grid = await screen.findByRole('grid');
    grid.focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    await userEvent.click(screen.getByRole('button', { name: /Mark 2 present/ }));
    const dialog = await screen.findByRole('alertdialog');
    expect(within(dialog).getByText('José García')).toBeTruthy();
    expect(desk.asked('attendance.mark')).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Mark 2' }));
    await waitFor(() =>
      expect(desk.asked('attendance.mark')).toEqual([
        { sessionId: today.id, personIds: [jose.personId, mei.personId] },
      ]),
    );
  });

  it('takes a check-in back with a reason', async () => {
    const desk = aDesk();
    await openApp(`/attendance/${today.id}`);
    await screen.findByRole('grid');
    await userEvent.click(screen.getByText('Keisha Garrett'));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo: Checked in, scanned' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'Wrong Keisha');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(desk.asked('attendance.annul')).toEqual([{ eventId: keisha.eventId, reason: 'Wrong Keisha' }]),
    );
  });

  it('shows how each stands with an icon and a word', async () => {
    const people = [
      keisha,
      attendee(4, 'Ana Late', true, { standing: 'partly', hours: 4.5 }),
      attendee(5, 'Ben Ill', false, { standing: 'excused', reason: 'Snow day' }),
      jose,
    ];
    const desk = aDesk();
    desk.answer({ 'attendance.session': () => done(view(people)) });
    await openApp(`/attendance/${today.id}`);
    const label = 'People at Data Management and Governance';
    const grid = await screen.findByRole('grid', { name: label });
    expect(rows(label, 3)).toEqual(['Here', 'Partly 4.5 of 7.5 h', 'Excused', 'Not here yet']);
    for (const row of within(grid).getAllByRole('row').slice(1)) expect(row.querySelector('.status svg')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: /Excused/ }));
    expect(rows(label, 0)).toEqual(['Ben Ill']);
    await userEvent.click(screen.getByRole('radio', { name: /Not here/ }));
    expect(rows(label, 0)).toEqual(['José García']);
  });

  it.each([
    ['l', 'Came at', '09:40', { kind: 'late', clock: '09:40' }],
    ['e', 'Left at', '14:00', { kind: 'left', clock: '14:00' }],
  ] as const)('notes by %s when those selected came or left', async (key, label, time, what) => {
    const desk = aDesk();
    await openApp(`/attendance/${today.id}`);
    const grid = await screen.findByRole('grid');
    grid.focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    await screen.findByText('Record for 3…');
    await userEvent.keyboard(key);
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('2 of them are marked present too.')).toBeTruthy();
    fireEvent.change(within(dialog).getByLabelText(label), { target: { value: time } });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save for 3' }));
    const personIds = [keisha, jose, mei].map(({ personId }) => personId);
    await waitFor(() => expect(desk.asked('attendance.note')).toEqual([{ sessionId: today.id, personIds, what }]));
  });

  it('excuses by X whoever is open, with the reason', async () => {
    const desk = aDesk();
    await openApp(`/attendance/${today.id}`);
    await screen.findByRole('grid');
    await userEvent.click(screen.getByText('José García'));
    await screen.findByRole('button', { name: /Excuse…/ });
    await userEvent.keyboard('x');
    const dialog = await screen.findByRole('dialog', { name: 'Why is José García excused?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(within(dialog).getByText('Enter a reason (three letters or more).')).toBeTruthy();
    await userEvent.type(within(dialog).getByRole('textbox'), 'Called in ill');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(desk.asked('attendance.note')).toEqual([
        { sessionId: today.id, personIds: [jose.personId], what: { kind: 'excused', reason: 'Called in ill' } },
      ]),
    );
  });

  it('counts the hours that were entered, with the reason', async () => {
    const desk = aDesk();
    await openApp(`/attendance/${today.id}`);
    await screen.findByRole('grid');
    await userEvent.click(screen.getByText('Keisha Garrett'));
    await screen.findByRole('button', { name: /Hours…/ });
    await userEvent.keyboard('h');
    const dialog = await screen.findByRole('dialog', { name: 'How many hours count for Keisha Garrett?' });
    await userEvent.clear(within(dialog).getByRole('textbox', { name: 'Hours that count' }));
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Hours that count' }), '4.5');
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Online in part');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(desk.asked('attendance.note')).toMatchObject([
        { what: { kind: 'hours', hours: 4.5, reason: 'Online in part' } },
      ]),
    );
  });

  it('takes back by T all that is noted of those selected', async () => {
    const desk = aDesk();
    await openApp(`/attendance/${today.id}`);
    const grid = await screen.findByRole('grid');
    grid.focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    await screen.findByText('Record for 3…');
    await userEvent.keyboard('t');
    const dialog = await screen.findByRole('dialog', { name: 'Clear what is recorded for Keisha Garrett?' });
    await userEvent.type(within(dialog).getByRole('textbox'), 'The wrong session');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(desk.asked('attendance.takeBack')).toEqual([
        { sessionId: today.id, personIds: [keisha.personId], reason: 'The wrong session' },
      ]),
    );
  });
});
