import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../shared/model/result.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { PinField } from './pin-field.tsx';

/** Whoever opened it in passing has gone: the next badge is not to be typed into it. In milliseconds. */
const closesAfter = 30_000;

/** The one way out of a kiosk: its PIN. */
export function LeaveDialog({ onClose }: { readonly onClose: () => void }) {
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each digit starts the wait again
  useEffect(() => {
    const timer = setTimeout(() => close.current(), closesAfter);
    return () => clearTimeout(timer);
  }, [pin, problem]);
  const leave = async () => {
    if (pin === '' || busy) return;
    setBusy(true);
    const result = await call('kiosk.leave', { pin });
    setBusy(false);
    setPin('');
    // What main tells of the kiosk’s end takes this page away.
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  return (
    <Dialog
      title="Leave kiosk mode"
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            keys="Enter"
            disabledBecause={pin === '' ? 'Type the PIN first.' : null}
            onClick={() => void leave()}
          >
            Leave
          </Button>
          <Button onClick={onClose}>Stay</Button>
        </>
      }
    >
      <form
        className="stack kiosk-form"
        onSubmit={(event) => {
          event.preventDefault();
          void leave();
        }}
      >
        <PinField label="PIN" value={pin} onChange={setPin} autoFocus />
        {problem && <ProblemNote problem={problem} />}
      </form>
    </Dialog>
  );
}
