import { type FormEvent, useState } from 'react';
import { sayDate } from '../../../shared/model/dates.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { CertificationLife } from '../../../shared/views/recertification-life.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';

/** Moves someone’s current cycle to a newer version of the rules; it says first what changes for them. */
export function MoveDialog({ life, onClose }: { readonly life: CertificationLife; readonly onClose: () => void }) {
  const { participantId, name, versions } = life;
  const { own, newer } = versions;
  const [versionId, setVersionId] = useState(newer[0]?.versionId);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const move = useCall('recertification.previewMove', versionId ? { participantId, versionId } : null);
  const whyNot =
    move.value === undefined
      ? 'First wait until it shows what changes.'
      : reason.trim().length < 3
        ? 'First say why, in three letters or more.'
        : null;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (whyNot !== null || !versionId) return;
    const result = await call('recertification.moveVersion', { participantId, versionId, reason: reason.trim() });
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  return (
    <Dialog title={`Move ${name} to newer rules`} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        {own !== null && (
          <p className="mute">
            Now: version {own.number}, in effect from {sayDate(own.effectiveOn)}.
          </p>
        )}
        <SelectField
          label="Move to"
          value={versionId ?? ''}
          options={newer.map((each) => ({
            key: each.versionId,
            label: `Version ${each.number}, from ${sayDate(each.effectiveOn)}: ${each.note}`,
          }))}
          onChange={(key) => setVersionId(newer.find((each) => each.versionId === key)?.versionId)}
        />
        <div>
          <p className="mute">What changes for {name} today</p>
          {move.problem && <ProblemNote problem={move.problem} />}
          {move.value?.differences.length === 0 && <p>Nothing.</p>}
          {move.value && move.value.differences.length > 0 && (
            <ul className="dialog-lines">
              {move.value.differences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </div>
        <TextField
          label="Why"
          hint="Saved with the decision and shown in History."
          placeholder="Asked to go by the new rules"
          value={reason}
          onChange={setReason}
          maxLength={500}
        />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit" disabledBecause={whyNot}>
            Move
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
