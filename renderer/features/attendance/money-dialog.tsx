import { type FormEvent, useState } from 'react';
import { type FeeMethod, feeMethods, hasNumber, sayMethod } from '../../../shared/model/fees.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { CheckInAnswer } from '../../../shared/views/attendance.ts';
import { call } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField } from '../../components/fields/select-field.tsx';
import { TextField } from '../../components/fields/text-field.tsx';
import { ProblemNote } from '../../components/problem.tsx';
import { useToday } from '../../frame/status-store.ts';

/** The fee that somebody brings to the door. What is more than that is for the Fees screen, later. */
export function MoneyDialog({
  answer,
  onClose,
}: {
  readonly answer: CheckInAnswer;
  /** What was noted, as a sentence; null: nothing. */
  readonly onClose: (noted: string | null) => void;
}) {
  const today = useToday();
  const [method, setMethod] = useState<FeeMethod>('check');
  const [reference, setReference] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { participantId, owes, name } = answer;
  const missing = hasNumber(method) && reference.trim() === '';
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing || !participantId) return;
    const result = await call('fees.receive', {
      shares: { split: 'owed', participantIds: [participantId] },
      method,
      reference: hasNumber(method) ? reference.trim() : null,
      receivedOn: today,
    });
    if (result.ok) onClose(`${sayCents(result.value.cents)} received by ${sayMethod[method].toLowerCase()}.`);
    else setProblem(result.problem);
  };
  return (
    <Dialog title={`${sayCents(owes)} received from ${name}`} onClose={() => onClose(null)}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <SelectField
          label="Paid by"
          value={method}
          options={feeMethods.map((key) => ({ key, label: sayMethod[key] }))}
          onChange={setMethod}
          autoFocus
        />
        {hasNumber(method) && (
          <TextField
            label={`${sayMethod[method]} number`}
            value={reference}
            onChange={setReference}
            maxLength={100}
            problem={tried && missing ? 'An accountant will ask for it.' : null}
          />
        )}
        <p className="mute">Another amount, or another payer, can be noted on the Fees screen at any time.</p>
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit">
            Note {sayCents(owes)}
          </Button>
          <Button onClick={() => onClose(null)}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
