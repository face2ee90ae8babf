import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseDay, parseTimestamp } from '../../../../main/features/imports/times.ts';

const chicago = 'America/Chicago';

describe('the moment of sending', () => {
  test.each([
    ['2024/04/01 7:10:31 AM CDT', '2024-04-01T12:10:31.000Z'],
    ['2024/04/01 7:10:31 AM CST', '2024-04-01T13:10:31.000Z'],
    ['2024/04/01 7:10:31 PM EDT', '2024-04-01T23:10:31.000Z'],
    ['2024/04/01 7:10:31 PM PDT', '2024-04-02T02:10:31.000Z'],
    ['2024/04/01 7:10:31 AM GMT-5', '2024-04-01T12:10:31.000Z'],
    ['2024/04/01 7:10:31 AM UTC', '2024-04-01T07:10:31.000Z'],
    ['2024-04-01T07:10:31', '2024-04-01T12:10:31.000Z'],
    ['2024-04-01T07:10:31Z', '2024-04-01T07:10:31.000Z'],
    ['2024-04-01T07:10:31.500-05:00', '2024-04-01T12:10:31.000Z'],
    ['4/1/2024 7:10:31', '2024-04-01T12:10:31.000Z'],
    ['4/1/24 12:05 AM', '2024-04-01T05:05:00.000Z'],
    ['Apr 1, 2024 at 7:10 PM', '2024-04-02T00:10:00.000Z'],
    ['Mon, 1 April 2024 19:10', '2024-04-02T00:10:00.000Z'],
    ['2024-01-15 08:00', '2024-01-15T14:00:00.000Z'],
    ['2024-04-01', '2024-04-01T05:00:00.000Z'],
  ])('“%s” is %s', (typed, instant) => {
    expect(parseTimestamp(typed, chicago)).toEqual({ value: instant });
  });
  it('follows the clocks on the days on which they change', () => {
    expect(parseTimestamp('3/10/2024 1:30 AM', chicago).value).toBe('2024-03-10T07:30:00.000Z');
    expect(parseTimestamp('3/10/2024 3:30 AM', chicago).value).toBe('2024-03-10T08:30:00.000Z');
    expect(parseTimestamp('11/3/2024 11:30 PM', chicago).value).toBe('2024-11-04T05:30:00.000Z');
  });
  test.each(['', 'yesterday', '13/04/2024 7:10', '2024-02-30 10:00', '4/1/2024 25:00', '4/1/2024 7:10 QQQ', '12'])(
    '“%s” needs a look',
    (typed) => expect(parseTimestamp(typed, chicago)).toEqual({ value: null, note: expect.any(String) }),
  );
  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (typed) => void parseTimestamp(typed, chicago)));
  });
});

describe('days', () => {
  test.each([
    ['06/08/2017', '2017-06-08'],
    ['Jun 8, 2017', '2017-06-08'],
    ['June 8th, 2017', '2017-06-08'],
    ['2017-06-08', '2017-06-08'],
    ['6/8/17', '2017-06-08'],
    ['6/8/98', '1998-06-08'],
    ['8 June 2017', '2017-06-08'],
    ['8-Jun-17', '2017-06-08'],
    ['2017-06-08T00:00:00', '2017-06-08'],
    ['2/29/2024', '2024-02-29'],
  ])('“%s” is %s', (typed, day) => expect(parseDay(typed)).toEqual({ value: day, remark: null }));
  test.each(['pending', 'moved to Georgia', 'retired 2020', '2/30/2024', '6/8/2017 (by mail)'])(
    '“%s” is a remark',
    (typed) => expect(parseDay(typed)).toEqual({ value: null, remark: typed }),
  );
  it('is nothing where nothing was typed', () => expect(parseDay(' ')).toEqual({ value: null, remark: null }));
});

describe('a time that was on no clock', () => {
  test('because clocks went forward past it is told, with how it was read', () => {
    const { value, note } = parseTimestamp('3/10/2024 2:30 AM', chicago);
    expect(value).toBe('2024-03-10T08:30:00.000Z');
    expect(note).toMatch(/^didn’t exist that night, because clocks went forward, and was read as 3:30 /);
  });
  test.each([
    '3/10/2024 1:59 AM',
    '3/10/2024 3:00 AM',
    '11/3/2024 1:30 AM',
    '3/11/2024 2:30 AM',
    '3/10/2024 2:30 AM CST',
  ])('is none of “%s”', (typed) => expect(parseTimestamp(typed, chicago).note).toBeUndefined());
});
