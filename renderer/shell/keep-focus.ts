import { type RefObject, useEffect } from 'react';
import { takeKeyboard } from '../kit/data-table/take-keyboard.ts';

/** A dialog that closes gives the focus back by itself, a moment later: it goes first. */
const pause = 120;

/** Gives the keyboard to the screen, and to its list where it has one, unless someone has it. */
export function giveKeyboard(main: HTMLElement | null): void {
  if (document.activeElement === document.body) main?.focus({ preventScroll: true });
  if (document.activeElement === main) takeKeyboard(main?.querySelector('[role="grid"]'));
}

/**
 * No one who works by keys is left standing nowhere: where what had the focus is gone, such as the button that cleared
 * a selection, the screen takes it.
 */
export function useKeptFocus(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      if (document.activeElement !== document.body) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!document.querySelector('[data-modal]')) giveKeyboard(main.current);
      }, pause);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [main]);
}
