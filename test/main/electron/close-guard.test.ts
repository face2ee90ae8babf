import { describe, expect, test } from 'vitest';
import { CloseGuard } from '../../../main/electron/close-guard.ts';
import type { DeskEvent } from '../../../shared/events.ts';
import { done, refuse } from '../../../shared/model/result.ts';

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

describe('opening another database', () => {
  const opening = () => {
    const told: DeskEvent[] = [];
    const left: boolean[] = [];
    return { told, left, guard: new CloseGuard({ tell: (event) => told.push(event), leave: (all) => left.push(all) }) };
  };

  test('goes on at once where nothing would be lost', async () => {
    const { guard, told } = opening();
    expect(await guard.whenFree(async () => refuse('It is damaged.'))).toEqual(refuse('It is damaged.'));
    expect(told).toEqual([]);
  });

  test('waits for the page to ask, and then goes on instead of closing', async () => {
    const { guard, told, left } = opening();
    let went = 0;
    guard.holdOpen(['A letter is half written.']);
    const next = async () => {
      went += 1;
      return done(null);
    };
    expect(await guard.whenFree(next)).toEqual(done(null));
    expect([went, told]).toEqual([0, [{ kind: 'closing', opensAnother: true }]]);
    guard.leave();
    expect([went, left]).toEqual([1, []]);
  });

  test('that is refused after all is said, and the page still keeps the window open', async () => {
    const { guard, told } = opening();
    guard.holdOpen(['A letter is half written.']);
    await guard.whenFree(async () => refuse('It is damaged.'));
    guard.leave();
    await expect.poll(() => told.at(-1)).toEqual({ kind: 'refused', problem: refuse('It is damaged.').problem });
    expect(guard.mayClose(false)).toBe(false);
  });

  test('is forgotten once someone closes the window instead', async () => {
    const { guard, left } = opening();
    guard.holdOpen(['A letter is half written.']);
    await guard.whenFree(async () => done(null));
    guard.mayClose(true);
    guard.leave();
    expect(left).toEqual([true]);
  });
});
