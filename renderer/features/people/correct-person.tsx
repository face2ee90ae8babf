import { useState } from 'react';
import type { PersonId } from '../../../shared/model/ids.ts';
import { Button } from '../../kit/button.tsx';
import { CorrectCard } from './correct-card.tsx';

/** Corrects a person’s name, contact and school system from any inspector that shows them. */
export function CorrectPerson({ personId }: { readonly personId: PersonId }) {
  const [correcting, setCorrecting] = useState(false);
  if (correcting) return <CorrectCard personId={personId} onDone={() => setCorrecting(false)} />;
  return (
    <div className="row">
      <Button onClick={() => setCorrecting(true)}>Correct name or contact…</Button>
    </div>
  );
}
