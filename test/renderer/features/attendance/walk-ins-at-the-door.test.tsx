import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useGranted } from '../../../../renderer/features/attendance/store.ts';
import { useStatusStore } from '../../../../renderer/kit/status-store.ts';
import { done } from '../../../../shared/model/result.ts';
import { aStatus } from '../../fake-desk.ts';
import { expectNoBarriers } from '../../open-app.tsx';
import { answer, codeId, keisha, openDoor, recent, sessionId } from './door.tsx';
import { person, scanner } from './keys-apart.ts';

const banner = () => screen.getByRole('status');

afterEach(() => {
  vi.restoreAllMocks();
});
beforeEach(() => {
  useStatusStore.setState({ status: aStatus });
  useGranted.setState({ bySession: new Map() });
});

describe('a walk-in', () => {
  const walkedIn = answer({ personId: null, name: 'Anna Ohne', badgeNumber: 61 });

  it('is written down by one key and two fields, with the name that was typed', async () => {
    const { desk } = await openDoor({ 'attendance.walkIn': () => done(walkedIn) });
    await person().keyboard('anna ohne');
    await person().keyboard('{F2}');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    expect(document.activeElement).toBe(name);
    expect(name).toHaveProperty('value', 'anna ohne');
    await person().keyboard('{Tab}Opelika City Schools{Enter}');
    await waitFor(() => expect(banner().textContent).toContain('Anna Ohne is in'));
    expect(banner().textContent).toContain('Badge 61');
    expect(desk.asked('attendance.walkIn')).toEqual([
      { sessionId, name: 'anna ohne', organization: 'Opelika City Schools', code: null, granted: [] },
    ]);
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
  });

  it('asks for the name of whoever wears a blank badge', async () => {
    const { desk } = await openDoor({
      'attendance.checkIn': () => done(answer({ answer: 'blank-badge', personId: null, name: null, badgeNumber: 61 })),
      'attendance.walkIn': () => done(walkedIn),
    });
    await scanner().keyboard('CDB4F7K9XWM3T{Enter}');
    await screen.findByText('Badge 61: who wears it?');
    await person().keyboard('Anna Ohne{Enter}');
    await waitFor(() => expect(desk.asked('attendance.walkIn')).toMatchObject([{ code: 'CDB4F7K9XWM3T' }]));
  });

  it('lets a badge be scanned meanwhile: it is no part of the name', async () => {
    const { desk } = await openDoor();
    await person().keyboard('{F2}');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await person().keyboard('Ann');
    await scanner().keyboard('7K3M-9{Enter}');
    await waitFor(() =>
      expect(desk.asked('attendance.checkIn')).toMatchObject([{ code: '7K3M-9', method: 'scanned' }]),
    );
    expect(name).toHaveProperty('value', 'Ann');
    expect(desk.asked('attendance.walkIn')).toEqual([]);
  });

  it('goes away by Esc, and check-in stays', async () => {
    const { path } = await openDoor();
    await person().keyboard('{F2}');
    await screen.findByRole('textbox', { name: 'Name' });
    await expectNoBarriers();
    await person().keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
    expect(path()).toBe(`/check-in/${sessionId}`);
  });

  it('is matched from the last ten to someone found by name', async () => {
    const walkIn = recent({ eventId: codeId, personId: null, name: 'Anna Ohne', walkIn: 61, code: 'CDB4F7K9XWM3T' });
    const { desk } = await openDoor({}, [walkIn]);
    await person().click(screen.getByRole('button', { name: 'Who is the walk-in Anna Ohne' }));
    await person().keyboard('gar');
    await screen.findAllByRole('option');
    await person().keyboard('{Enter}');
    await waitFor(() => expect(banner().textContent).toContain('The walk-in Anna Ohne is Keisha Garrett.'));
    expect(desk.asked('attendance.match')).toEqual([{ code: 'CDB4F7K9XWM3T', who: { is: 'known', personId: keisha } }]);
    expect(desk.asked('attendance.checkIn')).toEqual([]);
  });
});
