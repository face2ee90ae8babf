import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTyped } from './unsaved.ts';

/**
 * A question in front of everything else; only where an inspector does not serve. Esc closes it, and so does a press
 * beside it until something was typed.
 */
export function Dialog({
  title,
  onClose,
  actions,
  wide = false,
  keeps = false,
  role = 'dialog',
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** Whether what is changed in it holds at once, so that closing loses nothing. */
  readonly keeps?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
  readonly children?: ReactNode;
}) {
  const typed = useTyped(`What you entered in “${title.replace(/[?…]$/, '')}” is not saved yet.`);
  return (
    <ModalOverlay
      className="dialog-ground"
      isOpen
      isDismissable={keeps || !typed.isTyped}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={wide ? 'dialog dialog-wide' : 'dialog'} data-modal="">
        <AriaDialog role={role} className="dialog-box">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div className="dialog-body" onChange={keeps ? undefined : typed.onChange}>
            {children}
          </div>
          {actions && <footer className="row dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
