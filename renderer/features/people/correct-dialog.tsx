import './people.css';
import { useState } from 'react';
import type { PersonId } from '../../../shared/model/ids.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { CorrectForm } from './correct-card.tsx';

/** Corrects a person’s record in front of a screen that has no inspector, as at the door. */
export function CorrectDialog({ personId, onClose }: { readonly personId: PersonId; readonly onClose: () => void }) {
  const { value, problem } = useCall('people.show', { personId });
  return (
    <Dialog title={value ? `Correct the record of ${value.name}` : 'Correct the record'} onClose={onClose}>
      {problem && <ProblemNote problem={problem} />}
      {value && <CorrectForm key={value.personId} person={value} onDone={onClose} />}
    </Dialog>
  );
}

/** The button that opens it; says whose record it is where several stand side by side. */
export function CorrectButton({ personId, name }: { readonly personId: PersonId; readonly name: string }) {
  const [correcting, setCorrecting] = useState(false);
  return (
    <>
      <Button
        kind="quiet"
        className="people-small"
        aria-label={`Correct the record of ${name}`}
        onClick={() => setCorrecting(true)}
      >
        Correct…
      </Button>
      {correcting && <CorrectDialog personId={personId} onClose={() => setCorrecting(false)} />}
    </>
  );
}
