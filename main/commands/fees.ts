import type { Handlers } from '../handler.ts';
import { invoice } from './fees-invoice.ts';
import { receive } from './fees-receive.ts';
import { refund, waive } from './fees-waive.ts';

export const feeCommands: Pick<Handlers, 'fees.receive' | 'fees.waive' | 'fees.refund' | 'fees.invoice'> = {
  'fees.receive': receive,
  'fees.waive': waive,
  'fees.refund': refund,
  'fees.invoice': invoice,
};
