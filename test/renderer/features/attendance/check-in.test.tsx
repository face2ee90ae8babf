import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useStatusStore } from '../../../../renderer/kit/status-store.ts';
import { badgeCodeOf } from '../../../../shared/model/badges.ts';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { BadgeId } from '../../../../shared/model/ids.ts';
import { done } from '../../../../shared/model/result.ts';
import { aStatus } from '../../fake-desk.ts';
import { codeId, eventId, jose, keisha, match, openDoor, recent, session, sessionId, view } from './door.tsx';
import { person, scanner } from './keys-apart.ts';

const banner = () => screen.getByRole('status');

afterEach(() => {
  vi.restoreAllMocks();
});
beforeEach(() => {
  useStatusStore.setState({ status: aStatus });
});

describe('the door', () => {
  it('has its field ready and says how many are in', async () => {
    const { field } = await openDoor();
    expect(document.activeElement).toBe(field);
    expect(screen.getByText('27').parentElement?.textContent).toBe('27 of 32');
  });

  it('shows whom three letters may mean, and checks no one in before Enter', async () => {
    const { desk } = await openDoor();
    await person().keyboard('gar');
    const options = await screen.findAllByRole('option');
    expect(options.map((option) => option.querySelector('b')?.textContent)).toEqual(['Keisha Garrett', 'José García']);
    expect(desk.asked('attendance.checkIn')).toEqual([]);
  });

  it('checks in the marked match by Enter, and says so', async () => {
    const { desk, field } = await openDoor();
    await person().keyboard('gar');
    await screen.findAllByRole('option');
    await person().keyboard('{Enter}');
    await waitFor(() => expect(banner().textContent).toContain('Keisha Garrett is in'));
    expect(desk.asked('attendance.checkIn')).toMatchObject([{ personId: keisha, method: 'typed' }]);
    expect(field).toHaveProperty('value', '');
    expect(document.activeElement).toBe(field);
  });

  it('lets the last answer go when the next name is typed', async () => {
    await openDoor();
    await person().keyboard('gar');
    await screen.findAllByRole('option');
    await person().keyboard('{Enter}');
    await waitFor(() => expect(banner().textContent).toContain('Keisha Garrett is in'));
    await person().keyboard('l');
    await waitFor(() => expect(banner().textContent).not.toContain('Keisha Garrett is in'));
  });

  it('checks in another match by an arrow key', async () => {
    const { desk } = await openDoor();
    await person().keyboard('gar');
    await screen.findAllByRole('option');
    await person().keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(desk.asked('attendance.checkIn')).toMatchObject([{ personId: jose }]));
  });

  it('checks in no one whose name is not on the screen yet', async () => {
    let asked = 0;
    const both = [match(keisha, 'Keisha Garrett'), match(jose, 'José García')];
    const { desk } = await openDoor({
      // The list on the screen waits for an answer that Enter is quicker than.
      'attendance.find': () => (++asked === 1 ? new Promise(() => {}) : done(both)),
    });
    await person().keyboard('ga{Enter}');
    await waitFor(() => expect(asked).toBe(2));
    // The door deals with one Enter at a time: where it takes another, the first has come to its end.
    await waitFor(async () => {
      await person().keyboard('{Enter}');
      expect(asked).toBeGreaterThan(2);
    });
    expect(desk.asked('attendance.checkIn')).toEqual([]);
  });

  it('checks in by a tap, and has the field ready again', async () => {
    const { desk, field } = await openDoor();
    const user = person();
    await user.keyboard('gar');
    await user.click((await screen.findAllByRole('option'))[1] ?? field);
    await waitFor(() => expect(desk.asked('attendance.checkIn')).toMatchObject([{ personId: jose }]));
    expect(desk.asked('attendance.checkIn')).toHaveLength(1);
    expect(document.activeElement).toBe(field);
  });

  it('takes fast keys that end in Enter for a scanned code, at once', async () => {
    const { desk } = await openDoor();
    await scanner().keyboard('kgarrett@opelika.example.org{Enter}');
    await waitFor(() =>
      expect(desk.asked('attendance.checkIn')).toMatchObject([
        { code: 'kgarrett@opelika.example.org', method: 'scanned' },
      ]),
    );
  });

  it('takes a whole badge code at once, however slowly its keys came', async () => {
    const { desk } = await openDoor();
    const code = badgeCodeOf(BadgeId.parse('0190163d-0000-7000-8000-0000000000b1'));
    await person().keyboard(`${code}{Enter}`);
    await waitFor(() => expect(desk.asked('attendance.checkIn')).toMatchObject([{ code, method: 'typed' }]));
  });

  it('takes the next code while the one before is still on its way to the disk', async () => {
    const { desk } = await openDoor({ 'attendance.checkIn': () => new Promise(() => {}) });
    const user = scanner();
    await user.keyboard('7K3M-8{Enter}7K3M-9{Enter}');
    expect(desk.asked('attendance.checkIn').map(({ code }) => code)).toEqual(['7K3M-8', '7K3M-9']);
  });

  it('takes a fast code that was mended by hand for typing', async () => {
    const { desk } = await openDoor();
    await scanner().keyboard('7K3M-8{Backspace}9{Enter}');
    await waitFor(() => expect(banner().textContent).toContain('No one is named “7K3M-9”'));
    expect(desk.asked('attendance.checkIn')).toEqual([]);
  });

  it('hears a scanner also when the focus stands on a button', async () => {
    const { desk, field } = await openDoor({}, [recent()]);
    screen.getByRole('button', { name: 'Undo Keisha Garrett' }).focus();
    expect(document.activeElement).not.toBe(field);
    await scanner().keyboard('7K3M-9{Enter}');
    await waitFor(() => expect(desk.asked('attendance.checkIn')).toMatchObject([{ code: '7K3M-9' }]));
    expect(desk.asked('attendance.annul')).toEqual([]);
  });

  it('keeps nothing for letters that are no one’s, until the lead says that they are a code', async () => {
    const { desk } = await openDoor();
    await person().keyboard('zzz{Enter}');
    await waitFor(() => expect(banner().textContent).toContain('No one is named “zzz”'));
    expect(desk.asked('attendance.checkIn')).toEqual([]);
    await person().click(within(banner()).getByRole('button', { name: /Save the code/ }));
    await waitFor(() => expect(desk.asked('attendance.checkIn')).toMatchObject([{ code: 'zzz', method: 'typed' }]));
  });
});

