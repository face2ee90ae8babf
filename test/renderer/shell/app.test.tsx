import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { perform, writeFile } from '../../../renderer/kit/perform.ts';
import { CivilDate, Instant } from '../../../shared/model/dates.ts';
import { CohortId, CommandId } from '../../../shared/model/ids.ts';
import { Cents } from '../../../shared/model/money.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import { aStatus, type FakeDesk, fakeDesk } from '../fake-desk.ts';
import { expectNoBarriers, openApp } from '../open-app.tsx';

const accepted = CommandId.parse('018f0000-0000-7000-8000-000000000001');
const undone = CommandId.parse('018f0000-0000-7000-8000-000000000002');
const foxtrot = CohortId.parse('018f0000-0000-7000-8000-00000000000f');
const label = 'Accepted 26 applicants';

/** A desk on which nothing waits, where 26 applicants can be accepted and that taken back. */
function aDesk(): FakeDesk {
  const desk = fakeDesk({
    'today.show': () => done({ today: aStatus.today, session: null, steps: [], recent: [] }),
    'cohorts.list': () => done({ cohorts: [], nextName: 'Foxtrot', defaults: { seats: 30, fee: Cents.parse(7500) } }),
    'people.search': () => done([]),
    'history.list': () => done({ total: 0, offset: 0, rows: [] }),
    'program.show': () => refuse('Not in this test.'),
    'applicants.accept': () => {
      desk.answer({ 'desk.status': () => done({ ...aStatus, undo: { commandId: accepted, label } }) });
      desk.tell({ kind: 'changed', tables: ['application'], label, commandId: accepted });
      return done({ accepted: 26 });
    },
    'history.undo': () => {
      desk.answer({ 'desk.status': () => done({ ...aStatus, redo: { commandId: accepted, label } }) });
      desk.tell({ kind: 'changed', tables: ['application'], label: `Undid “${label}”`, commandId: undone });
      return done({ label: `Undid “${label}”` });
    },
    'history.redo': () => done({ label: `Redid “${label}”` }),
  });
  return desk;
}

const accept = () => act(() => perform('applicants.accept', { cohortId: foxtrot, applicationIds: 'within-seats' }));
const words = () => screen.getByRole('status').textContent;

describe('The frame', () => {
  it('shows where the person is, what each screen holds, and that nothing leaves', async () => {
    aDesk();
    await openApp();
    const rail = within(screen.getByRole('navigation', { name: 'Screens' }));
    expect(rail.getByRole('link', { current: 'page' }).textContent).toBe('Today');
    expect(rail.getByRole('link', { name: /Applicants/ }).textContent).toBe('Applicants68');
    expect(rail.getByRole('link', { name: /Re-certification/ }).textContent).toBe('Re-certification14 due');
    expect(screen.getByText('program.db')).toBeTruthy();
    expect(screen.getByText('Not backed up yet')).toBeTruthy();
    expect(screen.getByText('Works offline: nothing leaves this laptop')).toBeTruthy();
    await expectNoBarriers();
  });

  it('says when the last backup was, in words', async () => {
    const desk = aDesk();
    desk.answer({
      'desk.status': () => done({ ...aStatus, lastBackupAt: Instant.parse('2022-10-21T12:40:00.000Z') }),
    });
    await openApp();
    expect(screen.getByText('Backed up Oct 21, 2022, opened and checked')).toBeTruthy();
  });

  it('goes to any screen with one key', async () => {
    aDesk();
    const user = await openApp();
    await user.keyboard('{Control>}7{/Control}');
    expect(await screen.findByRole('heading', { level: 1, name: 'History' })).toBeTruthy();
    await user.keyboard('{Control>}1{/Control}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Today' })).toBeTruthy();
  });

  it('does what the menu bar asks', async () => {
    const desk = aDesk();
    await openApp();
    act(() => desk.tell({ kind: 'menu', command: 'go:history' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'History' })).toBeTruthy();
    act(() => desk.tell({ kind: 'menu', command: 'shortcuts' }));
    expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeTruthy();
  });
});

