import type { InvoiceState } from '../../../shared/model/fees.ts';
import type { FeePaymentId, InvoiceId } from '../../../shared/model/ids.ts';
import { type Cents, lessCents, sumCents } from '../../../shared/model/money.ts';

/** One person on an invoice that stands. */
interface InvoicedPerson {
  readonly invoiceId: InvoiceId;
  readonly number: string;
  readonly cents: Cents;
}

/** Money that came in or went back for that person. */
export interface InvoicedMoney {
  readonly id: FeePaymentId;
  readonly kind: 'payment' | 'refund';
  readonly cents: Cents;
}

/** What became of one person's line. */
interface SettledLine {
  /** What came in for it and has not gone back. */
  readonly paid: Cents;
  /** What it still asks for: nothing once the fee is waived, the person has left, or a later invoice asks instead. */
  readonly open: Cents;
  /** The number of the later invoice that asks instead. */
  readonly replacedBy: string | null;
}

/**
 * What became of all lines of one person, in the order in which the invoices were written; voided ones are left out
 * before. Money belongs to the line that asked for it: the last one written before the money was recorded, because an
 * invoice asks only for what is owed on its day. What is owed stands on the last line alone, so that two invoices for one
 * fee never ask for it twice. Ids of version 7 tell which was recorded first.
 */
export function settleLines(
  lines: readonly InvoicedPerson[],
  money: readonly InvoicedMoney[],
  owes: Cents,
): readonly SettledLine[] {
  return lines.map(({ invoiceId, cents }, at) => {
    const next = lines[at + 1];
    const its = money.filter(
      ({ id }) => isAfter(id, invoiceId) && (next === undefined || !isAfter(id, next.invoiceId)),
    );
    const sum = (kind: InvoicedMoney['kind']): Cents =>
      sumCents(its.filter((each) => each.kind === kind).map((each) => each.cents));
    const paid = least(cents, lessCents(sum('payment'), sum('refund')));
    const open = next === undefined ? least(lessCents(cents, paid), owes) : sumCents([]);
    return { paid, open, replacedBy: next?.number ?? null };
  });
}

const isAfter = (one: string, other: string): boolean => one > other;

const least = (a: Cents, b: Cents): Cents => (a < b ? a : b);

/**
 * Where an invoice stands, by money alone: `paid` once all of it came in, `part-paid` once something did, `due` while
 * nothing did. `settled`: what did not come in is not asked for here any more; a waiver or a withdrawal is no payment.
 */
export function invoiceState(
  lines: readonly (SettledLine & { readonly cents: Cents })[],
  voided: boolean,
): InvoiceState {
  if (voided) return 'void';
  const paid = sumCents(lines.map((line) => line.paid));
  if (paid === sumCents(lines.map((line) => line.cents))) return 'paid';
  if (sumCents(lines.map((line) => line.open)) === 0) return 'settled';
  return paid > 0 ? 'part-paid' : 'due';
}
