import { Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { closePaperQuestion } from './store.ts';

/** A question about a paper, with its ways out: the preview and the printer, or a file. */
export function PaperQuestion({
  title,
  why,
  onPrint,
  onSave,
  children,
}: {
  readonly title: string;
  /** Why nothing can be printed now; null where something can. */
  readonly why: string | null;
  /** Gives back whether there is a paper to look at. */
  readonly onPrint: () => Promise<boolean>;
  readonly onSave: () => Promise<void>;
  readonly children: ReactNode;
}) {
  const [working, setWorking] = useState(false);
  const run = async (does: () => Promise<boolean>) => {
    setWorking(true);
    const went = await does();
    setWorking(false);
    if (went) closePaperQuestion();
  };
  const off = working ? 'Preparing the paper' : why;
  return (
    <Dialog
      title={title}
      onClose={closePaperQuestion}
      actions={
        <>
          <Button
            kind="primary"
            icon={<Printer aria-hidden="true" />}
            disabledBecause={off}
            onClick={() => void run(onPrint)}
          >
            Print…
          </Button>
          <Button disabledBecause={off} onClick={() => void run(() => onSave().then(() => true))}>
            Save as PDF…
          </Button>
          <Button onClick={closePaperQuestion}>Cancel</Button>
        </>
      }
    >
      <div className="stack">{children}</div>
    </Dialog>
  );
}
