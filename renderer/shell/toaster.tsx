import { Check, TriangleAlert, Undo2, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../kit/button.tsx';
import { useCommands } from '../kit/commands.ts';
import { type Toast, useToasts } from '../kit/toast-store.ts';

/** How long a word on something done stays; Undo stays in the status bar and in the history. */
const stay = 8_000;

/** Between a refusal and what stands above it, in pixels. */
const gap = 20;

/** The words on what just happened, at the bottom of the window. */
export function Toaster() {
  const toasts = useToasts((state) => state.toasts);
  const said = toasts.filter(({ kind }) => kind !== 'refused');
  const refused = toasts.filter(({ kind }) => kind === 'refused');
  const close = useToasts((state) => state.close);
  const last = refused.at(-1);
  const closeRefused = useToasts((state) => state.closeRefused);
  const [path] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal ends with the screen on which it came up
  useEffect(() => closeRefused(), [path, closeRefused]);
  // A refusal stays a while, so the screen makes room for it: it lies over no row and no button.
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const height = last === undefined ? 0 : (box.current?.offsetHeight ?? 0) + gap;
    document.documentElement.style.setProperty('--toast-room', `${height}px`);
  }, [last]);
  // A refusal stays until it is closed, and it is what Esc closes first.
  useCommands(
    last
      ? [{ id: 'toast.close', label: 'Close the message', keys: 'Escape', hidden: true, run: () => close(last.id) }]
      : [],
  );
  return (
    <div className="toasts">
      {/* The live regions are always there: a reader hears only what changes in one that it knows. */}
      <div role="alert" ref={box}>
        {refused.map((toast) => (
          <ToastBox key={toast.id} toast={toast} />
        ))}
      </div>
      <div role="status">
        {said.map((toast) => (
          <ToastBox key={toast.id} toast={toast} />
        ))}
      </div>
    </div>
  );
}

const icons = { done: Check, undone: Undo2, refused: TriangleAlert };

function ToastBox({ toast }: { readonly toast: Toast }) {
  const { id, kind, text, reasons, action } = toast;
  const close = useToasts((state) => state.close);
  const [held, setHeld] = useState(false);
  const left = useRef(stay);
  useEffect(() => {
    if (held || kind === 'refused') return;
    const since = Date.now();
    const timer = setTimeout(() => close(id), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(2_000, left.current - (Date.now() - since));
    };
  }, [held, kind, id, close]);
  const Icon = icons[kind];
  return (
    // Pointing at it or standing in it holds it: no one has to hurry to read.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className={`toast toast-${kind}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon aria-hidden="true" />
      <div className="toast-text">
        <p>{text}</p>
        {reasons.length > 0 && (
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
      {action && (
        <Button
          keys={action.keys}
          onClick={() => {
            close(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <Button kind="quiet" className="icon-only" aria-label="Close this message" onClick={() => close(id)}>
        <X aria-hidden="true" />
      </Button>
    </div>
  );
}
