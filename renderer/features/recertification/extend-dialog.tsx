import { type FormEvent, useState } from 'react';
import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { CertificationLife, ExtensionChoice } from '../../../shared/views/recertification-life.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useToday } from '../../kit/status-store.ts';

/** Grants more time for the cycle that runs: until when, since when, and why. */
export function ExtendDialog({
  life,
  choice,
  onClose,
}: {
  readonly life: CertificationLife;
  readonly choice: Extract<ExtensionChoice, { whyNot: null }>;
  readonly onClose: () => void;
}) {
  const today = useToday();
  const [untilOn, setUntilOn] = useState<CivilDate | null>(choice.latestOn);
  const [grantedOn, setGrantedOn] = useState<CivilDate | null>(today);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const whyNot =
    untilOn === null || grantedOn === null
      ? 'First choose the days.'
      : reason.trim().length < 3
        ? 'First say why, in three letters or more.'
        : null;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (whyNot !== null || untilOn === null) return;
    const { participantId } = life;
    const result = await call('recertification.extend', { participantId, untilOn, grantedOn, reason: reason.trim() });
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  return (
    <Dialog title={`Give ${life.name} more time`} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <ul className="dialog-lines">
          <li>
            Cycle {choice.cycle} ends on {sayDate(choice.endsOn)}.
          </li>
          <li>
            The rules allow {choice.longest} more at most, until {sayDate(choice.latestOn)}
            {choice.fee > 0 && `, for ${sayCents(choice.fee)}`}.
          </li>
        </ul>
        <DateField label="Until" value={untilOn} onChange={setUntilOn} autoFocus />
        <DateField label="Granted on" value={grantedOn} onChange={setGrantedOn} />
        <TextField
          label="Why"
          hint="Saved with the extension and shown in History."
          placeholder="Parental leave"
          value={reason}
          onChange={setReason}
          maxLength={500}
        />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit" disabledBecause={whyNot}>
            Extend
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
