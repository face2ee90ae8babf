import { type FormEvent, useState } from 'react';
import type { InputOf } from '../../../shared/api.ts';
import { nameOrCount } from '../../../shared/model/counts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import { type FeeMethod, hasNumber } from '../../../shared/model/fees.ts';
import { Cents, lessCents, sayCents, sumCents } from '../../../shared/model/money.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { FeeRow } from '../../../shared/views/fees.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useToday } from '../../kit/status-store.ts';
import { sayFirstNames } from './actions.ts';
import { AmountFields } from './amount-fields.tsx';
import { PaidBy } from './paid-by.tsx';

/** How the money is shared out among several participants. */
export type Split = InputOf<'fees.receive'>['shares']['split'];

const themselves = 'themselves';
const other = 'other';

/** Notes money that came in for one participant or several: how, from whom, how much for each. */
export function ReceiveFeeDialog({
  rows,
  onClose,
}: {
  readonly rows: readonly FeeRow[];
  /** `did`: the money is noted. */
  readonly onClose: (did: boolean) => void;
}) {
  const today = useToday();
  const systems = [...new Map(rows.flatMap(systemOf)).entries()];
  const allOwe = rows.every(({ owes }) => owes > 0);
  const [method, setMethod] = useState<FeeMethod>('check');
  const [reference, setReference] = useState('');
  const [from, setFrom] = useState<string>(systems.length === 1 ? (systems[0]?.[0] ?? themselves) : themselves);
  const [payer, setPayer] = useState('');
  const [split, setSplit] = useState<Split>(rows.length > 1 && allOwe ? 'owed' : 'each');
  const [total, setTotal] = useState<Cents>(sumCents(rows.map(({ owes }) => owes)));
  const [amounts, setAmounts] = useState<ReadonlyMap<string, Cents>>(
    () => new Map(rows.map(({ participantId, owes }) => [participantId, owes])),
  );
  const [receivedOn, setReceivedOn] = useState<CivilDate | null>(today);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tried, setTried] = useState(false);

  const owed = sumCents(rows.map(({ owes }) => owes));
  const sum = sumOf(split, owed, total, amounts);
  const participantIds = rows.map(({ participantId }) => participantId);
  const shares = (): InputOf<'fees.receive'>['shares'] => {
    if (split === 'owed') return { split, participantIds };
    if (split === 'evenly') return { split, participantIds, total };
    return {
      split,
      amounts: participantIds.map((participantId) => ({
        participantId,
        cents: amounts.get(participantId) ?? Cents.parse(0),
      })),
    };
  };
  const missing = hasNumber(method) && reference.trim() === '';
  const nameless = from === other && payer.trim() === '';
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (receivedOn === null || missing || nameless) return;
    const system = rows.find(({ organizationId }) => organizationId === from);
    const result = await call('fees.receive', {
      shares: shares(),
      method,
      reference: hasNumber(method) ? reference.trim() : null,
      organizationId: system?.organizationId ?? null,
      payer: from === other ? payer.trim() : null,
      receivedOn,
      note: note.trim() || null,
    });
    if (result.ok) onClose(true);
    else setProblem(result.problem);
  };
  return (
    <Dialog title={`Payment from ${nameOrCount(rows, 'participant')}`} onClose={() => onClose(false)}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        {rows.length > 1 && <p>{sayFirstNames(rows)}</p>}
        <div className="fees-pair">
          <PaidBy
            method={method}
            onMethod={setMethod}
            reference={reference}
            onReference={setReference}
            missing={tried && missing}
          />
        </div>
        <div className="fees-pair">
          <SelectField
            label="From"
            value={from}
            options={[
              ...systems.map(([key, label]) => ({ key, label })),
              { key: themselves, label: rows.length === 1 ? (rows[0]?.name ?? '') : 'Each person' },
              { key: other, label: 'Someone else' },
            ]}
            onChange={setFrom}
          />
          {from === other && (
            <TextField
              label="Name of the payer"
              value={payer}
              onChange={setPayer}
              maxLength={200}
              problem={tried && nameless ? 'Printed on the receipt.' : null}
            />
          )}
        </div>
        <AmountFields
          rows={rows}
          split={split}
          allOwe={allOwe}
          total={total}
          amounts={amounts}
          onSplit={setSplit}
          onTotal={setTotal}
          onAmounts={setAmounts}
        />
        <DateField
          label="Received on"
          value={receivedOn}
          onChange={setReceivedOn}
          problem={receivedOn !== null && receivedOn > today ? 'This day is in the future.' : null}
        />
        <TextField label="Note (optional)" value={note} onChange={setNote} maxLength={500} />
        {sum > owed && (
          <p className="mute">{sayCents(lessCents(sum, owed))} more than is owed; it shows as overpaid.</p>
        )}
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button
            kind="primary"
            type="submit"
            disabledBecause={
              receivedOn === null ? 'Choose the day it was received.' : sum === 0 ? 'Enter the amount received.' : null
            }
          >
            Record {sayCents(sum)}
          </Button>
          <Button onClick={() => onClose(false)}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}

const systemOf = ({ organizationId, organization }: FeeRow): [string, string][] =>
  organizationId === null ? [] : [[organizationId, organization]];

function sumOf(split: Split, owed: Cents, total: Cents, amounts: ReadonlyMap<string, Cents>): Cents {
  if (split === 'owed') return owed;
  return split === 'evenly' ? total : sumCents([...amounts.values()]);
}
