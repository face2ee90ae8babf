import type { Invoice, InvoiceState } from '../../../shared/model/fees.ts';
import { sumCents } from '../../../shared/model/money.ts';
import { foldName } from '../../../shared/model/people.ts';
import { done } from '../../../shared/model/result.ts';
import { type InvoiceColumn, type InvoiceRow, type InvoiceShow, invoiceShows } from '../../../shared/views/invoices.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { invoiceState } from '../../rules/fees/invoices.ts';
import { searchFor } from '../people/directory.ts';
import { feeTables } from './following.ts';
import { settledLines } from './settled-lines.ts';

/** An invoice with what a search looks at. */
interface Listed {
  readonly row: InvoiceRow;
  readonly words: string;
}

const shown: Readonly<Record<InvoiceShow, (row: InvoiceRow) => boolean>> = {
  everything: () => true,
  open: ({ open }) => open > 0,
  paid: ({ state }) => state === 'paid',
  void: ({ state }) => state === 'void',
};

const list: Query<'fees.invoices'> = (facts, { show, search, sort, offset, limit }) => {
  const everything = listed(facts);
  const isMeant = searchFor(search);
  const found = everything.filter(({ row, words }) => shown[show](row) && (isMeant === null || isMeant(words)));
  const chosen = sort ? found.toSorted(by(sort.by, sort.direction === 'up' ? 1 : -1)) : found;
  const count = (part: InvoiceShow) => everything.filter(({ row }) => shown[part](row)).length;
  return done({
    total: chosen.length,
    offset,
    rows: chosen.slice(offset, offset + limit).map(({ row }) => row),
    // The keys are exactly the parts; fromEntries forgets it.
    counts: Object.fromEntries(invoiceShows.map((part) => [part, count(part)])) as Record<InvoiceShow, number>,
    open: sumCents(everything.map(({ row }) => row.open)),
  });
};

/** Every invoice, the newest first. */
const listed = (facts: Facts): readonly Listed[] =>
  facts.cached('invoices', ['invoice', 'invoiceLine', ...feeTables], () => {
    const lines = settledLines(facts);
    return facts.database
      .all<Invoice>('SELECT * FROM invoice ORDER BY issuedOn DESC, number DESC')
      .map((invoice) => listedInvoice(invoice, lines.get(invoice.id) ?? []));
  });

function listedInvoice({ id, purchaseOrder, ...invoice }: Invoice, lines: InvoiceRow['lines']): Listed {
  const { number, billTo, organizationId, issuedOn, voidedOn, voidReason } = invoice;
  const row: InvoiceRow = {
    invoiceId: id,
    number,
    billTo,
    organizationId,
    issuedOn,
    order: purchaseOrder ?? '',
    people: lines.length,
    total: sumCents(lines.map(({ cents }) => cents)),
    paid: sumCents(lines.map(({ paid }) => paid)),
    open: sumCents(lines.map(({ open }) => open)),
    state: invoiceState(lines, voidedOn !== null),
    voidedOn,
    voidReason,
    lines,
  };
  const words = [number, billTo, row.order, ...lines.map(({ name }) => name)];
  return { row, words: words.flatMap((word) => [foldName(word), word.toLowerCase()]).join(' ') };
}

const order: Readonly<Record<InvoiceState, number>> = { due: 0, 'part-paid': 1, paid: 2, settled: 3, void: 4 };

const keyOf = (row: InvoiceRow, column: InvoiceColumn): string | number => {
  if (column === 'state') return order[row.state];
  const value = row[column];
  return typeof value === 'string' ? foldName(value) : value;
};

const by =
  (column: InvoiceColumn, sign: number) =>
  (a: Listed, b: Listed): number => {
    const [left, right] = [keyOf(a.row, column), keyOf(b.row, column)];
    return left < right ? -sign : left > right ? sign : 0;
  };

export const invoiceQueries: Pick<Handlers, 'fees.invoices'> = { 'fees.invoices': list };
