import { useEffect, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { call, subscribe } from '../kit/client.ts';
import { Dialog } from '../kit/dialog.tsx';
import { useStable } from '../kit/stable.ts';
import { sayRefused } from '../kit/toast-store.ts';
import { useUnsavedStore } from '../kit/unsaved.ts';

/**
 * Tells the main process what closing would lose, and asks when someone closes the window anyway. Where nothing would be
 * lost after all, as when the running work ends under the question, it closes as it was told to.
 */
export function CloseQuestion() {
  const because = useStable([...new Set(useUnsavedStore((state) => state.held).map(({ what }) => what))]);
  const [asking, setAsking] = useState(false);
  const [opensAnother, setOpensAnother] = useState(false);
  useEffect(() => {
    void call('desk.holdOpen', { because: because.slice(0, mostSaid).map((what) => what.slice(0, mostLetters)) });
  }, [because]);
  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind !== 'closing') return;
        setOpensAnother(event.opensAnother);
        setAsking(true);
      }),
    [],
  );
  const nothingToLose = because.length === 0;
  useEffect(() => {
    if (!asking || !nothingToLose) return;
    setAsking(false);
    closeWindow();
  }, [asking, nothingToLose]);
  if (!asking || nothingToLose) return null;
  const stay = () => setAsking(false);
  const leave = () => {
    stay();
    closeWindow();
  };
  return (
    <Dialog
      title={opensAnother ? 'Open another database?' : 'Close Cohort Desk?'}
      role="alertdialog"
      onClose={stay}
      actions={
        <>
          <Button kind="danger" onClick={leave}>
            {opensAnother ? 'Open it anyway' : 'Close anyway'}
          </Button>
          <Button autoFocus onClick={stay}>
            {opensAnother ? 'Stay here' : 'Keep it open'}
          </Button>
        </>
      }
    >
      <p>{opensAnother ? 'Leaving this one now loses this:' : 'Closing now loses this:'}</p>
      <ul className="dialog-lines">
        {because.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
    </Dialog>
  );
}

/** The call takes no more. */
const mostSaid = 20;
const mostLetters = 300;

function closeWindow(): void {
  void call('desk.closeWindow', {}).then((result) => {
    if (!result.ok) sayRefused(result.problem);
  });
}
