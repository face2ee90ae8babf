import { GripVertical } from 'lucide-react';
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { followPointer } from '../../kit/follow-pointer.ts';

/** Something that can be moved, and where it is. */
interface Movable {
  readonly id: string;
  /** As it is read aloud: `Law, Ethics, and Policies`. */
  readonly label: string;
  readonly place: string;
}

/** Where something can be put. */
export interface DropPlace {
  readonly key: string;
  /** As it is read aloud: `Mon, Oct 21, 2024, day before Fall Conference: free`. */
  readonly label: string;
}

interface Held {
  readonly item: Movable;
  /** The place that it would be put at now; null: none is under the pointer. */
  readonly over: string | null;
  /** Null: with the keys. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

/** How things are moved from place to place. */
export interface Moving {
  readonly held: Held | null;
  /** The button by which one thing is picked up: with a press, with Space or Enter, or by dragging. */
  readonly grip: (item: Movable) => ReactNode;
  /** Lets a thing be dragged by any part of it that is no button. */
  readonly draggable: (item: Movable) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onMouseDown: (event: MouseEvent<HTMLElement>) => void;
  };
  /** Makes something a place. */
  readonly place: (key: string) => {
    readonly 'data-place': string;
    readonly 'data-over': true | undefined;
    readonly onMouseDown: (event: { preventDefault(): void }) => void;
    readonly onClick: () => void;
  };
  /** What follows the pointer, and what is read aloud; the board shows it once. */
  readonly shown: ReactNode;
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/**
 * Moves things between places: dragged with a mouse or a finger; or picked up with a press, Space or Enter and put
 * down by a press on the place, or with the arrow keys and Space. Escape puts a thing back. All of it is read aloud.
 * `onDrop` does it and says what it did.
 */
export function useMoving(places: readonly DropPlace[], onDrop: (id: string, to: string) => string): Moving {
  const [held, setHeld] = useState<Held | null>(null);
  const [said, say] = useState('');
  const dragged = useRef(false);
  const stop = useRef<(() => void) | null>(null);
  // The grip that the keyboard is on goes with its thing: a new place draws a new one.
  const followed = useRef<{ readonly id: string; readonly from: Element | null } | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const labelOf = (key: string): string => places.find((place) => place.key === key)?.label ?? '';
  const pickUp = (item: Movable) => {
    setHeld({ item, over: item.place, at: null });
    const now = labelOf(item.place);
    say(
      `Picked up ${item.label}${now ? `, ${now}` : ''}. Arrow keys choose a place, Space puts it there, Escape puts it back.`,
    );
  };
  const putBack = ({ label }: Movable) => {
    setHeld(null);
    say(`${label} stays where it was.`);
  };
  const put = (item: Movable, to: string | null) => {
    if (to === null || to === item.place) return putBack(item);
    setHeld(null);
    followed.current = { id: item.id, from: document.activeElement };
    say(onDrop(item.id, to));
  };

  const step = (by: number) => {
    if (!held) return;
    const at = places.findIndex(({ key }) => key === held.over);
    const next = places[Math.min(places.length - 1, Math.max(0, at + by))];
    if (!next) return;
    setHeld({ ...held, over: next.key });
    say(next.key === held.item.place ? `${next.label}: where it is now` : next.label);
    placeElement(next.key)?.scrollIntoView?.({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent, item: Movable) => {
    if (held?.item.id !== item.id || held.at !== null) return;
    const by = steps[event.key];
    if (by === undefined && event.key !== 'Escape' && event.key !== 'Tab') return;
    // What is held is put back before the keyboard goes elsewhere, and a dialog does not close for it.
    if (event.key !== 'Tab') {
      event.preventDefault();
      event.stopPropagation();
    }
    if (by === undefined) putBack(item);
    else step(by);
  };

  const drag = (item: Movable, event: PointerEvent<HTMLElement>) => {
    dragged.current = false;
    if (event.button !== 0) return;
    stop.current?.();
    stop.current = followPointer(event, {
      onDrag: (x, y) => {
        dragged.current = true;
        setHeld({ item, over: placeAt(x, y), at: { x, y } });
      },
      onDrop: (x, y) => put(item, placeAt(x, y)),
      onPutBack: () => putBack(item),
    });
  };

  const follow = (id: string) => (element: HTMLButtonElement | null) => {
    const { current } = followed;
    if (element === null || current?.id !== id || current.from === element) return;
    followed.current = null;
    element.focus();
  };

  return {
    held,
    grip: (item) => (
      <button
        type="button"
        className="moving-grip"
        ref={follow(item.id)}
        aria-label={`Move ${item.label}`}
        aria-pressed={held?.item.id === item.id}
        title="Drag it, or press Space and choose with the arrow keys"
        onPointerDown={(event) => drag(item, event)}
        onMouseDown={(event) => {
          // A drag would select the words under it; the grip takes the keyboard anyway.
          event.preventDefault();
          event.currentTarget.focus();
        }}
        onKeyDown={(event) => onKeyDown(event, item)}
        onClick={() => {
          // The press that ends a drag is none.
          if (dragged.current) dragged.current = false;
          else if (held?.item.id === item.id) put(item, held.over);
          else pickUp(item);
        }}
      >
        <GripVertical aria-hidden="true" />
      </button>
    ),
    draggable: (item) => ({
      onPointerDown: (event) => {
        // A finger scrolls by what it touches: it drags by the grip.
        if (!isControl(event.target) && event.pointerType !== 'touch') drag(item, event);
      },
      onMouseDown: (event) => {
        if (!isControl(event.target)) event.preventDefault();
      },
    }),
    place: (key) => ({
      'data-place': key,
      'data-over': held?.over === key && held.item.place !== key ? true : undefined,
      // The grip keeps the keyboard while a place is pressed.
      onMouseDown: (event) => held && event.preventDefault(),
      onClick: () => held && held.at === null && held.item.place !== key && put(held.item, key),
    }),
    shown: (
      <>
        <div role="status" aria-live="assertive" className="unseen">
          {said}
        </div>
        {held?.at && (
          <div className="moving-ghost" style={{ left: held.at.x, top: held.at.y }} aria-hidden="true">
            {held.item.label}
          </div>
        )}
      </>
    ),
  };
}

/** Whether something has presses of its own. */
const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, input, select') !== null;

const placeElement = (key: string): Element | null =>
  [...document.querySelectorAll('[data-place]')].find((element) => element.getAttribute('data-place') === key) ?? null;

const placeAt = (x: number, y: number): string | null =>
  document.elementFromPoint(x, y)?.closest('[data-place]')?.getAttribute('data-place') ?? null;
