import type { ReactNode } from 'react';
import { ClauseNote } from './clause.tsx';

/** A part of the policy: its settings, with their clauses beside them. */
export function Section({
  id,
  title,
  about,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly about?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="settings-section" id={`settings-${id}`} aria-labelledby={`settings-${id}-title`} tabIndex={-1}>
      <h2 id={`settings-${id}-title`}>{title}</h2>
      {about && <p className="settings-about">{about}</p>}
      {children}
    </section>
  );
}

/** Settings at the left, and at the right what the page says on them. */
export function Governed({
  clauses,
  changed = false,
  children,
}: {
  readonly clauses: readonly string[];
  /** Whether the setting differs from the version that the changes start from. */
  readonly changed?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className="governed">
      <div className="governed-fields">{children}</div>
      <div className="governed-clauses">
        {[...new Set(clauses)].map((id) => (
          <ClauseNote key={id} id={id} changed={changed} />
        ))}
      </div>
    </div>
  );
}
