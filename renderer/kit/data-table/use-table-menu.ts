import { type MouseEvent, type RefObject, useRef, useState } from 'react';
import type { Point } from '../pointed-menu.tsx';

/** The menu that is open over a table: of a header, by its place, or of the row at the cursor. */
interface OpenMenu {
  readonly header: number | null;
  readonly at: Point;
}

/** The one menu of a table: where it is open, and what opens it. */
export interface TableMenuState {
  readonly shown: OpenMenu | null;
  readonly isOpen: () => boolean;
  /** By mouse, where it points. */
  readonly openAt: (event: MouseEvent, header: number | null) => void;
  /** By key, below the header or the row that the arrow keys are on. */
  readonly open: () => void;
  readonly close: () => void;
}

/** Opens a table’s menu; below its row where a key opens it. */
export function useTableMenu({
  frame,
  header,
  here,
}: {
  readonly frame: RefObject<HTMLElement | null>;
  readonly header: number | null;
  readonly here: number;
}): TableMenuState {
  const [shown, setShown] = useState<OpenMenu | null>(null);
  // The grid loses the keyboard to the menu before React draws again.
  const isOpen = useRef(false);
  const show = (menu: OpenMenu | null) => {
    isOpen.current = menu !== null;
    setShown(menu);
  };
  return {
    shown,
    isOpen: () => isOpen.current,
    openAt: (event, column) => {
      event.preventDefault();
      frame.current?.focus({ preventScroll: true });
      show({ header: column, at: { x: event.clientX, y: event.clientY } });
    },
    open: () => {
      const place =
        header === null
          ? frame.current?.querySelector(`[aria-rowindex="${here + 2}"]`)
          : frame.current?.querySelectorAll('[role="columnheader"]')[header];
      const { left, bottom } = (place ?? frame.current)?.getBoundingClientRect() ?? { left: 0, bottom: 0 };
      show({ header, at: { x: left + (header === null ? 18 : 0), y: bottom } });
    },
    close: () => show(null),
  };
}
