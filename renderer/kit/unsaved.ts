import { useEffect, useState } from 'react';
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
 * the element around the fields. Not for `onInput`: that comes before a select says what was chosen, and drawing it again
 * then would put the old choice back.
 */
export function useTyped(what: string): { readonly isTyped: boolean; readonly onChange: () => void } {
  const [isTyped, setTyped] = useState(false);
  useUnsaved(isTyped ? what : null);
  return { isTyped, onChange: () => setTyped(true) };
}
