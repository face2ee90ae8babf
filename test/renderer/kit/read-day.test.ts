import { describe, expect, it } from 'vitest';
import { readDay } from '../../../renderer/kit/fields/read-day.ts';
import { CivilDate, sayDay } from '../../../shared/model/dates.ts';

const today = CivilDate.parse('2024-11-23');

describe('A day in a field', () => {
  it.each([
    ['2024-10-21', '2024-10-21'],
    ['10/21/2024', '2024-10-21'],
    ['10/21/24', '2024-10-21'],
    ['10/21', '2024-10-21'],
    ['Oct 21, 2024', '2024-10-21'],
    ['October 21 2024', '2024-10-21'],
    ['oct 21', '2024-10-21'],
    ['21 Oct 2024', '2024-10-21'],
    ['June 1st, 2022', '2022-06-01'],
    ['2/29/2024', '2024-02-29'],
    [sayDay(CivilDate.parse('2024-10-21')), '2024-10-21'],
  ])('%s is understood', (text, day) => {
    expect(readDay(text, today)).toBe(day);
  });

  it.each(['', 'soon', '21/10/2024', '2/30/2024', '2/29/2023', 'Oct', '2024', '13 Oct 12', 'Octagon'])(
    '“%s” is no day, and not guessed',
    (text) => {
      expect(readDay(text, today)).toBeNull();
    },
  );
});
