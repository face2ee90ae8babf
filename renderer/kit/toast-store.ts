import { create } from 'zustand';
import type { Problem } from '../../shared/model/result.ts';

/**
 * A word on what just happened. A refusal is said at once and stays until something else is done, another screen is
 * shown, or it is closed.
 */
export interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'undone' | 'refused';
  readonly text: string;
  readonly reasons: readonly string[];
  readonly action: { readonly label: string; readonly keys?: string; readonly run: () => void } | null;
}

interface Toasts {
  readonly toasts: readonly Toast[];
  /** True from the start of an undo or redo until its own announcement came: it has its own words. */
  readonly ownWords: boolean;
  readonly show: (toast: Omit<Toast, 'id' | 'reasons' | 'action'> & Partial<Pick<Toast, 'reasons' | 'action'>>) => void;
  readonly close: (id: number) => void;
  /** What was refused belongs to another screen. */
  readonly closeRefused: () => void;
}

let lastId = 0;

/** The toasts that stand now. */
export const useToasts = create<Toasts>((set) => ({
  toasts: [],
  ownWords: false,
  show: (toast) => {
    lastId += 1;
    const whole: Toast = { reasons: [], action: null, ...toast, id: lastId };
    // What was done last is what Undo takes back, and a refusal is about what was tried last: one word at a time.
    set({ toasts: [whole] });
  },
  closeRefused: () => set(({ toasts }) => ({ toasts: toasts.filter(({ kind }) => kind !== 'refused') })),
  close: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
}));

/** Says why something was refused, at once. */
export const sayRefused = (problem: Problem): void =>
  useToasts.getState().show({ kind: 'refused', text: problem.sentence, reasons: problem.reasons });

/** Says what was done, with what can be done about it. */
export const sayDone = (text: string, action: Toast['action'] = null): void =>
  useToasts.getState().show({ kind: 'done', text, action });
