import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openApp } from '../open-app.tsx';
import { openSharedDesk } from '../real-desk.ts';

const morning = '2024-10-21T13:05:00.000Z';

/** A list whose rows can be selected. */
interface SelectableList {
  readonly path: string;
  /** The part of the list that is looked at, where it isn't the first. */
  readonly part?: RegExp;
  /** The key that asks about whom the screen shows as its target, and what is asked of several. */
  readonly keys: string;
  /** Whether the key also asks about the one who is open, while no one is selected. */
  readonly asksOfOne: boolean;
}

const lists = {
  Applicants: { path: '/applicants/FOXTROT', keys: '{Shift>}t{/Shift}', asksOfOne: false },
  'Participants of a cohort': { path: '/cohorts/FOXTROT', keys: 'w', asksOfOne: true },
  Fees: { path: '/fees', keys: 'r', asksOfOne: true },
  Progress: { path: '/progress/FOXTROT', keys: '{Shift>}t{/Shift}', asksOfOne: false },
  Graduates: { path: '/graduates', part: /^Graduates/, keys: '{Shift>}t{/Shift}', asksOfOne: false },
  'Re-certification': { path: '/recertification', keys: 'r', asksOfOne: true },
  'Published list': { path: '/published', keys: 'o', asksOfOne: true },
  'People of a session': { path: '/attendance/SESSION', keys: 'x', asksOfOne: true },
  Letters: { path: '/letters/FOXTROT', keys: 'w', asksOfOne: false },
} as const satisfies Readonly<Record<string, SelectableList>>;

const desk = openSharedDesk(morning);
const ids = { FOXTROT: '', SESSION: '' };

beforeAll(async () => {
  await desk.call('program.openSample', {});
  const { cohorts } = await desk.call('cohorts.list', {});
  const cohortId = cohorts.find(({ name }) => name === 'Foxtrot')?.id;
  if (!cohortId) throw new Error('The sample has no Foxtrot.');
  await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  const sessions = await desk.call('attendance.sessions', { cohortId });
  const sessionId = sessions.find(({ heldOn }) => heldOn === '2024-10-21')?.id;
  if (!sessionId) throw new Error('The sample has no session on this day.');
  ids.FOXTROT = cohortId;
  ids.SESSION = sessionId;
});
beforeEach(() => desk.putOnWindow());

const rowsShown = () =>
  screen
    .getAllByRole('row')
    .filter((row) => row.getAttribute('aria-busy') === null && within(row).queryAllByRole('gridcell').length > 0);

/** The row at a place, counted from one. */
function rowAt(place: number): HTMLElement {
  const row = rowsShown()[place - 1];
  if (!row) throw new Error(`There is no row ${place}.`);
  return row;
}

/** The name in a row: what the inspector is titled with. */
const nameIn = (row: HTMLElement): string =>
  within(row)
    .getAllByRole('gridcell')
    .map(({ textContent }) => textContent)
    .find((text) => / /.test(text)) ?? '';

const selected = () =>
  rowsShown()
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map(nameIn);

/** Whom the screen shows as its target: the inspector's words, or those over the letter. */
const target = () =>
  (screen.queryByRole('complementary') ?? screen.getByRole('region', { name: 'The letter' })).textContent;

/** What asks before anything is done. */
const question = (): Promise<HTMLElement> =>
  waitFor(() => screen.queryByRole('dialog') ?? screen.getByRole('alertdialog'));

async function openList({ path, part }: SelectableList): Promise<UserEvent> {
  const user = await openApp(path.replace('FOXTROT', ids.FOXTROT).replace('SESSION', ids.SESSION));
  if (part) await user.click(await screen.findByRole('radio', { name: part }));
  await waitFor(() => expect(rowsShown().length).toBeGreaterThan(3));
  return user;
}

async function clickWithCtrl(user: UserEvent, place: number): Promise<void> {
  await user.keyboard('{Control>}');
  await user.click(rowAt(place));
  await user.keyboard('{/Control}');
}

