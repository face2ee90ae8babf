import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useProgress } from '../../../../renderer/features/progress/store.ts';
import { CivilDate, ClockTime } from '../../../../shared/model/dates.ts';
import type { CourseProgress, Standing } from '../../../../shared/model/graduates.ts';
import { CohortId, CourseId, MakeUpId, ParticipantId, PersonId, SessionId } from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { CohortRow } from '../../../../shared/views/cohorts.ts';
import type { MakeUpOffer, ProgressDetail, ProgressPage, ProgressRow } from '../../../../shared/views/progress.ts';
import { type Answers, type FakeDesk, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const uuid = (last: number) => `0190163d-0000-7000-8000-${String(last).padStart(12, '0')}`;
const day = (text: string) => CivilDate.parse(text);
const foxtrot: CohortRow = {
  id: CohortId.parse(uuid(1)),
  name: 'Foxtrot',
  status: 'running',
  opensOn: null,
  closesOn: null,
  seats: 30,
  fee: Cents.parse(7_500),
  startsOn: null,
  endsOn: null,
  applicants: 3,
  participants: 3,
  graduates: 0,
  sessions: 2,
};
const law = CourseId.parse('law-ethics');
const data = CourseId.parse('data-governance');
const courses = [
  { id: law, number: 2, title: 'Law, Ethics, and Policies', required: true },
  { id: data, number: 3, title: 'Data Management and Governance', required: true },
];

function course(courseId: CourseId, standing: Standing, changes: Partial<CourseProgress> = {}): CourseProgress {
  const outlook = standing === 'attended' || standing === 'made-up' ? 'completed' : 'own-sessions';
  const heldOn = standing === 'not-planned' ? null : day('2024-07-19');
  const amount = { done: Number(outlook === 'completed'), needed: 1, measure: 'sessions' } as const;
  return { courseId, required: true, standing, outlook, heldOn, ...amount, makeUpOn: null, ...changes };
}

const person = (at: number, name: string, changes: Partial<ProgressRow>): ProgressRow => ({
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
const keisha = person(2, 'Keisha Garrett', {
  standing: 'make-up-needed',
  attended: 0,
  missing: 'Law, Ethics, and Policies',
  sentence: 'Needs a make-up of Law, Ethics, and Policies with another cohort.',
  courses: [course(law, 'missed', { outlook: 'make-up' }), course(data, 'partly')],
});
const marcus = person(3, 'Marcus Boyd', {
  courses: [course(law, 'missed', { outlook: 'assigned', makeUpOn: day('2024-11-12') }), course(data, 'attended')],
});
const everybody = [renee, keisha, marcus];

const page: ProgressPage = {
  total: 3,
  offset: 0,
  rows: everybody,
  cohort: foxtrot,
  courses,
  counts: { everyone: 3, 'may-graduate': 0, 'on-the-way': 2, 'make-up-needed': 1, 'courses-missing': 0 },
  makeUps: [{ courseId: law, people: 1 }],
};
const golfsLaw: MakeUpOffer = {
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
const full: MakeUpOffer = {
  ...golfsLaw,
  sessionId: SessionId.parse(uuid(31)),
  heldOn: day('2025-02-04'),
  whyNot: 'The room is full on Tue, Feb 4, 2025. Choose another session, or let the session hold more.',
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

const aDesk = (more: Answers = {}): FakeDesk =>
  fakeDesk({
    'cohorts.list': () =>
      done({ cohorts: [foxtrot], nextName: 'Golf', defaults: { seats: 30, fee: Cents.parse(7_500) } }),
    'progress.list': ({ show = 'everyone' }) => {
      const rows = everybody.filter(({ standing }) => show === 'everyone' || standing === show);
      return done({ ...page, rows, total: rows.length });
    },
    'progress.show': ({ participantId }) =>
      done(detail(everybody.find((row) => row.participantId === participantId) ?? renee)),
    'progress.previewMakeUps': ({ sessionId = null, participantIds = 'all-who-need' }) => {
      const asked = everybody.filter(
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
const path = `/progress/${foxtrot.id}`;
const cell = (name: string) => screen.findByRole('gridcell', { name });
const matrix = () => screen.findByRole('grid', { name: 'Progress of Foxtrot' });

beforeEach(() => {
  useProgress.setState({
    show: 'everyone',
    search: '',
    sort: undefined,
    openId: null,
    courseId: null,
    selected: new Set(),
  });
});

describe('The matrix', () => {
  it('says in a word how each person stands with each course, with the day for whoever asks', async () => {
    aDesk();
    await openApp(path);
    await cell('Keisha Garrett');
    const row = screen.getByRole('row', { name: /Keisha Garrett/ });
    expect(
      within(row)
        .getAllByRole('gridcell')
        .map(({ textContent }) => textContent),
    ).toEqual(['Keisha Garrett', 'Make-up needed', 'Missed', 'Partly', '0 of 2']);
    expect(within(row).getByTitle('Law, Ethics, and Policies: Missed, Fri, Jul 19, 2024')).toBeTruthy();
    const his = screen.getByRole('row', { name: /Marcus Boyd/ });
    expect(
      within(his).getByTitle('Law, Ethics, and Policies: Missed, Fri, Jul 19, 2024; make-up on Tue, Nov 12, 2024')
        .textContent,
    ).toBe('Make-up');
    await expectNoBarriers();
  });

  it('is gone through by its cells with the arrow keys, and the inspector follows', async () => {
    aDesk();
    const user = await openApp(path);
    await cell('Keisha Garrett');
    const grid = await matrix();
    grid.focus();
    const at = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent;
    expect(at()).toBe('Renée McAllister');
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(at()).toBe('Missed');
    await user.keyboard('{Enter}');
    const inspector = within(await screen.findByRole('complementary', { name: 'Keisha Garrett' }));
    expect(inspector.getByText(keisha.sentence)).toBeTruthy();
    const opened = () =>
      inspector.getAllByRole('listitem').find((item) => item.getAttribute('aria-current') === 'true');
    expect(opened()?.textContent).toContain('Law, Ethics, and Policies');
    await user.keyboard('{ArrowRight}');
    expect(at()).toBe('Partly');
    await waitFor(() => expect(opened()?.textContent).toContain('Data Management and Governance'));
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(at()).toBe('Keisha Garrett');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(at()).toBe('Name');
  });

  it('shows a part of the list, and sorts by a course', async () => {
    const desk = aDesk();
    const user = await openApp(path);
    await cell('Keisha Garrett');
    await user.click(screen.getByRole('radio', { name: /Make-up needed/ }));
    await waitFor(() => expect(screen.queryByRole('gridcell', { name: 'Renée McAllister' })).toBeNull());
    expect(desk.asked('progress.list').at(-1)?.show).toBe('make-up-needed');
    await user.click(screen.getByRole('columnheader', { name: '2 Law, Ethics, and Policies' }));
    await waitFor(() =>
      expect(desk.asked('progress.list').at(-1)?.sort).toEqual({ by: 'courses', direction: 'up', courseId: law }),
    );
  });

  it('opens on the part that Today asks for', async () => {
    const desk = aDesk();
    await openApp(`${path}?show=make-up-needed`);
    await waitFor(() => expect(desk.asked('progress.list').at(-1)?.show).toBe('make-up-needed'));
    await cell('Keisha Garrett');
  });

  it('copies a row as cells, with the day of a make-up', async () => {
    aDesk();
    const user = await openApp(path);
    await cell('Marcus Boyd');
    (await matrix()).focus();
    await user.keyboard('{End}');
    const clipboardData = { setData: vi.fn() };
    fireEvent.copy(await matrix(), { clipboardData });
    expect(clipboardData.setData).toHaveBeenCalledWith(
      'text/plain',
      'Marcus Boyd\tOn the way\tMissed, make-up on Nov 12, 2024\tAttended\t1 of 2',
    );
  });

  it('teaches what it is for while nobody is in the cohort', async () => {
    const counts = { ...page.counts, everyone: 0 };
    aDesk({ 'progress.list': () => done({ ...page, rows: [], total: 0, counts, makeUps: [] }) });
    await openApp(path);
    expect(await screen.findByText('Nobody is in Foxtrot yet')).toBeTruthy();
  });
});

describe('A make-up', () => {
  it('is assigned from the inspector in one step, and a session that is full says why not', async () => {
    const desk = aDesk();
    const user = await openApp(path);
    await user.click(await cell('Keisha Garrett'));
    const inspector = within(await screen.findByRole('complementary', { name: 'Keisha Garrett' }));
    const closed = await inspector.findByRole('button', { name: /Assign the session of Tue, Feb 4, 2025/ });
    expect(closed.getAttribute('aria-disabled')).toBe('true');
    expect(closed.title).toBe(full.whyNot);
    await user.click(inspector.getByRole('button', { name: 'Assign the session of Tue, Nov 12, 2024' }));
    expect(desk.asked('progress.assignMakeUp')).toEqual([
      { participantIds: [keisha.participantId], courseId: law, sessionId: golfsLaw.sessionId },
    ]);
    await expectNoBarriers();
  });

  it('is taken back from the inspector', async () => {
    const desk = aDesk();
    const user = await openApp(path);
    await user.click(await cell('Marcus Boyd'));
    const inspector = within(await screen.findByRole('complementary', { name: 'Marcus Boyd' }));
    await user.click(await inspector.findByRole('button', { name: 'Take back the make-up on Tue, Nov 12, 2024' }));
    expect(desk.asked('progress.removeMakeUp')).toEqual([{ makeUpIds: [uuid(40)] }]);
  });

  it('is assigned to everybody who waits for it with M, after the dialog has said what will happen', async () => {
    const desk = aDesk();
    const user = await openApp(path);
    await cell('Keisha Garrett');
    (await matrix()).focus();
    await user.keyboard('m');
    const dialog = within(await screen.findByRole('dialog', { name: 'Assign a make-up' }));
    expect(await dialog.findByText('1 participant will make up Law on Tue, Nov 12, 2024 with Golf.')).toBeTruthy();
    expect(dialog.getByRole('radio', { name: /Nov 12, 2024 with Golf/ })).toHaveProperty('checked', true);
    expect(dialog.getByRole('radio', { name: /Feb 4, 2025/ })).toHaveProperty('disabled', true);
    expect(dialog.getByRole('checkbox', { name: 'Keisha Garrett, Opelika City Schools' })).toHaveProperty(
      'checked',
      true,
    );
    await user.type(dialog.getByLabelText('Note'), 'Rides along');
    await expectNoBarriers();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(desk.asked('progress.assignMakeUp')).toEqual([
      { participantIds: [keisha.participantId], courseId: law, sessionId: golfsLaw.sessionId, note: 'Rides along' },
    ]);
  });

  it('is assigned to whom a lead selects, and whoever needs none is left out with the reason', async () => {
    const desk = aDesk();
    const user = await openApp(path);
    await cell('Keisha Garrett');
    (await matrix()).focus();
    await user.keyboard('{ArrowDown} {Home} m');
    const dialog = within(await screen.findByRole('dialog', { name: 'Assign a make-up' }));
    const hers = await dialog.findByRole('checkbox', { name: /Renée McAllister/ });
    expect(hers).toHaveProperty('disabled', true);
    expect(dialog.getByText('Renée McAllister has completed Law, Ethics, and Policies already.')).toBeTruthy();
    await user.click(await dialog.findByRole('button', { name: 'Assign 1' }));
    await waitFor(() => expect(desk.asked('progress.assignMakeUp')[0]?.participantIds).toEqual([keisha.participantId]));
  });

  it('keeps the dialog and says why where it is refused', async () => {
    aDesk({ 'progress.assignMakeUp': () => refuse('The room holds 30 and 30 are expected: no seat is left for 1.') });
    const user = await openApp(path);
    await cell('Keisha Garrett');
    (await matrix()).focus();
    await user.keyboard('m');
    const dialog = within(await screen.findByRole('dialog', { name: 'Assign a make-up' }));
    await user.click(await dialog.findByRole('button', { name: 'Assign 1' }));
    expect(await dialog.findByText('The room holds 30 and 30 are expected: no seat is left for 1.')).toBeTruthy();
  });
});
