import { type FormEvent, useState } from 'react';
import type { CivilDate } from '../../../shared/model/dates.ts';
import { type StandingKind, sayStandingKind } from '../../../shared/model/recertification/facts.ts';
import { sayLife } from '../../../shared/model/recertification/standing.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { CertificationLife } from '../../../shared/views/recertification-life.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useToday } from '../../kit/status-store.ts';

/** Decides someone’s standing from a day on. What can’t be decided is listed too, and says why not. */
export function StandingDialog({ life, onClose }: { readonly life: CertificationLife; readonly onClose: () => void }) {
  const today = useToday();
  const first = life.mayChange.find(({ whyNot }) => whyNot === null)?.kind ?? 'retired';
  const [kind, setKind] = useState<StandingKind>(first);
  const [fromOn, setFromOn] = useState<CivilDate | null>(today);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const refused = life.mayChange.find((each) => each.kind === kind)?.whyNot ?? null;
  const whyNot =
    fromOn === null
      ? 'First choose the day.'
      : reason.trim().length < 3
        ? 'First say why, in three letters or more.'
        : null;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (whyNot !== null || fromOn === null) return;
    const { participantId } = life;
    const result = await call('recertification.changeStanding', { participantId, kind, fromOn, reason: reason.trim() });
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  return (
    <Dialog title={`Change the standing of ${life.name}`} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <p className="mute">Now: {sayLife[life.standing.life].toLowerCase()}.</p>
        <SelectField
          label="New standing"
          hint={sayMeaning[kind]}
          value={kind}
          options={life.mayChange.map((each) => ({ key: each.kind, label: sayStandingKind[each.kind] }))}
          onChange={(next) => {
            setKind(next);
            setProblem(null);
          }}
        />
        <DateField label="From" value={fromOn} onChange={setFromOn} />
        <TextField
          label="Why"
          hint="Saved with the decision and shown in History."
          placeholder="Retired after 31 years"
          value={reason}
          onChange={setReason}
          maxLength={500}
        />
        {problem === null && refused !== null && <p className="mute">As of today: {refused}</p>}
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit" disabledBecause={whyNot}>
            Decide
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** What each decision does to the certification. */
const sayMeaning: Record<StandingKind, string> = {
  inactive: 'Not practicing: no cycle runs until they come back as the rules ask.',
  retired: 'Nothing more is asked of them.',
  exempt: 'Nothing is asked of them until you end it.',
  suspended: 'Not good for now. The cycle goes on, and “Active again” lifts it.',
  revoked: 'Taken away. Only a reinstatement brings it back.',
  active: 'Ends retired, inactive, exempt, or a suspension that you decided.',
  reinstated: 'Brings back a lapsed, revoked, or inactive certification, as the rules ask.',
};
