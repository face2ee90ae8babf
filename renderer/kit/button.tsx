import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Kbd } from './kbd.tsx';
import { ariaKeys } from './keys.ts';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One primary action a screen; `danger` for what takes away; `quiet` without a frame. */
  readonly kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly icon?: ReactNode;
  /** Shown as a hint; bind them with `useCommands`. */
  readonly keys?: string | undefined;
  /** Why it can't be used now: the button stays reachable and says so. */
  readonly disabledBecause?: string | null | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button, with its keys beside it. */
export function Button({
  kind = 'plain',
  icon,
  keys,
  disabledBecause,
  className,
  children,
  onClick,
  title,
  ...rest
}: ButtonProps) {
  const off = disabledBecause !== null && disabledBecause !== undefined;
  return (
    <button
      type="button"
      {...rest}
      className={['button', `button-${kind}`, className].filter(Boolean).join(' ')}
      aria-disabled={off || undefined}
      aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
      title={off ? disabledBecause : title}
      onClick={off ? undefined : onClick}
    >
      {icon}
      {children}
      {off && <span className="unseen">{disabledBecause}</span>}
      {keys && <Kbd keys={keys} />}
    </button>
  );
}
