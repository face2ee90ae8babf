import { sayCount } from '../../shared/model/counts.ts';
import './selected.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

/** The bar under a list while rows of it are selected: how many, what is known of them, and what can be done. */
export function Selected({
  label,
  count,
  note,
  all,
  onClear,
  children,
}: {
  /** Whom a screen reader hears of: `Selected graduates`. */
  readonly label: string;
  readonly count: number;
  readonly note?: ReactNode;
  /** What selects the rest of the list, as a `SelectAll`. */
  readonly all?: ReactNode;
  readonly onClear: () => void;
  readonly children?: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <section className="selected-bar" aria-label={label}>
      <div role="status">
        <b>{sayCount(count)} selected</b>
        {note !== undefined && <span className="mute">{note}</span>}
      </div>
      {all}
      <span className="space" />
      {children}
      <Button kind="quiet" className="icon-only" aria-label="Clear the selection" onClick={onClear}>
        <X aria-hidden="true" />
      </Button>
    </section>
  );
}
