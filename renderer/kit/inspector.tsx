import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Link, useLocation } from 'wouter';
import type { Problem } from '../../shared/model/result.ts';
import { Button } from './button.tsx';
import { useCommands } from './commands.ts';
import { ariaKeys } from './keys.ts';
import { ProblemNote } from './problem.tsx';

/** What is known of the open record: its facts, its decision and why, its history. Esc closes it. */
export function Inspector({
  title,
  page,
  sub,
  status,
  actions,
  onClose,
  onEscape,
  children,
}: {
  readonly title: string;
  /** The record’s own page, which its title leads to, and the keys that open it. */
  readonly page?: { readonly href: string; readonly label: string; readonly keys: string } | undefined;
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
  const [, go] = useLocation();
  const close = () => {
    onClose();
    // Whoever read with the keyboard goes on where the record was opened.
    document.querySelector<HTMLElement>('[data-screen] [role="grid"]')?.focus();
  };
  useCommands([
    ...(page
      ? [
          {
            id: 'inspector.page',
            label: page.label,
            keys: page.keys,
            onRows: { label: page.label },
            run: () => go(page.href),
          },
        ]
      : []),
    { id: 'inspector.close', label: 'Close the inspector', keys: 'Escape', hidden: true, run: onEscape ?? close },
  ]);
  return (
    <aside className="inspector" aria-labelledby={id} data-inspector tabIndex={-1}>
      <header className="inspector-head">
        <div>
          <h2 id={id}>
            {page ? (
              <Link
                className="inspector-title"
                href={page.href}
                title={page.label}
                aria-keyshortcuts={ariaKeys(page.keys)}
              >
                {title}
              </Link>
            ) : (
              title
            )}
          </h2>
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
