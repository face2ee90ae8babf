import { create } from 'zustand';
import { type InvoiceColumn, type InvoiceShow, invoiceColumns } from '../../../shared/views/invoices.ts';
import type { Sort } from '../../components/data-table/column.ts';

interface Look {
  readonly show: InvoiceShow;
  readonly search: string;
  /** Undefined: the newest first. */
  readonly sort: Sort<InvoiceColumn> | undefined;
  readonly openId: string | null;
}

const isColumn = (key: string): key is InvoiceColumn => invoiceColumns.some((column) => column === key);

/** What is being looked at among the invoices. */
export const useInvoices = create<
  Look & { readonly look: (part: Partial<Look>) => void; readonly sortBy: (sort: Sort) => void }
>((set) => ({
  show: 'everything',
  search: '',
  sort: undefined,
  openId: null,
  look: (part) => set(part),
  sortBy: ({ by, direction }) => {
    if (isColumn(by)) set({ sort: { by, direction } });
  },
}));
