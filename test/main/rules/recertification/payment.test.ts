import { describe, expect, it } from 'vitest';
import { paymentOf } from '../../../../main/rules/recertification/payment.ts';
import { feeLines } from '../../../../main/rules/recertification/payments.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import { day, paid, rulesNamed } from './certified.ts';

const hrci = rulesNamed('hrci');
const rules = RecertificationRules.parse({
  ...hrci,
  fees: [
    { key: 'late', title: 'Late fee', kind: 'late', amount: 5_000, clause: 'hrci-cycle' },
    { key: 'dues', title: 'Dues', kind: 'yearly', amount: 3_000, clause: 'hrci-cycle' },
    { key: 'free', title: 'Nothing', kind: 'renewal', amount: 0, clause: 'hrci-cycle' },
  ],
  life: { ...hrci.life, extension: { longest: { unit: 'months', count: 6 }, fee: 2_500, clause: 'hrci-cycle' } },
});
const cycle = { number: 1, beginsOn: day('2022-01-15'), endsOn: day('2025-01-14') };
const granted = { cycle: 1, fee: Cents.parse(2_500), takenBackOn: null };

const lines = (payments: ReturnType<typeof paid>[] = [], extensions = [granted]) =>
  feeLines(rules, { payments, extensions }, cycle, day('2024-06-03'));

describe('The fees of a cycle', () => {
  it('are those that cost something, a yearly one for each year, and that of an extension', () => {
    expect(
      lines([paid('dues', 40, '2024-01-01'), paid('dues', 40, '2024-06-04'), paid('late', 1, '2024-01-01', 2)]),
    ).toEqual([
      { key: 'late', title: 'Late fee', due: 5_000, paid: 0, open: 5_000, onlyIf: 'if late' },
      { key: 'dues', title: 'Dues', due: 9_000, paid: 4_000, open: 5_000, onlyIf: null },
      { key: 'extension-fee', title: 'Extension', due: 2_500, paid: 0, open: 2_500, onlyIf: null },
    ]);
    expect(lines([], []).map(({ key }) => key)).toEqual(['late', 'dues']);
  });
});

describe('A payment', () => {
  const said = (fee: string, amount: number, paidOn = '2024-06-03', payments: ReturnType<typeof paid>[] = []) => {
    const result = paymentOf(
      'Yolanda',
      lines(payments),
      { fee, amount, paidOn: day(paidOn) },
      { graduatedOn: day('2022-01-15'), today: day('2024-06-03') },
    );
    return result.ok ? result.value : result.problem.sentence;
  };

  it('is no more than is open, of a fee that the rules ask for', () => {
    expect(said('late', 5_000)).toBe(5_000);
    expect(said('late', 1)).toBe(1);
    expect(said('late', 5_001)).toBe('$50.01 is more than the $50 of “Late fee” that is asked for. Check the amount.');
    expect(said('late', 3_001, '2024-06-03', [paid('late', 20, '2024-01-01')])).toBe(
      '$30.01 is more than the $30 of “Late fee” that is still open. Check the amount.',
    );
    expect(said('late', 1, '2024-06-03', [paid('late', 50, '2024-01-01')])).toBe('Late fee, $50, is paid already.');
    expect(said('free', 1)).toContain('ask for no such fee. Choose one of theirs: Late fee, Dues, Extension.');
  });

  it.each([-1, 0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e12])('is never of %s cents', (amount) => {
    expect(said('late', amount)).toBe('A payment is more than $0, in whole cents. Type the amount that came in.');
  });

  it('is dated between the graduation and today', () => {
    expect(said('late', 100, '2024-06-04')).toContain('in the future');
    expect(said('late', 100, '2022-01-14')).toContain('before the graduation on Jan 15, 2022');
    expect(said('late', 100, '2013-06-03')).toContain('more than ten years ago');
  });
});
