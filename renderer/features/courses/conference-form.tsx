import { type FormEvent, useState } from 'react';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { Problem } from '../../../shared/model/result.ts';
import { call } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DateField } from '../../components/fields/date-field.tsx';
import { TextField } from '../../components/fields/text-field.tsx';
import { ProblemNote } from '../../components/problem.tsx';

/** Notes a conference and its days, around which sessions are planned. */
export function ConferenceForm({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [startsOn, setStartsOn] = useState<CivilDate | null>(null);
  const [endsOn, setEndsOn] = useState<CivilDate | null>(null);
  const [place, setPlace] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || startsOn === null) {
      return setProblem({ sentence: 'A conference has a name and a first day.', reasons: [] });
    }
    const result = await call('courses.addConference', {
      name: name.trim(),
      startsOn,
      endsOn: endsOn ?? startsOn,
      place: place.trim() === '' ? null : place.trim(),
    });
    if (result.ok) onClose();
    else setProblem(result.problem);
  };

  return (
    <Dialog title="Note a conference" onClose={onClose}>
      <form onSubmit={(event) => void onSubmit(event)} className="stack">
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          placeholder="Fall Conference"
          maxLength={200}
          autoFocus
        />
        <div className="courses-hours courses-days-fields">
          <DateField label="First day" value={startsOn} onChange={setStartsOn} />
          <DateField label="Last day" hint="Empty: one day only." value={endsOn} onChange={setEndsOn} />
        </div>
        <TextField label="Place" value={place} onChange={setPlace} placeholder="Mobile" maxLength={200} />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit">
            Note it
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
