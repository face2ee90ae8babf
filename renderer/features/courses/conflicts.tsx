import { CircleAlert, TriangleAlert } from 'lucide-react';
import { type PlanConflict, sayConflict } from '../../../shared/model/year-plan.ts';

/** Conflicts in their sentences: what stops a plan first. */
export function ConflictList({
  label,
  conflicts,
}: {
  readonly label: string;
  readonly conflicts: readonly PlanConflict[];
}) {
  const inOrder = conflicts.toSorted((a, b) => Number(b.stops) - Number(a.stops));
  return (
    <ul className="courses-conflicts" aria-label={label}>
      {inOrder.map(({ kind, sentence, stops }) => (
        <li key={`${kind} ${sentence}`} className={stops ? 'courses-stops' : undefined}>
          {stops ? <CircleAlert aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
          <span>
            <b>{sayConflict[kind]}.</b> {sentence}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What stands against one session, an icon and a word or two each; the whole sentence to whoever asks. */
export function ConflictMarks({ of, conflicts }: { readonly of: string; readonly conflicts: readonly PlanConflict[] }) {
  const own = conflicts.filter(({ about }) => about.includes(of));
  const words = new Map(own.map((conflict) => [conflict.kind, conflict]));
  return [...words.values()].map(({ kind, sentence, stops }) => (
    <span key={kind} className={`status ${stops ? 'status-bad' : 'status-wait'}`} title={sentence}>
      {stops ? <CircleAlert aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
      <span className="status-word">{sayConflict[kind]}</span>
    </span>
  ));
}
