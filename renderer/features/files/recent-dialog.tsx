import './files.css';
import { sayInstant } from '../../../shared/model/dates.ts';
import type { RecentFileView } from '../../../shared/views/files.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { perform } from '../../kit/perform.ts';
import { useCall } from '../../kit/query.ts';
import { useZone } from '../../kit/status-store.ts';
import { closeRecentList, useFiles } from './store.ts';

/** The databases that were opened on this laptop; the app mounts it once. */
export function RecentDialog() {
  const open = useFiles((state) => state.recent);
  return open ? <RecentList /> : null;
}

function RecentList() {
  const { value } = useCall('files.recent', {});
  if (!value) return null;
  return (
    <Dialog
      title="Open recent"
      wide
      keeps
      onClose={closeRecentList}
      actions={<Button onClick={closeRecentList}>Close</Button>}
    >
      {value.length === 0 && <p>No database was opened on this laptop yet.</p>}
      <ul className="recent-files">
        {value.map((file) => (
          <RecentLine key={file.key} file={file} />
        ))}
      </ul>
    </Dialog>
  );
}

function RecentLine({ file: { key, name, folder, openedAt, isThere, isOpen } }: { readonly file: RecentFileView }) {
  const zone = useZone();
  const state = isOpen ? 'Open now' : isThere ? `Opened ${sayInstant(openedAt, zone)}` : 'Isn’t there now';
  const open = () => {
    closeRecentList();
    void perform('files.openRecent', { key });
  };
  return (
    <li>
      <div>
        <p>{name}</p>
        <p className="mute">
          {folder} · {state}
        </p>
      </div>
      {!isOpen && (
        <>
          <Button aria-label={`Open ${name}`} onClick={open}>
            Open
          </Button>
          <Button
            kind="quiet"
            aria-label={`Take ${name} off the list`}
            onClick={() => void perform('files.forget', { key })}
          >
            Take off the list
          </Button>
        </>
      )}
    </li>
  );
}
