import type { ParsedInputOf } from '../../../shared/api.ts';
import { countOf } from '../../../shared/model/counts.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import { sayFeeState } from '../../../shared/model/fees.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { TableRow } from '../../../shared/model/roster.ts';
import { type FeeColumn, type FeeRow, feeColumns, feeTable, sayFeeShow } from '../../../shared/views/fees.ts';
import type { WrittenFile } from '../../../shared/views/page.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { type PaperName, printing } from '../../call/paper-out.ts';
import { saveSheet } from '../../call/save-sheet.ts';
import { runJob } from '../../jobs/run.ts';
import { tableSheet } from '../../spreadsheets/write/table-sheet.ts';
import type { FeePaper } from './fee-paper.ts';
import { invoicePaper, receiptPapers } from './papers.ts';
import { chosenFees } from './rows.ts';

const printInvoice: Errand<'fees.printInvoice'> = async (desk, { invoiceId }) => {
  const paper = invoicePaper(desk.facts(), invoiceId);
  if (!paper) return refuse('That invoice no longer exists. It may have been undone.');
  const title = `Invoice ${paper.number}`;
  return savePapers(desk, [paper], { title, fileName: `${title} ${paper.to[0] ?? ''}` }, '1 invoice');
};

const printReceipt: Errand<'fees.printReceipt'> = async (desk, { paymentIds }) => {
  const facts = desk.facts();
  const papers = receiptPapers(facts, paymentIds);
  const [first] = papers;
  if (!first) return refuse('None of these payments has a receipt. They may have been undone.');
  if (papers.length > 1) {
    const holds = countOf(papers.length, 'receipt');
    return savePapers(desk, papers, { title: holds, fileName: `${holds} ${facts.today}` }, holds);
  }
  const title = `Receipt ${first.number}`;
  return savePapers(desk, papers, { title, fileName: `${title} ${first.to[0] ?? ''}` }, '1 receipt');
};

/** Prints papers where they are wanted; null where the person thought better of it. */
async function savePapers(
  desk: Workbench,
  papers: readonly FeePaper[],
  name: PaperName,
  holds: string,
): Promise<Result<WrittenFile | null>> {
  const made = await desk.writePaper(name, (target) =>
    runJob('writeFeePapers', { ...target, papers }, printing(desk, name.title)),
  );
  if (!made.ok || made.value === null) return made.ok ? done(null) : made;
  const { file, value } = made.value;
  return done({ file, holds: value.pages > papers.length ? `${holds} on ${value.pages} pages` : holds, notes: [] });
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
  if (!facts.inForce) return noProgram();
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
