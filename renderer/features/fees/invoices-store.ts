import { type InvoiceColumn, type InvoiceShow, invoiceColumns } from '../../../shared/views/invoices.ts';
import { listLook } from '../../kit/list/look.ts';

/** What is being looked at among the invoices; unsorted, the newest stands first. */
export const useInvoices = listLook<InvoiceShow, InvoiceColumn>('everything', invoiceColumns);
