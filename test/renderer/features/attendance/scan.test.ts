import { describe, expect, it } from 'vitest';
import { isScan } from '../../../../renderer/features/attendance/scan.ts';

const every = (pause: number, count: number) => Array.from({ length: count }, (_, at) => at * pause);

describe('telling a scanner from a hand', () => {
  it('takes a run of keys a few milliseconds apart for a scanner', () => {
    expect(isScan(every(8, 6))).toBe(true);
  });

  it('takes a fast typist for a hand', () => {
    expect(isScan(every(70, 8))).toBe(false);
  });

  it('takes three fast letters for a hand: no code is so short', () => {
    expect(isScan(every(2, 3))).toBe(false);
  });

  it('takes a run with one long pause for a hand', () => {
    expect(isScan([0, 2, 4, 6, 8, 10, 210])).toBe(false);
  });
});
