import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { countOf } from '../../../shared/model/counts.ts';
import { type PlanConflict, sayConflict } from '../../../shared/model/year-plan.ts';

/** More of one kind are one line, which opens. */
const mostAlike = 2;

/** Conflicts in their sentences: what stops a plan first; many of one kind are one line, with a sentence each inside. */
export function ConflictList({
  label,
  conflicts,
}: {
  readonly label: string;
  readonly conflicts: readonly PlanConflict[];
}) {
  const inOrder = conflicts.toSorted((a, b) => Number(b.stops) - Number(a.stops));
  const kinds = [...new Map(inOrder.map((conflict) => [`${conflict.kind} ${conflict.stops}`, conflict]))];
  return (
    <ul className="courses-conflicts" aria-label={label}>
      {kinds.flatMap(([key, { kind, stops }]) => {
        const alike = inOrder.filter((each) => each.kind === kind && each.stops === stops);
        if (alike.length > mostAlike) {
          return (
            <ConflictLine key={key} stops={stops}>
              <details>
                <summary>
                  <b>{sayConflict[kind]}</b>, {countOf(alike.length, 'time')}
                </summary>
                <ul>
                  {alike.map(({ sentence }) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </details>
            </ConflictLine>
          );
        }
        return alike.map(({ sentence }) => (
          <ConflictLine key={`${key} ${sentence}`} stops={stops}>
            <b>{sayConflict[kind]}.</b> {sentence}
          </ConflictLine>
        ));
      })}
    </ul>
  );
}

const ConflictLine = ({ stops, children }: { readonly stops: boolean; readonly children: ReactNode }) => (
  <li className={stops ? 'courses-conflict courses-stops' : 'courses-conflict'}>
    {stops ? <CircleAlert aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
    <div>{children}</div>
  </li>
);

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
