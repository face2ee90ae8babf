import { sayCents } from '../../../shared/model/money.ts';
import type { InvoiceRow } from '../../../shared/views/invoices.ts';
import { askReason } from '../../kit/ask.tsx';
import { perform } from '../../kit/perform.ts';

/** Voids an invoice, after asking why. */
export async function voidInvoice({ invoiceId, number, billTo, paid }: InvoiceRow): Promise<void> {
  const reason = await askReason({
    title: `Void invoice ${number}?`,
    sentence: `It stays in the list as void, and its number is never used again. What ${billTo} owes can be invoiced again.`,
    lines: paid > 0 ? [`${sayCents(paid)} that came in stays with the people it was paid for.`] : [],
    action: 'Void invoice',
    placeholder: 'Sent to the wrong school system',
  });
  if (reason !== null) await perform('fees.voidInvoice', { invoiceId, reason });
}
