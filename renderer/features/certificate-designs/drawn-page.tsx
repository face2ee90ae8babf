import type { DesignChoice } from '../../../shared/model/certificate-designs.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useDrawnChoice } from './drawn.ts';

/** A design as it prints, small. */
export function SavedDesignPage({ choice }: { readonly choice: DesignChoice }) {
  const { page, behind, problem } = useDrawnChoice(choice);
  if (problem) return <ProblemNote problem={problem} />;
  return (
    <div className="designs-thumbnail" role="img" aria-label="What a certificate of this design looks like">
      {behind && <img src={behind} alt="" />}
      {page && <img src={page} alt="" />}
    </div>
  );
}
