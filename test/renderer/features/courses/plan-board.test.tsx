import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { useCohorts } from '../../../../renderer/features/cohorts/store.ts';
import { leaveYearPlan, useYearPlan } from '../../../../renderer/features/courses/store.ts';
import { SessionId } from '../../../../shared/model/ids.ts';
import { done } from '../../../../shared/model/result.ts';
import type { PlannedSession } from '../../../../shared/views/cohorts.ts';
import type { YearProposal } from '../../../../shared/views/year-plan.ts';
import { type Answers, type FakeDesk, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { cohortAnswers, fall, foxtrot, uuid, year } from '../cohorts/a-cohort.ts';
import { proposal } from './a-plan.ts';

const aDesk = (more: Answers = {}, answer: Partial<YearProposal> = {}): FakeDesk =>
  fakeDesk({
    ...cohortAnswers,
    'courses.proposeYear': ({ laid }) =>
      done({ ...proposal, ...answer, laid: laid === null || laid === undefined ? proposal.laid : (laid as never) }),
    'courses.planYear': () => done({ sessionIds: [] }),
    'courses.reviseSession': () => done(null),
    'courses.swapSessions': () => done(null),
    ...more,
  });

beforeEach(() => {
  useCohorts.setState({ side: 'year', search: '', sort: null, openId: null, selected: new Set() });
  leaveYearPlan();
  useYearPlan.setState({ planned: null });
});

async function openPlan(desk = aDesk()): Promise<FakeDesk> {
  await openApp(`/cohorts/${foxtrot.id}`);
  await screen.findByRole('article', { name: 'IT Management' });
  await userEvent.keyboard('y');
  await screen.findByRole('heading', { name: 'Schedule the sessions of Foxtrot' });
  return desk;
}
const grip = (title: string) => screen.getByRole('button', { name: `Move ${title}` });
const said = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join(' ');
const roles = 'CTO Roles and Responsibilities';
const dayOf = (title: string) => screen.getByRole('article', { name: title }).closest('li')?.textContent ?? '';

describe('moving a course with the keyboard', () => {
  it('picks it up, says each place, puts it down, and keeps the keyboard on it', async () => {
    await openPlan();
    grip(roles).focus();
    await userEvent.keyboard(' ');
    expect(grip(roles).getAttribute('aria-pressed')).toBe('true');
    expect(said()).toContain(`Picked up ${roles}, Mon, Oct 21, 2024, day before Fall Conference`);
    await userEvent.keyboard('{ArrowDown}');
    expect(said()).toContain('Fri, Oct 25, 2024, day after Fall Conference: Law, Ethics, and Policies');
    await userEvent.keyboard('{ArrowDown}');
    expect(said()).toContain('Mon, Feb 10, 2025, day before Winter Conference: free');
    await userEvent.keyboard(' ');
    expect(said()).toContain(`${roles} is on Mon, Feb 10, 2025.`);
    expect(dayOf(roles)).toContain('Mon, Feb 10, 2025');
    expect(document.activeElement).toBe(grip(roles));
    await expectNoBarriers();
  });

  it('puts it back with Escape, and stays in the plan', async () => {
    await openPlan();
    grip(roles).focus();
    await userEvent.keyboard('{Enter}{ArrowDown}{Escape}');
    expect(said()).toContain(`${roles} stays where it was.`);
    expect(dayOf(roles)).toContain('Mon, Oct 21, 2024');
    expect(screen.getByRole('heading', { name: 'Schedule the sessions of Foxtrot' })).toBeTruthy();
  });

  it('lets it trade places with the course that is there', async () => {
    await openPlan();
    grip(roles).focus();
    await userEvent.keyboard(' {ArrowDown} ');
    expect(dayOf(roles)).toContain('Fri, Oct 25, 2024');
    expect(dayOf('Law, Ethics, and Policies')).toContain('Mon, Oct 21, 2024');
  });
});

describe('moving a course with the pointer', () => {
  it('drags it to another day', async () => {
    await openPlan();
    const target = screen.getByText('Fri, Feb 14, 2025');
    // The pretended window has no layout: it is told what is under the pointer.
    document.elementFromPoint = () => target;
    onTestFinished(() => void Reflect.deleteProperty(document, 'elementFromPoint'));
    fireEvent.pointerDown(grip(roles), { button: 0, pointerId: 1, clientX: 10, clientY: 10 });
    fireEvent.pointerMove(window, { pointerId: 1, clientX: 60, clientY: 300 });
    expect(target.closest('[data-place]')?.getAttribute('data-over')).toBe('true');
    fireEvent.pointerUp(window, { pointerId: 1, clientX: 60, clientY: 300 });
    await waitFor(() => expect(dayOf(roles)).toContain('Fri, Feb 14, 2025'));
  });

  it('takes a press on the course and a press on the day as well', async () => {
    await openPlan();
    await userEvent.click(grip(roles));
    await userEvent.click(screen.getByText('Fri, Feb 14, 2025'));
    expect(dayOf(roles)).toContain('Fri, Feb 14, 2025');
  });
});

describe('the plan', () => {
  it('asks main anew what stands against each layout, and shows it in words', async () => {
    const sentence = 'Ballroom B is used twice on Mon, Oct 21, 2024.';
    const conflict = { kind: 'room-twice' as const, sentence, about: ['cto-roles'], stops: false };
    const desk = await openPlan(aDesk({}, { conflicts: [conflict] }));
    expect(screen.getByRole('list', { name: 'Conflicts' }).textContent).toContain(sentence);
    expect(screen.getByRole('article', { name: roles }).textContent).toContain('Room taken');
    await userEvent.click(screen.getByRole('button', { name: `Unschedule ${roles}` }));
    await waitFor(() =>
      expect(desk.asked('courses.proposeYear').at(-1)?.laid?.[0]).toMatchObject({
        courseId: 'cto-roles',
        heldOn: null,
      }),
    );
    expect(screen.getByRole('button', { name: /Schedule 1 session/ })).toBeTruthy();
  });

  it('does not write what can’t be, and says why', async () => {
    const conflict = { kind: 'cohort-twice' as const, sentence: 'Foxtrot is busy.', about: ['cto-roles'], stops: true };
    const desk = await openPlan(aDesk({}, { conflicts: [conflict] }));
    const write = screen.getByRole('button', { name: /Schedule 2 sessions/ });
    expect(write.getAttribute('aria-disabled')).toBe('true');
    expect(write.textContent).toContain('Fix this first: Foxtrot is busy.');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(desk.asked('courses.planYear')).toEqual([]);
  });

  it('writes all sessions in one step, and goes back to the year', async () => {
    const desk = await openPlan();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(desk.asked('courses.planYear')[0]?.sessions).toHaveLength(2));
    expect(await screen.findByRole('region', { name: 'Courses' })).toBeTruthy();
  });

  it('asks for the day of a course that has one of its own', async () => {
    await openPlan();
    grip(roles).focus();
    await userEvent.keyboard(' {ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown} ');
    const dialog = await screen.findByRole('dialog', { name: `${roles} in this plan` });
    await userEvent.type(within(dialog).getByLabelText('Day'), 'Dec 2, 2024');
    await userEvent.type(within(dialog).getByLabelText('Instructors'), 'Dr. Ada Birch');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Set it in the plan' }));
    expect(dayOf(roles)).toContain('Mon, Dec 2, 2024');
    expect(dayOf(roles)).toContain('Dr. Ada Birch');
  });

  it('waits while a lead looks something up elsewhere, and is left with Escape', async () => {
    await openPlan();
    await userEvent.click(screen.getByRole('button', { name: `Unschedule ${roles}` }));
    await userEvent.click(screen.getByRole('radio', { name: /Participants/ }));
    await screen.findByRole('grid');
    await userEvent.click(screen.getByRole('radio', { name: /Schedule/ }));
    expect(await screen.findByRole('button', { name: /Schedule 1 session/ })).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(await screen.findByRole('region', { name: 'Courses' })).toBeTruthy();
  });
});

