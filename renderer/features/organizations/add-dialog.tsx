import { type FormEvent, useState } from 'react';
import type { OrganizationKind } from '../../../shared/model/people.ts';
import type { Problem } from '../../../shared/model/result.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { kindOptions } from './kinds.ts';

/** Adds a school system, a college or another employer by name. */
export function AddOrganizationDialog({ first, onClose }: { readonly first: string; readonly onClose: () => void }) {
  const [name, setName] = useState(first);
  const [kind, setKind] = useState<OrganizationKind>('school-system');
  const [problem, setProblem] = useState<Problem | null>(null);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const result = await call('organizations.add', { name, kind });
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  return (
    <Dialog title="Add to the list" onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <TextField label="Name" value={name} onChange={setName} maxLength={200} autoFocus />
        <SelectField label="Type" value={kind} options={kindOptions} onChange={setKind} />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit" disabledBecause={name.trim() === '' ? 'Give it a name.' : null}>
            Add
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
