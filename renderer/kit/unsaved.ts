import { type FormEvent, useEffect, useState } from 'react';
import { create } from 'zustand';

interface Unsaved {
  readonly held: readonly { readonly token: symbol; readonly what: string }[];
}

/** What closing the window now would lose. */
export const useUnsavedStore = create<Unsaved>(() => ({ held: [] }));

/** Says that closing the window now would lose something, in a sentence; null: nothing. */
export function useUnsaved(what: string | null): void {
  useEffect(() => {
    if (what === null) return;
    const token = Symbol(what);
    useUnsavedStore.setState(({ held }) => ({ held: [...held, { token, what }] }));
    return () => useUnsavedStore.setState(({ held }) => ({ held: held.filter((each) => each.token !== token) }));
  }, [what]);
}

/**
 * The same for a form whose fields live only as long as it does: once something was put into it. Give what it returns to
 * the element around the fields; selects and checkboxes count as well.
 */
export function useTyped(what: string): { readonly isTyped: boolean; readonly onInput: (event: FormEvent) => void } {
  const [isTyped, setTyped] = useState(false);
  useUnsaved(isTyped ? what : null);
  return { isTyped, onInput: () => setTyped(true) };
}