describe('moving a session that is planned', () => {
  const coming: PlannedSession = {
    ...(year.sessions[0] as PlannedSession),
    heldOn: proposal.slots[0]?.day as PlannedSession['heldOn'],
    when: 'coming',
    isOver: false,
    instructors: 'Dr. Ada Birch',
    hours: 6,
    capacity: 24,
  };
  const busy = (sessions: readonly PlannedSession[]): Answers => ({
    'courses.year': () =>
      done({
        ...year,
        sessions,
        slots: year.slots.map((slot) => ({
          ...slot,
          sessionIds: sessions.filter(({ heldOn }) => heldOn === slot.day).map(({ id }) => id),
        })),
        conflicts: [
          {
            kind: 'over-capacity',
            sentence: '28 are expected, and Ballroom B holds 24.',
            about: [coming.id],
            stops: false,
          },
        ],
      }),
  });

  it('shows who teaches, what counts, the room’s size, and what is in the way', async () => {
    aDesk(busy([coming]));
    await openApp(`/cohorts/${foxtrot.id}`);
    const card = await screen.findByRole('article', { name: 'Law, Ethics, and Policies' });
    expect(card.textContent).toContain('Ballroom B for 24 · Dr. Ada Birch · counts for 6 hours');
    expect(card.textContent).toContain('Over capacity');
    expect(screen.getByRole('list', { name: 'Conflicts' }).textContent).toContain('Ballroom B holds 24');
    await expectNoBarriers();
  });

  it('moves it to a free day with the keyboard', async () => {
    const desk = aDesk(busy([coming]));
    await openApp(`/cohorts/${foxtrot.id}`);
    (await screen.findByRole('button', { name: 'Move Law, Ethics, and Policies' })).focus();
    await userEvent.keyboard(' {ArrowDown} ');
    await waitFor(() =>
      expect(desk.asked('courses.reviseSession')).toEqual([
        { sessionId: coming.id, heldOn: '2024-10-25', conferenceId: fall },
      ]),
    );
  });

  it('lets it  with the one that is there', async () => {
    const other: PlannedSession = {
      ...coming,
      id: SessionId.parse(uuid(20)),
      title: 'IT Management',
      heldOn: proposal.slots[1]?.day as PlannedSession['heldOn'],
    };
    const desk = aDesk(busy([coming, other]));
    await openApp(`/cohorts/${foxtrot.id}`);
    (await screen.findByRole('button', { name: 'Move Law, Ethics, and Policies' })).focus();
    await userEvent.keyboard(' {ArrowDown} ');
    await waitFor(() =>
      expect(desk.asked('courses.swapSessions')).toEqual([{ sessionId: coming.id, otherId: other.id }]),
    );
  });
});
