/** So far a pointer goes before a press becomes a drag, in pixels. */
const slack = 5;

/** What is made of a pointer’s way; a press that never becomes a drag is told of by nothing. */
interface Following {
  readonly onDrag: (x: number, y: number) => void;
  readonly onDrop: (x: number, y: number) => void;
  /** The drag ended by Escape, or the system took the pointer away. */
  readonly onPutBack: () => void;
}

/** Follows the pointer that was pressed until it is let go; gives back how to stop following it. */
export function followPointer(
  { clientX, clientY, pointerId }: Pick<PointerEvent, 'clientX' | 'clientY' | 'pointerId'>,
  { onDrag, onDrop, onPutBack }: Following,
): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const end = () => listening.abort();
  let isDrag = false;
  const isOurs = (event: PointerEvent) => event.pointerId === pointerId;
  window.addEventListener(
    'pointermove',
    (move) => {
      if (!isOurs(move)) return;
      const { clientX: x, clientY: y } = move;
      if (!isDrag && Math.hypot(x - clientX, y - clientY) < slack) return;
      isDrag = true;
      move.preventDefault();
      onDrag(x, y);
    },
    { signal },
  );
  window.addEventListener(
    'pointerup',
    (up) => {
      if (!isOurs(up)) return;
      end();
      if (isDrag) onDrop(up.clientX, up.clientY);
    },
    { signal },
  );
  window.addEventListener(
    'pointercancel',
    () => {
      end();
      if (isDrag) onPutBack();
    },
    { signal },
  );
  window.addEventListener(
    'keydown',
    (pressed) => {
      if (pressed.key !== 'Escape' || !isDrag) return;
      pressed.preventDefault();
      pressed.stopPropagation();
      end();
      onPutBack();
    },
    { signal, capture: true },
  );
  return end;
}
