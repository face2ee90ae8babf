import type { ReactNode } from 'react';
import { useRulesForm } from './form-context.ts';
import { type RulePart, sayRulePart, sayRules } from './sentences.ts';

/** A part of the form: its fields, and what they say in plain words, which follows every change. */
export function FormPart({ part, children }: { readonly part: RulePart; readonly children: ReactNode }) {
  const { rules } = useRulesForm();
  const id = `rules-${part}`;
  return (
    <section className="settings-section" id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h2 id={`${id}-title`}>{sayRulePart[part]}</h2>
      <ul className="rules-says" aria-label={`${sayRulePart[part]}, in plain words`}>
        {sayRules(rules)[part].map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines can say the same; their place tells them apart
          <li key={at} className={`rules-depth-${Math.min(line.depth, 4)}`}>
            {line.sentence}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

/** Fields, and below them the clauses that govern them. */
export function Ruled({
  clauses,
  of,
  children,
}: {
  readonly clauses: readonly string[];
  /** What the fields set, as it is and as it was; a clause beside a change asks to be read again. */
  readonly of: readonly [now: unknown, was: unknown];
  readonly children: ReactNode;
}) {
  const { base, notes } = useRulesForm();
  const [now, was] = of;
  const changed = base !== null && JSON.stringify(now) !== JSON.stringify(was);
  return (
    <div className="rules-ruled">
      {children}
      <div className="rules-notes">{notes([...new Set(clauses)], changed)}</div>
    </div>
  );
}
