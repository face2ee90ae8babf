import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invoiceState, settleLines } from '../../../../main/rules/fees/invoices.ts';
import { FeePaymentId, InvoiceId } from '../../../../shared/model/ids.ts';
import { Cents, sumCents } from '../../../../shared/model/money.ts';

const $ = (dollars: number) => Cents.parse(dollars * 100);
const at = (moment: number) => `0190a000-0000-7000-8000-0000000000${String(moment).padStart(2, '0')}`;
const line = (moment: number, dollars: number) => ({
  invoiceId: InvoiceId.parse(at(moment)),
  number: `INV-${moment}`,
  cents: $(dollars),
});
const paid = (moment: number, dollars: number) => ({
  id: FeePaymentId.parse(at(moment)),
  kind: 'payment' as const,
  cents: $(dollars),
});
const refunded = (moment: number, dollars: number) => ({ ...paid(moment, dollars), kind: 'refund' as const });

describe('what became of a person’s lines', () => {
  test('money pays the invoice that asked for it, not what came in before', () => {
    expect(settleLines([line(2, 25)], [paid(1, 50)], $(25))).toEqual([{ paid: $(0), open: $(25), replacedBy: null }]);
    expect(settleLines([line(2, 25)], [paid(1, 50), paid(3, 25)], $(0))).toEqual([
      { paid: $(25), open: $(0), replacedBy: null },
    ]);
  });

  test('a refund of it opens it again', () => {
    const [one] = settleLines([line(1, 75)], [paid(2, 75), refunded(3, 75)], $(75));
    expect(one).toEqual({ paid: $(0), open: $(75), replacedBy: null });
  });

  test('a waiver leaves nothing open, and nothing paid', () => {
    expect(settleLines([line(1, 75)], [], $(0))).toEqual([{ paid: $(0), open: $(0), replacedBy: null }]);
  });

  test('a later invoice asks instead of the earlier one', () => {
    expect(settleLines([line(1, 75), line(3, 50)], [paid(2, 25)], $(50))).toEqual([
      { paid: $(25), open: $(0), replacedBy: 'INV-3' },
      { paid: $(0), open: $(50), replacedBy: null },
    ]);
  });

  test('never ask for more than is owed, however many invoices and payments there are', () => {
    const moment = fc.integer({ min: 1, max: 90 });
    const events = fc.array(fc.record({ moment, dollars: fc.integer({ min: 1, max: 90 }), isPayment: fc.boolean() }));
    fc.assert(
      fc.property(
        fc.uniqueArray(moment, { maxLength: 5 }),
        events,
        fc.integer({ min: 0, max: 90 }),
        (invoices, money, owes) => {
          const lines = invoices.toSorted((a, b) => a - b).map((each) => line(each, 75));
          const settled = settleLines(
            lines,
            money.map(({ moment: when, dollars, isPayment }) => (isPayment ? paid : refunded)(when, dollars)),
            $(owes),
          );
          const cameIn = sumCents(money.filter(({ isPayment }) => isPayment).map(({ dollars }) => $(dollars)));
          expect(sumCents(settled.map(({ open }) => open))).toBeLessThanOrEqual($(owes));
          expect(sumCents(settled.map((each) => each.paid))).toBeLessThanOrEqual(cameIn);
          settled.forEach((each, index) => {
            expect(each.paid + each.open).toBeLessThanOrEqual(lines[index]?.cents ?? 0);
          });
        },
      ),
    );
  });
});

describe('the state of an invoice follows the money', () => {
  const of = (dollars: number, paidOf: number, open: number) => ({
    cents: $(dollars),
    paid: $(paidOf),
    open: $(open),
    replacedBy: null,
  });
  test.each([
    ['due while nothing came in', [of(75, 0, 75)], 'due'],
    ['due also where one of two was waived', [of(75, 0, 0), of(75, 0, 75)], 'due'],
    ['part-paid once something did', [of(75, 50, 25)], 'part-paid'],
    ['paid once all of it did', [of(75, 75, 0), of(50, 50, 0)], 'paid'],
    ['nothing more due where the rest was waived', [of(75, 75, 0), of(75, 0, 0)], 'settled'],
    ['nothing more due where all of it was', [of(75, 0, 0)], 'settled'],
  ] as const)('%s', (_, lines, state) => {
    expect(invoiceState(lines, false)).toBe(state);
    expect(invoiceState(lines, true)).toBe('void');
  });
});
