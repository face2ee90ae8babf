import { ArrowUp, Check, CircleHelp, type LucideIcon, Minus, Pencil, X } from 'lucide-react';
import type { z } from 'zod';
import type { Reason } from '../../shared/model/decision.ts';

type ReasonValue = z.infer<typeof Reason>;

const marks: Readonly<Record<ReasonValue['outcome'], { readonly icon: LucideIcon; readonly word: string }>> = {
  met: { icon: Check, word: 'Met' },
  unmet: { icon: X, word: 'Not met' },
  'not-needed': { icon: Minus, word: 'Not needed' },
  unknown: { icon: CircleHelp, word: 'Not known' },
  order: { icon: ArrowUp, word: 'Order' },
  overruled: { icon: Pencil, word: 'Overruled' },
};

/** Every reason of a decision: how it came out, the sentence, and the fact that was seen. */
export function Why({
  reasons,
  clauses = [],
}: {
  readonly reasons: readonly ReasonValue[];
  /** The clauses that the reasons name, to be told beside them; none: they aren't. */
  readonly clauses?: readonly { readonly id: string; readonly title: string }[];
}) {
  return (
    <ul className="why">
      {reasons.map((reason, at) => {
        const { icon: Icon, word } = marks[reason.outcome];
        const clause = clauses.find(({ id }) => id === reason.clause);
        return (
          // Two reasons may read the same; their order is fixed by the decision.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at} className={`why-${reason.outcome}`}>
            <Icon aria-hidden="true" />
            <div>
              <span className="unseen">{word}: </span>
              {reason.sentence}
              {reason.seen && <div className="why-seen">{reason.seen}</div>}
              {clause && <div className="why-clause">Rule: {clause.title}</div>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
