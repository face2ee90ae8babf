import type { Handlers } from '../../call/handler.ts';
import { writeInvoice } from './invoice.ts';
import { receive } from './receive.ts';
import { voidInvoice } from './void-invoice.ts';
import { refund, waive } from './waive.ts';

export const feeCommands: Pick<
  Handlers,
  'fees.receive' | 'fees.waive' | 'fees.refund' | 'fees.invoice' | 'fees.voidInvoice'
> = {
  'fees.receive': receive,
  'fees.waive': waive,
  'fees.refund': refund,
  'fees.invoice': writeInvoice,
  'fees.voidInvoice': voidInvoice,
};
