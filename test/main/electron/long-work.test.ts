import { expect, test } from 'vitest';
import { LongWork } from '../../../main/electron/long-work.ts';
import type { DeskEvent } from '../../../shared/events.ts';

function outside(isInBackground: boolean) {
  const said: unknown[] = [];
  const work = new LongWork({
    bar: (fraction) => said.push(fraction),
    isInBackground: () => isInBackground,
    notify: (text) => said.push(text),
  });
  return { said, hear: (...events: DeskEvent[]) => events.forEach((event) => void work.hear(event)) };
}

const progress = (fraction: number | null): DeskEvent => ({
  kind: 'progress',
  label: 'Importing 900 rows',
  fraction,
  secondsLeft: null,
});
const ended: DeskEvent = { kind: 'progress-ended' };

test('long work fills the bar in the taskbar, which goes with its end', () => {
  const { said, hear } = outside(false);
  hear(progress(null), progress(0.5), ended);
  expect(said).toEqual([null, 0.5, 'none']);
});

test('the end is said where no one looks at the window, once', () => {
  const { said, hear } = outside(true);
  hear(progress(0.9), ended, ended);
  expect(said).toEqual([0.9, 'none', '“Importing 900 rows” has ended.']);
});
