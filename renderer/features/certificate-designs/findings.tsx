import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { DesignFinding } from '../../../shared/model/certificate-designs.ts';

/** What to fix at a field, also where it is the other of two. */
export const findingsAt = (findings: readonly DesignFinding[], id: string): readonly DesignFinding[] =>
  findings.filter(({ field, also }) => field === id || also === id);

/** What must or should be fixed, in words; what must be before the design can be saved says so. */
export function Findings({
  of,
  onShow,
}: {
  readonly of: readonly DesignFinding[];
  /** Leads to the field that a sentence is about. */
  readonly onShow?: (field: string) => void;
}) {
  if (of.length === 0) return null;
  return (
    <ul className="designs-findings" aria-label="To fix">
      {of.map(({ field, isGrave, sentence }) => (
        <li key={`${field} ${sentence}`} className={isGrave ? 'designs-grave' : undefined}>
          {isGrave ? <TriangleAlert aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
          <span>
            {isGrave && <b>Before it can be saved: </b>}
            {field !== null && onShow ? (
              <button type="button" className="designs-finding" onClick={() => onShow(field)}>
                {sentence}
              </button>
            ) : (
              sentence
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
