import { sayCount } from '../../../shared/model/counts.ts';
import { sayInstant } from '../../../shared/model/dates.ts';
import type { CommandId } from '../../../shared/model/ids.ts';
import type { HistoryDetail } from '../../../shared/views/history.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { Inspector, NoRecord } from '../../kit/inspector.tsx';
import { useCall } from '../../kit/query.ts';
import { Status } from '../../kit/status.tsx';
import { useStatus, useZone } from '../../kit/status-store.ts';
import { redo, undo } from '../../kit/undo.ts';

/** What one step changed, and the way to take it back or bring it back. */
export function CommandInspector({
  commandId,
  onClose,
}: {
  readonly commandId: CommandId;
  readonly onClose: () => void;
}) {
  const { value, problem } = useCall('history.show', { commandId });
  const zone = useZone();
  if (problem || !value) return <NoRecord problem={problem} title="A change" onClose={onClose} />;
  const { row, sentences, more } = value;
  return (
    <Inspector
      title={row.label}
      sub={[sayInstant(row.at, zone), row.who, row.device].filter(Boolean).join(' · ')}
      status={<Status of={row.state} />}
      onClose={onClose}
      actions={<WayBack row={row} />}
    >
      <Card title="What it changed">
        <ul className="history-sentences">
          {sentences.map((sentence, at) => (
            // Two records may have changed alike; the order is the log's and never changes.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={at}>{sentence}</li>
          ))}
          {more > 0 && <li className="mute">and {sayCount(more)} more like these</li>}
        </ul>
      </Card>
    </Inspector>
  );
}

/** The way to take a step back, or to bring it back; main says what stands in the way. */
function WayBack({ row }: { readonly row: HistoryDetail['row'] }) {
  const status = useStatus();
  const { commandId, state, undoneBy } = row;
  if (undoneBy !== null && state === 'undone') {
    return (
      <Button
        kind="primary"
        keys={status?.redo?.commandId === commandId ? 'Mod+Shift+Z' : undefined}
        onClick={() => void redo({ commandId, undoneBy })}
      >
        Redo this step
      </Button>
    );
  }
  if (undoneBy !== null) return <p className="mute">A later step reversed this one.</p>;
  return (
    <Button
      kind="primary"
      keys={status?.undo?.commandId === commandId ? 'Mod+Z' : undefined}
      onClick={() => void undo(commandId)}
    >
      Undo this step
    </Button>
  );
}
