import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Instant } from '../../../../shared/model/dates.ts';
import { CommandId } from '../../../../shared/model/ids.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { HistoryRow } from '../../../../shared/views/history.ts';
import { aStatus, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const idOf = (at: number) => CommandId.parse(`018f0000-0000-7000-8000-00000000000${at}`);
const at = Instant.parse('2024-10-21T13:05:00.000Z');
const device = 'Stacy’s laptop';
const steps: readonly HistoryRow[] = [
  {
    commandId: idOf(3),
    label: 'Undid “Accepted 26 applicants”',
    at,
    who: 'Mara Lindqvist',
    device,
    entries: 26,
    state: 'undo',
    undoneBy: null,
  },
  {
    commandId: idOf(2),
    label: 'Accepted 26 applicants',
    at,
    who: 'Mara Lindqvist',
    device,
    entries: 26,
    state: 'undone',
    undoneBy: idOf(3),
  },
  {
    commandId: idOf(1),
    label: 'Imported 70 applications to Foxtrot',
    at,
    who: 'Mara Lindqvist',
    device,
    entries: 223,
    state: 'done',
    undoneBy: null,
  },
];

const openHistory = (path = '/history') => {
  const desk = fakeDesk({
    'desk.status': () => done({ ...aStatus, redo: { commandId: idOf(2), label: 'Accepted 26 applicants' } }),
    'history.list': ({ search = '' }) => {
      const rows = steps.filter(({ label }) => label.includes(search));
      return done({ total: rows.length, offset: 0, rows });
    },
    'history.show': ({ commandId }) => {
      const row = steps.find((step) => step.commandId === commandId);
      const sentences = ['Renée McAllister: new here', 'Renée McAllister: applied to Foxtrot'];
      return row ? done({ row, sentences, more: 221 }) : refuse('That step is not in this program’s history.');
    },
    'history.undo': ({ commandId }) =>
      commandId === idOf(3)
        ? done({ label: 'Redid “Accepted 26 applicants”' })
        : refuse('“Imported 70 applications” can’t be undone, because later work touched the same records.', [
            '“Accepted 26 applicants”',
          ]),
    'history.redo': () => done({ label: 'Redid “Accepted 26 applicants”' }),
  });
  return { desk, opened: openApp(path) };
};

describe('History', () => {
  it('reads like sentences, newest first, and says what is in effect', async () => {
    await openHistory().opened;
    const rows = within(await screen.findByRole('grid', { name: 'What was done' })).getAllByRole('row');
    expect(rows.slice(1).map((row) => within(row).getAllByRole('gridcell')[5]?.textContent)).toEqual([
      'Undo',
      'Undone',
      'In effect',
    ]);
    expect(within(rows[3] ?? document.body).getByText('Oct 21, 2024, 8:05 AM')).toBeTruthy();
    expect(within(rows[3] ?? document.body).getByText('Mara Lindqvist')).toBeTruthy();
    expect(screen.getByText('3 steps, newest first')).toBeTruthy();
  });

  it('shows what a step changed, and refuses to take it back with the reason', async () => {
    const { desk, opened } = openHistory();
    const user = await opened;
    await user.click(await screen.findByText('Imported 70 applications to Foxtrot'));
    const inspector = within(await screen.findByRole('complementary', { name: 'Imported 70 applications to Foxtrot' }));
    expect(inspector.getByText('Renée McAllister: applied to Foxtrot')).toBeTruthy();
    expect(inspector.getByText('and 221 more like these')).toBeTruthy();
    await expectNoBarriers();
    await user.click(inspector.getByRole('button', { name: 'Undo this step' }));
    expect(desk.asked('history.undo')).toEqual([{ commandId: idOf(1) }]);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('later work touched the same records'));
  });

  it('opens the step that Today asks for', async () => {
    await openHistory(`/history?open=${idOf(1)}`).opened;
    await screen.findByRole('complementary', { name: 'Imported 70 applications to Foxtrot' });
  });

  it('does again any step that was undone, from its own row', async () => {
    const { desk, opened } = openHistory();
    const user = await opened;
    await user.click(await screen.findByText('Accepted 26 applicants'));
    await user.click(await screen.findByRole('button', { name: 'Redo this step' }));
    expect(desk.asked('history.undo')).toEqual([{ commandId: idOf(3) }]);
    const toasts = await screen.findAllByRole('status');
    await waitFor(() =>
      expect(toasts.map(({ textContent }) => textContent)).toContainEqual(
        expect.stringContaining('Redid “Accepted 26 applicants”'),
      ),
    );
    const toast = toasts.find(({ textContent }) => textContent?.includes('Redid'));
    await user.click(within(toast ?? document.body).getByRole('button', { name: 'Undo' }));
    expect(desk.asked('history.undo').at(-1)).toEqual({ commandId: idOf(2) });
  });

  it('is opened and closed by keyboard alone, and the keyboard stays in the list', async () => {
    const { opened } = openHistory();
    const user = await opened;
    const grid = await screen.findByRole('grid');
    grid.focus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByRole('complementary', { name: 'Accepted 26 applicants' })).toBeTruthy();
    await user.keyboard('{ArrowDown}');
    expect(await screen.findByRole('complementary', { name: 'Imported 70 applications to Foxtrot' })).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(grid);
  });

  it('is searched from the key /, and Escape brings everything back', async () => {
    const { opened } = openHistory();
    const user = await opened;
    await screen.findByText('Imported 70 applications to Foxtrot');
    await user.keyboard('/');
    await user.keyboard('Imported');
    await waitFor(() => expect(screen.queryByText('Accepted 26 applicants')).toBeNull());
    await user.keyboard(' nothing');
    expect(await screen.findByText('No step matches “Imported nothing”')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(await screen.findByText('Accepted 26 applicants')).toBeTruthy();
  });
});
