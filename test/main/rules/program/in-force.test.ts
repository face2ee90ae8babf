import { describe, expect, test } from 'vitest';
import { type DatedVersion, hasBegun, promiseDay, versionOn } from '../../../../main/rules/program/in-force.ts';
import { CivilDate, Instant } from '../../../../shared/model/dates.ts';

const day = (text: string) => CivilDate.parse(text);

/** A version adopted on a day for another one. */
const version = (number: number, adoptedOn: string, effectiveOn: string): DatedVersion => ({
  number,
  adoptedOn: day(adoptedOn),
  adoptedAt: Instant.parse(`${adoptedOn}T15:00:00.000Z`),
  effectiveOn: day(effectiveOn),
});

const first = version(1, '2020-01-10', '2020-01-10');

describe('The version in force on a day', () => {
  test.each([
    ['before the first one’s day it is the first', [first], '2016-05-01', null, 1],
    ['a later one holds from its day on', [first, version(2, '2021-01-01', '2022-01-01')], '2022-01-01', null, 2],
    ['and not the day before', [first, version(2, '2021-01-01', '2022-01-01')], '2021-12-31', null, 1],
    ['of two for one day it is the later', [first, version(2, '2020-01-10', '2020-01-10')], '2020-01-10', null, 2],
    [
      'a correction holds for the past days from its own on',
      [first, version(2, '2023-06-01', '2021-01-01')],
      '2021-06-01',
      null,
      2,
    ],
    ['and not for those before', [first, version(2, '2023-06-01', '2021-01-01')], '2020-12-31', null, 1],
    [
      'and takes the place of what came into force between',
      [first, version(2, '2022-01-01', '2022-01-01'), version(3, '2023-06-01', '2021-01-01')],
      '2022-06-01',
      null,
      3,
    ],
    [
      'but not of what is still to come',
      [first, version(2, '2023-01-01', '2025-01-01'), version(3, '2023-06-01', '2021-01-01')],
      '2025-01-01',
      null,
      2,
    ],
    [
      'as it was known before the correction, the first held',
      [first, version(2, '2023-06-01', '2021-01-01')],
      '2021-06-01',
      '2023-05-31',
      1,
    ],
    [
      'as it was known on its day, it held',
      [first, version(2, '2023-06-01', '2021-01-01')],
      '2021-06-01',
      '2023-06-01',
      2,
    ],
  ] as const)('%s', (_, versions, on, knownOn, number) => {
    const known = knownOn === null ? null : day(knownOn);
    expect(versionOn(versions, day(on), known)?.number).toBe(number);
    expect(versionOn([...versions].reverse(), day(on), known)?.number).toBe(number);
  });

  test('is none where no program was started', () => expect(versionOn([], day('2024-01-01'))).toBeNull());
});

describe('What a cohort was promised', () => {
  const today = day('2024-06-03');
  const cohort = { status: 'open', opensOn: null, closesOn: null, startsOn: null, firstSessionOn: null } as const;
  test.each([
    ['holds from its first day', { ...cohort, startsOn: day('2023-10-16') }, '2023-10-16', true],
    ['or from its first session', { ...cohort, firstSessionOn: day('2023-10-20') }, '2023-10-20', true],
    ['is still to come before either', { ...cohort, startsOn: day('2025-01-01') }, '2025-01-01', false],
    ['follows today where nothing is set', cohort, '2024-06-03', false],
    [
      'is from before anything known where it runs and has no day',
      { ...cohort, status: 'finished' as const },
      null,
      true,
    ],
  ] as const)('%s', (_, facts, on, begun) => {
    expect(promiseDay(facts, today)).toBe(on);
    expect(hasBegun(facts, today)).toBe(begun);
  });
});
