import { type FormEvent, useState } from 'react';
import { type FeeMethod, hasNumber, sayFeeMethod } from '../../../shared/model/fees.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { CheckInAnswer } from '../../../shared/views/attendance.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useToday } from '../../kit/status-store.ts';
import { PaidBy } from '../fees/paid-by.tsx';

/** The fee that someone brings to the door. What is more than that is for the Fees screen, later. */
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
    if (result.ok) onClose(`${sayCents(result.value.cents)} received by ${sayFeeMethod[method].toLowerCase()}.`);
    else setProblem(result.problem);
  };
  return (
    <Dialog title={`${sayCents(owes)} received from ${name}`} onClose={() => onClose(null)}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <PaidBy
          method={method}
          onMethod={setMethod}
          reference={reference}
          onReference={setReference}
          missing={tried && missing}
        />
        <p className="mute">Another amount, or another payer, can be recorded on the Fees screen at any time.</p>
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit">
            Record {sayCents(owes)}
          </Button>
          <Button onClick={() => onClose(null)}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
