import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { useCohorts } from '../../../../renderer/features/cohorts/store.ts';
import { leaveYearPlan, useYearPlan } from '../../../../renderer/features/courses/store.ts';
import { closePlaces } from '../../../../renderer/features/participant-changes/store.ts';
import alCto from '../../../../resources/programs/al-cto.json' with { type: 'json' };
import { CivilDate } from '../../../../shared/model/dates.ts';
import { SessionId } from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { Policy } from '../../../../shared/model/program.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import { type Answers, type FakeDesk, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { courses, fall, foxtrot, keisha, uuid, year } from './a-cohort.ts';

const policy = Policy.parse(alCto);

const aDesk = (more: Answers = {}): FakeDesk =>
  fakeDesk({
    'cohorts.list': () =>
      done({ cohorts: [foxtrot], nextName: 'Golf', defaults: { seats: 30, fee: Cents.parse(7_500) } }),
    'cohorts.participants': () => done({ total: 1, offset: 0, rows: [keisha], cohort: foxtrot, courses }),
    'courses.year': () => done(year),
    'graduates.show': () => refuse('Not in this test.'),
    'columnSets.list': () => done([]),
    'cohorts.create': () => done({ cohortId: foxtrot.id }),
    'cohorts.revise': () => done(null),
    'cohorts.exportRoster': () => done(null),
    'courses.planSession': () => done({ sessionId: SessionId.parse(uuid(6)) }),
    'courses.addConference': () => done({ conferenceId: fall }),
    'courses.removeSession': () => done(null),
    ...more,
  });

beforeEach(() => {
  useCohorts.setState({ side: 'participants', search: '', sort: null, openId: null, selected: new Set() });
  leaveYearPlan();
  useYearPlan.setState({ planned: null });
  closePlaces();
});

describe('the list of cohorts', () => {
  it('says where each stands, in a word and in figures', async () => {
    aDesk();
    await openApp('/cohorts');
    const row = (await screen.findAllByRole('row'))[1];
    if (!row) throw new Error('no row');
    expect(row.textContent).toContain('Running');
    expect(row.textContent).toContain('68');
    expect(row.textContent).toContain('Apr 1 – May 31, 2024');
    await expectNoBarriers();
  });

  it('opens a cohort by keys, with the keyboard in its list, and goes back by keys', async () => {
    aDesk();
    await openApp('/cohorts');
    const cohorts = await screen.findByRole('grid', { name: 'Cohorts' });
    cohorts.focus();
    await userEvent.keyboard('{Enter}');
    const people = await screen.findByRole('grid', { name: /^Participants of/ });
    await waitFor(() => expect(document.activeElement).toBe(people));
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(await screen.findByRole('grid', { name: 'Cohorts' })).toBeTruthy();
  });

  it('proposes the next name, the seats and the fee for a new one, and goes to it', async () => {
    const desk = aDesk();
    await openApp('/cohorts');
    await screen.findByRole('grid');
    await userEvent.keyboard('n');
    const dialog = await screen.findByRole('dialog', { name: 'Add cohort' });
    expect(within(dialog).getByLabelText('Name')).toHaveProperty('value', 'Golf');
    await expectNoBarriers();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add cohort' }));
    await waitFor(() =>
      expect(desk.asked('cohorts.create')).toMatchObject([{ name: 'Golf', seats: 30, fee: 7_500, opensOn: null }]),
    );
    expect(await screen.findByRole('heading', { name: 'Foxtrot' })).toBeTruthy();
  });

  it('lets a lead say how a new one stands, instead of its window', async () => {
    const desk = aDesk();
    await openApp('/cohorts');
    await screen.findByRole('grid');
    await userEvent.keyboard('n');
    const dialog = await screen.findByRole('dialog', { name: 'Add cohort' });
    await userEvent.selectOptions(within(dialog).getByLabelText('Status'), 'running');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add cohort' }));
    await waitFor(() => expect(desk.asked('cohorts.create')).toMatchObject([{ name: 'Golf', status: 'running' }]));
  });

  it('shows a refusal where it was asked, and stays open', async () => {
    aDesk({ 'cohorts.create': () => refuse('There is already a cohort named Golf. Choose another name.') });
    await openApp('/cohorts');
    await screen.findByRole('grid');
    await userEvent.keyboard('n');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add cohort' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('already a cohort named Golf');
  });
});

