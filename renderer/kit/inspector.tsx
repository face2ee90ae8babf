import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { Problem } from '../../shared/model/result.ts';
import { Button } from './button.tsx';
import { useCommands } from './commands.ts';
import { ProblemNote } from './problem.tsx';

/** What is known of the open record: its facts, its decision and why, its history. Esc closes it. */
export function Inspector({
  title,
  sub,
  status,
  actions,
  onClose,
  onEscape,
  children,
}: {
  readonly title: string;
  readonly sub?: ReactNode;
  /** A `<Status>`, or several. */
  readonly status?: ReactNode;
  /** Stay in sight at the bottom. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  /** What Esc does where that is not to close it. */
  readonly onEscape?: () => void;
  readonly children?: ReactNode;
}) {
  const id = useId();
  const close = () => {
    onClose();
    // Whoever read with the keyboard goes on where the record was opened.
    document.querySelector<HTMLElement>('[data-screen] [role="grid"]')?.focus();
  };
  useCommands([
    { id: 'inspector.close', label: 'Close the inspector', keys: 'Escape', hidden: true, run: onEscape ?? close },
  ]);
  return (
    <aside className="inspector" aria-labelledby={id} data-inspector tabIndex={-1}>
      <header className="inspector-head">
        <div>
          <h2 id={id}>{title}</h2>
          {sub && <div className="mute">{sub}</div>}
        </div>
        <Button
          kind="quiet"
          className="icon-only"
          aria-label="Close"
          title={onEscape ? 'Close' : 'Close (Esc)'}
          onClick={close}
        >
          <X aria-hidden="true" />
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <div className="inspector-body" tabIndex={0}>
        {status && <div className="row">{status}</div>}
        {children}
      </div>
      {actions && <footer className="row inspector-actions">{actions}</footer>}
    </aside>
  );
}

/** An inspector whose record is not here yet, or not any more: then why. */
export const NoRecord = ({
  problem,
  title = 'No longer here',
  onClose,
}: {
  readonly problem: Problem | null;
  readonly title?: string;
  readonly onClose: () => void;
}) => (
  <Inspector title={problem ? title : ''} onClose={onClose}>
    {problem && <ProblemNote problem={problem} />}
  </Inspector>
);
