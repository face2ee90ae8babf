import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { useTicks } from '../../../renderer/features/attendance/store.ts';
import { useImport } from '../../../renderer/features/imports/store.ts';
import { useDraft } from '../../../renderer/features/program/store.ts';
import alCto from '../../../resources/programs/al-cto.json' with { type: 'json' };
import { PersonId, SessionId } from '../../../shared/model/ids.ts';
import { Cents } from '../../../shared/model/money.ts';
import { Policy } from '../../../shared/model/program.ts';
import { done } from '../../../shared/model/result.ts';
import type { ImportReading } from '../../../shared/views/imports.ts';
import { fakeDesk } from '../fake-desk.ts';
import { expectNoBarriers, openApp } from '../open-app.tsx';

const aDesk = () =>
  fakeDesk({
    'program.show': () => done(null),
    'cohorts.list': () => done({ cohorts: [], nextName: 'Foxtrot', defaults: { seats: 30, fee: Cents.parse(7_500) } }),
    'desk.closeWindow': () => done(null),
  });
/** A file that was read, with what a person chose for its columns. */
const aReading: ImportReading = {
  readingId: 'r1',
  file: 'form.csv',
  format: 'csv',
  encoding: 'utf-8',
  kind: 'applications',
  sheets: [],
  mappings: [],
  recognized: null,
  notes: [],
};
const typed = 'What you entered in “Add cohort” is not saved yet.';
const lastHeld = (desk: ReturnType<typeof aDesk>) => desk.asked('desk.holdOpen').at(-1)?.because;

describe('Closing the window', () => {
  test('is held by nothing while nothing would be lost', async () => {
    const desk = aDesk();
    await openApp('/cohorts');
    await waitFor(() => expect(lastHeld(desk)).toEqual([]));
  });

  test('is held by changes in Settings until they are discarded, on whatever screen', async () => {
    const desk = aDesk();
    await openApp('/cohorts');
    const policy = Policy.parse(alCto);
    act(() => {
      useDraft.getState().begin(policy);
      useDraft.getState().edit(({ fee }) => ({ fee: { ...fee, amount: Cents.parse(8_000) } }));
    });
    await waitFor(() => expect(lastHeld(desk)).toEqual(['Your changes in Settings are not saved.']));
    act(() => useDraft.getState().discard());
    await waitFor(() => expect(lastHeld(desk)).toEqual([]));
  });

  test('is held by what was chosen for an import until it is done or dropped', async () => {
    const desk = aDesk();
    await openApp('/cohorts');
    act(() => useImport.setState({ reading: aReading, touched: true }));
    await waitFor(() =>
      expect(lastHeld(desk)).toEqual(['What you chose for the import of form.csv is not imported yet.']),
    );
    act(() => useImport.setState({ reading: null, touched: false }));
    await waitFor(() => expect(lastHeld(desk)).toEqual([]));
  });

  test('is held by people who are checked off on a sign-in sheet until they are marked', async () => {
    const desk = aDesk();
    await openApp('/cohorts');
    const session = SessionId.parse('018f0000-0000-7000-8000-000000000001');
    const person = PersonId.parse('018f0000-0000-7000-8000-000000000002');
    act(() => useTicks.getState().tick(session, new Set([person])));
    await waitFor(() =>
      expect(lastHeld(desk)).toEqual(['People are checked off on a sign-in sheet but not marked present yet.']),
    );
    act(() => useTicks.getState().tick(session, new Set()));
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
