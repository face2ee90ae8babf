import { useEffect, useRef } from 'react';
import { isWriting } from '../../kit/keys.ts';
import { goesOn, isCode, type KeyStroke, scannedIn } from './scan.ts';

type Writable = HTMLInputElement | HTMLTextAreaElement;

/** Where a run of keys goes, and what stood there before the first of them. */
interface Run {
  readonly strokes: readonly KeyStroke[];
  readonly into: Writable | null;
  readonly before: string;
}

const nothing: Run = { strokes: [], into: null, before: '' };

/** What a scanner sends at the end of a code, as it is set. */
const ends: ReadonlySet<string> = new Set(['Enter', 'Tab']);
/** Some send two ends: what comes so soon after the first, in milliseconds, is the second. */
const secondEnd = 80;
/** Keys that go down between two signs of one code. */
const between: ReadonlySet<string> = new Set(['Shift', 'CapsLock', 'AltGraph', 'Control', 'Alt']);

/**
 * Tells a scanner's keys from a hand's by the clock of the keys, whatever has the focus: a half-typed name, a dialog's
 * field, a button. The code goes to the one who listens; a field that took its letters gets back what it held, and Enter
 * presses nothing. `field` takes the letters where nothing else writes. While it isn't on, all keys are a hand's.
 */
export function useScanner(
  field: { readonly current: Writable | null },
  onScan: (code: string, otherLayout: boolean) => void,
  isOn = true,
): void {
  const listener = useRef(onScan);
  useEffect(() => {
    listener.current = onScan;
  });
  useEffect(() => {
    if (!isOn) return;
    let run = nothing;
    let endedAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      const { key, code, timeStamp: at } = event;
      if (event.isComposing || between.has(key)) return;
      // With AltGr a European keyboard writes @ and the like; Ctrl with a key is a command.
      const isChord = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
      if (ends.has(key) && !isChord) {
        const { strokes, into, before } = run;
        run = nothing;
        const scanned = scannedIn(strokes, before);
        if (scanned === null && at - endedAt > secondEnd) return;
        // Half a code is none: what stands in the listener's own field is for its own Enter to judge.
        if (scanned !== null && into === field.current && before !== '' && !isCode(scanned.code)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (scanned === null) return;
        endedAt = at;
        if (into) write(into, scanned.written);
        listener.current(scanned.code, scanned.otherLayout === true);
        return;
      }
      if (key.length !== 1 || isChord) {
        run = nothing;
        return;
      }
      const stroke = { sign: key, key: code, at, shift: event.shiftKey };
      if (goesOn(run.strokes, at)) run = { ...run, strokes: [...run.strokes, stroke] };
      else {
        const into = writtenInto(event.target, field.current);
        run = { strokes: [stroke], into, before: into?.value ?? '' };
      }
    };
    // Before anything on the page has seen the key.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [field, isOn]);
}

/** The field that takes a letter: the one that has the focus, or the listener's own; none behind a dialog. */
function writtenInto(target: EventTarget | null, field: Writable | null): Writable | null {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    return isWriting(target) ? target : null;
  }
  return document.querySelector('[data-modal]') ? null : field;
}

/** Gives a field a value as if someone had typed it: what React knows of it has to follow. */
function write(into: Writable, value: string): void {
  if (into.value === value) return;
  const kind = into instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(into, value);
  into.dispatchEvent(new Event('input', { bubbles: true }));
  // By the element's own setter too, for whoever watches that.
  into.value = value;
}
