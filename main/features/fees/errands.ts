import type { ParsedInputOf } from '../../../shared/api.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import { sayFeeState } from '../../../shared/model/fees.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { TableRow } from '../../../shared/model/roster.ts';
import { type FeeColumn, type FeeRow, feeColumns, feeTable, sayFeeShow } from '../../../shared/views/fees.ts';
import type { WrittenFile } from '../../../shared/views/page.ts';
import { pdfFilter } from '../../call/dialogs.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import { fileName, saveSheet } from '../../call/save-sheet.ts';
import { runJob } from '../../jobs/run.ts';
import { tableSheet } from '../../spreadsheets/write/table-sheet.ts';
import type { FeePaper } from './fee-paper.ts';
import { invoicePaper, receiptPapers } from './papers.ts';
import { chosenFees } from './rows.ts';

const printInvoice: Errand<'fees.printInvoice'> = async (desk, { invoiceId }) => {
  const paper = invoicePaper(desk.facts(), invoiceId);
  if (!paper) return refuse('That invoice is not in this database any more. Perhaps it was taken back.');
  return savePapers(desk, [paper], `Invoice ${paper.number} ${paper.to[0] ?? ''}`, '1 invoice');
};

const printReceipt: Errand<'fees.printReceipt'> = async (desk, { paymentIds }) => {
  const facts = desk.facts();
  const papers = receiptPapers(facts, paymentIds);
  const [first] = papers;
  if (!first) return refuse('None of these payments has a receipt. Perhaps they were taken back.');
  const name =
    papers.length === 1 ? `Receipt ${first.number} ${first.to[0] ?? ''}` : `${papers.length} receipts ${facts.today}`;
  return savePapers(desk, papers, name, papers.length === 1 ? '1 receipt' : `${papers.length} receipts`);
};

/** Asks where to, and prints papers; null where the person thought better of it. */
async function savePapers(
  desk: Workbench,
  papers: readonly FeePaper[],
  name: string,
  holds: string,
): Promise<Result<WrittenFile | null>> {
  const file = await desk.dialogs.saveFile({
    title: `Print ${holds}`,
    suggestedName: `${fileName(name)}.pdf`,
    filters: [pdfFilter],
  });
  if (file === null) return done(null);
  const label = `Printing ${holds}`;
  desk.progress(label, null);
  const written = await runJob(
    'writeFeePapers',
    { file, papers },
    {
      signal: desk.signal,
      onProgress: ({ done: printed, total }) => desk.progress(label, total > 0 ? printed / total : null),
    },
  );
  if (!written.ok) return written;
  desk.written.add(file);
  const { pages } = written.value;
  return done({ file, holds: pages > papers.length ? `${holds} on ${pages} pages` : holds, notes: [] });
}

const toCells = (row: FeeRow): TableRow<FeeColumn> => ({
  name: row.name,
  organization: row.organization,
  cohort: row.cohort,
  state: sayFeeState[row.state],
  due: row.due,
  paid: row.paid,
  owes: row.owes,
  payment: row.payment,
  paidBy: row.paidBy,
  lastOn: row.lastOn,
  invoice: row.invoice,
  email: row.email,
});

const exportList: Errand<'fees.export'> = async (desk, input) => {
  const facts = desk.facts();
  if (!facts.inForce) return refuse('This desk has no program yet. Start one first.');
  const { name } = facts.inForce.policy.program;
  const chosen = input.columns ?? feeColumns;
  const title = titleOf(
    facts.database.get<{ name: string }>('SELECT name FROM cohort WHERE id = ?', input.cohortId),
    input,
  );
  const sheet = tableSheet(
    title,
    chosen.flatMap((key) => feeTable.filter((column) => column.key === key)),
    chosenFees(facts, input).map(toCells),
    { subtitle: `${name}, ${sayDate(facts.today)}` },
  );
  return saveSheet(desk, sheet, `${name} ${title} ${facts.today}`, input.format);
};

/** `Fees of Foxtrot`, `Fees of Foxtrot, owes`. */
function titleOf(cohort: { name: string } | undefined, { show }: Pick<ParsedInputOf<'fees.export'>, 'show'>): string {
  const whose = cohort ? `Fees of ${cohort.name}` : 'Fees of every cohort';
  return show === 'everyone' ? whose : `${whose}, ${sayFeeShow[show].toLowerCase()}`;
}

export const feeErrands: Pick<Handlers, 'fees.printInvoice' | 'fees.printReceipt' | 'fees.export'> = {
  'fees.printInvoice': printInvoice,
  'fees.printReceipt': printReceipt,
  'fees.export': exportList,
};
