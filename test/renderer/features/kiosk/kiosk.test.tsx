import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { badgeCodeOf } from '../../../../shared/model/badges.ts';
import { CivilDate, ClockTime } from '../../../../shared/model/dates.ts';
import { BadgeId } from '../../../../shared/model/ids.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { KioskState } from '../../../../shared/views/kiosk.ts';
import { type Answers, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { scanner } from '../attendance/keys-apart.ts';

const state: KioskState = {
  session: {
    title: 'Law, Ethics, and Policies',
    heldOn: CivilDate.parse('2024-10-21'),
    startsAt: ClockTime.parse('08:00'),
    endsAt: ClockTime.parse('15:30'),
    room: 'Ballroom B',
  },
  open: true,
  waitUntil: null,
};

/** The window of a laptop that is a kiosk; every call but the kiosk’s own fails the test. */
async function openKiosk(answers: Answers = {}, now: KioskState = state) {
  const desk = fakeDesk({
    'kiosk.state': () => done(now),
    'kiosk.checkIn': () => done({ answer: 'welcome', sentence: 'Welcome, Ada. You’re checked in.', next: '' }),
    ...answers,
  });
  const user = await openApp();
  return { desk, user };
}

const asked = (desk: Awaited<ReturnType<typeof openKiosk>>['desk']) => new Set(desk.calls.map(({ name }) => name));
const field = () => screen.getByRole('textbox', { name: /Scan your badge/ });

describe('a kiosk', () => {
  it('waits with its session and a field, and asks nothing about anybody', async () => {
    const { desk } = await openKiosk();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Law, Ethics, and Policies');
    expect(screen.getByText('Mon, Oct 21, 2024, 8:00 AM to 3:30 PM · Ballroom B')).toBeTruthy();
    expect(document.activeElement).toBe(field());
    expect([...asked(desk)]).toEqual(['kiosk.state']);
    await expectNoBarriers();
  });

  it('greets whoever checks in, and forgets them when the next one types', async () => {
    const { desk, user } = await openKiosk();
    await user.keyboard('61{Enter}');
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Welcome, Ada. You’re checked in.'));
    expect(desk.asked('kiosk.checkIn')).toEqual([{ code: '61' }]);
    expect(field()).toHaveProperty('value', '');
    await user.keyboard('c');
    expect(screen.getByRole('status').textContent).not.toContain('Ada');
  });

  it('asks whoever typed a number for the last name, which goes right after it', async () => {
    const { desk, user } = await openKiosk({
      'kiosk.checkIn': ({ code }) =>
        done(
          code === '61'
            ? { answer: 'more-needed', sentence: 'Now your last name', next: 'Type your last name after the number.' }
            : { answer: 'welcome', sentence: 'Welcome, Ada. You are in.', next: '' },
        ),
    });
    await user.keyboard('61{Enter}');
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Now your last name'));
    expect(field()).toHaveProperty('value', '61 ');
    await user.keyboard('love');
    expect(screen.getByRole('status').textContent).toContain('Now your last name');
    await user.keyboard('lace{Enter}');
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Welcome, Ada. You are in.'));
    expect(desk.asked('kiosk.checkIn').at(-1)).toEqual({ code: '61 lovelace' });
    await expectNoBarriers();
  });

  it('says so where the scanner is set to another keyboard, and takes the badge that was meant', async () => {
    const { desk } = await openKiosk();
    const code = badgeCodeOf(BadgeId.parse('0190163d-0000-7000-8000-0000000000b1'));
    // A French keyboard: A and Q, W and Z have changed places, and digits need Shift.
    const french: Readonly<Record<string, string>> = { A: 'q', W: 'z', M: ',', 0: 'à', 1: '&', 7: 'è' };
    scanner();
    for (const sign of code) {
      const key = /\d/.test(sign) ? `Digit${sign}` : `Key${sign}`;
      fireEvent.keyDown(field(), { key: french[sign] ?? sign, code: key });
    }
    fireEvent.keyDown(field(), { key: 'Enter', code: 'Enter' });
    await waitFor(() => expect(desk.asked('kiosk.checkIn')).toEqual([{ code }]));
    expect(await screen.findByText(/the scanner is set to another keyboard/)).toBeTruthy();
    await expectNoBarriers();
    vi.restoreAllMocks();
  });

  it('forgets an answer by itself after some seconds', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { user } = await openKiosk();
    await user.keyboard('61{Enter}');
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Welcome, Ada.'));
    act(() => void vi.advanceTimersByTime(4_500));
    await waitFor(() => expect(screen.getByRole('status').textContent).not.toContain('Ada'));
  });

  it('lists no one while letters are typed, and sends to a lead whom it does not know', async () => {
    const { desk, user } = await openKiosk({
      'kiosk.checkIn': () =>
        done({ answer: 'see-a-lead', sentence: 'Please see a lead', next: 'They will check you in.' }),
    });
    await user.keyboard('lov');
    expect(screen.queryByRole('option')).toBeNull();
    expect(asked(desk).has('attendance.find')).toBe(false);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Please see a lead'));
    await expectNoBarriers();
  });

  it('says nothing of a refusal but that a lead helps', async () => {
    const { user } = await openKiosk({ 'kiosk.checkIn': () => refuse('The disk is full.', ['program.db']) });
    await user.keyboard('61{Enter}');
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Please see a lead'));
    expect(document.body.textContent).not.toContain('disk');
  });

  it.each([
    '{Control>}k{/Control}',
    '{Control>}z{/Control}',
    '{Control>}i{/Control}',
    '{Control>}1{/Control}',
    '{Escape}',
    '{F6}',
    '{Alt>}{ArrowLeft}{/Alt}',
  ])('knows no key but those of the field: %s', async (keys) => {
    const { desk, user } = await openKiosk();
    await user.keyboard(keys);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect([...asked(desk)]).toEqual(['kiosk.state']);
  });

  it('is closed on another day', async () => {
    await openKiosk({}, { ...state, open: false });
    expect(screen.getByRole('heading', { name: 'Check-in is closed' })).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    await expectNoBarriers();
  });

  it('opens by its PIN, and says why it does not', async () => {
    let right = false;
    const { desk, user } = await openKiosk({
      'kiosk.leave': () => (right ? done(null) : refuse('That is not the PIN of this kiosk. Try it again.')),
    });
    await user.click(screen.getByRole('button', { name: 'For leads' }));
    const dialog = await screen.findByRole('dialog', { name: 'Leave kiosk mode' });
    await user.keyboard('12ab34{Enter}');
    expect((await within(dialog).findByRole('alert')).textContent).toContain('not the PIN');
    expect(desk.asked('kiosk.leave')).toEqual([{ pin: '1234' }]);
    await expectNoBarriers();
    right = true;
    desk.answer({ 'kiosk.state': () => done(null) });
    await user.keyboard('240610{Enter}');
    await waitFor(() => expect(desk.asked('kiosk.leave')).toHaveLength(2));
    act(() => desk.tell({ kind: 'kiosk', on: false }));
    expect(await screen.findByRole('navigation')).toBeTruthy();
  });

  it('closes the question for its PIN when no one answers it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    await openKiosk();
    await user.click(screen.getByRole('button', { name: 'For leads' }));
    await screen.findByRole('dialog', { name: 'Leave kiosk mode' });
    act(() => void vi.advanceTimersByTime(31_000));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('a laptop that becomes a kiosk', () => {
  it('shows nothing else from the moment that main says so', async () => {
    let kiosk: KioskState | null = null;
    const desk = fakeDesk({ 'kiosk.state': () => done(kiosk) });
    await openApp('/settings');
    kiosk = state;
    act(() => desk.tell({ kind: 'kiosk', on: true }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Law, Ethics, and Policies' })).toBeTruthy();
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});
