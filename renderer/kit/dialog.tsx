import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/** A question in front of everything else; only where an inspector does not serve. Esc closes it. */
export function Dialog({
  title,
  onClose,
  actions,
  wide = false,
  role = 'dialog',
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
  readonly children?: ReactNode;
}) {
  return (
    <ModalOverlay className="dialog-ground" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={wide ? 'dialog dialog-wide' : 'dialog'} data-modal="">
        <AriaDialog role={role} className="dialog-box">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div className="dialog-body">{children}</div>
          {actions && <footer className="row dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
