import { TriangleAlert } from 'lucide-react';
import type { Problem } from '../../shared/model/result.ts';

/** Why something was refused: what, why, and what to do next. */
export function ProblemNote({ problem }: { readonly problem: Problem }) {
  return (
    <div className="problem" role="alert">
      <TriangleAlert aria-hidden="true" />
      <div>
        <p>{problem.sentence}</p>
        {problem.reasons.length > 0 && (
          <ul>
            {problem.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
