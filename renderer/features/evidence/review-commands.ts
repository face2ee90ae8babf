import { useCommands } from '../../kit/commands.ts';

/** What can be done with the evidence that is open. */
interface Review {
  readonly accept: () => void;
  readonly part: () => void;
  readonly giveBack: () => void;
  readonly correct: () => void;
  /** To the next one, or the one before. */
  readonly step: (by: 1 | -1) => void;
  readonly add: () => void;
}

/** The keys of the review queue. */
export function useReviewCommands(of: Review): void {
  useCommands([
    {
      id: 'evidence.accept',
      label: 'Accept this evidence',
      keys: 'A',
      onRows: { label: 'Accept' },
      run: of.accept,
    },
    {
      id: 'evidence.part',
      label: 'Accept part of this evidence',
      keys: 'P',
      onRows: { label: 'Accept part…' },
      run: of.part,
    },
    {
      id: 'evidence.return',
      label: 'Return this evidence',
      keys: 'R',
      onRows: { label: 'Return…' },
      run: of.giveBack,
    },
    {
      id: 'evidence.correct',
      label: 'Correct what is claimed',
      also: 'change hours category',
      keys: 'C',
      onRows: { label: 'Correct…' },
      run: of.correct,
    },
    { id: 'evidence.next', label: 'Next evidence', keys: 'N', run: () => of.step(1) },
    { id: 'evidence.previous', label: 'Previous evidence', keys: 'Shift+N', run: () => of.step(-1) },
    { id: 'evidence.add', label: 'Add evidence', keys: 'E', run: of.add },
  ]);
}
