import type { ReactNode } from 'react';
import { Kbd } from '../../kit/kbd.tsx';

/** A key of the door at its foot, for a finger too. */
export function FootButton({
  keys,
  word,
  pressed,
  onClick,
  children,
}: {
  readonly keys: string;
  readonly word: string;
  readonly pressed?: boolean;
  readonly onClick: () => void;
  readonly children?: ReactNode;
}) {
  return (
    <button type="button" className="check-in-foot-button" aria-pressed={pressed} onClick={onClick}>
      {children}
      <Kbd keys={keys} />
      {word}
    </button>
  );
}
