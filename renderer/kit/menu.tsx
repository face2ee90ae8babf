import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Button as PressButton } from 'react-aria-components';
import { Kbd } from './kbd.tsx';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly run: () => void;
}

/** A button that opens a list of actions. */
export function Menu({
  label,
  items,
  children,
  className = 'button button-plain',
}: {
  /** What the list is for; also the button's name where it shows no word. */
  readonly label: string;
  readonly items: readonly MenuAction[];
  /** What the button shows. */
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    <MenuTrigger>
      <PressButton className={className} {...(typeof children === 'string' ? {} : { 'aria-label': label })}>
        {children}
      </PressButton>
      <Popover className="popover" placement="bottom end" data-modal="">
        <AriaMenu className="menu" aria-label={label} onAction={(id) => items.find((item) => item.id === id)?.run()}>
          {items.map(({ id, label: word, icon, keys, danger }) => (
            <MenuItem key={id} id={id} textValue={word} className={danger ? 'menu-item menu-danger' : 'menu-item'}>
              {icon}
              <span>{word}</span>
              {keys && <Kbd keys={keys} />}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
