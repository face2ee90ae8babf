import { describe, expect, it } from 'vitest';
import { certified, earned, lifeDayByDay, paid, rulesNamed, standing, ticked } from '../certified.ts';
import { counted, type Evidence } from './counted.ts';

describe('The Alabama teacher’s certificate', () => {
  const clock = (hours: number) => earned('2027-01-10', hours, 'ceu');
  const semester = (hours: number) => earned('2027-01-10', hours, 'semester');
  const fee = [paid('renewal', 38, '2028-01-15')];

  it.each<[string, Evidence, readonly string[], boolean]>([
    ['experience and 5 CEU', [clock(50)], ['experience'], true],
    ['experience and 3 semester hours', [semester(3)], ['experience'], true],
    ['experience alone', [], ['experience'], false],
    ['5 CEU and 3 semester hours', [clock(50), semester(3)], [], true],
    ['5 CEU alone', [clock(50)], [], false],
    ['6 semester hours', [semester(6)], [], true],
    ['National Board certification', [], ['national-board'], true],
    ['10 CEU of a retiree with 25 years', [clock(100)], ['retired-25'], true],
    ['10 CEU of anyone else', [clock(100)], [], false],
  ])('is renewed by %s: %#', (_, evidence, items, isComplete) => {
    const more = { ticked: items.map((item) => ticked(item, '2028-03-01')), payments: fee };
    expect(counted('alabama-teacher', evidence, '2028-06-30', more)[1]).toBe(isComplete);
  });

  it('isn’t renewed before the calendar year in which it ends, nor without the fee', () => {
    const rules = rulesNamed('alabama-teacher');
    const facts = certified('2024-07-01', {
      evidence: [earned('2027-01-10', 6, 'semester')],
      payments: [paid('renewal', 38, '2028-05-01')],
    });
    expect(standing(rules, facts, '2028-12-31')).toMatchObject({
      life: 'active',
      cycle: { endsOn: '2029-06-30', completedOn: null },
    });
    expect(standing(rules, facts, '2029-01-01').cycle).toMatchObject({ completedOn: '2029-01-01' });
    expect(standing(rules, { ...facts, payments: [] }, '2029-01-01')).toMatchObject({ life: 'window-open' });
    expect(lifeDayByDay(rules, { ...facts, payments: [] }, '2028-12-30', '2029-07-02')).toEqual([
      '2028-12-30 active 1',
      '2029-01-01 window-open 1',
      '2029-07-01 lapsed 1',
    ]);
  });

  it.each([
    ['2005-07-01', 1, 4],
    ['2007-07-01', 3, 2],
    ['2009-07-01', 5, 0],
    ['2015-07-01', 5, 0],
  ])('asks a leader whose cycle began on %s for %i PLU and %i CEU', (from, plu, ceu) => {
    const rules = rulesNamed('alabama-leader');
    const facts = (units: number, others: number) =>
      certified(from, {
        evidence: [
          earned(`${Number(from.slice(0, 4)) + 5}-02-01`, units, 'plu'),
          earned(`${Number(from.slice(0, 4)) + 5}-02-01`, others, 'ceu'),
        ],
      });
    const on = `${Number(from.slice(0, 4)) + 5}-06-30`;
    expect(standing(rules, facts(plu, ceu), on).cycle?.completedOn).not.toBeNull();
    expect(standing(rules, facts(plu - 1, ceu + 1), on).cycle?.completedOn).toBeNull();
  });
});
