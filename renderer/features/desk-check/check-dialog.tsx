import { sayCount } from '../../../shared/model/counts.ts';
import './desk-check.css';
import type { DeskCheckView } from '../../../shared/views/desk-check.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { closeCheck, rebuildSearchAndCheck, startDeskCheck, useDeskCheck } from './store.ts';

/** What a check of the desk found, and what to do; the app mounts it once. */
export function DeskCheckDialog() {
  const shown = useDeskCheck((state) => state.shown);
  if (!shown) return null;
  const again = (): void => {
    closeCheck();
    void startDeskCheck();
  };
  return (
    <Dialog
      title="Check this desk"
      wide={shown.differences.length > 0}
      onClose={closeCheck}
      actions={
        <>
          {searchAlone(shown) && <Button onClick={() => void rebuildSearchAndCheck()}>Rebuild the search</Button>}
          <Button onClick={again}>{shown.compared ? 'Check again' : 'Check everything'}</Button>
          <Button kind="primary" onClick={closeCheck}>
            Close
          </Button>
        </>
      }
    >
      {shown.outcome === 'whole' ? (
        <p>{shown.sentence}</p>
      ) : (
        <ProblemNote problem={{ sentence: shown.sentence, reasons: shown.next === null ? [] : [shown.next] }} />
      )}
      <Differences found={shown} />
      {shown.compared && (
        <p className="mute desk-check-hash-of">
          Fingerprint of all records: <code className="desk-check-hash">{shown.compared.hash}</code>
          <br />A laptop with the same fingerprint holds the same records.
        </p>
      )}
    </Dialog>
  );
}

/** Nothing but the search is out of date: it can be made again without a loss. */
const searchAlone = ({ differences }: DeskCheckView): boolean =>
  differences.length > 0 && differences.every(({ about }) => about === 'search');

function Differences({ found: { differences, more } }: { readonly found: DeskCheckView }) {
  if (differences.length === 0) return null;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, also from the keyboard */}
      <ul className="desk-check-list" aria-label="What was found" tabIndex={0}>
        {differences.map(({ sentence }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings may read alike, and the list never changes
          <li key={at}>{sentence}</li>
        ))}
      </ul>
      {more > 0 && <p className="mute">And {sayCount(more)} more like these.</p>}
    </>
  );
}
