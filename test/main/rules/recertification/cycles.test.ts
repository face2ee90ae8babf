import { describe, expect, it } from 'vitest';
import { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import { certified, day, earned, inShort, rulesNamed, standing } from './certified.ts';

const ten = rulesNamed('hrci');
/** Ten hours, and nothing but a cycle. */
const plain = (
  cycle: Partial<RecertificationRules['cycle']>,
  more: Partial<RecertificationRules> = {},
): RecertificationRules =>
  RecertificationRules.parse({
    ...ten,
    categories: [],
    fees: [],
    requirement: { kind: 'credit', of: { kind: 'total' }, least: 1000, per: 'cycle', clause: 'hrci-cycle' },
    life: { ...ten.life, suspension: null, lapse: null },
    clocks: {
      ...ten.clocks,
      earn: { firm: false, clause: 'hrci-cycle' },
      submit: { firm: false, clause: 'hrci-cycle' },
    },
    cycle: { ...ten.cycle, ...cycle },
    ...more,
  });

const years = (count: number) => ({ unit: 'years' as const, count });
const months = (count: number) => ({ unit: 'months' as const, count });
const sameDay = { kind: 'anniversary', lastDay: 'same-day' } as const;
const dayBefore = { kind: 'anniversary', lastDay: 'day-before' } as const;
const fiscal = { kind: 'year-end', month: 9, day: 30 } as const;
const leapEnd = { kind: 'year-end', month: 2, day: 29 } as const;

describe('The end of a first cycle', () => {
  it.each<[string, Partial<RecertificationRules['cycle']>, string, number | null, string]>([
    ['on the same day three years on', { ends: sameDay, length: years(3) }, '2024-05-03', null, '2027-05-03'],
    ['on the day before', { ends: dayBefore, length: years(3) }, '2024-05-03', null, '2027-05-02'],
    ['on February 28 after a leap day', { ends: sameDay, length: years(3) }, '2024-02-29', null, '2027-02-28'],
    ['on a leap day again', { ends: sameDay, length: years(4) }, '2024-02-29', null, '2028-02-29'],
    ['on a month’s last day', { ends: sameDay, length: months(6) }, '2024-08-31', null, '2025-02-28'],
    ['at a fiscal year’s end, prolonged', { ends: fiscal, length: years(1) }, '2024-05-03', null, '2025-09-30'],
    [
      'at a fiscal year’s end, shortened',
      { ends: fiscal, length: years(1), first: 'shortened' },
      '2024-05-03',
      null,
      '2024-09-30',
    ],
    [
      'after a whole fiscal year begun on its first day',
      { ends: fiscal, length: years(1) },
      '2024-10-01',
      null,
      '2025-09-30',
    ],
    ['at the end of February, leap year or not', { ends: leapEnd, length: years(1) }, '2024-03-01', null, '2025-02-28'],
    ['at the end of a leap February', { ends: leapEnd, length: years(1) }, '2023-03-01', null, '2024-02-29'],
    [
      'at the birth month’s end, prolonged',
      { ends: { kind: 'birth-month' }, length: years(3) },
      '2024-05-03',
      4,
      '2028-04-30',
    ],
    [
      'at the birth month’s end, shortened',
      { ends: { kind: 'birth-month' }, length: years(3), first: 'shortened' },
      '2024-05-03',
      4,
      '2027-04-30',
    ],
    [
      'at the birth month’s end of that year',
      { ends: { kind: 'birth-month' }, length: years(3), first: 'in-that-year' },
      '2024-05-03',
      11,
      '2027-11-30',
    ],
    [
      'at the end of a leap February as a birth month',
      { ends: { kind: 'birth-month' }, length: years(3) },
      '2025-01-10',
      2,
      '2028-02-29',
    ],
  ])('is %s', (_, cycle, from, birthMonth, endsOn) => {
    const { cycle: found } = standing(plain(cycle), certified(from, { birthMonth }), from);
    expect(found).toMatchObject({ number: 1, beginsOn: from, endsOn });
  });

  it('isn’t known without the birth month or the day that it counts from, and no one is overdue for that', () => {
    const byBirth = plain({ ends: { kind: 'birth-month' } });
    expect(standing(byBirth, certified('2010-05-03'), '2040-01-01')).toMatchObject({
      life: 'active',
      cycle: { endsOn: null },
    });
    expect(standing(plain({}), certified(null), '2040-01-01')).toMatchObject({
      life: 'active',
      cycle: { beginsOn: null, endsOn: null },
    });
  });

  it('is the one that the leads set, also where it isn’t the policy’s', () => {
    const set = certified('2024-05-03', { statedEnds: [{ cycle: 1, endOn: day('2026-01-15') }] });
    expect(inShort(plain({ ends: sameDay }), set, '2025-01-01')).toBe('active 1: 2024-05-03 to 2026-01-15');
  });
});

describe('The cycles that follow', () => {
  const complete = (...days: string[]) => days.map((on) => earned(on, 10));

  it('come back to February 29, because they count from the first day', () => {
    const facts = certified('2024-02-29', { evidence: complete('2025-01-01', '2027-01-01') });
    const rules = plain({ ends: sameDay, length: years(2) });
    expect(inShort(rules, facts, '2026-02-28')).toBe('active 1: 2024-02-29 to 2026-02-28');
    expect(inShort(rules, facts, '2026-03-01')).toBe('active 2: 2026-03-01 to 2028-02-29');
  });

  it('keep their end after an early completion: 55 days early loses no day', () => {
    const facts = certified('2024-05-03', { evidence: complete('2027-03-09') });
    const rules = plain({ ends: sameDay, early: 'keep-end' });
    expect(inShort(rules, facts, '2027-05-03')).toBe('active 1: 2024-05-03 to 2027-05-03');
    expect(inShort(rules, facts, '2027-05-04')).toBe('active 2: 2027-05-04 to 2030-05-03');
  });

  it.each<[RecertificationRules['cycle']['early'], string]>([
    ['move-end', 'active 2: 2027-03-10 to 2030-03-09'],
    ['next-day-keep-end', 'active 2: 2027-03-10 to 2030-05-03'],
  ])('begin the day after an early completion where the policy says %s', (early, short) => {
    const facts = certified('2024-05-03', { evidence: complete('2027-03-09') });
    const rules = plain({ ends: sameDay, early });
    expect(inShort(rules, facts, '2027-03-09')).toBe('active 1: 2024-05-03 to 2027-05-03');
    expect(inShort(rules, facts, '2027-03-10')).toBe(short);
  });

  it.each<[string, Partial<RecertificationRules['cycle']>, string]>([
    ['in the future, counted from the old end', { late: 'keep-end' }, 'active 2: 2025-05-04 to 2028-05-03'],
    ['a length after the completion', { late: 'move-end' }, 'active 2: 2027-06-05 to 2028-06-04'],
    [
      'no sooner than the policy allows',
      { late: 'keep-end', shortest: years(1) },
      'active 2: 2025-05-04 to 2029-05-03',
    ],
  ])('end %s after a completion 25 months late', (_, cycle, short) => {
    const facts = certified('2024-05-03', { evidence: complete('2027-06-04') });
    const rules = plain({ ends: sameDay, length: years(1), ...cycle });
    expect(inShort(rules, facts, '2027-06-03')).toBe('overdue 1: 2024-05-03 to 2025-05-03');
    expect(inShort(rules, facts, '2027-06-05')).toBe(short);
  });

  it('go on past a missed one where the policy says so, and hold where it doesn’t', () => {
    const facts = certified('2024-10-01');
    const years1 = { ends: fiscal, length: years(1) } as const;
    expect(inShort(plain({ ...years1, missed: 'goes-on' }), facts, '2027-01-15')).toBe(
      'active 3: 2026-10-01 to 2027-09-30',
    );
    expect(
      standing(plain({ ...years1, missed: 'goes-on' }), facts, '2027-01-15').cycles.map((cycle) => cycle.outcome),
    ).toEqual(['missed', 'missed', 'running']);
    expect(inShort(plain(years1), facts, '2027-01-15')).toBe('overdue 1: 2024-10-01 to 2025-09-30');
  });

  it('don’t follow where the policy has one cycle alone', () => {
    const facts = certified('2024-05-03', { evidence: complete('2024-06-01') });
    expect(inShort(plain({ repeats: false }), facts, '2040-01-01')).toBe('active 1: 2024-05-03 to 2027-05-02');
  });
});

describe('Transition tables and reliefs', () => {
  const table = plain(
    { ends: sameDay, length: years(1) },
    {
      adjustments: RecertificationRules.shape.adjustments.parse([
        { clause: 'hrci-cycle', cohort: 'alpha', cycle: 1, endOn: '2026-06-01' },
        { clause: 'hrci-cycle', ends: { from: '2025-03-01', to: '2025-12-31' }, longer: { unit: 'months', count: 6 } },
      ]),
    },
  );

  it('state an end by cohort, however its name is spelled', () => {
    expect(inShort(table, certified('2024-01-01', { cohort: 'ALPHA ' }), '2025-01-01')).toBe(
      'active 1: 2024-01-01 to 2026-06-01',
    );
  });

  it('put off an end that falls within a relief, and no other; the next cycle counts from there', () => {
    const facts = certified('2024-05-03', { evidence: [earned('2024-06-01', 10)] });
    expect(inShort(table, facts, '2025-01-01')).toBe('active 1: 2024-05-03 to 2025-11-03');
    expect(inShort(table, facts, '2025-11-04')).toBe('active 2: 2025-11-04 to 2026-11-03');
    expect(inShort(table, certified('2024-02-01'), '2025-01-01')).toBe('active 1: 2024-02-01 to 2025-02-01');
  });
});

describe('An extension', () => {
  const granted = (next: 'from-old-end' | 'from-extended-end') => {
    const rules = plain({ ends: sameDay, length: years(1) });
    return RecertificationRules.parse({
      ...rules,
      life: { ...rules.life, extension: { longest: months(6), next, clause: 'hrci-cycle' } },
    });
  };
  const facts = certified('2024-05-03', {
    extensions: [
      { cycle: 1, untilOn: day('2025-08-03'), grantedOn: day('2025-06-01'), reason: 'Illness', takenBackOn: null },
    ],
    evidence: [earned('2025-07-01', 10)],
  });

  it('holds from the day on which it was granted', () => {
    expect(inShort(granted('from-old-end'), facts, '2025-05-31')).toBe('overdue 1: 2024-05-03 to 2025-05-03');
    expect(inShort(granted('from-old-end'), facts, '2025-06-01')).toBe('active 1: 2024-05-03 to 2025-08-03');
  });

  it.each([
    ['from-old-end' as const, '2026-05-03'],
    ['from-extended-end' as const, '2026-08-03'],
  ])('lets the next cycle count %s', (next, endsOn) => {
    expect(standing(granted(next), facts, '2025-08-04').cycle).toMatchObject({
      number: 2,
      beginsOn: '2025-08-04',
      endsOn,
    });
  });
});

describe('A first cycle', () => {
  const shortened = { ends: fiscal, length: years(1), first: 'shortened' } as const;

  it('asks in proportion to its months, rounded up to a whole hour', () => {
    const rules = plain({ ...shortened, firstAsks: 'in-proportion' });
    // From May 3 to September 30 there are four whole months of twelve: 3.33 hours of ten.
    const facts = (hours: number) => certified('2024-05-03', { evidence: [earned('2024-06-01', hours)] });
    expect(standing(rules, facts(3.99), '2024-09-30').cycle?.completedOn).toBeNull();
    expect(standing(rules, facts(4), '2024-09-30').cycle?.completedOn).toBe('2024-06-01');
    const second = standing(
      rules,
      certified('2024-05-03', { evidence: [earned('2024-06-01', 4), earned('2024-11-01', 4)] }),
      '2025-06-01',
    );
    expect(second.cycle).toMatchObject({ number: 2, completedOn: null });
  });

  it('is renewed by itself where it asks for nothing', () => {
    const rules = plain({ ...shortened, firstAsks: 'nothing' });
    expect(inShort(rules, certified('2024-05-03'), '2024-09-30')).toBe('active 1: 2024-05-03 to 2024-09-30');
    expect(inShort(rules, certified('2024-05-03'), '2024-10-01')).toBe('active 2: 2024-10-01 to 2025-09-30');
  });
});
