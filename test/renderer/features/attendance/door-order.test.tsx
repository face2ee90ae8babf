import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useGranted } from '../../../../renderer/features/attendance/store.ts';
import { useStatusStore } from '../../../../renderer/kit/status-store.ts';
import { Instant } from '../../../../shared/model/dates.ts';
import { AttendanceEventId } from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { CheckInAnswer } from '../../../../shared/views/attendance.ts';
import { aStatus } from '../../fake-desk.ts';
import { expectNoBarriers } from '../../open-app.tsx';
import { answer, codeId, eventId, jose, keisha, match, openDoor, participantId, recent, sessionId } from './door.tsx';
import { person, scanner } from './keys-apart.ts';

const banner = () => screen.getByRole('status');
const code = 'CDB4F7K9XWM3T';
const esc = () => person().keyboard('{Escape}');

afterEach(() => {
  vi.restoreAllMocks();
});
beforeEach(() => {
  useStatusStore.setState({ status: aStatus });
  useGranted.setState({ bySession: new Map() });
});

describe('Esc', () => {
  const noOne = { personId: null, name: null, eventId: codeId } as const;

  it.each<[string, Partial<CheckInAnswer>]>([
    ['in', {}],
    ['in already', { answer: 'already-in' }],
    ['withdrawn', { answer: 'withdrawn' }],
    ['on no list', { answer: 'not-on-the-list', ...noOne }],
    ['another program’s', { answer: 'other-program', ...noOne }],
    ['misread', { answer: 'misread', ...noOne }],
    ['of another cohort', { answer: 'wrong-cohort', mayConfirm: true }],
    ['on another day', { answer: 'wrong-day', mayConfirm: true }],
    ['owing the fee', { answer: 'fee-owed', mayConfirm: true, owes: Cents.parse(7_500) }],
    ['a blank badge', { answer: 'blank-badge', ...noOne, eventId: null, badgeNumber: 61 }],
  ])('puts the door in order from the answer: %s', async (_what, said) => {
    const { field, path } = await openDoor({ 'attendance.checkIn': () => done(answer(said)) });
    await scanner().keyboard('7K3M-9{Enter}');
    await waitFor(() => expect(banner().textContent).not.toBe(''));
    await esc();
    expect(banner().textContent).toBe('');
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
    expect(document.activeElement).toBe(field);
    expect(field).toHaveProperty('value', '');
    expect(path()).toBe(`/check-in/${sessionId}`);
    await esc();
    expect(path()).toBe(`/attendance/${sessionId}`);
  });

  it('has a button for the mouse, beside the answer', async () => {
    const { field } = await openDoor({ 'attendance.checkIn': () => done(answer({ answer: 'already-in' })) });
    await scanner().keyboard('7K3M-9{Enter}');
    await person().click(await within(banner()).findByRole('button', { name: /^Next/ }));
    expect(banner().textContent).toBe('');
    expect(document.activeElement).toBe(field);
  });

  it('takes letters that are no one’s away with what was said of them', async () => {
    const { field } = await openDoor();
    await person().keyboard('zzz{Enter}');
    await waitFor(() => expect(banner().textContent).toContain('No one is named'));
    await esc();
    expect(banner().textContent).toBe('');
    expect(field).toHaveProperty('value', '');
  });
});

describe('someone who withdrew', () => {
  it('is enrolled again with a reason, and is in', async () => {
    let enrolled = false;
    const { desk } = await openDoor({
      'attendance.checkIn': () => done(answer(enrolled ? {} : { answer: 'withdrawn', eventId: null })),
      'cohorts.list': () => done({ cohorts: [], nextName: 'Golf', defaults: { seats: 30, fee: Cents.parse(7_500) } }),
      'cohorts.previewChange': () =>
        done({
          people: [
            {
              personId: keisha,
              participantId,
              name: 'Keisha Garrett',
              refused: null,
              does: ['enrolled in Foxtrot'],
              warnings: [],
            },
          ],
          possible: 1,
          seats: null,
        }),
      'cohorts.enrollAgain': () => {
        enrolled = true;
        return done({ changed: 1, next: null });
      },
    });
    await scanner().keyboard('7K3M-9{Enter}');
    await within(banner()).findByText('Withdrawn: Keisha Garrett');
    await person().keyboard('{Control>}{Enter}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Enroll Keisha Garrett again' });
    await person().type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Came after all');
    await person().click(await within(dialog).findByRole('button', { name: 'Enroll' }));
    await waitFor(() => expect(banner().textContent).toContain('Keisha Garrett is in'));
    expect(desk.asked('cohorts.enrollAgain')).toEqual([{ participantIds: [participantId], reason: 'Came after all' }]);
    expect(desk.asked('attendance.checkIn').at(-1)).toMatchObject({ personId: keisha, code: '7K3M-9' });
  });
});

