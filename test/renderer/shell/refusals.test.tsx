import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sayDone, sayRefused } from '../../../renderer/kit/toast-store.ts';
import { Cents } from '../../../shared/model/money.ts';
import { done } from '../../../shared/model/result.ts';
import { fakeDesk } from '../fake-desk.ts';
import { openApp } from '../open-app.tsx';

const refusal = (sentence: string) => act(() => sayRefused({ sentence, reasons: [] }));
const refusals = () => screen.getByRole('alert').textContent;
const open = () => {
  fakeDesk({
    'program.show': () => done(null),
    'cohorts.list': () => done({ cohorts: [], nextName: 'Foxtrot', defaults: { seats: 30, fee: Cents.parse(7_500) } }),
    'history.list': () => done({ rows: [], total: 0, offset: 0 }),
  });
  return openApp('/cohorts');
};

test('Refusals don’t pile up: the last one stands', async () => {
  await open();
  refusal('The folder is read-only.');
  refusal('The disk is full.');
  expect(refusals()).toBe('The disk is full.');
});

test('A refusal ends once something is done', async () => {
  await open();
  refusal('The disk is full.');
  act(() => sayDone('Backed up'));
  expect(refusals()).toBe('');
});

test('A refusal ends with the screen on which it came up', async () => {
  const user = await open();
  refusal('The disk is full.');
  await user.click(screen.getByRole('link', { name: /History/ }));
  await screen.findByRole('heading', { level: 1, name: 'History' });
  expect(refusals()).toBe('');
});

test('A refusal has room of its own, and gives it back', async () => {
  await open();
  const room = () => document.documentElement.style.getPropertyValue('--toast-room');
  refusal('The disk is full.');
  expect(Number.parseInt(room(), 10)).toBeGreaterThan(0);
  act(() => sayDone('Backed up'));
  expect(room()).toBe('0px');
});
