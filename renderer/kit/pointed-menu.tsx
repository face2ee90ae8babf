import { useRef } from 'react';
import { Menu as AriaMenu, MenuItem, Popover, Separator } from 'react-aria-components';
import { Kbd } from './kbd.tsx';
import type { MenuAction } from './menu.tsx';

/** An action of a menu that opens where someone points. */
export interface PointedAction extends MenuAction {
  /** Why it can't be done now; it stays in the menu and says so. */
  readonly disabledBecause?: string | null | undefined;
}

/** A place in the window, in pixels from its corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The menu of whatever was pointed to, by right-click or by key: groups of actions, each with its key. */
export function PointedMenu({
  label,
  at,
  groups,
  onClose,
}: {
  readonly label: string;
  readonly at: Point;
  readonly groups: readonly (readonly PointedAction[])[];
  readonly onClose: () => void;
}) {
  const place = useRef<HTMLSpanElement>(null);
  const shown = groups.filter((group) => group.length > 0);
  const actions = shown.flat();
  return (
    <>
      <span ref={place} className="menu-place" style={{ left: at.x, top: at.y }} />
      <Popover
        className="popover"
        aria-label={label}
        placement="bottom start"
        triggerRef={place}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        data-modal=""
      >
        <AriaMenu
          className="menu"
          aria-label={label}
          autoFocus="first"
          disabledKeys={actions.filter(({ disabledBecause }) => disabledBecause).map(({ id }) => id)}
          onAction={(id) => actions.find((action) => action.id === id)?.run()}
          onClose={onClose}
        >
          {shown.flatMap((group, index) => [
            // biome-ignore lint/suspicious/noArrayIndexKey: a line between groups has nothing else to be known by
            ...(index > 0 ? [<Separator key={`line-${index}`} className="menu-line" />] : []),
            ...group.map(({ id, label: word, icon, keys, danger, disabledBecause }) => (
              <MenuItem key={id} id={id} textValue={word} className={danger ? 'menu-item menu-danger' : 'menu-item'}>
                {icon}
                <span className="menu-word">
                  {word}
                  {disabledBecause && <span className="menu-why">{disabledBecause}</span>}
                </span>
                {keys && <Kbd keys={keys} />}
              </MenuItem>
            )),
          ])}
        </AriaMenu>
      </Popover>
    </>
  );
}
