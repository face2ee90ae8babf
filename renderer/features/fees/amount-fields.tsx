import { Cents, sayCents, sumCents } from '../../../shared/model/money.ts';
import type { FeeRow } from '../../../shared/views/fees.ts';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { dollarsOf } from './columns.tsx';
import type { Split } from './receive-dialog.tsx';

/** The most that one amount can be, in dollars. */
const mostDollars = 1_000_000;
const centsOf = (dollars: number): Cents => Cents.parse(Math.round(dollars * 100));

/** How much came in: what each owes, a total split evenly, or an amount each. */
export function AmountFields({
  rows,
  split,
  allOwe,
  total,
  amounts,
  onSplit,
  onTotal,
  onAmounts,
}: {
  readonly rows: readonly FeeRow[];
  readonly split: Split;
  /** Whether everyone owes something, so that each can pay just that. */
  readonly allOwe: boolean;
  readonly total: Cents;
  readonly amounts: ReadonlyMap<string, Cents>;
  readonly onSplit: (split: Split) => void;
  readonly onTotal: (total: Cents) => void;
  readonly onAmounts: (amounts: ReadonlyMap<string, Cents>) => void;
}) {
  const owed = sumCents(rows.map(({ owes }) => owes));
  const amount = ({ participantId, name, owes }: FeeRow) => (
    <NumberField
      key={participantId}
      label={rows.length === 1 ? 'Amount' : name}
      hint={owes > 0 ? `${sayCents(owes)} owed` : 'Nothing owed'}
      unit="dollars"
      fractions
      max={mostDollars}
      value={dollarsOf(amounts.get(participantId) ?? Cents.parse(0))}
      onChange={(dollars) => dollars !== null && onAmounts(new Map(amounts).set(participantId, centsOf(dollars)))}
    />
  );
  if (rows.length === 1) return rows.map(amount);
  return (
    <>
      <SelectField
        label="Amount"
        value={split}
        options={[
          ...(allOwe ? [{ key: 'owed' as const, label: `What each owes, ${sayCents(owed)} in all` }] : []),
          { key: 'evenly', label: 'A total, split evenly' },
          { key: 'each', label: 'An amount each' },
        ]}
        onChange={onSplit}
      />
      {split === 'evenly' && (
        <NumberField
          label="Total"
          hint={`${sayCents(owed)} owed in all`}
          unit="dollars"
          fractions
          max={mostDollars}
          value={dollarsOf(total)}
          onChange={(dollars) => dollars !== null && onTotal(centsOf(dollars))}
        />
      )}
      {split === 'each' && <div className="fees-amounts">{rows.map(amount)}</div>}
    </>
  );
}
