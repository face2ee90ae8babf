import { type FormEvent, useState } from 'react';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { Problem } from '../../../shared/model/result.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useToday } from '../../kit/status-store.ts';
import { changesBetween } from '../policy-words/policy-words.ts';
import { AdoptionPreview } from './adoption-preview.tsx';

const filled = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '');

/** Lists, as they are kept: without the lines and names that were left empty. */
export const tidied = (policy: Policy): Policy => ({
  ...policy,
  schedule: { ...policy.schedule, conferenceNames: filled(policy.schedule.conferenceNames) },
  recertification: { ...policy.recertification, documents: filled(policy.recertification.documents) },
  cohortNames: policy.cohortNames.map((name) => name.trim()).filter((name) => name !== ''),
  memberships: policy.memberships.map((membership) => ({
    ...membership,
    spokenAs: membership.spokenAs.map((words) => words.trim()).filter((words) => words !== ''),
  })),
});

/** What a new version changes, from which day, and why. A refusal stays in sight with its reasons. */
export function SaveDialog({
  base,
  policy,
  onClose,
  onSaved,
}: {
  readonly base: Policy;
  readonly policy: Policy;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}) {
  const today = useToday();
  const [effectiveOn, setEffectiveOn] = useState<CivilDate | null>(today);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const changes = changesBetween(base, policy);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (effectiveOn === null || note.trim().length < 3) return;
    const result = await call('program.revise', { policy, effectiveOn, note: note.trim() });
    if (result.ok) onSaved();
    else setProblem(result.problem);
  };
  return (
    <Dialog title="Adopt a new version of the policy" wide onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <div>
          <p>
            {changes.length === 1 ? 'One point changes' : `${changes.length} points change`}. Cohorts that have begun
            keep what they were promised, and past decisions the version they were made under. Everything still open
            follows the new one.
          </p>
          <ul className="dialog-lines settings-changes">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </div>
        <div className="settings-fields">
          <DateField
            label="In force from"
            value={effectiveOn}
            onChange={setEffectiveOn}
            problem={tried && effectiveOn === null ? 'The day it takes effect.' : null}
          />
          <TextField
            label="Why"
            autoFocus
            value={note}
            onChange={setNote}
            placeholder="The board decided on 30 more seats"
            problem={tried && note.trim().length < 3 ? 'Enter a reason (three letters or more).' : null}
          />
        </div>
        <AdoptionPreview policy={policy} effectiveOn={effectiveOn} />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit">
            Adopt this version
          </Button>
          <Button onClick={onClose}>Keep editing</Button>
        </footer>
      </form>
    </Dialog>
  );
}
