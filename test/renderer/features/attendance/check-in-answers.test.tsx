import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useGranted } from '../../../../renderer/features/attendance/store.ts';
import { useStatusStore } from '../../../../renderer/kit/status-store.ts';
import { Instant } from '../../../../shared/model/dates.ts';
import { FeePaymentId, SessionId } from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { done } from '../../../../shared/model/result.ts';
import type { CheckInAnswer } from '../../../../shared/views/attendance.ts';
import { aStatus } from '../../fake-desk.ts';
import { expectNoBarriers } from '../../open-app.tsx';
import { correcting, correctTheAddress, record } from '../people/record.ts';
import { answer, codeId, type Door, eventId, keisha, openDoor, participantId, sessionId } from './door.tsx';
import { person, scanner } from './keys-apart.ts';

const banner = () => screen.getByRole('status');
const otherSession = SessionId.parse('0190163d-0000-7000-8000-000000000099');
/** What stands at the banner's buttons, without their keys. */
const ways = () =>
  within(banner())
    .queryAllByRole('button')
    .map((button) => button.childNodes[0]?.textContent);

/** Scans a code, to which the desk answers so until something is confirmed. */
async function scanned(held: Partial<CheckInAnswer>): Promise<Door> {
  const door = await openDoor({
    'attendance.checkIn': ({ confirmed, granted, sessionId: at }) =>
      done(
        confirmed || (granted?.length ?? 0) > 0 || at === otherSession ? answer() : answer({ eventId: null, ...held }),
      ),
  });
  await scanner().keyboard('7K3M-9{Enter}');
  await waitFor(() => expect(banner().textContent).not.toBe(''));
  return door;
}

afterEach(() => {
  vi.restoreAllMocks();
});
beforeEach(() => {
  useStatusStore.setState({ status: aStatus });
  useGranted.setState({ bySession: new Map() });
});

