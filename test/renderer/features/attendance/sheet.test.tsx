import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findLine, typedSoFar } from '../../../../renderer/features/attendance/sheet-find.ts';
import { useTicks } from '../../../../renderer/features/attendance/store.ts';
import { badgeCodeOf } from '../../../../shared/model/badges.ts';
import { Instant } from '../../../../shared/model/dates.ts';
import { AttendanceEventId, BadgeId, ParticipantId, PersonId } from '../../../../shared/model/ids.ts';
import { foldName } from '../../../../shared/model/people.ts';
import { done } from '../../../../shared/model/result.ts';
import type { AttendeeRow, CheckInMatch } from '../../../../shared/views/attendance.ts';
import { type FakeDesk, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { match, sessionId, view } from './door.tsx';
import { person, scanner } from './keys-apart.ts';

const uuid = (last: number) => `0190163d-0000-7000-8000-${String(last).padStart(12, '0')}`;
const line = (last: number, given: string, family: string, present = false): AttendeeRow => ({
  participantId: ParticipantId.parse(uuid(100 + last)),
  personId: PersonId.parse(uuid(200 + last)),
  name: `${given} ${family}`,
  order: `${foldName(family)} ${foldName(given)}`,
  organization: 'Opelika City Schools',
  cohort: 'Foxtrot',
  badges: [40 + last],
  expected: true,
  makesUp: false,
  present,
  at: present ? Instant.parse('2024-10-21T13:01:00.000Z') : null,
  method: present ? 'scanned' : null,
  eventId: present ? AttendanceEventId.parse(uuid(300 + last)) : null,
  presence: {
    standing: present ? 'present' : 'not-in',
    hours: present ? 7.5 : 0,
    ofHours: 7.5,
    cameAt: null,
    leftAt: null,
    reason: null,
  },
});

// By last name: Barnett, Garcia, Garrett (in), Nguyen, O’Brien.
const keisha = line(1, 'Keisha', 'Garrett', true);
const jose = line(2, 'José', 'García');
const mei = line(3, 'Mei', 'Nguyễn');
const calvin = line(4, 'Calvin', 'O’Brien');
const ada = line(5, 'Ada', 'Barnett');

const code = badgeCodeOf(BadgeId.parse(uuid(400)));
const moved = PersonId.parse(uuid(299));
/** Whom badges mean that are read aloud or scanned: Mei’s code, and the number of someone who went to Golf this morning. */
const onPaper: Readonly<Record<string, CheckInMatch[]>> = {
  [code]: [match(mei.personId, mei.name)],
  '61': [match(moved, 'Renée McAllister', { cohort: 'Golf', expected: false, badgeNumber: 61 })],
};

async function openSheet(): Promise<{ desk: FakeDesk; list: HTMLElement }> {
  const desk = fakeDesk({
    'attendance.session': () => done(view({ people: [keisha, jose, mei, calvin, ada] })),
    'attendance.find': ({ text }) => done(onPaper[text] ?? []),
    'attendance.mark': ({ personIds }) => done({ marked: personIds.length }),
  });
  await openApp(`/attendance/${sessionId}`);
  await screen.findByRole('grid');
  await userEvent.keyboard('s');
  return { desk, list: await screen.findByRole('listbox', { name: 'Lines of the sign-in sheet' }) };
}

const ticked = (list: HTMLElement) =>
  within(list)
    .getAllByRole('option', { selected: true })
    .map((option) => option.querySelector('b')?.textContent);
const marked = (...people: readonly AttendeeRow[]) => ({
  sessionId,
  personIds: people.map(({ personId }) => personId),
});

afterEach(() => {
  vi.restoreAllMocks();
});
beforeEach(() => {
  useTicks.setState({ bySession: new Map() });
});

describe('the sign-in sheet', () => {
  it('lists everyone by last name, with who is in already, ready for the keyboard', async () => {
    const { list } = await openSheet();
    expect(document.activeElement).toBe(list);
    expect(
      within(list)
        .getAllByRole('option')
        .map((option) => option.querySelector('b')?.textContent),
    ).toEqual(['Ada Barnett', 'José García', 'Keisha Garrett', 'Mei Nguyễn', 'Calvin O’Brien']);
    expect(within(list).getByRole('option', { name: /Keisha Garrett/ }).textContent).toContain('already checked in');
    await expectNoBarriers();
  });

  it('ticks by Space and goes to the next; letters find a name, without their accents', async () => {
    const { desk, list } = await openSheet();
    await userEvent.keyboard(' ');
    await userEvent.keyboard('ngu ');
    await userEvent.keyboard('cal ');
    expect(ticked(list)).toEqual(['Ada Barnett', 'Mei Nguyễn', 'Calvin O’Brien']);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    const dialog = await screen.findByRole('alertdialog', { name: 'Mark 3 people present?' });
    expect(desk.asked('attendance.mark')).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Mark 3' }));
    await waitFor(() => expect(desk.asked('attendance.mark')).toEqual([marked(ada, mei, calvin)]));
    await waitFor(() => expect(screen.queryAllByRole('option', { selected: true })).toEqual([]));
  });

  it('marks all but those ticked, after it has said how many and who not', async () => {
    const { desk } = await openSheet();
    await userEvent.keyboard('obr ');
    expect(screen.getByRole('button', { name: /Mark the other 3 present/ })).toBeTruthy();
    await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    const dialog = await screen.findByRole('alertdialog', { name: 'Mark 3 people present?' });
    expect(within(dialog).getByText('Calvin O’Brien')).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Mark 3' }));
    await waitFor(() => expect(desk.asked('attendance.mark')).toEqual([marked(ada, jose, mei)]));
  });

  it('ticks and unticks by a tap, and ticks no one who is in', async () => {
    const { list } = await openSheet();
    await userEvent.click(within(list).getByRole('option', { name: /José/ }));
    await userEvent.click(within(list).getByRole('option', { name: /Keisha/ }));
    expect(ticked(list)).toEqual(['José García']);
    await userEvent.click(within(list).getByRole('option', { name: /José/ }));
    expect(within(list).queryAllByRole('option', { selected: true })).toEqual([]);
  });

  it('keeps the ticks while someone looks at the list', async () => {
    await openSheet();
    await userEvent.keyboard('ngu ');
    await userEvent.keyboard('{Escape}');
    await screen.findByRole('grid');
    await userEvent.keyboard('s');
    expect(ticked(await screen.findByRole('listbox'))).toEqual(['Mei Nguyễn']);
  });
});

describe('a sheet that was printed before the list changed', () => {
  it('shows the badge numbers that stand on the paper, not where the lines stand by now', async () => {
    const { list } = await openSheet();
    const numbers = within(list)
      .getAllByRole('option')
      .map((option) => option.querySelector('.sheet-number')?.textContent);
    expect(numbers).toEqual(['45', '42', '41', '43', '44']);
    await userEvent.keyboard('44 ');
    expect(ticked(list)).toEqual(['Calvin O’Brien']);
  });

  it('ticks no one for a number that is on no line, and says who has it', async () => {
    const { list } = await openSheet();
    await userEvent.keyboard('61 ');
    const alert = await screen.findByText(/Badge 61 is Renée McAllister’s, who is now in Golf/);
    expect(alert.textContent).toContain('check them in at the door');
    await userEvent.keyboard(' ');
    expect(within(list).queryAllByRole('option', { selected: true })).toEqual([]);
    await expectNoBarriers();
    await userEvent.keyboard('{Escape}{ArrowDown} ');
    expect(ticked(list)).toEqual(['José García']);
  });

  it('ticks no one for letters that begin no name', async () => {
    const { list } = await openSheet();
    await userEvent.keyboard('zz ');
    expect(await screen.findByText('No name here begins with “zz”. No one is checked.')).toBeTruthy();
    expect(within(list).queryAllByRole('option', { selected: true })).toEqual([]);
  });

  it('ticks the line whose code is scanned, and never unticks it', async () => {
    const { list } = await openSheet();
    for (let reading = 0; reading < 2; reading += 1) {
      await scanner().keyboard(`${code}{Enter}`);
      await waitFor(() => expect(ticked(list)).toEqual(['Mei Nguyễn']));
    }
    await person().keyboard('{ArrowUp}{ArrowUp} ');
    expect(ticked(list)).toEqual(['José García', 'Mei Nguyễn']);
  });
});

describe('finding a line', () => {
  const people = [ada, jose, keisha, mei, calvin];

  it.each([
    ['g', 0, 1],
    ['garr', 0, 2],
    ['nguyen', 0, 3],
    ["o'b", 0, 4],
    ['cal', 0, 4],
    ['b', 3, 0],
    ['g', 2, 2],
    // Badges 45, 42, 41, 43, 44: the numbers on the paper, not where the lines stand by now.
    ['43', 0, 3],
    ['#45', 3, 0],
    ['4', 0, null],
    ['1', 0, null],
    ['zz', 0, null],
    ['-', 0, null],
  ])('takes %j from line %d for line %j', (text, from, found) => {
    expect(findLine(people, text, from)).toBe(found);
  });

  it('begins a new name after a pause', () => {
    const g = typedSoFar({ text: '', at: 0 }, 'g', 5_000);
    expect(typedSoFar(g, 'a', 6_000).text).toBe('ga');
    expect(typedSoFar(g, 'a', 7_000).text).toBe('a');
  });
});
