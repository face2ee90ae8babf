import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { Cents, sayCents } from '../../../shared/model/money.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { datesReversed, longAgo } from '../dates/date-order.ts';
import type { FeeLine } from './payments.ts';

/** A payment as a lead records it; the amount in cents as it was typed. */
export interface PaymentAsked {
  readonly fee: string;
  readonly amount: number;
  readonly paidOn: CivilDate;
}

/** The amount of a payment, where the rules ask for its fee and no more than is open is paid. `who`: as a sentence names them. */
export function paymentOf(
  who: string,
  lines: readonly FeeLine[],
  { fee, amount, paidOn }: PaymentAsked,
  { graduatedOn, today }: { readonly graduatedOn: CivilDate | null; readonly today: CivilDate },
): Result<Cents> {
  const line = lines.find(({ key }) => key === fee);
  if (line === undefined) {
    return refuse(
      lines.length === 0
        ? `The rules of this cycle ask ${who} for no fee.`
        : `The rules of this cycle ask for no such fee. Choose one of theirs: ${lines.map(({ title }) => title).join(', ')}.`,
    );
  }
  const [reversed] = datesReversed([
    { pair: 'paid, today', days: [paidOn, today] },
    { pair: 'long ago, paid', days: [longAgo(today), paidOn] },
    { pair: 'graduated, re-certification paid', days: [graduatedOn, paidOn] },
  ]);
  if (reversed !== undefined) return refuse(reversed);
  const cents = Cents.safeParse(amount);
  if (!cents.success || cents.data === 0) {
    return refuse('A payment is more than $0, in whole cents. Type the amount that came in.');
  }
  if (line.open === 0) return refuse(`${line.title}, ${sayCents(line.due)}, is paid already.`);
  if (cents.data > line.open) {
    return refuse(
      `${sayCents(cents.data)} is more than the ${sayCents(line.open)} of “${line.title}” that ${line.paid === 0 ? 'is asked for' : 'is still open'}. Check the amount.`,
    );
  }
  return done(cents.data);
}

/** What speaks against the day of an exam; null: nothing. */
export function whyNotExam(examOn: CivilDate, isAsked: boolean, firstDay: CivilDate, today: CivilDate): string | null {
  if (!isAsked)
    return 'The rules don’t count from an exam, so its date isn’t kept. Choose “Count from the exam” in the rules first.';
  const [reversed] = datesReversed([
    { pair: 'exam, today', days: [examOn, today] },
    { pair: 'long before, exam', days: [firstDay, examOn] },
  ]);
  return reversed ?? null;
}

/** That a fee is paid, for History: `$50 for “Late fee”, paid Jun 1, 2025`. */
export const sayPayment = (amount: Cents, title: string, paidOn: CivilDate): string =>
  `${sayCents(amount)} for “${title}”, paid ${sayDate(paidOn)}`;
