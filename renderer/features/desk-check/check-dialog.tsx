import { countOf, sayCount } from '../../../shared/model/counts.ts';
import './desk-check.css';
import type { DeskCheckView, RecordsRestored } from '../../../shared/views/desk-check.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { closeCheck, rebuildSearchAndCheck, restoreRecordsAndCheck, startDeskCheck, useDeskCheck } from './store.ts';

/** What a check of the desk found, and what to do; the app mounts it once. */
export function DeskCheckDialog() {
  const shown = useDeskCheck((state) => state.shown);
  const restored = useDeskCheck((state) => state.restored);
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
          <Button kind="primary" onClick={closeCheck}>
            Close
          </Button>
          {shown.repair === 'search' && (
            <Button onClick={() => void rebuildSearchAndCheck()}>Rebuild the search</Button>
          )}
          {shown.repair === 'records' && (
            <Button onClick={() => void restoreRecordsAndCheck()}>Restore from the log</Button>
          )}
          <Button onClick={again}>{shown.compared ? 'Check again' : 'Check everything'}</Button>
        </>
      }
    >
      <div className="desk-check">
        {shown.outcome === 'whole' ? (
          <p>{shown.sentence}</p>
        ) : (
          <ProblemNote problem={{ sentence: shown.sentence, reasons: shown.next === null ? [] : [shown.next] }} />
        )}
        {restored && <p>{sayRestored(restored)}</p>}
        <Differences found={shown} />
        {shown.compared && (
          <p className="mute">
            Fingerprint of all records: <code className="desk-check-hash">{shown.compared.hash}</code>
            <br />A laptop with the same fingerprint holds the same records.
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** History shows nothing of it: the log said all along what these records are now. */
const sayRestored = ({ records, copy }: RecordsRestored): string =>
  `Restored ${countOf(records, 'record')} from the log. The file as it was before is kept as “${copy}”.`;

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
