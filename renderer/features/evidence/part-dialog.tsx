import { type FormEvent, useState } from 'react';
import type { EvidenceAsked } from '../../../shared/model/evidence.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { EvidenceRow } from '../../../shared/views/evidence.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { sayAmount } from './words.ts';

/** Accepts part of what was claimed: how much of it, and why not all. */
export function PartDialog({
  row,
  asked,
  onClose,
}: {
  readonly row: EvidenceRow;
  readonly asked: EvidenceAsked;
  /** `did`: it is decided. */
  readonly onClose: (did: boolean) => void;
}) {
  const [amount, setAmount] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const whyNot =
    amount === null
      ? 'First type how much of it counts.'
      : reason.trim().length < 3
        ? 'First say why not all of it, in three letters or more.'
        : null;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (whyNot !== null || amount === null) return;
    const decision = { kind: 'part' as const, amount, reason: reason.trim() };
    const result = await call('evidence.review', { itemId: row.id, decision });
    if (result.ok) onClose(true);
    else setProblem(result.problem);
  };
  return (
    <Dialog title={`Accept part of “${row.title}”`} onClose={() => onClose(false)}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <p>
          {row.name} claims {sayAmount(row.claimed, asked)}.
        </p>
        <NumberField
          label="Counts"
          unit={asked.unit.many}
          optional
          fractions
          autoFocus
          value={amount}
          onChange={setAmount}
        />
        <TextField
          label="Why not all of it"
          hint="Saved with the decision."
          value={reason}
          placeholder="Only the first day was on the subject"
          maxLength={500}
          onChange={setReason}
        />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit" disabledBecause={whyNot}>
            Accept part
          </Button>
          <Button onClick={() => onClose(false)}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
