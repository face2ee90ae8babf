import { sayDate } from '../../../shared/model/dates.ts';
import type { Invoice } from '../../../shared/model/fees.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Command } from '../../call/handler.ts';
import { update } from '../../log/change.ts';

/**
 * Voids an invoice, with a reason that stays with its number. What came in stays with the people it came in for; what they
 * owe can be invoiced again.
 */
export const voidInvoice: Command<'fees.voidInvoice'> = (facts, { invoiceId, reason }) => {
  const invoice = facts.database.get<Invoice>('SELECT * FROM invoice WHERE id = ?', invoiceId);
  if (!invoice) return refuse('That invoice is no longer in this database. Open the list of invoices again.');
  const { number, billTo, voidedOn } = invoice;
  if (voidedOn !== null) return refuse(`${number} was voided on ${sayDate(voidedOn)} already.`);
  return {
    ok: true,
    label: `Voided invoice ${number} to ${billTo}`,
    changes: [update('invoice', invoiceId, { voidedOn: facts.today, voidReason: reason })],
    value: { number },
  };
};
