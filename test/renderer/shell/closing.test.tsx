import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { Cents } from '../../../shared/model/money.ts';
import { done } from '../../../shared/model/result.ts';
import { fakeDesk } from '../fake-desk.ts';
import { expectNoBarriers, openApp } from '../open-app.tsx';

const aDesk = () =>
  fakeDesk({
    'program.show': () => done(null),
    'cohorts.list': () => done({ cohorts: [], nextName: 'Foxtrot', defaults: { seats: 30, fee: Cents.parse(7_500) } }),
    'desk.closeWindow': () => done(null),
  });
const typed = 'What you entered in “Add cohort” is not saved yet.';
const lastHeld = (desk: ReturnType<typeof aDesk>) => desk.asked('desk.holdOpen').at(-1)?.because;

describe('Closing the window', () => {
  test('is held by nothing while nothing would be lost', async () => {
    const desk = aDesk();
    await openApp('/cohorts');
    await waitFor(() => expect(lastHeld(desk)).toEqual([]));
  });

  test('is held by long work until it ends', async () => {
    const desk = aDesk();
    await openApp('/cohorts');
    const label = 'Importing 5,000 applications';
    act(() => desk.tell({ kind: 'progress', label, fraction: 0.5, secondsLeft: 4 }));
    await waitFor(() =>
      expect(lastHeld(desk)).toEqual([`“${label}” is still running. Closing stops it, and nothing of it is kept.`]),
    );
    act(() => desk.tell({ kind: 'progress-ended' }));
    await waitFor(() => expect(lastHeld(desk)).toEqual([]));
  });

  test('goes on by itself when the work that it asks about ends', async () => {
    const desk = aDesk();
    await openApp('/cohorts');
    act(() => desk.tell({ kind: 'progress', label: 'Importing 5,000 applications', fraction: 0.5, secondsLeft: 4 }));
    act(() => desk.tell({ kind: 'closing', opensAnother: false }));
    await screen.findByRole('alertdialog', { name: 'Close Cohort Desk?' });
    expect(desk.asked('desk.closeWindow')).toEqual([]);
    act(() => desk.tell({ kind: 'progress-ended' }));
    await waitFor(() => expect(desk.asked('desk.closeWindow')).toHaveLength(1));
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  test('is held by a dialog once something was typed in it, and so is a press beside it', async () => {
    const desk = aDesk();
    const user = await openApp('/cohorts?new=cohort');
    const dialog = await screen.findByRole('dialog', { name: 'Add cohort' });
    expect(lastHeld(desk) ?? []).toEqual([]);
    await user.type(within(dialog).getByLabelText('Name'), 'x');
    await waitFor(() => expect(lastHeld(desk)).toEqual([typed]));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(lastHeld(desk)).toEqual([]));
  });

  test('asks, says what would be lost, and goes on only when told to', async () => {
    const desk = aDesk();
    const user = await openApp('/cohorts?new=cohort');
    await user.type(within(await screen.findByRole('dialog')).getByLabelText('Name'), 'x');
    act(() => desk.tell({ kind: 'closing', opensAnother: false }));
    const question = await screen.findByRole('alertdialog', { name: 'Close Cohort Desk?' });
    expect(within(question).getByText(typed)).toBeTruthy();
    await expectNoBarriers();
    await user.click(within(question).getByRole('button', { name: 'Keep it open' }));
    expect(desk.asked('desk.closeWindow')).toEqual([]);
    act(() => desk.tell({ kind: 'closing', opensAnother: false }));
    await user.click(await screen.findByRole('button', { name: 'Close anyway' }));
    await waitFor(() => expect(desk.asked('desk.closeWindow')).toHaveLength(1));
  });
});
