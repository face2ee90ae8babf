/** Whether the window's system is a Mac, whose main key is ⌘. */
export const isMac = (): boolean => typeof window !== 'undefined' && window.desk?.platform === 'darwin';

const words: Record<string, { readonly mac: string; readonly other: string }> = {
  Mod: { mac: '⌘', other: 'Ctrl' },
  Shift: { mac: '⇧', other: 'Shift' },
  Alt: { mac: '⌥', other: 'Alt' },
  Escape: { mac: 'Esc', other: 'Esc' },
  ArrowUp: { mac: '↑', other: 'Up' },
  ArrowDown: { mac: '↓', other: 'Down' },
  ArrowLeft: { mac: '←', other: 'Left' },
  ArrowRight: { mac: '→', other: 'Right' },
  PageUp: { mac: 'Page Up', other: 'Page Up' },
  PageDown: { mac: 'Page Down', other: 'Page Down' },
  Enter: { mac: '↩', other: 'Enter' },
};

/** Keys as they are written beside what they do: `Mod+Shift+Z` reads `Ctrl Shift Z`, or `⌘⇧Z` on a Mac. */
export function sayKeys(keys: string): string {
  const mac = isMac();
  const parts = keys.split('+').map((part) => words[part]?.[mac ? 'mac' : 'other'] ?? part);
  return parts.join(mac ? '' : ' ');
}

/** What `aria-keyshortcuts` wants: `Control+K`. */
export const ariaKeys = (keys: string): string => keys.replace('Mod', isMac() ? 'Meta' : 'Control');

/** Whether a key press is this combination, such as `Mod+K`, `A`, `?`, `F2`. */
export function isPressed(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const wanted = new Set(parts);
  const main = isMac() ? event.metaKey : event.ctrlKey;
  const stray = isMac() ? event.ctrlKey : event.metaKey;
  if (stray || main !== wanted.has('Mod') || event.altKey !== wanted.has('Alt')) return false;
  // A sign such as ? needs Shift on some keyboards and not on others: only the sign counts.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  if (!isSign && event.shiftKey !== wanted.has('Shift')) return false;
  return event.key.toLowerCase() === key.toLowerCase() || (wanted.has('Alt') && isOptionKey(event, key));
}

/** Option writes other signs on a Mac, and none yet with E: there the key itself tells what was pressed. */
const isOptionKey = (event: KeyboardEvent, key: string): boolean =>
  isMac() && key.length === 1 && event.code === `Key${key.toUpperCase()}`;

/** Whether a combination is one bare key, which must not fire while someone writes. */
export const isBareKey = (keys: string): boolean =>
  !keys.includes('+') && (keys.length === 1 || keys === 'Enter' || keys === 'Space');

/** Whether what has the focus takes writing, and so owns bare keys and its own undo. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
    return true;
  }
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  );
}