describe.each(Object.entries<SelectableList>(lists))('%s', (name, list) => {
  test('Ctrl+click keeps the row that was clicked before, and the screen says that several are selected', async () => {
    const user = await openList(list);
    const [one, other] = [nameIn(rowAt(1)), nameIn(rowAt(3))];
    await user.click(rowAt(1));
    await waitFor(() => expect(target()).toContain(one));
    expect(selected()).toEqual([]);
    await clickWithCtrl(user, 3);
    await waitFor(() => expect(target()).toContain('2 selected'));
    expect(selected()).toEqual([one, other]);
    expect(
      rowsShown().filter(
        (row) => row.getAttribute('aria-current') === 'true' && row.getAttribute('aria-selected') !== 'true',
      ),
    ).toEqual([]);
  });

  test('Escape clears the selection, and then the inspector is about the one who is open again', async () => {
    const user = await openList(list);
    await user.click(rowAt(1));
    await clickWithCtrl(user, 3);
    await waitFor(() => expect(selected()).toHaveLength(2));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(selected()).toEqual([]));
    await waitFor(() => expect(target()).toContain(nameIn(rowAt(1))));
    expect(target()).not.toContain('selected');
  });

  test('Escape clears a selection also while no inspector is open', async () => {
    const user = await openList(list);
    await clickWithCtrl(user, 2);
    await clickWithCtrl(user, 3);
    // Letters shows the first one’s letter from the beginning, and keeps them.
    await waitFor(() => expect(selected()).toHaveLength(name === 'Letters' ? 3 : 2));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(selected()).toEqual([]));
  });

  test('an action is about whom the screen shows as its target', async () => {
    const user = await openList(list);
    const [one, other, third] = [nameIn(rowAt(1)), nameIn(rowAt(2)), nameIn(rowAt(3))];
    await user.click(rowAt(2));
    await waitFor(() => expect(target()).toContain(other));
    if (list.asksOfOne) {
      await user.keyboard(list.keys);
      expect((await question()).textContent).toContain(other);
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    }
    // Someone else is selected by the keyboard, and the inspector goes along.
    await user.click(rowAt(1));
    await clickWithCtrl(user, 3);
    await clickWithCtrl(user, 1);
    await waitFor(() => expect(selected()).toEqual([third]));
    await waitFor(() => expect(target()).toContain(third));
    await user.keyboard(list.keys);
    const asked = await question();
    expect(asked.textContent).toContain(name === 'Letters' ? 'Write 1 ' : third);
    for (const stranger of [one, other]) expect(asked.textContent).not.toContain(stranger);
    await user.keyboard('{Escape}');
  });

  test('the name, address, phone, position, and school system of whoever is shown can be corrected there', async () => {
    const user = await openList(list);
    await user.click(rowAt(2));
    await waitFor(() => expect(target()).toContain(nameIn(rowAt(2))));
    const buttons = await screen.findAllByRole('button', { name: /^Correct(…| name or contact…| the record of)/ });
    // An applicant’s facts are corrected beside the person’s record.
    const [button] = buttons.toSorted((a, b) => (b.textContent ?? '').length - (a.textContent ?? '').length);
    if (!button) throw new Error('Nothing can be corrected here.');
    await user.click(button);
    for (const field of ['First name', 'Last name', 'E-mail', 'Phone', 'Job title', 'School system'])
      expect(await screen.findByLabelText(field)).toBeTruthy();
  });

  test('a double click selects no text, and its second half does nothing to the row that came up under it', async () => {
    const user = await openList(list);
    const cell = within(rowAt(2))
      .getAllByRole('gridcell')
      .find(({ textContent }) => textContent === nameIn(rowAt(2)));
    if (!cell) throw new Error('The row has no name.');
    await user.dblClick(cell);
    expect(document.getSelection()?.toString() ?? '').toBe('');
    await waitFor(() => expect(target()).toContain(nameIn(rowAt(2))));
    const under = rowAt(4);
    fireEvent.mouseDown(rowAt(2), { detail: 1 });
    for (const type of ['mouseDown', 'mouseUp', 'click', 'doubleClick'] as const) fireEvent[type](under, { detail: 2 });
    expect(under.getAttribute('aria-current')).toBeNull();
    expect(target()).not.toContain(nameIn(under));
  });
});