describe('an answer', () => {
  it.each<[string, Partial<CheckInAnswer>, string, readonly string[]]>([
    ['in', { answer: 'checked-in', eventId }, 'Keisha Garrett is in', ['Undo', 'Came late', 'Correct…']],
    [
      'in already',
      { answer: 'already-in', eventId },
      'Already in: Keisha Garrett',
      ['Leaves early', 'Undo', 'Correct…', 'Next'],
    ],
    ['withdrawn', { answer: 'withdrawn' }, 'Withdrawn: Keisha Garrett', ['Enroll again…', 'Next']],
    [
      'on no list',
      { answer: 'not-on-the-list', personId: null, name: null, eventId: codeId },
      'Not on the list',
      ['Whose is it?', 'Walk-in', 'Next'],
    ],
    [
      'known, in no cohort',
      { answer: 'not-on-the-list', mayConfirm: true },
      'Not on the list: Keisha Garrett',
      ['Check in as a guest', 'Next'],
    ],
    [
      'another program’s',
      { answer: 'other-program', personId: null, name: null, eventId: codeId },
      'Another program’s code',
      ['Whose is it?', 'Walk-in', 'Next'],
    ],
    [
      'misread',
      { answer: 'misread', personId: null, name: null, eventId: codeId },
      'Misread',
      ['Whose is it?', 'Walk-in', 'Next'],
    ],
    [
      'of another cohort',
      { answer: 'wrong-cohort', mayConfirm: true },
      'Another cohort: Keisha Garrett',
      ['Check in anyway', 'Next'],
    ],
    [
      'expected elsewhere',
      {
        answer: 'wrong-session',
        mayConfirm: true,
        elsewhere: { sessionId: otherSession, title: 'Law', where: '8:00 AM to 11:00 AM, Room 2' },
      },
      'Another session: Keisha Garrett',
      ['Check in there', 'Check in here anyway', 'Next'],
    ],
    ['on another day', { answer: 'wrong-day', mayConfirm: true }, 'Another day', ['That’s right: check in', 'Next']],
    ['at another time', { answer: 'wrong-time', mayConfirm: true }, 'Another time', ['That’s right: check in', 'Next']],
    [
      'by a wrong clock',
      { answer: 'clock-wrong', mayConfirm: true },
      'Clock seems wrong',
      ['Check in as it is', 'Next'],
    ],
    [
      'owing the fee',
      { answer: 'fee-owed', mayConfirm: true, owes: Cents.parse(7_500) },
      '$75 owed: Keisha Garrett',
      ['Check in anyway', 'Record $75 received', 'Next'],
    ],
  ])(
    'says in a word, an icon and a sentence what is so and what can be done: %s',
    async (_what, held, word, offers) => {
      await scanned({ sentence: 'What to do next.', ...held });
      expect(within(banner()).getByText(word, { exact: false })).toBeTruthy();
      expect(banner().querySelector('svg.lucide')).toBeTruthy();
      if (held.answer !== 'checked-in') expect(banner().textContent).toContain('What to do next.');
      expect(ways()).toEqual(offers);
      await expectNoBarriers();
    },
  );

  it('asks about the cohort for each person, and confirms by one key', async () => {
    const { desk } = await scanned({ answer: 'wrong-cohort', mayConfirm: true });
    // A scanner that sends Enter twice confirms nothing.
    await scanner().keyboard('{Enter}');
    expect(desk.asked('attendance.checkIn')).toHaveLength(1);
    await person().keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(banner().textContent).toContain('Keisha Garrett is in'));
    expect(desk.asked('attendance.checkIn')[1]).toMatchObject({ personId: keisha, code: '7K3M-9', confirmed: true });
    await scanner().keyboard('7K3M-8{Enter}');
    await waitFor(() => expect(desk.asked('attendance.checkIn')).toHaveLength(3));
    expect(desk.asked('attendance.checkIn')[2]).toMatchObject({ granted: [] });
  });

  it('asks about the day once: what a lead says of it holds for whoever comes next', async () => {
    const { desk } = await scanned({ answer: 'wrong-day', mayConfirm: true });
    await person().keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(banner().textContent).toContain('Keisha Garrett is in'));
    expect(desk.asked('attendance.checkIn')[1]).toMatchObject({ confirmed: false, granted: ['wrong-day'] });
    await scanner().keyboard('7K3M-8{Enter}');
    await waitFor(() => expect(desk.asked('attendance.checkIn')).toHaveLength(3));
    expect(desk.asked('attendance.checkIn')[2]).toMatchObject({ code: '7K3M-8', granted: ['wrong-day'] });
  });

  it('checks in at the other session by one key, and here by another', async () => {
    const elsewhere = { sessionId: otherSession, title: 'Law', where: 'Room 2' };
    const { desk } = await scanned({ answer: 'wrong-session', mayConfirm: true, elsewhere });
    await person().keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(banner().textContent).toContain('at Law'));
    expect(desk.asked('attendance.checkIn')[1]).toMatchObject({ sessionId: otherSession, personId: keisha });
    await scanner().keyboard('7K3M-9{Enter}');
    await waitFor(() => expect(ways()).toContain('Check in here anyway'));
    await person().keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    await waitFor(() =>
      expect(desk.asked('attendance.checkIn').at(-1)).toMatchObject({ sessionId, personId: keisha, confirmed: true }),
    );
  });

  it('asks whose a kept code is', async () => {
    const { desk } = await scanned({ answer: 'other-program', personId: null, name: null, eventId: codeId });
    await person().keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Who does the code 7K3M-9 belong to?')).toBeTruthy();
    await person().keyboard('gar{Enter}');
    await waitFor(() =>
      expect(desk.asked('attendance.checkIn')[1]).toMatchObject({ personId: keisha, keptEventId: codeId }),
    );
  });
});

