import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readClock, tick } from '../../../main/log/clock.ts';
import { Instant } from '../../../shared/model/dates.ts';

const device = '0190a1b2-0000-7000-8000-000000000001';
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => Instant.parse(date.toISOString()));

test('every reading sorts after the one before, whatever the wall clock does', () => {
  fc.assert(
    fc.property(fc.array(instant, { minLength: 2, maxLength: 60 }), (walls) => {
      let latest: string | null = null;
      for (const wall of walls) {
        const next: string = tick(latest, wall, device);
        if (latest !== null) expect(next > latest).toBe(true);
        latest = next;
      }
    }),
  );
});

test('stays at the wall clock while that goes forward', () => {
  const first = tick(null, Instant.parse('2024-06-03T14:00:00.000Z'), device);
  const second = tick(first, Instant.parse('2024-06-03T14:00:00.001Z'), device);
  expect(readClock(second)).toEqual({ wall: '2024-06-03T14:00:00.001Z', count: 0, device });
});

test('goes on after 65,536 commands of one millisecond', () => {
  const full = `2024-06-03T14:00:00.000Z-ffff-${device}`;
  const next = tick(full, Instant.parse('2024-06-03T14:00:00.000Z'), device);
  expect(next > full).toBe(true);
  expect(readClock(next)).toEqual({ wall: '2024-06-03T14:00:00.001Z', count: 0, device });
});
