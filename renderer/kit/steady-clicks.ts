import { useEffect } from 'react';
import { isWriting } from './keys.ts';

const controls =
  'button, a, input, select, textarea, label, summary, [role="row"], [role="option"], [role="radio"], [role="menuitem"]';

/** What a press is on, and what it says there. */
interface Pressed {
  readonly on: Element;
  readonly says: string;
}

function pressedBy({ target }: Event): Pressed | null {
  if (!(target instanceof Element)) return null;
  const on = target.closest(controls) ?? target;
  return { on, says: on.textContent };
}

const isSame = (one: Pressed | null, other: Pressed | null): boolean =>
  one !== null && other !== null && one.on === other.on && one.says === other.says;

/**
 * Keeps the second half of a double click from what the first half brought up: a dialog, another screen, the next row,
 * or the same button with another word. Two clicks on one thing that stays count as ever; on a control they select no
 * text. The app mounts it once.
 */
export function useSteadyClicks(): void {
  useEffect(() => {
    let first: Pressed | null = null;
    let isStray = false;
    const onPress = (event: MouseEvent) => {
      const pressed = pressedBy(event);
      if (event.detail <= 1) {
        first = pressed;
        isStray = false;
        return;
      }
      isStray = isStray || !isSame(first, pressed);
      if (isStray) swallow(event);
      // A browser selects the word under a double press; in a field that is meant.
      else if (pressed?.on !== event.target || pressed?.on.matches(controls)) {
        if (!isWriting(event.target)) event.preventDefault();
      }
    };
    const onRest = (event: MouseEvent) => {
      if (isStray && event.detail > 1) swallow(event);
    };
    // Before react-aria, which listens at the document, and React, which listens at its root.
    window.addEventListener('mousedown', onPress, true);
    for (const kind of rest) window.addEventListener(kind, onRest, true);
    return () => {
      window.removeEventListener('mousedown', onPress, true);
      for (const kind of rest) window.removeEventListener(kind, onRest, true);
    };
  }, []);
}

const rest = ['mouseup', 'click', 'dblclick'] as const;

function swallow(event: MouseEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