describe('what is noted at the door', () => {
  const noon = Instant.parse('2024-10-21T17:00:00.000Z');

  it('notes by F7 that someone who just came in was late, by the clock of the check-in', async () => {
    const { desk } = await openDoor({ 'attendance.checkIn': () => done(answer({ at: noon })) });
    await scanner().keyboard('7K3M-9{Enter}');
    await screen.findByRole('button', { name: /Came late/ });
    await person().keyboard('{F7}');
    await waitFor(() => expect(banner().textContent).toContain('Marked late.'));
    expect(desk.asked('attendance.note')).toEqual([
      { sessionId, personIds: [keisha], what: { kind: 'late', clock: '12:00' } },
    ]);
  });

  it('notes by F8 that someone who is in leaves early', async () => {
    const { desk } = await openDoor({ 'attendance.checkIn': () => done(answer({ answer: 'already-in', at: noon })) });
    await scanner().keyboard('7K3M-9{Enter}');
    await screen.findByRole('button', { name: /Leaves early/ });
    await person().keyboard('{F8}');
    await waitFor(() => expect(banner().textContent).toContain('Marked as leaving early.'));
    expect(desk.asked('attendance.note')).toMatchObject([{ what: { kind: 'left', clock: '12:00' } }]);
  });

  it('says that the fee is owed and that the room is full, in words beside the check-in', async () => {
    await scanned({
      eventId,
      owes: Cents.parse(7_500),
      notes: [
        { kind: 'fee-owed', sentence: '$75 of the course fee owed.' },
        { kind: 'over-capacity', sentence: 'The room holds 32, and 33 are checked in.' },
      ],
    });
    const notes = within(banner()).getAllByRole('listitem');
    expect(notes.map(({ textContent }) => textContent)).toEqual([
      '$75 of the course fee owed.',
      'The room holds 32, and 33 are checked in.',
    ]);
    for (const note of notes) expect(note.querySelector('svg')).toBeTruthy();
  });

  it('notes the fee by F9, and lets in whoever was held back for it', async () => {
    const held = { answer: 'fee-owed', mayConfirm: true, owes: Cents.parse(7_500) } as const;
    const { desk } = await scanned(held);
    const paymentIds = [FeePaymentId.parse('0190163d-0000-7000-8000-000000000098')];
    desk.answer({
      'fees.receive': () => done({ received: 1, cents: Cents.parse(7_500), paymentIds }),
      'attendance.checkIn': () => done(answer()),
    });
    await person().keyboard('{F9}');
    const dialog = await screen.findByRole('dialog', { name: '$75 received from Keisha Garrett' });
    await person().click(within(dialog).getByRole('button', { name: 'Record $75' }));
    expect(within(dialog).getByText('The accountant will ask for it.')).toBeTruthy();
    expect(desk.asked('fees.receive')).toEqual([]);
    await person().type(within(dialog).getByRole('textbox', { name: 'Check number' }), '1042{Enter}');
    await waitFor(() => expect(banner().textContent).toContain('Keisha Garrett is in'));
    expect(desk.asked('fees.receive')).toMatchObject([
      { shares: { split: 'owed', participantIds: [participantId] }, method: 'check', reference: '1042' },
    ]);
  });
});

describe('a badge number', () => {
  it.each(['7', '#61'])('shows whom %s may mean, from one digit on', async (number) => {
    const { desk } = await openDoor();
    await person().keyboard(number);
    await waitFor(() => expect(desk.asked('attendance.find').at(-1)).toMatchObject({ text: number }));
  });
});

describe('a record that is wrong', () => {
  it('is corrected at the door, and the next key is for the field again', async () => {
    const of = record(keisha, 'Keisha', 'Garrett');
    const { desk, field } = await openDoor({ ...correcting(of), 'attendance.checkIn': () => done(answer()) });
    await scanner().keyboard('7K3M-9{Enter}');
    const user = person();
    await user.click(await within(banner()).findByRole('button', { name: /^Correct…/ }));
    await correctTheAddress(user, desk, of);
    await waitFor(() => expect(document.activeElement).toBe(field));
  });
});