describe('a scan', () => {
  it('goes in at once while a name is being typed, which stays as it was', async () => {
    const { desk, field } = await openDoor();
    await person().keyboard('gar');
    await scanner().keyboard(`${code}{Enter}`);
    await waitFor(() => expect(desk.asked('attendance.checkIn')).toMatchObject([{ code, method: 'scanned' }]));
    expect(field).toHaveProperty('value', 'gar');
    expect((await screen.findAllByRole('option'))[0]?.textContent).toContain('Keisha Garrett');
  });

  it('is no one’s check number while a dialog is open, and the dialog stays with whom it is about', async () => {
    const { desk } = await openDoor({
      'attendance.checkIn': ({ code: scanned }) =>
        done(
          scanned === code
            ? answer({ personId: jose, name: 'José García' })
            : answer({ answer: 'fee-owed', mayConfirm: true, owes: Cents.parse(7_500), eventId: null }),
        ),
    });
    await scanner().keyboard('7K3M-9{Enter}');
    await within(banner()).findByText('$75 owed: Keisha Garrett');
    await person().keyboard('{F9}');
    const dialog = await screen.findByRole('dialog', { name: '$75 received from Keisha Garrett' });
    const number = within(dialog).getByRole('textbox', { name: 'Check number' });
    await person().type(number, '10');
    // Some scanners end a code with two Enters: neither presses anything.
    await scanner().keyboard(`${code}{Enter}{Enter}`);
    await waitFor(() => expect(desk.asked('attendance.checkIn').at(-1)).toMatchObject({ code }));
    expect(number).toHaveProperty('value', '10');
    expect(desk.asked('fees.receive')).toEqual([]);
    expect(screen.getByRole('dialog', { name: '$75 received from Keisha Garrett' })).toBeTruthy();
    await expectNoBarriers();
  });

  it.each([
    ['ends in Tab', `${code}{Tab}`],
    ['comes in small letters', `${code.toLowerCase()}{Enter}`],
    ['says first what kind of code it is', `]]Q1${code}{Enter}`],
  ])('is taken where it %s', async (_what, keys) => {
    const { desk, field } = await openDoor();
    await scanner().keyboard(keys);
    await waitFor(() => expect(desk.asked('attendance.checkIn')).toHaveLength(1));
    expect(desk.asked('attendance.checkIn')[0]).toMatchObject({ method: 'scanned' });
    expect(document.activeElement).toBe(field);
    expect(field).toHaveProperty('value', '');
  });

  it('that comes twice within a second still says that the person is in', async () => {
    const again = Instant.parse('2024-10-21T13:01:01.000Z');
    let scans = 0;
    const { desk } = await openDoor({
      'attendance.checkIn': () => done(scans++ === 0 ? answer() : answer({ answer: 'already-in', at: again })),
    });
    await scanner().keyboard(`${code}{Enter}${code}{Enter}`);
    await waitFor(() => expect(desk.asked('attendance.checkIn')).toHaveLength(2));
    await waitFor(() => expect(banner().textContent).toContain('Keisha Garrett is in'));
    // A minute later it is another matter.
    desk.answer({
      'attendance.checkIn': () => done(answer({ answer: 'already-in', at: Instant.parse('2024-10-21T13:02:01.000Z') })),
    });
    await scanner().keyboard(`${code}{Enter}`);
    await waitFor(() => expect(banner().textContent).toContain('Already in: Keisha Garrett'));
  });
});

describe('taking back', () => {
  const others = AttendanceEventId.parse('0190163d-0000-7000-8000-000000000077');

  it('means whom the banner names, also while the list has not heard of them', async () => {
    const { desk } = await openDoor({}, [recent({ eventId: others, personId: jose, name: 'José García' })]);
    await scanner().keyboard(`${code}{Enter}`);
    await waitFor(() => expect(banner().textContent).toContain('Keisha Garrett is in'));
    await person().keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(desk.asked('attendance.annul')).toMatchObject([{ eventId }]));
  });

  it('offers to let them in again', async () => {
    const { desk } = await openDoor({}, [recent()]);
    await person().click(screen.getByRole('button', { name: 'Undo Keisha Garrett' }));
    await within(banner()).findByText('Keisha Garrett was undone');
    await person().keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(desk.asked('attendance.checkIn')).toMatchObject([{ personId: keisha }]));
  });

  it('keeps a code that is being asked about while the next in line is scanned', async () => {
    const { desk } = await openDoor({ 'attendance.find': () => done([match(keisha, 'Keisha Garrett')]) }, [
      recent({ eventId: codeId, personId: null, name: '', code: '7K3M-9' }),
    ]);
    await person().click(screen.getByRole('button', { name: 'Who does this code belong to: 7K3M-9' }));
    await scanner().keyboard(`${code}{Enter}`);
    await waitFor(() => expect(desk.asked('attendance.checkIn')).toHaveLength(1));
    expect(screen.getByText('Who does the code 7K3M-9 belong to?')).toBeTruthy();
  });
});

describe('a session', () => {
  it('that is taken off the schedule leaves a sentence and a way to the others', async () => {
    const { desk, path } = await openDoor();
    desk.answer({ 'attendance.session': () => refuse('That session is not on the schedule any more.') });
    desk.tell({ kind: 'changed', tables: ['session'], commandId: null, label: 'Took a session off the schedule' });
    expect(await screen.findByText('That session is not on the schedule any more.')).toBeTruthy();
    await esc();
    expect(path()).toBe('/attendance');
  });

  it('of another day asks about a walk-in too, who is let in by one key', async () => {
    const { desk } = await openDoor({
      'attendance.walkIn': ({ granted }) =>
        done(
          granted?.includes('wrong-day')
            ? answer({ personId: null, name: 'Anna Ohne', badgeNumber: 61 })
            : answer({ answer: 'wrong-day', mayConfirm: true, personId: null, name: 'Anna Ohne', eventId: null }),
        ),
    });
    await person().keyboard('{F2}');
    await screen.findByRole('textbox', { name: 'Name' });
    await person().keyboard('Anna Ohne{Enter}');
    await within(banner()).findByText('Another day: Anna Ohne');
    await person().keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(banner().textContent).toContain('Anna Ohne is in'));
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
    expect(desk.asked('attendance.walkIn')).toHaveLength(2);
  });
});
