import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { done, refuse } from '../../../shared/model/result.ts';
import { aStatus, fakeDesk } from '../fake-desk.ts';
import { expectNoBarriers, openApp } from '../open-app.tsx';

/** A desk on which no program was started. */
const anEmptyDesk = () =>
  fakeDesk({
    'desk.status': () => done({ ...aStatus, program: null }),
    'people.search': () => done([]),
    'cohorts.list': () => refuse('There is no program yet.'),
    'preferences.set': () => done(null),
    'about.show': () =>
      done({
        version: '0.1.0',
        databaseFile: '/home/lead/program.db',
        forAHelper: ['Cohort Desk 0.1.0'],
        libraries: [],
      }),
  });

it('before there is a program the keys and the menu open Preferences, and a choice holds at once', async () => {
  const desk = anEmptyDesk();
  const user = await openApp();
  await user.keyboard('{Control>},{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Preferences' });
  await expectNoBarriers();
  await user.selectOptions(within(dialog).getByLabelText('Theme'), 'Dark');
  expect(desk.asked('preferences.set')).toEqual([{ theme: 'dark' }]);
  await user.click(within(dialog).getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  act(() => desk.tell({ kind: 'menu', command: 'preferences' }));
  expect(await screen.findByRole('dialog', { name: 'Preferences' })).toBeTruthy();
});

it('before there is a program the menu shows what this app is', async () => {
  const desk = anEmptyDesk();
  await openApp();
  act(() => desk.tell({ kind: 'menu', command: 'about' }));
  const dialog = await screen.findByRole('dialog', { name: 'About Cohort Desk' });
  expect(dialog.textContent).toContain('0.1.0');
});

it('before there is a program the palette finds what can be done: help, files, preferences', async () => {
  anEmptyDesk();
  const user = await openApp();
  await user.keyboard('{Control>}k{/Control}');
  await user.keyboard('dark');
  await user.click(await screen.findByRole('option', { name: /Preferences of this laptop/ }));
  expect(await screen.findByRole('dialog', { name: 'Preferences' })).toBeTruthy();
});
