import { act, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { DeskCheckView } from '../../../../shared/views/desk-check.ts';
import { type Answers, aStatus, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const hash = '21f7bce87065d2310bb2f13d6ec340b4604cf89120d5bcaac4953e40e9f7141f';
const whole: DeskCheckView = {
  outcome: 'whole',
  sentence: 'Everything is as it should be: the file is fine, and all 3,120 records match the log.',
  next: null,
  repair: null,
  differences: [],
  more: 0,
  compared: { rows: 3_120, entries: 3_500, hash },
};
const changed: DeskCheckView = {
  outcome: 'differs',
  sentence: '60 things in this file are not as they should be. Cohort Desk did not write them that way.',
  next: 'Someone changed the file with another program. Open your latest backup.',
  repair: null,
  differences: [
    {
      about: 'record',
      table: 'person',
      id: '1',
      record: 'Renée McAllister',
      field: 'e-mail',
      log: 'renee@example.org',
      desk: 'thief@example.org',
      sentence: 'Renée McAllister, e-mail: the log says renee@example.org, the table says thief@example.org.',
    },
  ],
  more: 59,
  compared: { rows: 3_120, entries: 3_500, hash },
};

const aDesk = (answers: Answers) =>
  fakeDesk({
    'today.show': () => done({ today: aStatus.today, session: null, steps: [], recent: [] }),
    'people.search': () => done([]),
    'cohorts.list': () => done({ cohorts: [], nextName: 'Foxtrot', defaults: { seats: 30, fee: 7_500 as never } }),
    ...answers,
  });

describe('Checking the desk', () => {
  it('starts from the menu, and shows that all is well with the fingerprint of all records', async () => {
    const desk = aDesk({ 'desk.check': () => done(whole) });
    await openApp();
    act(() => desk.tell({ kind: 'menu', command: 'check-desk' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Check this desk' }));
    expect(dialog.getByText(whole.sentence)).toBeTruthy();
    expect(dialog.getByText(hash)).toBeTruthy();
    await expectNoBarriers();
  });

  it('starts from the palette, and lists what differs and what to do', async () => {
    aDesk({ 'desk.check': () => done(changed) });
    const user = await openApp();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'check this');
    await screen.findByRole('option', { name: /Check this desk/ });
    await user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Check this desk' }));
    expect(dialog.getByRole('alert').textContent).toContain(changed.sentence);
    expect(dialog.getByRole('alert').textContent).toContain('Open your latest backup.');
    expect(dialog.getByText(/the log says renee@example.org, the table says thief@example.org/)).toBeTruthy();
    expect(dialog.getByText('And 59 more like these.')).toBeTruthy();
    await expectNoBarriers();
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    // What is known to be wrong stays in sight.
    await user.click(screen.getByRole('button', { name: 'File changed' }));
    expect(screen.getByRole('dialog', { name: 'Check this desk' })).toBeTruthy();
  });

  it('makes the search again where nothing else is wrong, and checks again', async () => {
    const [first] = changed.differences;
    const differences = first ? [{ ...first, about: 'search' as const }] : [];
    const lost: DeskCheckView = { ...changed, more: 0, repair: 'search', differences };
    const desk = aDesk({ 'desk.check': () => done(lost), 'desk.rebuildSearch': () => done({ people: 3 }) });
    const user = await openApp();
    act(() => desk.tell({ kind: 'menu', command: 'check-desk' }));
    const button = await screen.findByRole('button', { name: 'Rebuild the search' });
    desk.answer({ 'desk.check': () => done(whole) });
    await user.click(button);
    expect(await screen.findByText(whole.sentence)).toBeTruthy();
    expect(desk.asked('desk.rebuildSearch')).toEqual([{}]);
  });

  it('restores records from the log where the log is whole, checks again, and says what was done', async () => {
    const desk = aDesk({
      'desk.check': () => done({ ...changed, repair: 'records' as const }),
      'desk.restoreRecords': () => done({ records: 60, copy: '/backups/program before restoring 2024-06-03.db' }),
    });
    const user = await openApp();
    act(() => desk.tell({ kind: 'menu', command: 'check-desk' }));
    const button = await screen.findByRole('button', { name: 'Restore from the log' });
    desk.answer({ 'desk.check': () => done(whole) });
    await user.click(button);
    expect(
      await screen.findByText(/^Restored 60 records from the log\..*before restoring 2024-06-03\.db”\.$/),
    ).toBeTruthy();
    expect(screen.getByText(whole.sentence)).toBeTruthy();
    expect(desk.asked('desk.restoreRecords')).toEqual([{}]);
    await expectNoBarriers();
  });

  it('offers no restoring where the log itself was changed', async () => {
    const desk = aDesk({ 'desk.check': () => done(changed) });
    await openApp();
    act(() => desk.tell({ kind: 'menu', command: 'check-desk' }));
    await screen.findByRole('dialog', { name: 'Check this desk' });
    expect(screen.queryByRole('button', { name: 'Restore from the log' })).toBeNull();
  });

  it('says why it was not finished', async () => {
    const desk = aDesk({ 'desk.check': () => refuse('Canceled: the check was not finished.') });
    await openApp();
    act(() => desk.tell({ kind: 'menu', command: 'check-desk' }));
    expect(await screen.findByText('Canceled: the check was not finished.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('The look at the file after the start', () => {
  async function started(found: DeskCheckView) {
    const desk = aDesk({ 'desk.quickCheck': () => done(found) });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    await openApp();
    expect(desk.asked('desk.quickCheck')).toEqual([]);
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(desk.asked('desk.quickCheck')).toEqual([{}]);
  }

  it('says nothing where all is well', async () => {
    await started(whole);
    expect(screen.queryByRole('button', { name: /^File/ })).toBeNull();
    expect(screen.getByRole('alert').textContent).toBe('');
  });

  it('says that the file is damaged and what to do, and keeps it in the status bar', async () => {
    await started({
      ...whole,
      outcome: 'damaged',
      sentence: 'This file is damaged, so its records could not all be checked.',
      next: 'Stop working in this file and keep it as it is. Open your latest backup, and check that one too.',
      compared: null,
    });
    const said = await screen.findByRole('alert');
    expect(said.textContent).toContain('This file is damaged');
    expect(said.textContent).toContain('Open your latest backup');
    expect(screen.getByRole('button', { name: 'File damaged' })).toBeTruthy();
  });
});
