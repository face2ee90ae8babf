import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Instant } from '../../../../shared/model/dates.ts';
import { CommandId, SessionId } from '../../../../shared/model/ids.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { TodayView } from '../../../../shared/views/desk.ts';
import { aStatus, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const sessionId = SessionId.parse('018f0000-0000-7000-8000-0000000000b1');
const imported = CommandId.parse('018f0000-0000-7000-8000-000000000001');

const today: TodayView = {
  today: aStatus.today,
  session: {
    id: sessionId,
    title: 'Data Management and Governance',
    heldOn: aStatus.today,
    when: '8:00 AM – 3:30 PM',
    room: 'Ballroom B',
    cohorts: 'Foxtrot',
    expected: 32,
    present: 27,
    isToday: true,
  },
  steps: [
    {
      key: 'check-in',
      sentence: 'Data Management and Governance is today',
      action: 'Check in',
      path: '/attendance',
      urgency: 'now',
    },
    { key: 'needs-a-look', sentence: '5 applicants need a look', action: 'Look', path: '/history', urgency: 'now' },
    {
      key: 'back-up',
      sentence: 'There is no backup yet',
      action: 'Back up',
      path: '/settings',
      urgency: 'soon',
    },
  ],
  recent: [
    {
      commandId: imported,
      label: 'Imported 70 applications',
      at: Instant.parse('2022-10-21T13:05:00.000Z'),
      who: 'Mara Lindqvist',
    },
  ],
};

const openToday = (view: TodayView = today) => {
  const desk = fakeDesk({
    'today.show': () => done(view),
    'history.list': () => done({ total: 0, offset: 0, rows: [] }),
    'history.undo': () => refuse('Later work touched the same records.', ['“Accepted 26 applicants”']),
    'desk.backUp': () => done(null),
    'attendance.session': () => refuse('Not in this test.'),
  });
  return { desk, opened: openApp() };
};

describe('Today', () => {
  it('says that no one is expected at a session instead of counting none of none', async () => {
    const { session } = today;
    await openToday({ ...today, session: session && { ...session, expected: 0, present: 0 } }).opened;
    expect(await screen.findByText(/^No one is expected yet/)).toBeTruthy();
    expect(screen.queryByText(/of 0/)).toBeNull();
  });

  it('shows the session that is on, who is here, and the way to its door', async () => {
    const { opened } = openToday();
    const user = await opened;
    const session = within(await screen.findByRole('region', { name: 'Next session' }));
    expect(session.getByRole('heading').textContent).toBe('Data Management and Governance');
    expect(session.getByText('8:00 AM – 3:30 PM · Ballroom B · Foxtrot')).toBeTruthy();
    expect(session.getByText(/of 32 are here/).textContent).toBe('27 of 32 are here');
    await expectNoBarriers();
    await user.keyboard('c');
    await waitFor(() => expect(screen.queryByRole('navigation', { name: 'Screens' })).toBeNull());
  });

  it('says what waits in sentences, each with what to do about it', async () => {
    const { desk, opened } = openToday();
    const user = await opened;
    const steps = within(await screen.findByRole('region', { name: 'To do' }));
    // The session of today stands above already.
    expect(steps.getAllByRole('listitem')).toHaveLength(2);
    await user.click(steps.getByRole('button', { name: 'Back up' }));
    expect(desk.asked('desk.backUp')).toHaveLength(1);
    await user.click(steps.getByRole('button', { name: 'Look' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'History' })).toBeTruthy();
  });

  it('takes back what was done last, or says why not', async () => {
    const { desk, opened } = openToday();
    const user = await opened;
    await user.click(await screen.findByRole('button', { name: 'Undo: Imported 70 applications' }));
    expect(desk.asked('history.undo')).toEqual([{ commandId: imported }]);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('“Accepted 26 applicants”'));
  });

  it('teaches where nothing is planned and nothing waits', async () => {
    await openToday({ ...today, session: null, steps: [], recent: [] }).opened;
    expect(await screen.findByText('No sessions yet')).toBeTruthy();
    expect(screen.getByText('Nothing to do right now.')).toBeTruthy();
    expect(screen.getByText(/Your changes are listed here, with Undo/)).toBeTruthy();
  });
});
