import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Cents } from '../../../../shared/model/money.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import { aStatus, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const aDesk = (status: Partial<typeof aStatus> = {}) =>
  fakeDesk({
    'desk.status': () => done({ ...aStatus, ...status }),
    'today.show': () => done({ today: aStatus.today, session: null, steps: [], recent: [] }),
    'cohorts.list': () => done({ cohorts: [], nextName: 'Foxtrot', defaults: { seats: 30, fee: Cents.parse(7500) } }),
    'people.search': () => done([]),
    'history.list': () => done({ total: 0, offset: 0, rows: [] }),
    'program.show': () => refuse('Not in this test.'),
  });

const help = () => screen.findByRole('dialog', { name: 'Help' });

it('F1 opens the page about the screen, which stays as it is', async () => {
  aDesk();
  const user = await openApp('/history');
  await user.keyboard('{F1}');
  within(await help()).getByRole('article', { name: 'Undo and history' });
  await expectNoBarriers();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('heading', { level: 1, name: 'History' })).toBeTruthy();
});

it('a link leads to its page, and Back leads back', async () => {
  aDesk();
  const user = await openApp('/today');
  await user.keyboard('{F1}');
  const dialog = await help();
  await user.click(within(dialog).getAllByRole('button', { name: 'Undo and history' }).at(-1) ?? dialog);
  within(dialog).getByRole('article', { name: 'Undo and history' });
  await user.click(within(dialog).getByRole('button', { name: 'Back' }));
  within(dialog).getByRole('article', { name: 'Find your way around' });
});

it('a word narrows the list of pages, and Enter opens the first', async () => {
  aDesk();
  const user = await openApp();
  await user.keyboard('{F1}');
  const dialog = await help();
  await user.keyboard('stick');
  const list = within(dialog).getByRole('navigation', { name: 'Pages of the help' });
  expect(within(list).getAllByRole('button')[0]?.textContent).toBe('Backups and restore');
  await user.keyboard('{Enter}');
  within(dialog).getByRole('article', { name: 'Backups and restore' });
  // Escape takes back what was typed first.
  await user.keyboard('{Escape}');
  expect(within(list).getAllByRole('button').length).toBeGreaterThan(5);
  await user.keyboard('zeppelin');
  expect(list.textContent).toContain('No page has all these words.');
  expect(within(dialog).getByRole('status').textContent).toBe('0 pages');
});

it('the palette finds a page by what people call it', async () => {
  aDesk();
  const user = await openApp();
  await user.keyboard('{Control>}k{/Control}diploma');
  await user.click(await screen.findByRole('option', { name: /^Help: Graduate a cohort/ }));
  within(await help()).getByRole('article', { name: 'Graduate a cohort' });
});

it('the menu opens it, and before there is a program it says how to start', async () => {
  const desk = aDesk({ program: null });
  await openApp();
  act(() => desk.tell({ kind: 'menu', command: 'help' }));
  within(await help()).getByRole('article', { name: 'Start a program' });
});

it('Ctrl P prints the page that is open, and nothing else of the window', async () => {
  aDesk();
  HTMLImageElement.prototype.decode = async () => undefined;
  const printed: string[] = [];
  vi.stubGlobal('print', () => printed.push(document.querySelector('body > .print-pages h3')?.textContent ?? ''));
  const user = await openApp('/history');
  await user.keyboard('{F1}');
  await help();
  await user.keyboard('{Control>}p{/Control}');
  await waitFor(() => expect(printed).toEqual(['Undo and history']));
  await waitFor(() => expect(document.querySelector('.print-pages')).toBeNull());
});