describe('its head and its voice', () => {
  it('says at once that a session of another day asks before it commits', async () => {
    const other = { ...session, heldOn: CivilDate.parse('2024-10-25'), when: 'coming' as const, isOver: false };
    await openDoor({ 'attendance.session': () => done(view({ session: other })) });
    expect(screen.getByText(/Not today/)).toBeTruthy();
  });

  it('sounds unless it is muted', async () => {
    const start = vi.fn();
    const node = { connect: (next: unknown) => next, frequency: { value: 0 }, start, stop: vi.fn() };
    const gain = { connect: vi.fn(), gain: { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn() } };
    vi.stubGlobal(
      'AudioContext',
      class {
        currentTime = 0;
        destination = {};
        resume = async () => {};
        createOscillator = () => node;
        createGain = () => gain;
      },
    );
    const { desk } = await openDoor();
    await scanner().keyboard('7K3M-9{Enter}');
    await waitFor(() => expect(start).toHaveBeenCalled());
    start.mockClear();
    await person().keyboard('{F4}');
    expect(screen.getByRole('button', { name: /sound is off/ })).toBeTruthy();
    await scanner().keyboard('7K3M-9{Enter}');
    await waitFor(() => expect(desk.asked('attendance.checkIn')).toHaveLength(2));
    expect(start).not.toHaveBeenCalled();
    await person().keyboard('{F4}');
    vi.unstubAllGlobals();
  });
});

describe('the last ten', () => {
  it('takes one back by its Undo', async () => {
    const { desk } = await openDoor({}, [recent()]);
    await person().click(screen.getByRole('button', { name: 'Undo Keisha Garrett' }));
    await waitFor(() => expect(banner().textContent).toContain('Keisha Garrett was undone'));
    expect(desk.asked('attendance.annul')).toMatchObject([{ eventId, reason: 'Undone at the door' }]);
  });

  it('takes the last one that stands back by Ctrl Z', async () => {
    const gone = recent({ eventId: codeId, name: 'José García', annulled: true });
    const { desk } = await openDoor({}, [gone, recent()]);
    await person().keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(desk.asked('attendance.annul')).toMatchObject([{ eventId }]));
    expect(screen.queryByRole('button', { name: 'Undo José García' })).toBeNull();
  });

  it('gives a kept code to the person whom the lead names', async () => {
    const { desk } = await openDoor({}, [recent({ eventId: codeId, personId: null, name: '', code: '7K3M-9' })]);
    await person().click(screen.getByRole('button', { name: 'Who does this code belong to: 7K3M-9' }));
    expect(screen.getByText('Who does the code 7K3M-9 belong to?')).toBeTruthy();
    await person().keyboard('gar{Enter}');
    await waitFor(() =>
      expect(desk.asked('attendance.checkIn')).toMatchObject([{ personId: keisha, keptEventId: codeId }]),
    );
    await waitFor(() => expect(screen.queryByText('Who does the code 7K3M-9 belong to?')).toBeNull());
  });
});

describe('leaving', () => {
  it('empties the field by Esc first, then leaves', async () => {
    const { field, path } = await openDoor();
    await person().keyboard('gar{Escape}');
    expect(field).toHaveProperty('value', '');
    expect(path()).toBe(`/check-in/${sessionId}`);
    await person().keyboard('{Escape}');
    expect(path()).toBe(`/attendance/${sessionId}`);
  });
});
