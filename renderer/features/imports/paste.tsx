import { ClipboardPaste } from 'lucide-react';
import { type ClipboardEvent as PasteEvent, useEffect, useState } from 'react';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Kbd } from '../../kit/kbd.tsx';
import { sayRefused } from '../../kit/toast-store.ts';
import { chooseFile, takePasted } from './choose-file.ts';

/** Takes what is pasted while the import screen is there; a field that is written in keeps its own. */
export function usePaste(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isField(event.target) || document.querySelector('[data-modal]')) return;
      event.preventDefault();
      void takeClipboard(event.clipboardData);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox');

async function takeClipboard(clipboard: DataTransfer | null): Promise<void> {
  const text = clipboard?.getData('text/plain') ?? '';
  const [file] = clipboard?.files ?? [];
  if (text !== '') {
    void takePasted(text);
    return;
  }
  const path = file ? await window.desk.pathOf(file) : '';
  // A file that was copied in its folder.
  if (path !== '') void chooseFile(path);
  else sayRefused({ sentence: `Nothing was copied that can be read as cells. ${copyFirst}`, reasons: [] });
}

const copyFirst = 'Copy the cells in your spreadsheet program, including the header, and paste again.';

/** The way to paste for whoever does not know the keys: says how, and takes it. */
export function PasteButton() {
  const [open, setOpen] = useState(false);
  const onPaste = (event: PasteEvent<HTMLTextAreaElement>) => {
    // The text goes to the import, not into the field: a hundred thousand rows would choke it.
    event.preventDefault();
    const { clipboardData } = event;
    setOpen(false);
    void takeClipboard(clipboardData);
  };
  return (
    <>
      <Button icon={<ClipboardPaste />} onClick={() => setOpen(true)}>
        Paste…
      </Button>
      {open && (
        <Dialog
          title="Paste from a spreadsheet"
          onClose={() => setOpen(false)}
          actions={<Button onClick={() => setOpen(false)}>Cancel</Button>}
        >
          <p>
            Select the rows in your spreadsheet program, including the header, and copy them. Then press{' '}
            <Kbd keys="Mod+V" /> here; it works anywhere on this screen.
          </p>
          <textarea
            className="input imports-paste"
            aria-label="Paste here"
            placeholder="Paste here"
            rows={3}
            autoFocus
            value=""
            onChange={() => undefined}
            onPaste={onPaste}
          />
        </Dialog>
      )}
    </>
  );
}