describe('one cohort', () => {
  it('says each course in words as well as in a sign', async () => {
    aDesk();
    await openApp(`/cohorts/${foxtrot.id}`);
    const row = (await screen.findAllByRole('row'))[1];
    expect(row?.textContent).toContain('Law, Ethics, and Policies: Missed, Fri, Jul 19, 2024');
    expect(row?.textContent).toContain('IT Management: Not planned');
    expect(screen.getByText('28 of 30 seats taken')).toBeTruthy();
    await expectNoBarriers();
  });

  it('opens a participant with each course and how to reach the person', async () => {
    aDesk();
    await openApp(`/cohorts/${foxtrot.id}`);
    await userEvent.click(await screen.findByText('Keisha Garrett'));
    const inspector = await screen.findByRole('complementary', { name: 'Keisha Garrett' });
    expect(within(inspector).getByText('Missed, Fri, Jul 19, 2024')).toBeTruthy();
    expect(within(inspector).getByText('kg@opelika.example.org')).toBeTruthy();
  });

  it('exports the columns and the search that are on the screen', async () => {
    const desk = aDesk();
    await openApp(`/cohorts/${foxtrot.id}`);
    await userEvent.type(await screen.findByRole('searchbox'), 'gar');
    await waitFor(() => expect(desk.asked('cohorts.participants').at(-1)).toMatchObject({ search: 'gar' }));
    await userEvent.click(screen.getByRole('button', { name: /Export roster/ }));
    await waitFor(() =>
      expect(desk.asked('cohorts.exportRoster')).toEqual([
        {
          cohortId: foxtrot.id,
          search: 'gar',
          tagId: null,
          columns: ['name', 'organization', 'courses', 'status', 'missing', 'fee'],
          format: 'xlsx',
        },
      ]),
    );
  });

  it('changes what was changed', async () => {
    const desk = aDesk();
    await openApp(`/cohorts/${foxtrot.id}`);
    await userEvent.click(await screen.findByRole('button', { name: /^Change/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Change Foxtrot' });
    await userEvent.selectOptions(within(dialog).getByLabelText('Status'), 'finished');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(desk.asked('cohorts.revise')).toMatchObject([{ cohortId: foxtrot.id, status: 'finished', seats: 30 }]),
    );
  });
});

describe('the year', () => {
  async function openYear(desk = aDesk()): Promise<FakeDesk> {
    await openApp(`/cohorts/${foxtrot.id}`);
    await userEvent.click(await screen.findByRole('radio', { name: /Schedule/ }));
    await screen.findByRole('article', { name: 'IT Management' });
    return desk;
  }

  it('shows each course with its sessions, and what is not planned yet', async () => {
    await openYear();
    const law = screen.getByRole('article', { name: 'Law, Ethics, and Policies' });
    expect(law.textContent).toContain('Fri, Jul 19, 2024 · 8:00 AM to 3:30 PM · Ballroom B');
    expect(within(law).getByRole('link').textContent).toBe('26 of 28 came');
    expect(screen.getByRole('article', { name: 'IT Management' }).textContent).toContain('Not scheduled yet');
    await expectNoBarriers();
  });

  it('plans the course that is open on a free day beside a conference', async () => {
    const desk = await openYear();
    await userEvent.click(screen.getByRole('button', { name: 'Free: plan a session on Mon, Oct 21, 2024' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add session' }));
    await waitFor(() =>
      expect(desk.asked('courses.planSession')).toEqual([
        {
          courseId: 'it-management',
          cohortIds: [foxtrot.id],
          conferenceId: fall,
          heldOn: '2024-10-21',
          startsAt: '08:00',
          endsAt: '15:30',
          room: 'Ballroom B',
          instructors: null,
          hours: null,
          capacity: null,
        },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says why a session can’t be taken off the schedule', async () => {
    await openYear(aDesk({ 'courses.removeSession': () => refuse('26 people are checked in to this session.') }));
    await userEvent.click(screen.getByRole('button', { name: 'Change Law, Ethics, and Policies' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete session' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('26 people are checked in');
  });

  it('changes a conference, and says why one with sessions stays', async () => {
    const desk = await openYear(
      aDesk({
        'courses.reviseConference': () => done(null),
        'courses.removeConference': () => refuse('One session is planned at Fall Conference. Give it another one.'),
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Change Fall Conference' }));
    const dialog = await screen.findByRole('dialog', { name: 'Change Fall Conference' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete conference' }));
    expect(await within(dialog).findByText(/One session is planned/)).toBeTruthy();
    const place = within(dialog).getByLabelText('Place');
    await userEvent.clear(place);
    await userEvent.type(place, 'Auburn');
    await expectNoBarriers();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(desk.asked('courses.reviseConference')).toMatchObject([
        { conferenceId: fall, name: 'Fall Conference', startsOn: '2024-10-22', place: 'Auburn' },
      ]),
    );
  });

  it('proposes the next of the names that the policy has for conferences', async () => {
    const schedule = { ...policy.schedule, conferenceNames: ['Fall Conference', 'Spring meeting'] };
    const effectiveOn = CivilDate.parse('2024-01-01');
    const program = { policy: { ...policy, schedule }, number: 1, effectiveOn, note: '', versions: [] };
    const desk = await openYear(aDesk({ 'program.show': () => done(program) }));
    await userEvent.click(screen.getByRole('button', { name: 'Add conference' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByLabelText('Name')).toHaveProperty('placeholder', 'Spring meeting');
    await userEvent.type(within(dialog).getByLabelText('First day'), '3/4/2025');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(desk.asked('courses.addConference')).toMatchObject([{ name: 'Spring meeting' }]));
  });

  it('notes a conference of one day', async () => {
    const desk = await openYear();
    await userEvent.click(screen.getByRole('button', { name: 'Add conference' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('Name'), 'Spring Conference');
    await userEvent.type(within(dialog).getByLabelText('First day'), '3/4/2025');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(desk.asked('courses.addConference')).toEqual([
        { name: 'Spring Conference', startsOn: '2025-03-04', endsOn: '2025-03-04', place: null },
      ]),
    );
  });
});
