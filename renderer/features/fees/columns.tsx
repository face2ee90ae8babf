import { sayDate } from '../../../shared/model/dates.ts';
import { sayFeeState } from '../../../shared/model/fees.ts';
import { type Cents, sayCents } from '../../../shared/model/money.ts';
import { type FeeColumn, type FeeRow, feeTable } from '../../../shared/views/fees.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { Status } from '../../kit/status.tsx';

const dash = <span className="mute">–</span>;

type Look = Omit<Column<FeeRow>, 'key' | 'title'>;

const text = (
  key: 'organization' | 'cohort' | 'payment' | 'paidBy' | 'invoice' | 'email',
  look: Partial<Look>,
): Look => ({
  ...look,
  text: (row) => row[key],
  cell: (row) => row[key] || dash,
});
const money = (key: 'due' | 'paid' | 'owes'): Look => ({
  width: 58,
  align: 'end',
  text: (row) => sayCents(row[key]),
  cell: (row) => (row[key] === 0 ? dash : sayCents(row[key])),
});

const looks: Readonly<Record<FeeColumn, Look>> = {
  name: { least: 160, always: true, text: ({ name }) => name },
  organization: text('organization', { least: 100, mute: true }),
  cohort: text('cohort', { width: 80 }),
  state: { width: 112, text: ({ state }) => sayFeeState[state], cell: ({ state }) => <Status of={state} /> },
  due: money('due'),
  paid: money('paid'),
  owes: money('owes'),
  payment: text('payment', { least: 88, mute: true }),
  paidBy: text('paidBy', { least: 72 }),
  lastOn: {
    width: 112,
    mute: true,
    hidden: true,
    text: ({ lastOn }) => (lastOn === null ? '' : sayDate(lastOn)),
  },
  invoice: text('invoice', { width: 134, mute: true, hidden: true }),
  email: text('email', { least: 190, mute: true, hidden: true }),
};

/** The columns of the list of fees; the exported sheet has the same. One cohort needs no column for it. */
export const columnsOfFees = (isOneCohort: boolean): readonly Column<FeeRow>[] =>
  feeTable.map(({ key, title }) => ({ key, title, ...looks[key], ...(key === 'cohort' && { hidden: isOneCohort }) }));

/** The sum of what these owe, and whether anybody does. */
export const owing = (rows: readonly FeeRow[]): readonly FeeRow[] => rows.filter(({ owes }) => owes > 0);

/** Dollars as a field shows them; cents of a field's dollars. */
export const dollarsOf = (cents: Cents): number => cents / 100;
