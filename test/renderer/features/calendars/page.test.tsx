import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { useCalendars } from '../../../../renderer/features/calendars/store.ts';
import { useCohorts } from '../../../../renderer/features/cohorts/store.ts';
import { CourseId, ParticipantId, PersonId } from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { CohortCalendarView } from '../../../../shared/views/calendars.ts';
import type { ParticipantRow } from '../../../../shared/views/cohorts.ts';
import { type FakeDesk, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { foxtrot, uuid } from '../cohorts/a-cohort.ts';

const cohortId = foxtrot.id;
const keisha: ParticipantRow = {
  participantId: ParticipantId.parse(uuid(2)),
  personId: PersonId.parse(uuid(3)),
  name: 'Keisha Garrett',
  organization: 'Opelika City Schools',
  certificateName: 'Keisha Garrett',
  jobTitle: '',
  email: '',
  phone: '',
  tier: '1',
  years: '10',
  status: 'enrolled',
  graduation: 'on-the-way',
  courses: [],
  attended: 0,
  overruled: false,
  missing: '',
  fee: 'due',
  changedSince: '',
};
const courses = [{ id: CourseId.parse('law-ethics'), number: 2, title: 'Law, Ethics, and Policies' }];

const aDesk = (view: Partial<CohortCalendarView> = {}): FakeDesk =>
  fakeDesk({
    'cohorts.list': () =>
      done({ cohorts: [foxtrot], nextName: 'Golf', defaults: { seats: 30, fee: Cents.parse(7_500) } }),
    'cohorts.participants': () => done({ total: 1, offset: 0, rows: [keisha], cohort: foxtrot, courses }),
    'graduates.show': () => refuse('Not in this test.'),
    'cohorts.exportRoster': () => done(null),
    'attendance.exportCohort': () => done(null),
    'calendars.cohort': () =>
      done({ cohort: 'Foxtrot', sessions: 6, canceled: 0, conferences: 3, people: 32, ...view }),
    'calendars.saveCohort': () => done({ file: '/home/lead/Foxtrot.ics', holds: '6 sessions', notes: [] }),
    'calendars.savePeople': () => done({ file: '/home/lead/Foxtrot calendars', holds: '32 calendars', notes: [] }),
    'calendars.savePerson': () => done({ file: '/home/lead/Keisha.ics', holds: '6 sessions', notes: [] }),
    'desk.showFile': () => done(null),
  });

beforeEach(() => {
  useCohorts.setState({ side: 'participants', search: '', sort: null, openId: null });
  useCalendars.setState({ each: 'cohort', conferences: true });
});

const openDialog = async () => {
  await openApp(`/cohorts/${cohortId}`);
  await screen.findByText('Keisha Garrett');
  await userEvent.keyboard('c');
  return screen.findByRole('dialog', { name: 'Calendar of Foxtrot' });
};

describe('the calendar of a cohort', () => {
  it('says what it holds, and writes one file for the cohort, which can be shown in its folder', async () => {
    const desk = aDesk({ canceled: 1 });
    const dialog = await openDialog();
    expect(
      within(dialog).getByText('6 sessions around 3 conferences. 1 session taken off the schedule is canceled in it.'),
    ).toBeTruthy();
    await expectNoBarriers();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(desk.asked('calendars.saveCohort')).toEqual([{ cohortId, conferences: true }]));
    await screen.findByText(/Saved 6 sessions to Foxtrot.ics/);
    await userEvent.click(screen.getByRole('button', { name: 'Show in folder' }));
    expect(desk.asked('desk.showFile')).toEqual([{ file: '/home/lead/Foxtrot.ics' }]);
  });

  it('writes a file for each person, without the conferences where they are not wanted', async () => {
    const desk = aDesk();
    const dialog = await openDialog();
    await userEvent.click(within(dialog).getByRole('radio', { name: /One file for each person, 32 in a new folder/ }));
    await userEvent.click(within(dialog).getByRole('checkbox', { name: /conferences/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(desk.asked('calendars.savePeople')).toEqual([{ cohortId, conferences: false }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is not written while nothing is planned, and says so', async () => {
    const desk = aDesk({ sessions: 0, conferences: 0 });
    const dialog = await openDialog();
    expect(within(dialog).getByText(/No sessions yet. Schedule them first/)).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: /Save/ }));
    expect(desk.asked('calendars.saveCohort')).toEqual([]);
  });
});

it('One participant’s calendar is written from their inspector', async () => {
  const desk = aDesk();
  await openApp(`/cohorts/${cohortId}`);
  await userEvent.click(await screen.findByText('Keisha Garrett'));
  const inspector = await screen.findByRole('complementary', { name: 'Keisha Garrett' });
  await userEvent.click(within(inspector).getByRole('button', { name: /Calendar/ }));
  await waitFor(() =>
    expect(desk.asked('calendars.savePerson')).toEqual([{ personId: keisha.personId, conferences: true }]),
  );
});

describe('the exports of a cohort', () => {
  it('are an Excel workbook by Ctrl E, CSV by Ctrl Shift E, with what is on the screen', async () => {
    const desk = aDesk();
    await openApp(`/cohorts/${cohortId}`);
    await screen.findByText('Keisha Garrett');
    await userEvent.keyboard('{Control>}e{/Control}');
    await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}');
    await waitFor(() =>
      expect(desk.asked('cohorts.exportRoster').map(({ format }) => format)).toEqual(['xlsx', 'csv']),
    );
  });

  it('have the attendance of all sessions in the menu', async () => {
    const desk = aDesk();
    await openApp(`/cohorts/${cohortId}`);
    await screen.findByText('Keisha Garrett');
    await userEvent.click(screen.getByRole('button', { name: 'Other exports' }));
    await screen.findByRole('menuitem', { name: /Calendar files of this cohort/ });
    await expectNoBarriers();
    await userEvent.click(screen.getByRole('menuitem', { name: 'Attendance of all sessions, CSV' }));
    await waitFor(() => expect(desk.asked('attendance.exportCohort')).toMatchObject([{ cohortId, format: 'csv' }]));
  });
});