describe('A screen', () => {
  it('that is reached by a key has the keyboard in its list at once', async () => {
    aDesk();
    const user = await openApp();
    await user.keyboard('{Control>}7{/Control}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('grid', { name: 'What was done' })));
    expect(document.title).toBe('History – Cohort Desk');
  });

  it('takes the keyboard back where what had it is gone', async () => {
    aDesk();
    await openApp('/history');
    const grid = await screen.findByRole('grid', { name: 'What was done' });
    const passing = document.body.appendChild(document.createElement('button'));
    passing.focus();
    act(() => passing.remove());
    await waitFor(() => expect(document.activeElement).toBe(grid));
  });

  it('that breaks says so, and the others still work', async () => {
    const desk = aDesk();
    // @ts-expect-error: an answer that no correct main process gives
    desk.answer({ 'today.show': () => done({ today: 'soon' }) });
    const user = await openApp('/history');
    // What the log file keeps of it; a run of the tests need not print a fault that is meant.
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    await user.keyboard('{Control>}1{/Control}');
    expect(await screen.findByRole('heading', { name: 'Something went wrong on this screen' })).toBeTruthy();
    expect(said).toHaveBeenCalledWith(expect.objectContaining({ message: expect.stringContaining('undefined') }));
    said.mockRestore();
    await user.keyboard('{Control>}7{/Control}');
    expect(await screen.findByRole('heading', { level: 1, name: 'History' })).toBeTruthy();
  });
});

describe('A toast', () => {
  it('says what was done, and its Undo takes back that very command', async () => {
    const desk = aDesk();
    const user = await openApp();
    await accept();
    await waitFor(() => expect(words()).toContain(label));
    await user.click(within(screen.getByRole('status')).getByRole('button', { name: 'Undo' }));
    expect(desk.asked('history.undo')).toEqual([{ commandId: accepted }]);
    await waitFor(() => expect(words()).toContain(`Undid “${label}”`));
    expect(within(screen.getByRole('status')).getByRole('button', { name: 'Redo' })).toBeTruthy();
    expect(screen.getAllByText(`Undid “${label}”`)).toHaveLength(1);
  });

  it('comes of Ctrl Z too, and Ctrl Shift Z brings it back', async () => {
    const desk = aDesk();
    const user = await openApp();
    await accept();
    await user.keyboard('{Control>}z{/Control}');
    expect(desk.asked('history.undo')).toEqual([{ commandId: null }]);
    await waitFor(() => expect(words()).toContain(`Undid “${label}”`));
    await user.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}');
    await waitFor(() => expect(words()).toContain(`Redid “${label}”`));
  });

  it('says a refusal at once, with every reason, and stays until it is closed', async () => {
    const desk = aDesk();
    desk.answer({
      'history.undo': () =>
        refuse(`“${label}” can’t be undone, because later work touched the same records.`, [
          '“Printed 26 certificates”',
        ]),
    });
    const user = await openApp();
    await user.keyboard('{Control>}z{/Control}');
    const refusal = screen.getByRole('alert');
    await waitFor(() => expect(refusal.textContent).toContain('later work touched the same records'));
    expect(refusal.textContent).toContain('“Printed 26 certificates”');
    await user.click(within(refusal).getByRole('button', { name: 'Close this message' }));
    expect(refusal.textContent).toBe('');
  });

  it('that refuses is what Escape closes first, before anything else', async () => {
    const desk = aDesk();
    desk.answer({ 'history.undo': () => refuse('There is nothing to undo.') });
    const user = await openApp();
    await user.keyboard('{Control>}z{/Control}');
    const refusal = screen.getByRole('alert');
    await waitFor(() => expect(refusal.textContent).toContain('There is nothing to undo.'));
    await user.keyboard('{Escape}');
    expect(refusal.textContent).toBe('');
  });

  it('says what a saved file holds and shows it in its folder', async () => {
    const desk = aDesk();
    desk.answer({
      'desk.backUp': () => done({ file: '/home/lead/backups/program-2024-10-21.db', holds: '151 people', notes: [] }),
      'desk.showFile': () => done(null),
    });
    const user = await openApp();
    await act(() => writeFile('desk.backUp', {}));
    expect(words()).toContain('Saved 151 people to program-2024-10-21.db.');
    await user.click(screen.getByRole('button', { name: 'Show in folder' }));
    expect(desk.asked('desk.showFile')).toEqual([{ file: '/home/lead/backups/program-2024-10-21.db' }]);
  });
});

describe('Long work', () => {
  it('that takes a step back is waited for: a second Ctrl Z meanwhile takes back no other step', async () => {
    const desk = aDesk();
    let finish = (): void => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    desk.answer({
      'history.undo': async () => {
        await finished;
        return done({ label: `Undid “${label}”` });
      },
    });
    const user = await openApp();
    await user.keyboard('{Control>}zz{/Control}');
    expect(desk.asked('history.undo')).toHaveLength(1);
    finish();
    await waitFor(() => expect(words()).toContain(`Undid “${label}”`));
    await user.keyboard('{Control>}z{/Control}');
    expect(desk.asked('history.undo')).toHaveLength(2);
  });

  it('shows how far it is and how long it still takes, and can be cancelled', async () => {
    const desk = aDesk();
    desk.answer({ 'desk.cancel': () => done(null) });
    const user = await openApp();
    act(() => desk.tell({ kind: 'progress', label: 'Printing 32 certificates', fraction: 0.25, secondsLeft: 41 }));
    expect(screen.getByRole('progressbar', { name: 'Printing 32 certificates' })).toHaveProperty('value', 0.25);
    expect(screen.getByText('41 seconds left')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(desk.asked('desk.cancel')).toHaveLength(1);
    expect(screen.getByText('Stopping …')).toBeTruthy();
    act(() => desk.tell({ kind: 'progress-ended' }));
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
});

describe('A desk without a program', () => {
  const empty = { ...aStatus, program: null, counts: { ...aStatus.counts, applicants: 0 } };

  it('says what a program is and begins with the lead’s own', async () => {
    const desk = fakeDesk({
      'desk.status': () => done(empty),
      'program.establish': () => {
        desk.answer({ 'desk.status': () => done(aStatus) });
        desk.tell({
          kind: 'changed',
          tables: ['policyVersion', 'course'],
          label: 'Started the program AL-CTO',
          commandId: accepted,
        });
        return done(null);
      },
      'today.show': () => done({ today: CivilDate.parse('2024-10-21'), session: null, steps: [], recent: [] }),
    });
    const user = await openApp();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('There is no program here yet');
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: 'Start AL-CTO' }));
    expect(desk.asked('program.establish')).toEqual([{ program: 'al-cto' }]);
    expect(await screen.findByRole('heading', { level: 1, name: 'Today' })).toBeTruthy();
  });

  it('opens the sample, and says why where it can’t', async () => {
    fakeDesk({
      'desk.status': () => done(empty),
      'program.openSample': () => refuse('The sample’s files are missing. Install Cohort Desk again.'),
    });
    const user = await openApp();
    await user.click(screen.getByRole('button', { name: 'Open the sample program' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('The sample’s files are missing'));
  });
});
