import { type FormEvent, useState } from 'react';
import type { EvidenceAsked } from '../../../shared/model/evidence.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { EvidenceRow } from '../../../shared/views/evidence.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { type Claim, claimInput, claimOn } from './claim.ts';
import { ClaimFields } from './claim-fields.tsx';

/** Why what is claimed can’t be corrected; null: it can, until it is decided. */
export const whyNotCorrected = ({ decidedOn, state }: EvidenceRow): string | null =>
  decidedOn !== null && state !== 'returned'
    ? 'It is decided already, on what was claimed then. Undo the decision first.'
    : null;

/** Corrects what is claimed, before it is decided; the documents stay. */
export function CorrectDialog({
  row,
  asked,
  onClose,
}: {
  readonly row: EvidenceRow;
  readonly asked: EvidenceAsked;
  readonly onClose: () => void;
}) {
  const was = claimOn(row);
  const [claim, setClaim] = useState<Claim>(was);
  const [problem, setProblem] = useState<Problem | null>(null);
  const input = claimInput(claim, was, asked);
  const whyNot =
    claim.title.trim() === ''
      ? 'First say what it was.'
      : input === null
        ? 'First choose the day it was done on.'
        : null;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (whyNot !== null || input === null) return;
    const result = await call('evidence.correct', { itemId: row.id, ...input });
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  return (
    <Dialog title={`Correct “${row.title}” of ${row.name}`} wide onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <ClaimFields asked={asked} claim={claim} set={(part) => setClaim((now) => ({ ...now, ...part }))} autoFocus />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit" disabledBecause={whyNot}>
            Correct
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
