import './kiosk.css';
import { useState } from 'react';
import type { SessionId } from '../../../shared/model/ids.ts';
import { KioskPin } from '../../../shared/model/kiosk.ts';
import type { Problem } from '../../../shared/model/result.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { PinField } from './pin-field.tsx';

/** Makes this laptop a kiosk for a session: says what that means, and takes the PIN that it is left with. */
export function StartKioskDialog({
  sessionId,
  title,
  onClose,
}: {
  readonly sessionId: SessionId;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const because = whyNot(pin, again);
  const start = async () => {
    if (because !== null) return;
    const result = await call('kiosk.start', { sessionId, pin });
    if (!result.ok) setProblem(result.problem);
    // What main tells of the kiosk’s beginning takes this page away.
  };
  return (
    <Dialog
      title="Kiosk mode"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" disabledBecause={because} onClick={() => void start()}>
            Start kiosk mode
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form
        className="stack kiosk-form"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <p>
          People check themselves in to {title}, by their badge, by its number and their last name, or by their e-mail
          address. It fills the screen and shows no one’s name but their own. Nothing else can be done on this laptop
          until a lead types the PIN, even after a restart.
        </p>
        <PinField label="PIN, 6 to 12 digits" value={pin} onChange={setPin} autoFocus />
        <PinField
          label="Repeat the PIN"
          value={again}
          onChange={setAgain}
          problem={again.length >= pin.length && again !== '' && again !== pin ? 'The PINs don’t match.' : null}
        />
        <p className="mute">
          Write it down: without it, someone with access to this laptop’s account must end kiosk mode.
        </p>
        {/* A form with two fields is sent by Enter only where it has a button. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
        {problem && <ProblemNote problem={problem} />}
      </form>
    </Dialog>
  );
}

function whyNot(pin: string, again: string): string | null {
  if (!KioskPin.safeParse(pin).success) return 'The PIN has 6 to 12 digits.';
  return pin === again ? null : 'Enter the same PIN twice.';
}
