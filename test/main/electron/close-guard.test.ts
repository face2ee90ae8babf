import { expect, test } from 'vitest';
import { CloseGuard } from '../../../main/electron/close-guard.ts';

function aGuard() {
  const told: string[] = [];
  const left: boolean[] = [];
  const guard = new CloseGuard({ tell: ({ kind }) => told.push(kind), leave: (wholeApp) => left.push(wholeApp) });
  guard.begin();
  return { guard, told, left };
}

test('a window closes at once while nothing would be lost', () => {
  const { guard, told } = aGuard();
  expect(guard.mayClose(false)).toBe(true);
  expect(told).toEqual([]);
});

test.each([
  ['a window', false],
  ['the app', true],
])('%s with unsaved work stays, has the page ask, and closes when it is told to', (_, isQuitting) => {
  const { guard, told, left } = aGuard();
  guard.holdOpen(['Your changes in Settings are not saved.']);
  expect(guard.mayClose(isQuitting)).toBe(false);
  expect(told).toEqual(['closing']);
  guard.leave();
  expect(left).toEqual([isQuitting]);
  // What ends with the page is said again on its way out.
  guard.holdOpen(['A walk-in is not checked in yet.']);
  expect(guard.mayClose(isQuitting)).toBe(true);
});

test('a page that has crashed keeps no window open', () => {
  const { guard } = aGuard();
  guard.holdOpen(['Your changes in Settings are not saved.']);
  guard.forget();
  expect(guard.mayClose(false)).toBe(true);
});

test('the next window starts with nothing to lose', () => {
  const { guard } = aGuard();
  guard.holdOpen(['Your changes in Settings are not saved.']);
  guard.leave();
  guard.begin();
  guard.holdOpen(['Your changes in Settings are not saved.']);
  expect(guard.mayClose(false)).toBe(false);
});
