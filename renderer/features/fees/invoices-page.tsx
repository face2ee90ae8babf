import { sayCount } from '../../../shared/model/counts.ts';
import './fees.css';
import { ReceiptText } from 'lucide-react';
import { useLocation } from 'wouter';
import { sayDay } from '../../../shared/model/dates.ts';
import { sayInvoiceState } from '../../../shared/model/fees.ts';
import { sayCents } from '../../../shared/model/money.ts';
import { type InvoiceRow, invoiceShows, sayInvoiceShow } from '../../../shared/views/invoices.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty } from '../../kit/empty.tsx';
import { heldRows } from '../../kit/held-rows.ts';
import { printPaper } from '../../kit/print.ts';
import { Screen } from '../../kit/screen.tsx';
import { useSlices } from '../../kit/slices.ts';
import { Status } from '../../kit/status.tsx';
import { Back, Chips, chipsOf, Search, Toolbar } from '../../kit/toolbar.tsx';
import { InvoiceInspector, invoiceLook } from './invoice-inspector.tsx';
import { useInvoices } from './invoices-store.ts';
import { voidInvoice } from './void-invoice.ts';

const columns: readonly Column<InvoiceRow>[] = [
  { key: 'number', title: 'Number', width: 136, always: true, text: ({ number }) => number },
  { key: 'billTo', title: 'School system', least: 150, text: ({ billTo }) => billTo },
  {
    key: 'state',
    title: 'Status',
    width: 150,
    text: ({ state }) => sayInvoiceState[state],
    cell: ({ state }) => <Status of={invoiceLook[state]}>{sayInvoiceState[state]}</Status>,
  },
  { key: 'issuedOn', title: 'Issued', width: 132, text: ({ issuedOn }) => sayDay(issuedOn) },
  { key: 'people', title: 'People', width: 64, align: 'end', text: ({ people }) => sayCount(people) },
  { key: 'total', title: 'Total', width: 72, align: 'end', text: ({ total }) => sayCents(total) },
  {
    key: 'open',
    title: 'Owed',
    width: 72,
    align: 'end',
    text: ({ open }) => (open === 0 ? '' : sayCents(open)),
  },
  { key: 'order', title: 'Purchase order', least: 110, mute: true, hidden: true, text: ({ order }) => order },
];
const idOf = ({ invoiceId }: InvoiceRow): string => invoiceId;
/** Every invoice that was written: to whom, for how many, how much, and whether it is paid. */
export function InvoicesPage() {
  const { show, search, sort, openId, look, sortBy } = useInvoices();
  const [, go] = useLocation();
  const rows = useSlices('fees.invoices', (slice) => ({ show, search, sort, ...slice }));
  const { answer } = rows;
  const [open] = openId === null ? [] : heldRows(rows, new Set([openId]), idOf);
  const print = () => open && void printPaper('fees.printInvoice', { invoiceId: open.invoiceId });
  useCommands([
    {
      id: 'invoices.print',
      label: 'Print this invoice again',
      keys: 'P',
      onRows: { label: 'Print again…' },
      run: print,
    },
  ]);
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Invoices"
          sub={answer && answer.counts.everything > 0 && `${sayCents(answer.open)} still owed`}
          actions={<Back to="Fees" onClick={() => go('/fees')} />}
        >
          <Search
            label="Search invoices"
            value={search}
            found={rows.total}
            onChange={(text) => look({ search: text })}
          />
          <Chips
            label="Show"
            value={show}
            options={chipsOf(invoiceShows, sayInvoiceShow, answer?.counts)}
            onChange={(next) => look({ show: next })}
          />
        </Toolbar>
      }
      inspector={
        open && (
          <InvoiceInspector
            key={open.invoiceId}
            row={open}
            onPrint={print}
            onVoid={() => void voidInvoice(open)}
            onClose={() => look({ openId: null })}
          />
        )
      }
    >
      <DataTable
        name="invoices"
        label="Invoices"
        columns={columns}
        rows={rows}
        idOf={idOf}
        sort={sort}
        onSort={sortBy}
        openId={openId}
        onOpen={({ invoiceId }) => look({ openId: invoiceId })}
        empty={answer && <NoInvoices search={search} any={answer.counts.everything > 0} />}
      />
    </Screen>
  );
}

function NoInvoices({ search, any }: { readonly search: string; readonly any: boolean }) {
  const [, go] = useLocation();
  if (search !== '') {
    return (
      <Empty title={`No invoice matches “${search}”`}>
        Searches numbers, purchase orders, school systems and the people on an invoice.
      </Empty>
    );
  }
  if (any) return <Empty icon={<ReceiptText />} title="No invoice of this kind" />;
  return (
    <Empty
      icon={<ReceiptText />}
      title="No invoice was written yet"
      actions={
        <Button kind="primary" onClick={() => go('/fees')}>
          Fees
        </Button>
      }
    >
      On Fees, select people from one school system who owe and press I. Every invoice is then listed here with what is
      still owed, and can be printed again as issued.
    </Empty>
  );
}
