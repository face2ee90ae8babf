import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';

let clock = 0;

/** Keys so many milliseconds apart by the clock of their events, however slow the machine is that runs the test. */
function keysApart(pause: number) {
  const times = new WeakMap<Event, number>();
  // Someone else has the keys after a pause.
  clock += 1_000;
  vi.spyOn(Event.prototype, 'timeStamp', 'get').mockImplementation(function (this: Event) {
    const known = times.get(this);
    if (known !== undefined) return known;
    clock += pause;
    times.set(this, clock);
    return clock;
  });
  return userEvent.setup({ delay: null });
}
/** Types as a person does. */
export const person = () => keysApart(90);
/** Types as a scanner does. */
export const scanner = () => keysApart(6);
